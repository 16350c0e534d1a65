#!/bin/sh
# Install the bundled program for one user:   ./install.sh
# or for all:                                 sudo PREFIX=/usr/local ./install.sh
# A folder other than the one beside this script is named: ./install.sh /path/to/gradviz
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
prefix=${PREFIX:-${HOME:?}/.local}
case $prefix in
    /*) ;;
    *) prefix=$PWD/$prefix ;;
esac

first() { # the first of some places that exists
    for place in "$@"; do
        if [ -e "$place" ]; then printf '%s\n' "$place"; return; fi
    done
    printf 'GradViz is not here; looked for %s\n' "$*" >&2
    exit 1
}

if [ $# -gt 0 ]; then
    bundle=$(first "$1/_internal")
else
    bundle=$(first "$here/gradviz/_internal" "$here/../../dist/gradviz/_internal")
fi
bundle=${bundle%/_internal}
icons=$(first "$here/icons" "$here/../icons")
drawing=$(first "$here/icons/gradviz.svg" "$here/../../resources/icons/app/gradviz.svg")

target=$prefix/lib/gradviz
if [ -e "$target" ] && [ ! -d "$target/_internal" ]; then
    printf '%s is there already and is not GradViz; nothing was changed.\n' "$target" >&2
    exit 1
fi

# The new one is complete before the old one goes.
mkdir -p "$prefix/bin" "$prefix/lib"
rm -rf "$target.new"
cp -R "$bundle" "$target.new"
cp "$here/uninstall.sh" "$target.new/"
rm -rf "$target"
mv "$target.new" "$target"
ln -sf ../lib/gradviz/gradviz "$prefix/bin/gradviz"

share=$prefix/share
put() { # FILE FOLDER [NAME]
    mkdir -p "$share/$2"
    install -m 644 "$1" "$share/$2/${3:-$(basename "$1")}"
}

for size in 16 24 32 48 64 128 256; do
    folder=icons/hicolor/${size}x${size}
    put "$icons/gradviz-$size.png" "$folder/apps" gradviz.png
    put "$icons/gradviz-$size.png" "$folder/mimetypes" application-x-gradviz+json.png
done
put "$drawing" icons/hicolor/scalable/apps gradviz.svg
put "$drawing" icons/hicolor/scalable/mimetypes application-x-gradviz+json.svg
put "$here/gradviz-mime.xml" mime/packages gradviz.xml
put "$here/local.gradviz.gradviz.metainfo.xml" metainfo
put "$here/gradviz.desktop" applications

# By its whole path: the desktop may not look into $prefix/bin.
program=$prefix/bin/gradviz
quoted=$(printf '%s' "$program" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g; s/[&|\\]/\\&/g')
plain=$(printf '%s' "$program" | sed 's/[&|\\]/\\&/g')
sed -i "s|^Exec=.*|Exec=\"$quoted\" %f|; s|^TryExec=.*|TryExec=$plain|" \
    "$share/applications/gradviz.desktop"

"$target/uninstall.sh" --refresh "$share"
printf 'GradViz is installed: %s\n' "$program"
printf 'To remove it: %s/uninstall.sh\n' "$target"
