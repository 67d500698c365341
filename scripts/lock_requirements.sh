#!/usr/bin/env bash
# Pins requirements/*.in exactly, with hashes, for Python 3.11 to 3.13 on every platform.
# Needs uv (pip install uv). `--upgrade` takes newer releases; without it only what changed moves.
set -euo pipefail
cd "$(dirname "$0")/../requirements"
options=(--quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate "$@")
uv pip compile "${options[@]}" --output-file base.txt base.in
uv pip compile "${options[@]}" --constraint base.txt --output-file dev.txt dev.in
