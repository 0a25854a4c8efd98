"""Reading takes time in proportion to the text, whatever the text is: each pattern, and the whole way."""

from __future__ import annotations

import importlib
import inspect
import re
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from geo.articles import Raw, Reader, read
from geo.articles.datelines import dateline_of
from geo.articles.model import LANGUAGES
from geo.articles.sentences import LONGEST, sentence_spans
from geo.articles.words import document, pattern, rules
from tests.articles.attacks import attacks, repeats_without_end

MODULES = (
    "adjacent_date", "claims", "datelines", "dates", "drafts", "excerpts", "facts", "language", "matching",
    "negation", "places", "resolve", "roles", "scenes", "sentences", "spellings", "timing",
)  # fmt: skip


def patterns_of(value: Any) -> Iterator[re.Pattern[str]]:
    """The patterns that a value is or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from patterns_of(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from patterns_of(getattr(value, field.name))


def patterns_in(module: str) -> Iterator[re.Pattern[str]]:
    """The patterns a module makes when it is imported, and those it makes when they are asked for."""
    for value in vars(importlib.import_module(f"geo.articles.{module}")).values():
        yield from patterns_of(value)
        if hasattr(value, "cache_clear") and value.__module__ == f"geo.articles.{module}":
            names = list(inspect.signature(value).parameters)
            asked: dict[str, list[Any]] = {"": [()], "language": [(each,) for each in LANGUAGES]}
            asked["where,language"] = [
                (where, each) for each in LANGUAGES for where in rules("negation", each)
            ]
            for arguments in asked.get(",".join(names), []):
                yield from patterns_of(value(*arguments))


def all_patterns() -> list[re.Pattern[str]]:
    """Every pattern of the language side of the reader, each once."""
    found = [each for module in MODULES for each in patterns_in(module)]
    found += [pattern(name) for name in document("patterns")]
    found += [pattern(name, language) for language in LANGUAGES for name in rules("patterns", language)]
    return list(dict.fromkeys(found))


PATTERNS = all_patterns()


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 140
    assert pattern("dateline_close") in PATTERNS


@pytest.mark.parametrize("each", PATTERNS, ids=lambda each: each.pattern[:40])
def test_every_repeat_of_a_pattern_has_an_end(each: re.Pattern[str]) -> None:
    assert repeats_without_end(each) == []


@pytest.mark.parametrize("each", PATTERNS, ids=lambda each: each.pattern[:40])
def test_no_text_keeps_a_pattern_busy(each: re.Pattern[str]) -> None:
    for before, piece in attacks(each):
        for count in (16, 64, 4000 // len(piece)):
            text = f"{before}{piece * count}\x01"
            start = time.process_time()
            for _ in each.finditer(text):
                pass
            took = time.process_time() - start
            assert took < 0.05 + len(text) * 2e-5, (before, piece, count)


@pytest.mark.parametrize("count", [28, 280, 28_000, 280_000])
def test_a_paragraph_in_capitals_is_read_at_once(count: int) -> None:
    start = time.process_time()
    dateline_of("PLEASE " + "A" * count + " text goes on")
    assert time.process_time() - start < 0.1


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("BAKU - Troops left the town.", "BAKU - "),
        ("BAKU, Azerbaijan (AP) - Troops left.", "BAKU, Azerbaijan (AP) - "),
        ("БАКУ, 28 октября. /ТАСС/. Войска ушли.", "БАКУ, 28 октября. /ТАСС/. "),
        (
            "STEPANAKERT, SEPTEMBER 27, ARTSAKHPRESS: Shells fell.",
            "STEPANAKERT, SEPTEMBER 27, ARTSAKHPRESS: ",
        ),
        ("LACHIN. The town is quiet.", "LACHIN. "),
        ("Troops left the town on Monday.", None),
        ("THE troops that had held the town since the spring left it: nobody came.", None),
    ],
)
def test_the_dateline_of_a_paragraph(text: str, opening: str | None) -> None:
    assert dateline_of(text) == opening


@pytest.mark.parametrize("piece", ["word ", "x", "1,", "Mr. A. ", "...x"])
def test_a_sentence_has_an_end(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    spans = list(sentence_spans(text, "en"))
    assert max(end - start for start, end in spans) <= LONGEST
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    "piece",
    [
        "Lachin ", "Zeylik, ", "troops entered Lachin on 3 May and took the town ", "Mr. ", "1 May ",
        "Troops captured Lachin on 3 May 1992, the ministry said. ", "It was captured on 3 May 1992. ",
        "A ceasefire was agreed on 12 May 1994. ", "LACHIN FELL ", ".", "“ said the ministry of Azerbaijan ",
        "Лачин был захвачен 3 мая 1992 года. ", "Laçın rayonu işğal edilib, nazirlik bildirib. ",
    ],
)  # fmt: skip
def test_four_times_the_text_takes_about_four_times_as_long(reader: Reader, piece: str) -> None:
    short, long = (_seconds(reader, piece * (length // len(piece))) for length in (10_000, 40_000))
    assert long < 8 * max(short, 0.05)


def _seconds(reader: Reader, text: str) -> float:
    raw = Raw("text", f"Troops of Azerbaijan and Armenia fought in Karabakh for days.\n{text}")
    start = time.process_time()
    read(raw, reader, published=date(1992, 6, 1))
    return time.process_time() - start
