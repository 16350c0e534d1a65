"""Collect the licences of all that a bundle holds, from where each of its parts was installed."""
# ruff: noqa: INP001 (a script)

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from contents import Entry

HERE: Final = Path(__file__).resolve().parent
OWN: Final = {"pyopengl": "pyopengl.txt", "latex2mathml": "latex2mathml.txt"}
"""Texts kept here of packages that are installed without theirs."""
QT: Final = {"pyside6-essentials", "pyside6-addons", "shiboken6"}
FONTS: Final = {"ziamath": "stix-two-math.txt", "ziafont": "dejavu-sans.txt"}
_LICENCE: Final = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)


class NoLicenceError(RuntimeError):
    """A part of the bundle comes without a licence that could be told of."""


def collect(modules: Iterable[str], binaries: Iterable[Entry], folder: Path) -> list[Entry]:
    """Gather the licences in a folder, and return what of it goes into the bundle.

    Parameters
    ----------
    modules : iterable of str
        Names of all modules in the bundle, with their packages before a dot.
    binaries : iterable of (destination, source, kind)
        All libraries in it.
    folder : pathlib.Path
        Where they are gathered; emptied before.

    Raises
    ------
    NoLicenceError
        When a package has no text, here or where it is installed.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(HERE / "THIRD_PARTY.md", folder)
    for found in distributions(modules):
        _copy_licences(found, folder)
    shutil.copy(_python_licence(), folder / "python.txt")
    if sys.platform.startswith("linux"):
        _copy_of_system({source for _, source, _ in binaries}, folder / "system")
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [(f"notices/{path.relative_to(folder).as_posix()}", str(path), "DATA") for path in files]


def distributions(modules: Iterable[str]) -> list[Distribution]:
    """Return what was installed to bring along the modules, but for the program itself."""
    known = packages_distributions()
    tops = {name.partition(".")[0] for name in modules} - {"gradviz"}
    names = {name.lower() for top in tops for name in known.get(top, ())}
    return [distribution(name) for name in sorted(names)]


def _copy_licences(found: Distribution, folder: Path) -> None:
    name = found.metadata["Name"].lower().replace("_", "-")
    (folder / name).mkdir()
    for source in licences(found):
        inner = "-".join(PurePosixPath(source.as_posix()).parts[-2:]) if _is_deep(source) else ""
        shutil.copy(source, folder / name / (inner or source.name))
    if not any((folder / name).iterdir()):
        raise NoLicenceError(f"{name} {found.version} comes without a licence: add one to {HERE}")


def licences(found: Distribution) -> list[Path]:
    """Return the files with the licences of a package."""
    name = found.metadata["Name"].lower().replace("_", "-")
    if name in QT:
        return [HERE / "licences" / f"{text}-3.0.txt" for text in ("LGPL", "GPL")]
    files = [Path(str(file.locate())) for file in found.files or () if _LICENCE.search(file.name)]
    texts = [path for path in files if path.suffix in {"", ".txt", ".md", ".rst"}]
    own = [HERE / "licences" / table[name] for table in (OWN, FONTS) if name in table]
    return sorted(path for path in texts if path.is_file()) + own


def _is_deep(source: Path) -> bool:
    """Whether its name alone may not tell what it is about: there are several of them."""
    return "licenses" in source.parts[:-2]


def _python_licence() -> Path:
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    for path in (place / "LICENSE.txt" for place in places):
        if path.is_file():
            return path
    raise NoLicenceError(f"Python's own LICENSE.txt is in none of {places}")


def _copy_of_system(sources: set[str], folder: Path) -> None:
    """Copy what Debian and its like tell of the libraries that come from the system."""
    folder.mkdir()
    for package in _packages(path for path in sources if path.startswith(("/lib/", "/usr/lib"))):
        told = Path("/usr/share/doc", package, "copyright")
        if told.is_file():
            shutil.copy(told, folder / f"{package}.txt")


def _packages(paths: Iterable[str]) -> Iterator[str]:
    command = shutil.which("dpkg")
    # the database knows either of /lib and /usr/lib, which are one folder
    asked = sorted({str(Path(path).resolve()) for path in paths})
    asked += [path.removeprefix("/usr") for path in asked]
    if command is None or not asked:
        return
    done = subprocess.run(  # noqa: S603 - asks for the owners of files
        [command, "-S", *asked], capture_output=True, text=True, check=False
    )
    yield from sorted({line.partition(":")[0] for line in done.stdout.splitlines()})
