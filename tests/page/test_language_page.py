"""The page in each language: what it says of its own is in that language, records stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo import Atlas
from geo.articles import Raw, Reader, open_reader, raw_of_bytes, read
from geo.articles.library.own import STATUSES
from geo.articles.words import by
from geo.language import localize
from geo.languages import LANGUAGES
from geo.message import Message
from geo.page.articles import proposals
from geo.page.articles.annotated_text import REASONS, ROLES
from geo.page.method import text as method_text
from geo.page.templates import plain
from tests.page.said import said
from tests.page.test_app import address
from tests.page.test_articles import TEXT, articles, paste, press
from tests.serving import ROOT
from tests.toy import REAL_DATA

PLACE = re.compile(r"\{\w+\}")
CORPUS = ROOT / "tests" / "articles" / "corpus"
# An article in a third language, so that Latin letters can only be words of ours.
BROUGHT = {"hy": "ru-terter-obstrel.txt", "ru": "hy-martakert-khakhtum.txt"}
# What is written alike everywhere.
ALIKE = {
    "CSV", "HTML", "JSON", "Markdown", "PDF", "RTF", "Word", "URL", "YYYY-MM-DD", "all", "https", "hy", "ru",
    "www", "zip",
}  # fmt: skip


@pytest.fixture(autouse=True)
def library_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library of the test's own."""
    monkeypatch.setenv("ATLAS_LIBRARY", str(tmp_path / "library.sqlite"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader of the data we ship."""
    return open_reader(REAL_DATA)


@pytest.fixture(scope="module")
def records(real: Atlas, reader: Reader) -> list[str]:
    """Words that are no text of ours: titles, names of places and of who says a thing, ids in links."""
    raws = [Raw(file, (CORPUS / file).read_text(encoding="utf-8")) for file in BROUGHT.values()]
    brought = [read(raw, reader) for raw in raws]
    names = {draft.claim.name for reading in brought for draft in reading.drafts if draft.claim.name}
    names |= {reading.article.agency for reading in brought if reading.article.agency}
    names |= {*real.names["name"], *real.regions.index, *real.sources["publisher"]}
    for column in ("publisher", "agency", "headline"):
        names |= {*real.articles[column]}
    names |= {*real.excerpts["claimant"], *real.events["title"]}
    names |= {plain(name) for name in names}
    names |= {" ".join(method_text(lang).split()) for lang in LANGUAGES}
    return sorted(names - {""}, key=len, reverse=True)


def foreign(page: AppTest, records: list[str]) -> list[str]:
    """The page's own texts that hold a Latin word, on a page in another alphabet."""
    return [chunk for chunk in said(page) if _latin(chunk, records)]


def _latin(chunk: str, records: list[str]) -> bool:
    for record in records:
        chunk = chunk.replace(record, " ")
    return any(word not in ALIKE for word in re.findall(r"[A-Za-z]{2,}(?:-[A-Za-z]{2,})*", chunk))


def views(lang: str) -> Iterator[tuple[str, AppTest]]:
    """Add articles, from the empty list to the undone decision."""
    page = articles(lang=lang)
    yield "the empty list", page
    paste(page, (CORPUS / BROUGHT[lang]).read_text(encoding="utf-8"), url="www")
    yield "an article", page
    for key in ("edit-1", "close-1", "edit-q-1", "close-q-1", "confirm-1", "undo-1", "reject-1", "undo"):
        yield key, press(page, key)
    paste(press(page, "all-articles"), "  ")
    yield "the list, and a text refused", page
    yield "no such article", articles(lang=lang, article="77")


@pytest.mark.parametrize("lang", list(BROUGHT))
def test_add_articles_says_all_of_its_own_in_the_language(records: list[str], lang: str) -> None:
    for name, page in views(lang):
        assert foreign(page, records) == [], name
        assert address(page)["lang"] == lang


def test_the_language_is_kept_on_the_way_back() -> None:
    page = press(paste(articles(lang="ru"), TEXT), "confirm-1")
    press(page, "see-1")
    assert address(page)["lang"] == "ru"
    assert page.title[0].value == "Атлас Карабаха"


def test_azerbaijani_has_no_text_of_the_english_page() -> None:
    english, own = set(said(articles())), set(said(articles(lang="az")))
    assert {text for text in english & own if re.search(r"[A-Za-z]{2}", text)} == set()


def test_all_that_the_reader_says_of_the_corpus_is_in_the_language(reader: Reader) -> None:
    messages: set[Message] = set()
    for path in sorted(CORPUS.glob("*.*")):
        for raw in raw_of_bytes(path.read_bytes(), path.name) if not path.name.endswith("json") else ():
            reading = read(raw, reader)
            messages |= {*reading.problems, reading.article.published_basis}
            messages |= {each.basis for each in reading.dates} | {each.date_basis for each in reading.drafts}
            assert {piece.reason for piece in reading.article.set_apart} <= set(REASONS)
            assert {mention.role for mention in reading.mentions} <= {"place", *ROLES}
    assert len(messages) > 100
    assert [str(message) for message in messages if not in_russian(message)] == []


def in_russian(message: Message) -> bool:
    """True if the message and those in it are translated and filled."""
    inside = [value for _, value in message.values if isinstance(value, Message)]
    told = localize("ru", message)
    return bool(re.search("[а-я]", told)) and not PLACE.search(told) and all(map(in_russian, inside))


@pytest.mark.parametrize("file", ["empty.txt", "broken.pdf", "broken.zip", "nothing.jsonl", "a.odt", "b.csv"])
def test_what_cannot_be_read_is_told_in_the_language(reader: Reader, file: str) -> None:
    raws = list(raw_of_bytes(b"" if file == "empty.txt" else b"%PDF-1.4 {", file))
    problems = [problem for raw in raws for problem in raw.problems]
    assert problems and all(map(in_russian, problems)), problems


def test_words_for_coded_values_are_complete() -> None:
    assert proposals.STATUSES == STATUSES
    assert set(by("layout", "reason")) <= set(REASONS)
