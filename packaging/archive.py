"""Pack a bundle into the one file that is handed on."""
# ruff: noqa: INP001 (a script)

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
DRAWING: Final = HERE.parent / "resources" / "icons" / "app" / "gradviz.svg"


def pack(dist: Path, version: str) -> Path:
    """Pack what was built into an archive beside it, and return its path.

    On Linux it holds the scripts that install and remove it too.

    Parameters
    ----------
    dist : pathlib.Path
        Where the bundle lies.
    version : str
        Of the program, for the name.
    """
    if sys.platform == "darwin":
        return _pack_application(dist, version)
    name = f"gradviz-{version}-{platform.system().lower()}-{platform.machine().lower()}"
    if sys.platform == "win32":
        return Path(shutil.make_archive(str(dist / name), "zip", dist, "gradviz"))
    with tempfile.TemporaryDirectory(dir=dist) as scratch:
        stage(Path(scratch, name), dist / "gradviz")
        return Path(shutil.make_archive(str(dist / name), "gztar", scratch, name))


def stage(folder: Path, bundle: Path) -> None:
    """Lay out what a Linux archive holds."""
    shutil.copytree(HERE / "linux", folder)
    shutil.copytree(bundle, folder / "gradviz", symlinks=True)
    shutil.copytree(HERE / "icons", folder / "icons", ignore=shutil.ignore_patterns("*.ic*"))
    shutil.copy(DRAWING, folder / "icons")


def _pack_application(dist: Path, version: str) -> Path:
    """Pack with the system's own tool, which keeps links and signatures of an application."""
    path = dist / f"gradviz-{version}-macos-{platform.machine()}.zip"
    command = ["/usr/bin/ditto", "-c", "-k", "--keepParent", str(dist / "GradViz.app"), str(path)]
    subprocess.run(command, check=True)  # noqa: S603 - our own files
    return path
