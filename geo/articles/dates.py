"""Finds the dates that a sentence writes, in five languages, before any year is supplied from outside.

Grammar and words stand in words/dates.json, months.csv, weekdays.csv, relative.csv, named_periods.csv.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from geo.articles.words import by, compiled, document, listed, plain, table, with_schwa

_YEAR = r"(?P<y{}>(?:19|20)\d{{2}}|\d{{2}}(?![\d.]))(?!\d)"
_DAY_AND_MONTH = r"(?P<d{0}>\d{{1,2}})\.(?P<m{0}>\d{{1,2}})"
_NOT_BEFORE = r"(?<![\d.:-])(?<!\d/)"
_NUMERIC_RANGES = [
    compiled(
        rf"{_NOT_BEFORE}{_DAY_AND_MONTH.format(1)}\.{_YEAR.format(1)}\s?[-–—]\s?"
        rf"{_DAY_AND_MONTH.format(2)}\.{_YEAR.format(2)}"
    ),
    compiled(
        rf"{_NOT_BEFORE}{_DAY_AND_MONTH.format(1)}\.?\s?[-–—]\s?{_DAY_AND_MONTH.format(2)}\.{_YEAR.format(1)}"
    ),
    compiled(
        rf"{_NOT_BEFORE}(?P<d1>\d{{1,2}})\.?\s?[-–—]\s?(?P<d2>\d{{1,2}})\.(?P<m1>\d{{1,2}})\.{_YEAR.format(1)}"
    ),
    compiled(
        r"(?<![\d.:/-])(?P<y1>(?:19|20)\d{2})-(?P<m1>\d{2})-(?P<d1>\d{2})\s?[–—/]\s?"
        r"(?P<y2>(?:19|20)\d{2})-(?P<m2>\d{2})-(?P<d2>\d{2})(?!\d)"
    ),
]
_NUMERIC = [
    compiled(r"(?<![\d.:/-])(?P<y1>(?:19|20)\d{2})-(?P<m1>\d{2})-(?P<d1>\d{2})(?!\d)"),
    compiled(r"(?<![\d.:/-])(?P<d1>\d{1,2})-(?P<m1>\d{1,2})-(?P<y1>(?:19|20)\d{2})(?![\d-])"),
    compiled(
        r"(?<![\d.:-])(?<!\d/)(?P<d1>\d{1,2})\.(?P<m1>\d{1,2})\.(?P<y1>(?:19|20)\d{2}|\d{2}(?![\d.]))(?!\d)"
    ),
    compiled(r"(?<![\d.:/-])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y1>(?:19|20)\d{2})(?!\d)"),
]


@dataclass(frozen=True)
class Written:
    """A date as written.

    `form` is day, range, month, year, years, relative, weekday, ago or named.
    """

    start: int
    end: int
    text: str
    form: str
    numbers: dict[str, int] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


def written_dates(text: str, language: str | None) -> list[Written]:
    """The dates written in the text, in order, none inside another; other languages are read as English."""
    grammar = _grammar(language if language in document("dates") else "en")
    taken: list[Written] = []
    for found in grammar.read(with_schwa(text)):
        if all(found.end <= other.start or other.end <= found.start for other in taken):
            taken.append(replace(found, text=text[found.start : found.end]))
    return sorted(taken, key=lambda found: found.start)


@dataclass(frozen=True)
class _Grammar:
    """The compiled patterns of one language, tried from the most to the least specific."""

    language: str
    orders: tuple[re.Pattern[str], ...]
    month_only: re.Pattern[str]
    years: re.Pattern[str]
    year_only: re.Pattern[str]
    ago: re.Pattern[str]
    weekday: re.Pattern[str]
    relative: re.Pattern[str]

    def read(self, text: str) -> Iterator[Written]:
        yield from _named(text)
        for pattern in _NUMERIC_RANGES:
            yield from (self._numbers(match) for match in pattern.finditer(text))
        for pattern in _NUMERIC:
            yield from (self._numbers(match, "day") for match in pattern.finditer(text))
        for pattern in self.orders:
            yield from (self._numbers(match) for match in pattern.finditer(text))
        yield from (self._numbers(match, "years") for match in self.years.finditer(text))
        yield from (self._ago(match) for match in self.ago.finditer(text))
        yield from (self._numbers(match, "month") for match in self.month_only.finditer(text))
        yield from (self._numbers(match, "year") for match in self.year_only.finditer(text))
        yield from (self._phrase(match) for match in self.relative.finditer(text))
        yield from (self._weekday(match) for match in self.weekday.finditer(text))

    def _numbers(self, match: re.Match[str], form: str | None = None) -> Written:
        groups = {key: value for key, value in match.groupdict().items() if value}
        numbers = {key: self._number(key, value) for key, value in groups.items()}
        if form is None:
            form = "range" if "d2" in numbers else "day" if "d1" in numbers else "month"
        return Written(match.start(), match.end(), match.group(), form, numbers)

    def _number(self, key: str, value: str) -> int:
        if key.startswith("m") and not value[0].isdigit():
            return _months(self.language)[plain(value)]
        digits = re.match(r"\d+", value)
        number = int(digits.group()) if digits else 0
        return number + (1900 if number > 50 else 2000) if key.startswith("y") and number < 100 else number

    def _ago(self, match: re.Match[str]) -> Written:
        units = document("dates")[self.language]["units"]
        unit = next(units[stem] for stem in units if plain(match["u"]).startswith(plain(stem)))
        count = plain(match["n"])
        number = int(count) if count.isdigit() else _counts(self.language)[count]
        return Written(match.start(), match.end(), match.group(), "ago", {"n": number}, {"unit": unit})

    def _phrase(self, match: re.Match[str]) -> Written:
        row = _relative(self.language)[plain(match.group())]
        numbers = {key: int(row[key]) for key in ("first", "last", "prec")}
        return Written(match.start(), match.end(), match.group(), "relative", numbers, {"unit": row["unit"]})

    def _weekday(self, match: re.Match[str]) -> Written:
        number = _weekdays(self.language)[plain(match["w"])]
        words = {"turn": "next" if match["next"] else "last" if match["last"] else ""}
        return Written(match.start(), match.end(), match.group(), "weekday", {"w": number}, words)


@cache
def _grammar(language: str) -> _Grammar:
    rules = document("dates")[language]

    def pattern(template: str) -> re.Pattern[str]:
        return compiled(_filled(template, language), ignore_case=rules["flags"] == "i")

    words = sorted(_weekdays(language), key=len, reverse=True)
    phrases = sorted(_relative(language), key=len, reverse=True)
    bar = (
        f"(?<!{')(?<!'.join(word + ' ' for word in rules['weekday_bar'].split('|'))})"
        if rules["weekday_bar"]
        else ""
    )
    return _Grammar(
        language,
        tuple(pattern(order) for order in rules["orders"]),
        pattern(rules["month_only"]), pattern(rules["years"]), pattern(rules["year_only"]),
        pattern(rules["ago"]),
        compiled(
            rf"(?:\b(?P<next>{rules['next']})\s+|\b(?P<last>{rules['last']})\s+)?{bar}(?<!\w)(?P<w>{_any(words)})(?!\w)"
        ),
        compiled(rf"(?<!\w)(?:{_any(phrases)})(?!\w)"),
    )  # fmt: skip


def _filled(template: str, language: str) -> str:
    rules = document("dates")[language]
    months = sorted(
        (form for row in by("months", "language")[language] for form in listed(row["forms"])),
        key=len,
        reverse=True,
    )
    parts = {
        "months": "|".join(months),
        "to": f"(?:{rules['to']})",
        "numbers": _any(sorted(_counts(language), key=len, reverse=True)),
    }
    for turn in "12":
        parts[f"d{turn}"] = f"(?P<d{turn}>{rules['day']})"
        parts[f"y{turn}"] = f"(?P<y{turn}>{rules['year']})"
        parts[f"m{turn}"] = rf"(?<!\w)(?P<m{turn}>{'|'.join(months)})(?:{rules['month_end']})(?![^\W\d_])"
    for key, part in parts.items():
        template = template.replace("{" + key + "}", part)
    return template


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) or r"(?!)"


@cache
def _months(language: str) -> dict[str, int]:
    rows = by("months", "language")[language]
    return {plain(form): int(row["month"]) for row in rows for form in listed(row["forms"])}


@cache
def _weekdays(language: str) -> dict[str, int]:
    rows = by("weekdays", "language")[language]
    return {plain(form): int(row["weekday"]) for row in rows for form in listed(row["forms"])}


@cache
def _counts(language: str) -> dict[str, int]:
    rows = by("numbers", "language")[language]
    return {plain(form): int(row["value"]) for row in rows for form in listed(row["forms"])}


@cache
def _relative(language: str) -> dict[str, dict[str, str]]:
    return {plain(row["phrase"]): row for row in by("relative", "language")[language]}


@cache
def _period_pattern() -> re.Pattern[str]:
    phrases = sorted((row["phrase"] for row in table("named_periods")), key=len, reverse=True)
    return compiled(rf"(?<!\w)(?:{_any(phrases)})")


def _named(text: str) -> Iterator[Written]:
    for match in _period_pattern().finditer(text):
        words = {"phrase": plain(match.group())}
        yield Written(match.start(), match.end(), match.group(), "named", {}, words)
