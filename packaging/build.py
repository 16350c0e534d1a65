"""Build the bundle, see that it is small, and rehearse it: ``python packaging/build.py``.

It lands in ``dist``: a folder ``gradviz``, on macOS ``GradViz.app`` beside it. Needs the dependency
group ``package``.
"""
# ruff: noqa: INP001 (a script)

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import archive
import PyInstaller.__main__  # type: ignore[import-untyped]  # it ships no types
import smoke

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent
MOST: Final = 200_000_000
"""Bytes that a bundle may have."""


def main() -> int:
    """Build, weigh and rehearse."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="where it lands")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="for what is in between")
    parser.add_argument("--archive", action="store_true", help="pack it into one file as well")
    parser.add_argument("--no-smoke", action="store_true", help="build only")
    options = parser.parse_args()
    began = time.monotonic()
    build(options.dist.resolve(), options.work.resolve())
    print(f"Built in {time.monotonic() - began:.0f} s.")
    folder = options.dist.resolve() / "gradviz"
    if sys.platform.startswith("linux"):
        strip_python(folder)
    size = weigh(folder)
    print(f"{folder}: {size / 1e6:.0f} MB, {MOST / 1e6:.0f} MB at most.")
    if size > MOST:
        return 1
    code = 0 if options.no_smoke else smoke.main([str(folder)])
    if code == 0 and options.archive:
        print(archive.pack(options.dist.resolve(), version()))
    return code


def version() -> str:
    """Return the version of the program, without importing it."""
    text = (ROOT / "gradviz" / "__init__.py").read_text(encoding="utf-8")
    return text.partition('__version__ = "')[2].partition('"')[0]


def build(dist: Path, work: Path) -> None:
    """Have PyInstaller make the bundle."""
    places = ["--distpath", str(dist), "--workpath", str(work)]
    log = ["--noconfirm", "--log-level", "ERROR"]
    PyInstaller.__main__.run([*log, *places, str(HERE / "gradviz.spec")])


def strip_python(folder: Path) -> None:
    """Take the symbols for debuggers out of Python; all else comes without, or would break."""
    command = shutil.which("strip")
    if command is None:
        return
    libraries = [*folder.glob("_internal/libpython3*.so*"), *folder.rglob("lib-dynload/*.so")]
    subprocess.run([command, *map(str, libraries)], check=True)  # noqa: S603 - our own files


def weigh(folder: Path) -> int:
    """Return the bytes of all files, each counted once."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file() and not p.is_symlink())


if __name__ == "__main__":
    sys.exit(main())
