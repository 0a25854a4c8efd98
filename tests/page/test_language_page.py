"""The page in each language: what it says of its own is in that language, records stay as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo import Atlas
from geo.articles import Raw, Reader, open_reader, raw_of_bytes, read
from geo.articles.library.own import STATUSES
from geo.articles.words import by
from geo.language import localize
from geo.languages import LANGUAGES
from geo.message import Message
from geo.page.about import text as about_text
from geo.page.articles import proposals
from geo.page.articles.annotated_text import REASONS, ROLES
from geo.page.templates import plain
from geo.page.timeline import timeline_words
from geo.page.words import timeline_model
from tests.page.said import said
from tests.page.test_app import address, opened
from tests.page.test_articles import articles, paste, press
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
    names |= {" ".join(about_text(lang).split()) for lang in LANGUAGES}
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


# Links to the atlas with all it can say: many parts or none, no event, two days, an event apart, mistakes.
ATLAS = {
    "the seed": {},
    "all events": {"region": "", "window": "all"},
    "many parts": {"region": "khojavend", "date": "1994-05-12", "window": "365"},
    "before the first change": {"region": "shusha", "date": "1988-01-01", "window": "1"},
    "no units, the last day": {"region": "baku", "date": "2026-02-17"},
    "two days": {"region": "aghdam", "date": "2020-09-26", "compare": "2023-10-01"},
    "two days alike": {"date": "2000-01-01", "compare": "2000-01-02"},
    "an event apart": {"date": "1995-01-01", "event": "2020-09-27-war-begins"},
    "mistakes": {"date": "-", "region": "-", "event": "-", "compare": "-", "window": "-"},
}  # fmt: skip
KEYS = {"Page", "Up", "Down", "Home", "End", "Shift", "Escape"}


@pytest.mark.parametrize("view", ATLAS)
@pytest.mark.parametrize("lang", list(BROUGHT))
def test_the_atlas_says_all_of_its_own_in_the_language(records: list[str], lang: str, view: str) -> None:
    assert foreign(opened(lang=lang, **ATLAS[view]), records) == []


@pytest.mark.parametrize("part", ["day", "regions", "events"])
@pytest.mark.parametrize("lang", list(BROUGHT))
def test_all_without_the_map_is_in_the_language(records: list[str], lang: str, part: str) -> None:
    page = opened(lang=lang, date="1992-03-01", window="365")
    for day in ("1992-03-01", "1988-01-01", "2022-01-01"):
        page.query_params["date"] = day
        page.session_state["in-words"] = part
        assert not page.run().exception
        assert foreign(page, records) == []


@pytest.mark.parametrize("lang", list(BROUGHT))
def test_timeline_search_and_map_speak_the_language(real: Atlas, lang: str) -> None:
    sent = {node.proto.component_name: node.proto for node in opened(lang=lang).get("bidi_component")}
    search = json.loads(sent["atlas_search"].mixed.json or sent["atlas_search"].json)["words"]
    timeline = replace(timeline_words(lang), lang="", month_names=())
    groups = [group.label for group in timeline_model(real, lang).groups]
    labels = list(real.terms.loc["label", f"name_{lang}"])
    latin = {word for text in _texts([search, asdict(timeline), groups, labels]) for word in _words(text)}
    assert latin == set()


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _words(text: str) -> set[str]:
    """The Latin words but for names of keys and for {places}."""
    return set(re.findall(r"[A-Za-z]{2,}", re.sub(r"\{\w+\}", "", text))) - KEYS


def test_the_language_is_kept_on_the_way_back() -> None:
    page = press(articles(lang="ru"), "to-atlas")
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
