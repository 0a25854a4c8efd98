"""An article's text in pieces: nothing lost, nothing twice, every highlight where it belongs."""

from __future__ import annotations

import pytest

from geo.articles import Raw, Reader, open_reader, raw_of_bytes, read
from geo.articles.files import MAX_FILE
from geo.page.articles.annotated_text import Block, blocks
from geo.page.templates import plain
from tests.toy import REAL_DATA

TEXT = """Shells fall on Shusha
<b>Shells</b> fell on the town of Shusha on 3 October 2009, residents said.

Read also: Twelve recipes for pumpkin soup
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader of the data we ship."""
    return open_reader(REAL_DATA)


@pytest.fixture(scope="module")
def pieces(reader: Reader) -> list[Block]:
    """The text in pieces, its sentence the first proposal's and the second's."""
    reading = read(Raw("a.txt", TEXT), reader)
    (sentence, *_) = reading.article.sentences
    span = (sentence.start, sentence.end)
    return list(blocks(reading, {1: span, 2: span}, {"shusha": "Shusha District"}, "en"))


def test_the_pieces_are_the_text(pieces: list[Block]) -> None:
    lines = ["".join(piece.text for piece in block.pieces) for block in pieces]
    assert lines == [line for line in TEXT.splitlines() if line]


def test_places_and_dates_are_highlighted_and_explained(pieces: list[Block]) -> None:
    highlighted = {
        piece.text: (piece.kind, piece.says) for block in pieces for piece in block.pieces if piece.kind
    }
    assert highlighted["Shusha"] == ("place", "Shusha District")
    assert highlighted["3 October 2009"][0] == "date" and highlighted["3 October 2009"][1]


def test_a_sentence_starts_once_and_knows_its_proposals(pieces: list[Block]) -> None:
    body = [piece for piece in pieces[1].pieces if piece.drafts]
    assert [piece.first for piece in body] == [True] + [False] * (len(body) - 1)
    assert {piece.drafts for piece in body} == {(1, 2)}


def test_what_is_set_apart_says_why(pieces: list[Block]) -> None:
    assert [block.apart for block in pieces] == ["headline", "", "headline of another article"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "The file is empty."),
        (b"x" * (MAX_FILE + 1), "at most 20 MB are read"),
        (b"PK\x03\x04 and then nothing of a zip", "is not a zip"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(data: bytes, told: str) -> None:
    (raw,) = raw_of_bytes(data, "a.bin")
    assert raw.text == ""
    (problem,) = raw.problems
    assert told in str(problem)


def test_markdown_shows_text_letter_by_letter() -> None:
    hostile = "![x](https://example.org/a.png) :red[a] $b$\n# c"
    shown = plain(hostile)
    assert "\n" not in shown
    assert shown.replace("\\", "").replace("\u2060", "") == hostile.replace("\n", " ")
    assert r"\!\[x\]\(https\:" in shown
