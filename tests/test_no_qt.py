"""The mathematics, the document and the command line work where Qt cannot be imported."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys

import gradviz.core
import gradviz.document

BLOCK = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "pyqtgraph", "shiboken6"}:
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, NoQt())
"""


def without_qt(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BLOCK + code], capture_output=True, text=True, check=False
    )


def test_every_module_of_core_and_document_imports() -> None:
    names = [
        module.name
        for package in (gradviz.core, gradviz.document)
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + ".")
    ]
    assert len(names) > 15
    done = without_qt("\n".join(f"import {name}" for name in names))
    assert (done.returncode, done.stderr) == (0, "")


def test_the_command_line_runs() -> None:
    code = "from gradviz.cli import main; sys.exit(main(['run', '--format', 'json']))"
    done = without_qt(code)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)["runs"][0]["trajectory"]["x"]) == 101


def test_the_command_line_explains() -> None:
    done = without_qt("from gradviz.cli import main; sys.exit(main(['explain', 'x0**2']))")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("variables: x0\n")


def test_the_command_line_checks_a_network() -> None:
    code = "from gradviz.cli import main; sys.exit(main(['check', '--network', 'iris']))"
    done = without_qt(code)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Iris (4-8-3), 20 samples, 67 weights")


def test_the_block_blocks() -> None:
    assert without_qt("import PySide6.QtCore").returncode == 1
