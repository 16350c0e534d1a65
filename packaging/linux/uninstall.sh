#!/bin/sh
# Remove what install.sh has installed: ./uninstall.sh, with the same PREFIX if one was given.
# Where it was installed, lib/gradviz/uninstall.sh knows by itself. Experiments and settings stay.
set -eu

refresh() { # let the desktop know of what has changed in a share folder
    if command -v update-mime-database >/dev/null 2>&1 && [ -d "$1/mime/packages" ]; then
        update-mime-database "$1/mime"
    fi
    if command -v update-desktop-database >/dev/null 2>&1 && [ -d "$1/applications" ]; then
        update-desktop-database -q "$1/applications"
    fi
    if command -v gtk-update-icon-cache >/dev/null 2>&1 && [ -f "$1/icons/hicolor/index.theme" ]; then
        gtk-update-icon-cache -q "$1/icons/hicolor" || true
    fi
}

if [ "${1:-}" = --refresh ]; then
    refresh "$2"
    exit 0
fi

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
if [ -d "$here/_internal" ] && [ "$(basename "$here")" = gradviz ]; then
    prefix=$(dirname "$(dirname "$here")")
else
    prefix=${PREFIX:-${HOME:?}/.local}
fi
share=$prefix/share

if [ -d "$prefix/lib/gradviz/_internal" ]; then rm -rf "$prefix/lib/gradviz"; fi
if [ -L "$prefix/bin/gradviz" ]; then rm -f "$prefix/bin/gradviz"; fi
rm -f "$share/applications/gradviz.desktop" "$share/mime/packages/gradviz.xml" \
    "$share/metainfo/local.gradviz.gradviz.metainfo.xml" \
    "$share"/icons/hicolor/*/apps/gradviz.png "$share"/icons/hicolor/*/apps/gradviz.svg \
    "$share"/icons/hicolor/*/mimetypes/application-x-gradviz+json.png \
    "$share"/icons/hicolor/*/mimetypes/application-x-gradviz+json.svg
refresh "$share"
printf 'GradViz is removed from %s\n' "$prefix"
