"""The word tables: one row a stem, none twice, none that a shorter one makes needless, each with its use."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from geo.articles.model import LANGUAGES
from geo.articles.words import FOLDER, Row, Stems, lowered, table
from geo.languages import BY_CODE

STEMS = ("context", "events", "speech", "statuses", "topics")
TABLES = [(language, name) for language in LANGUAGES for name in STEMS]
# Those whose example would need a word that our own text avoids have none.
WITHOUT_EXAMPLE = 137
LONGEST_CELL = 150


def key(stem: str) -> str:
    """The stem as it is looked up, without the sign that it is a whole word."""
    return lowered(stem.removesuffix("$"))


def makes_needless(short: Row, long: Row) -> bool:
    """True if wherever the second stem is met the first is met too; an ending (-acaq) is no stem."""
    one, two = key(short["stem"]), key(long["stem"])
    if one.startswith("-") or two.startswith("-") or not two.startswith(one):
        return False
    whole = short["stem"].endswith("$")
    return not whole or (one == two and long["stem"].endswith("$")) or two[len(one) : len(one) + 1] == " "


def shadowed(rows: tuple[Row, ...]) -> list[tuple[str, str]]:
    """Pairs of a stem and the shorter one of the same type and weight that would be met in its place."""
    found = []
    for row in rows:
        others = [other for other in rows if other is not row and makes_needless(other, row)]
        nearest = max(others, key=lambda other: len(key(other["stem"])), default=None)
        if nearest and (nearest["type"], nearest["weight"]) == (row["type"], row["weight"]):
            found.append((row["stem"], nearest["stem"]))
    return found


@pytest.mark.parametrize(("language", "name"), TABLES)
def test_every_language_has_the_table_and_the_same_types(language: str, name: str) -> None:
    rows = table(name, language)
    assert list(rows[0]) == ["stem", "type", "weight", "example"]
    assert {row["type"] for row in rows} <= {row["type"] for row in table(name, "en")}
    assert all(row["stem"] == row["stem"].strip() and row["weight"].isdigit() for row in rows)
    assert all(row["stem"][0].isalnum() or row["stem"][0] == "-" for row in rows), (
        "met only where a word begins"
    )


@pytest.mark.parametrize(("language", "name"), TABLES)
def test_no_stem_stands_twice_or_in_the_shadow_of_a_shorter_one(language: str, name: str) -> None:
    rows = table(name, language)
    keys = [(key(row["stem"]), row["stem"].endswith("$")) for row in rows]
    assert len(keys) == len(set(keys))
    assert shadowed(rows) == []


def test_a_shadow_is_seen() -> None:
    def row(stem: str, kind: str = "capture") -> Row:
        return {"stem": stem, "type": kind, "weight": "3"}

    assert shadowed((row("captur"), row("captured"))) == [("captured", "captur")]
    assert shadowed((row("fell"), row("fell$"))) == [("fell$", "fell")]
    assert shadowed((row("took$"), row("took place"))) == [("took place", "took$")]
    assert shadowed((row("took$"), row("took place", "none"), row("taken"))) == []
    assert shadowed((row("occup"), row("occupied", "none"), row("occupied by"))) == []


@pytest.mark.parametrize(("language", "name"), TABLES)
def test_an_example_shows_its_stem(language: str, name: str) -> None:
    for row in table(name, language):
        if row["example"]:
            stem = row["stem"]
            inside = re.search(r"\w" + re.escape(key(stem[1:])), lowered(row["example"]))
            assert inside if stem.startswith("-") else Stems([stem]).search(row["example"]), row


@pytest.mark.parametrize(("language", "name"), TABLES)
def test_no_example_takes_a_side(language: str, name: str) -> None:
    avoided = BY_CODE[language].avoided if language in BY_CODE else "işgal|kurtar|terör"
    loaded = re.compile(rf"(?<!\w)(?:{avoided})", re.IGNORECASE)
    assert [row["example"] for row in table(name, language) if loaded.search(row["example"])] == []


def test_no_more_stems_than_now_lack_an_example() -> None:
    rows = [row for language, name in TABLES for row in table(name, language)]
    assert sum(not row["example"] for row in rows) <= WITHOUT_EXAMPLE


@pytest.mark.parametrize(
    "file", sorted(FOLDER.glob("*/*.csv")), ids=lambda file: f"{file.parent.name}/{file.name}"
)
def test_no_cell_is_too_long_to_read(file: Path) -> None:
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines):
            assert max(map(len, row)) <= LONGEST_CELL, row
