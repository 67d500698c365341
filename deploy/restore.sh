#!/usr/bin/env bash
# Puts a back-up into an empty database and makes it ready: roles, rows, functions, and what had ended since the back-up.
# Needs DATABASE_OWNER_URL (a superuser's for this one time), the other settings of Samspil, and SEAL_FOLDER as it was last.
# Server and worker must be stopped; they refuse to start until the last step is done.
set -Eeuo pipefail
dump=${1:?"usage: restore.sh FILE.dump [OPTIONS OF samspil restore]"}
shift
: "${DATABASE_OWNER_URL:?}" "${SEAL_FOLDER:?}"
samspil database prepare
pg_restore --exit-on-error --dbname="$DATABASE_OWNER_URL" "$dump"
samspil database migrate
samspil restore "$@"
samspil audit verify
