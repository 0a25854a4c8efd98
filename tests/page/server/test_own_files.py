"""The browser's files are served before any session has run, and nothing else around their folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.page import instruments
from geo.page.server.own_files import FOLDER, OwnFiles
from tests.page.server.asking import Files, asked


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the browser's files, with one file in it and one beside it."""
    monkeypatch.setenv("ATLAS_CACHE", str(tmp_path))
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "atlas-1.js").write_text("ours")
    (tmp_path / "secret.txt").write_text("secret")
    return tmp_path


def test_it_is_the_folder_that_the_instruments_name() -> None:
    assert FOLDER == instruments.FOLDER


@pytest.mark.parametrize("base", ["", "atlas"])
def test_a_file_is_served_for_a_year(folder: Path, base: str) -> None:
    path = "/".join(filter(None, ("", base, f"{FOLDER}atlas-1.js")))
    found = asked(OwnFiles(Files(b"streamlit", "text/plain"), base=base), f"/{path.lstrip('/')}")
    assert found.body == b"ours"
    assert "immutable" in found.headers["cache-control"]


@pytest.mark.parametrize(
    "path", ["gone.js", "../secret.txt", "..", "", "%2e%2e/secret.txt", "a/../../secret.txt"]
)
def test_every_other_path_goes_on(folder: Path, path: str) -> None:
    found = asked(OwnFiles(Files(b"streamlit", "text/plain")), f"/{FOLDER}{path}")
    assert found.body == b"streamlit"
