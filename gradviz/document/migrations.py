"""Older formats of experiment files, brought to the present one step by step.

To change the format: raise `VERSION`, add to `MIGRATIONS` what makes a tree of the last version
one of the new, and keep a file of the last version among the tests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from gradviz.document.file_errors import FileCode, FileError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Tree: TypeAlias = dict[str, Any]
Migration: TypeAlias = "Callable[[Tree], Tree]"
"""Makes a tree of one version one of the next; what it is given has been checked by no one."""

MARKER: Final = "gradviz"
"""The first key of a file; its value is the version of the format."""
VERSION: Final = 1
MIGRATIONS: Final[Mapping[int, Migration]] = {}
"""By the version they begin with, what brings a tree to the one after."""


def migrated(
    tree: object, version: int = VERSION, migrations: Mapping[int, Migration] = MIGRATIONS
) -> Tree:
    """Return the content of a file as version `version` would hold it, without its marker.

    Raises
    ------
    FileError
        When this is no experiment file, is too new, or of an older version and damaged.
    """
    if not isinstance(tree, dict) or MARKER not in tree:
        raise FileError(FileCode.NOT_OURS)
    found = tree[MARKER]
    if type(found) is not int or found < 1:
        raise FileError(FileCode.WRONG_TYPE, MARKER, wanted="a version", found=type(found).__name__)
    if found > version:
        raise FileError(FileCode.NEWER, version=found, known=version)
    content = {key: value for key, value in tree.items() if key != MARKER}
    try:
        for step in range(found, version):
            content = migrations[step](content)
    except (AttributeError, LookupError, TypeError, ValueError):
        raise FileError(FileCode.BROKEN, version=found) from None
    return content
