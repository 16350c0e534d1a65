"""The files that tell a Linux desktop of the program agree with one another and with it."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from gradviz import __version__

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
METAINFO = LINUX / "local.gradviz.gradviz.metainfo.xml"
MIME = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
TYPE = "application/x-gradviz+json"


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(LINUX / "gradviz.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_desktop_entry_opens_experiments() -> None:
    desktop = entry()
    assert (desktop["Type"], desktop["Name"], desktop["Terminal"]) == (
        "Application",
        "GradViz",
        "false",
    )
    assert desktop["Exec"] == "gradviz %f"
    assert desktop["MimeType"] == f"{TYPE};"
    for key in ("GenericName", "Comment", "Keywords"):
        assert desktop[f"{key}[ko]"] != desktop[key]


def test_the_metainfo_tells_of_this_version_and_of_the_desktop_entry() -> None:
    component = ET.parse(METAINFO).getroot()
    assert f"{component.findtext('id')}.metainfo.xml" == METAINFO.name
    assert component.findtext("launchable") == "gradviz.desktop"
    assert component.findtext("provides/mediatype") == TYPE
    releases = component.findall("releases/release")
    assert releases[0].get("version") == __version__
    assert component.findtext("project_license") == "MIT"


def test_experiments_are_known_by_name_and_by_their_first_bytes() -> None:
    kind = ET.parse(LINUX / "gradviz-mime.xml").getroot().find("m:mime-type", MIME)
    assert kind is not None
    assert kind.get("type") == TYPE
    glob, match = kind.find("m:glob", MIME), kind.find("m:magic/m:match", MIME)
    assert glob is not None
    assert match is not None
    assert glob.get("pattern") == "*.gradviz"
    assert (match.get("offset"), match.get("value")) == ("0", '{"gradviz": ')


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("desktop-file-validate", [str(LINUX / "gradviz.desktop")]),
        ("appstreamcli", ["validate", "--no-net", str(METAINFO)]),
    ],
)
def test_the_tools_of_the_desktop_find_nothing_wrong(tool: str, arguments: list[str]) -> None:
    command = shutil.which(tool)
    if command is None:
        pytest.skip(f"no {tool} here")
    done = subprocess.run([command, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
