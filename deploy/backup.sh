#!/usr/bin/env bash
# One back-up of the database into the folder given. Needs DATABASE_BACKUP_URL, the address with login samspil_backup.
# SEAL_FOLDER and the keys lie outside the database and are copied by other means, to another place: docs/drift/sikkerhedskopi.md.
set -Eeuo pipefail
folder=${1:?"usage: backup.sh FOLDER"}
: "${DATABASE_BACKUP_URL:?}"
umask 077
mkdir -p "$folder"
target=$folder/samspil-$(date -u +%Y%m%dT%H%M%SZ).dump
pg_dump --format=custom --file="$target.part" "$DATABASE_BACKUP_URL"
mv "$target.part" "$target"
echo "$target"
