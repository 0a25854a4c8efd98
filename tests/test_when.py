"""Days as half-open spans, with their precision."""

from __future__ import annotations

from datetime import date

import pytest

from geo.when import Span, Window, between, format_days, parse, parse_window, window


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
    "text", ["", "1993-13", "1993-02-30", "93-04-01", "1993-4-1", "today", "٢٠٢٠", "1993-04-01T10"]
)
def test_parse_refuses_and_says_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="write YYYY, YYYY-MM or YYYY-MM-DD"):
        parse(text)


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


@pytest.mark.parametrize(
    ("first", "last", "prec", "lang", "words"),
    [
        ("2020-11-25", "2020-11-25", 1, "en", "25 November 2020"),
        ("2020-11-25", "2020-11-25", 1, "az", "25 noyabr 2020"),
        ("2020-11-25", "2020-11-25", 1, "hy", "25 նոյեմբերի 2020"),
        ("2020-11-25", "2020-11-25", 1, "ru", "25 ноября 2020"),
        ("1993-04-02", "1993-04-03", 1, "en", "2–3 April 1993"),
        ("2020-09-27", "2020-11-09", 1, "en", "27 September – 9 November 2020"),
        ("1993-12-15", "1994-02-20", 1, "en", "15 December 1993 – 20 February 1994"),
        ("1993-04-01", "1993-04-30", 4, "en", "April 1993"),
        ("1993-04-01", "1993-04-01", 4, "ru", "апрель 1993"),
        ("1991-01-01", "1991-12-31", 5, "en", "1991"),
        ("1993-06-27", "1993-06-27", 2, "en", "around 27 June 1993"),
        ("1993-06-27", "1993-06-27", 3, "az", "təxminən 27 iyun 1993"),
    ],
)
def test_a_date_is_told_no_finer_than_it_is_known(
    first: str, last: str, prec: int, lang: str, words: str
) -> None:
    assert format_days(date.fromisoformat(first), date.fromisoformat(last), prec=prec, lang=lang) == words


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("1", Span(date(2020, 11, 25), date(2020, 11, 26))),
        ("30", Span(date(2020, 10, 27), date(2020, 11, 26))),
        ("all", Span(date(1988, 1, 1), date(2020, 11, 26))),
        ("2020-09-27..2020-11-09", Span(date(2020, 9, 27), date(2020, 11, 10))),
    ],
)
def test_a_window_comes_back_from_its_text(text: str, span: Span) -> None:
    parsed = parse_window(text)
    assert str(parsed) == text
    assert parsed.on(date(2020, 11, 25), date(1988, 1, 1)) == span


@pytest.mark.parametrize(
    "text", ["", "0", "-1", "²", "ever", "9" * 99, "2020-11-09..", "2020-11-09..2020-09-27", "2020..2021"]
)
def test_what_is_no_window_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a window of days; write a number of days, all, or two days"):
        parse_window(text)


def test_a_window_without_an_end_is_its_first_days_last() -> None:
    assert Window().on(date(2020, 11, 25), date(1988, 1, 1)).last == date(2020, 11, 25)
    assert Span(date(2020, 11, 25)).last == date.max
