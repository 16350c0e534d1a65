"""Installing, installing again and removing, of a bundle that is no more than a script."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="about the scripts for Linux"
)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "bundle"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "gradviz"
    program.write_text('#!/bin/sh\necho "opened $1"\n', encoding="utf-8")
    program.chmod(0o755)
    return folder


@pytest.fixture(params=["plain", "with a space", "of 100% & $more"])
def prefix(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    return tmp_path / str(request.param)


def script(
    name: Path | str, prefix: Path, *arguments: str, code: int = 0
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(LINUX / name), *arguments],
        env=os.environ | {"PREFIX": str(prefix)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done


def installed(prefix: Path) -> list[str]:
    found = (p for p in prefix.rglob("*") if p.is_file() or p.is_symlink())
    return sorted(str(p.relative_to(prefix)) for p in found if "gradviz" in str(p))


def test_what_is_installed_works_and_is_removed_whole(prefix: Path, bundle: Path) -> None:
    stranger = prefix / "share" / "applications" / "other.desktop"
    stranger.parent.mkdir(parents=True)
    stranger.write_text("[Desktop Entry]\n", encoding="utf-8")
    script("install.sh", prefix, str(bundle))
    once = installed(prefix)
    (bundle / "gradviz").write_text('#!/bin/sh\necho "newer $1"\n', encoding="utf-8")
    script("install.sh", prefix, str(bundle))
    assert installed(prefix) == once
    command = [str(prefix / "bin" / "gradviz"), "a file"]
    assert subprocess.check_output(command, text=True) == "newer a file\n"
    for size in (16, 24, 32, 48, 64, 128, 256):
        assert f"share/icons/hicolor/{size}x{size}/apps/gradviz.png" in once
    assert "share/icons/hicolor/scalable/mimetypes/application-x-gradviz+json.svg" in once
    script(prefix / "lib" / "gradviz" / "uninstall.sh", Path("/nowhere"))
    assert installed(prefix) == []
    assert stranger.is_file()


def test_the_desktop_entry_names_the_program_by_its_whole_path(
    tmp_path: Path, bundle: Path
) -> None:
    prefix = tmp_path / 'a "b" $c `d` 100%'
    script("install.sh", prefix, str(bundle))
    text = (prefix / "share" / "applications" / "gradviz.desktop").read_text(encoding="utf-8")
    lines = dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
    program = f"{prefix}/bin/gradviz"
    # the rules of the specification, read backwards: first of strings, then of quoted arguments
    word, _, rest = lines["Exec"].replace("\\\\", "\\").rpartition(" ")
    for sign in '"$`':
        word = word.replace(f"\\{sign}", sign)
    assert (word.replace("%%", "%"), rest) == (f'"{program}"', "%f")
    assert lines["TryExec"] == program


def test_what_is_not_this_program_is_left_alone(tmp_path: Path, bundle: Path) -> None:
    other = tmp_path / "lib" / "gradviz" / "notes.txt"
    other.parent.mkdir(parents=True)
    other.write_text("mine", encoding="utf-8")
    done = script("install.sh", tmp_path, str(bundle), code=1)
    assert "nothing was changed" in done.stderr
    script("uninstall.sh", tmp_path)
    assert other.read_text(encoding="utf-8") == "mine"


def test_without_a_bundle_it_says_where_it_looked(tmp_path: Path) -> None:
    done = script("install.sh", tmp_path / "prefix", str(tmp_path / "nothing"), code=1)
    assert str(tmp_path / "nothing") in done.stderr
    assert not (tmp_path / "prefix").exists()
