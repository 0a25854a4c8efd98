"""Days as half-open spans, with their precision."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from geo.when import Span, Window, between, format_days, parse, parse_day, parse_window, window
from tests.cases import cases

ROOT = Path(__file__).parents[1]
FIRST_DAY = date(1988, 1, 1)


@pytest.mark.parametrize(
    ("text", "start", "end", "prec"),
    [
        ("1993", "1993-01-01", "1994-01-01", 5),
        ("1993-04", "1993-04-01", "1993-05-01", 4),
        ("1993-12", "1993-12-01", "1994-01-01", 4),
        ("1992-02-29", "1992-02-29", "1992-03-01", 1),
        (" 2020-11-25 ", "2020-11-25", "2020-11-26", 1),
    ],
)
def test_parse_keeps_precision(text: str, start: str, end: str, prec: int) -> None:
    when = parse(text)
    assert (str(when.span.start), str(when.span.end), when.prec) == (start, end, prec)


@pytest.mark.parametrize(
    "text",
    [
        "", "1993-13", "1993-00", "1993-00-10", "1993-04-00", "1993-02-30", "93-04-01", "1993-4-1", "today",
        "٢٠٢٠", "1993-04-01T10", "0000", "9999", "9999-12-31",
    ],
)  # fmt: skip
def test_parse_refuses_and_says_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="write YYYY, YYYY-MM or YYYY-MM-DD"):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "1993", "1993-04", "19930410", "1993-W14-6", "1993-100", "9999-12-31", "1993-02-30", "a day",
        " 1993-04-10", "1993-04-10\n", "١٩٩٣-٠٤-١٠",
    ],
)  # fmt: skip
def test_a_day_has_one_form(text: str) -> None:
    assert parse_day("1993-04-10") == date(1993, 4, 10)
    with pytest.raises(ValueError, match="is not a day; write YYYY-MM-DD"):
        parse_day(text)


def test_days_are_read_in_one_place() -> None:
    """Python's own reader also takes 20201125 and 2020-W48-3; the library reads back what it wrote itself."""
    code = {path: path.read_text(encoding="utf-8") for path in (ROOT / "geo").rglob("*.py")}
    found = {path.relative_to(ROOT).as_posix() for path, text in code.items() if "fromisoformat" in text}
    assert {path for path in found if not path.startswith("geo/articles/library/")} == set()


@pytest.mark.parametrize(
    ("day", "inside"),
    [("1993-04-01", False), ("1993-04-02", True), ("1993-04-03", True), ("1993-04-04", False)],
)
def test_a_span_has_its_start_and_not_its_end(day: str, inside: bool) -> None:
    assert Span(date(1993, 4, 2), date(1993, 4, 4)).contains(date.fromisoformat(day)) is inside


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        (("2020-01-01", "2020-01-10"), ("2020-01-10", "2020-01-20"), False),
        (("2020-01-01", "2020-01-11"), ("2020-01-10", "2020-01-20"), True),
        (("2020-01-01", None), ("1990-01-01", "2020-01-01"), False),
        (("2020-01-01", None), ("1990-01-01", "2020-01-02"), True),
        (("2020-01-01", None), ("2030-01-01", None), True),
    ],
)
def test_overlap_is_symmetric_and_half_open(
    first: tuple[str, str | None], second: tuple[str, str | None], overlap: bool
) -> None:
    a, b = (Span(date.fromisoformat(s), date.fromisoformat(e) if e else None) for s, e in (first, second))
    assert a.overlaps(b) is overlap
    assert b.overlaps(a) is overlap


def test_an_empty_span_is_refused() -> None:
    with pytest.raises(ValueError, match="ends after it starts"):
        Span(date(2020, 1, 1), date(2020, 1, 1))


def test_a_window_ends_with_its_day() -> None:
    assert window(date(2020, 11, 25), 30) == Span(date(2020, 10, 27), date(2020, 11, 26))
    assert between(date(2020, 11, 25), date(2020, 11, 25)) == window(date(2020, 11, 25), 1)


@pytest.mark.parametrize("case", cases("date_labels"), ids=lambda case: f"{case['lang']} {case['text']}")
def test_a_date_is_in_words_no_finer_than_it_is_known(case: dict[str, Any]) -> None:
    first, last = date.fromisoformat(case["first"]), date.fromisoformat(case["last"])
    assert format_days(first, last, prec=case["prec"], lang=case["lang"]) == case["text"]


@pytest.mark.parametrize("case", [case for case in cases("windows") if "start" in case], ids=str)
def test_a_window_comes_back_from_its_text(case: dict[str, Any]) -> None:
    parsed = parse_window(case["text"])
    assert str(parsed) == case["text"]
    span = parsed.on(date.fromisoformat(case["day"]), FIRST_DAY)
    assert (str(span.start), str(span.end)) == (case["start"], case["end"])


@pytest.mark.parametrize("case", [case for case in cases("windows") if "none" in case], ids=str)
def test_what_is_no_window_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="is not a window of days; write a number of days, all, or two days"):
        parse_window(case["text"])


def test_a_window_without_an_end_is_its_first_days_last() -> None:
    assert Window().on(date(2020, 11, 25), date(1988, 1, 1)).last == date(2020, 11, 25)
    assert Span(date(2020, 11, 25)).last == date.max
