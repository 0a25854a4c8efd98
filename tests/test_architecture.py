"""Who may import what: one direction, streamlit only in the page, folium only in the map."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = [path for path in sorted((ROOT / "geo").rglob("*.py")) if "node_modules" not in path.parts] + [
    ROOT / "app.py"
]
CHAIN = [
    "message",
    "user_records",
    "problems",
    "languages",
    "when",
    "spreadsheets",
    "csv_files",
    "json_files",
    "geometries",
    "descriptor",
    "language",
    "tables",
    "layers",
    "translations",
    "names",
    "typed_dates",
    "control",
    "events",
    "rules",
    "folder",
    "check",
    "atlas",
    "articles",
    "view",
    "event_view",
    "web",
    "map",
    "exports",
    "export",
    "page",
    "app",
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    place = _place(path)
    for module in _imports(path):
        top = module.split(".")[0]
        assert top not in ("streamlit", "streamlit_folium") or place in ("page", "app"), module
        assert top not in ("folium", "branca") or place in ("map", "page"), module
        if top == "geo" and place in CHAIN and "." in module and place != module.split(".")[1]:
            other = module.split(".")[1]
            assert other != "boundaries", "the page never builds layers"
            assert CHAIN.index(other) <= CHAIN.index(place), f"{place} imports {other}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_stay_short(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            docstring = ast.get_docstring(node, clean=False)
            length = (
                (node.end_lineno or 0) - node.lineno + 1 - (len(docstring.splitlines()) if docstring else 0)
            )
            assert length <= 50, f"{node.name} has {length} lines"


def _place(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "geo" else parts[0]


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {
                f"{node.module}.{alias.name}" if node.module == "geo" else node.module for alias in node.names
            }
    return found


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]],
    ids=["ruff", "format", "mypy"],
)
def test_the_linters_have_nothing_to_say(command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_part_of_the_house_is_on_the_map_of_contributing() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    parts = [path for path in (ROOT / "geo").iterdir() if not path.name.startswith("__")]
    names = [f"geo/{path.name}/" if path.is_dir() else f"geo/{path.name}" for path in parts]
    assert [name for name in names if f"`{name}`" not in text] == []
