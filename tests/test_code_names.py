"""Modules, functions and variables are called by the field's own words; the old names are gone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# What has been gone through; a folder or module joins the list when its names are mended.
DONE = (
    "geo/articles/library",
    "geo/page/articles",
    "geo/message.py",
    "geo/user_records.py",
    "geo/articles/__main__.py",
    "geo/boundaries",
    "geo/exports",
    "geo/language",
    "geo/translations",
    "geo/web",
    "geo/map",
    "geo/atlas.py",
    "geo/check.py",
    "geo/control.py",
    "geo/descriptor.py",
    "geo/dictionary.py",
    "geo/events.py",
    "geo/folder.py",
    "geo/languages.py",
    "geo/layers.py",
    "geo/names.py",
    "geo/problems.py",
    "geo/rules.py",
    "geo/spreadsheets.py",
    "geo/tables.py",
    "geo/typed_dates.py",
    "geo/when.py",
)
GONE = (
    "attributed", "beside", "bring", "crowd", "door", "happening", "keep", "kept", "marked", "marks",
    "opened", "retold", "sheet", "shelf", "sort", "taken", "told",
)  # fmt: skip
FILES = sorted(
    path for part in DONE for path in [*(ROOT / part).rglob("*.py"), ROOT / part] if path.suffix == ".py"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_old_name_is_defined(path: Path) -> None:
    names = [path.stem, *defined(ast.parse(path.read_text(encoding="utf-8")))]
    assert [name for name in names if set(re.split(r"[_\W]+", name.lower())) & set(GONE)] == []


def test_the_check_sees_what_is_defined() -> None:
    code = "import kept\nclass Told:\n    x: int\ndef shelf(door, *, b=1):\n    keep = [kept for kept in b]"
    assert set(defined(ast.parse(code))) == {"Told", "x", "shelf", "door", "b", "keep", "kept"}


def defined(tree: ast.Module) -> Iterator[str]:
    """The names of functions, classes, parameters and variables of a module."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
