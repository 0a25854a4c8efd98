"""CONTRIBUTING.md names files that exist, and no addition touches more of them than it may."""

from __future__ import annotations

import re

import pytest

from geo.view import KEYS
from tests.serving import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MOST_FILES = {
    "Add a language": 6,
    "Add an event type": 3,
    "Add an event or a source": 3,
    "Add shapes to the data": 10,
    "Add a layer of the map": 8,
    "Add a page": 3,
    "Add a key of the address": 6,
}
_HEADING = re.compile(
    r"^## (Add [^:\n]+)(?:: (?:\d+ to )?(\d+) files?)?\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL
)
_ITEM = re.compile(r"^\d+\. `([^`]+)`( \(new\))?", re.MULTILINE)
_PATH = re.compile(r"`((?:geo|data|tests|\.streamlit)/[\w./-]*|\w+\.(?:md|py))`")


def additions() -> dict[str, tuple[int, dict[str, bool]]]:
    """By the section's title: how many files it says, and the files, true for one that is new."""
    return {
        title: (int(count or 0), {path: bool(new) for path, new in _ITEM.findall(body)})
        for title, count, body in _HEADING.findall(TEXT)
    }


@pytest.mark.parametrize("title", MOST_FILES)
def test_an_addition_touches_few_files_that_exist(title: str) -> None:
    count, files = additions()[title]
    assert count == len(files) <= MOST_FILES[title]
    for path, new in files.items():
        assert new or (ROOT / path).is_file(), f"{title} names {path}"
        assert not new or "<" in path, f"{title} does not say what {path} is called"


def test_no_addition_goes_uncounted() -> None:
    assert set(additions()) == set(MOST_FILES)


def test_the_readme_has_every_key_of_the_address() -> None:
    told = (ROOT / "README.md").read_text(encoding="utf-8").partition("Keys: ")[2]
    lacking = [key.name for key in KEYS if f"`{key.name}` (" not in told]
    assert not lacking, f"write into README.md, at Link, what {lacking} may be"


@pytest.mark.parametrize("path", sorted(set(_PATH.findall(TEXT))))
def test_what_is_named_is_there(path: str) -> None:
    assert (ROOT / path).exists() or (ROOT / "geo/page/method" / path).exists()
