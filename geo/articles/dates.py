"""Finds the dates that a sentence writes, in five languages, before any year is supplied from outside.

Grammar and words stand in words/LANGUAGE/dates.json, months.csv, weekdays.csv, relative.csv and
named_periods.csv; babel brings the names of months and weekdays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from babel import Locale

from geo.articles.model import LANGUAGES
from geo.articles.words import Row, compiled, plain, rules, table, with_schwa

_WITH_SHORT_MONTHS, _DECLINED = ("en", "ru"), ("ru", "hy")
_YEAR = r"(?P<y{}>(?:19|20)\d{{2}}|\d{{2}}(?![\d.]))(?!\d)"
_DAY_AND_MONTH = r"(?P<d{0}>\d{{1,2}})\.(?P<m{0}>\d{{1,2}})"
_NOT_BEFORE = r"(?<![\d.:-])(?<!\d/)"
_DIGIT = compiled(r"\d")
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

    `form` is day, range, month, year, years, relative, weekday, ago or named; `numbers` and `words` are
    its parts, such as d1, m1 and y1 of a day; `start` and `end` count in the text, the end exclusive.
    """

    start: int
    end: int
    text: str
    form: str
    numbers: dict[str, int] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


def written_dates(text: str, language: str | None) -> list[Written]:
    """The dates written in the text, in order, none inside another; other languages are read as English."""
    grammar = _grammar(language if language in LANGUAGES else "en")
    accepted: list[Written] = []
    for found in grammar.read(with_schwa(text)):
        if all(found.end <= other.start or other.end <= found.start for other in accepted):
            accepted.append(replace(found, text=text[found.start : found.end]))
    return sorted(accepted, key=lambda found: found.start)


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
    periods: re.Pattern[str]

    def read(self, text: str) -> Iterator[Written]:
        """All that the patterns meet in the text, the most specific first; words may be met again."""
        yield from (self._period(match) for match in self.periods.finditer(text))
        if _DIGIT.search(text):
            yield from self._in_digits(text)
        yield from (self._ago(match) for match in self.ago.finditer(text))
        yield from (self._numbers(match, "month") for match in self.month_only.finditer(text))
        if _DIGIT.search(text):
            yield from (self._numbers(match, "year") for match in self.year_only.finditer(text))
        yield from (self._phrase(match) for match in self.relative.finditer(text))
        yield from (self._weekday(match) for match in self.weekday.finditer(text))

    def _in_digits(self, text: str) -> Iterator[Written]:
        for pattern in _NUMERIC_RANGES:
            yield from (self._numbers(match) for match in pattern.finditer(text))
        for pattern in _NUMERIC:
            yield from (self._numbers(match, "day") for match in pattern.finditer(text))
        for pattern in self.orders:
            yield from (self._numbers(match) for match in pattern.finditer(text))
        yield from (self._numbers(match, "years") for match in self.years.finditer(text))

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
        units = rules("dates", self.language)["units"]
        unit = next(units[stem] for stem in units if plain(match["u"]).startswith(plain(stem)))
        count = plain(match["n"])
        number = int(count) if count.isdigit() else _counts(self.language)[count]
        return Written(match.start(), match.end(), match.group(), "ago", {"n": number}, {"unit": unit})

    def _phrase(self, match: re.Match[str]) -> Written:
        row = _relative(self.language)[plain(match.group())]
        numbers = {key: int(row[key]) for key in ("first", "last", "prec")}
        return Written(match.start(), match.end(), match.group(), "relative", numbers, {"unit": row["unit"]})

    def _period(self, match: re.Match[str]) -> Written:
        words = {"phrase": plain(match.group())}
        return Written(match.start(), match.end(), match.group(), "named", {}, words)

    def _weekday(self, match: re.Match[str]) -> Written:
        number = _weekdays(self.language)[plain(match["w"])]
        words = {"turn": "next" if match["next"] else "last" if match["last"] else ""}
        return Written(match.start(), match.end(), match.group(), "weekday", {"w": number}, words)


@cache
def _grammar(language: str) -> _Grammar:
    grammar = rules("dates", language)

    def pattern(template: str) -> re.Pattern[str]:
        return compiled(_filled(template, language), ignore_case=grammar["flags"] == "i")

    words = sorted(_weekdays(language), key=len, reverse=True)
    phrases = sorted(_relative(language), key=len, reverse=True)
    bar = (
        f"(?<!{')(?<!'.join(word + ' ' for word in grammar['weekday_bar'].split('|'))})"
        if grammar["weekday_bar"]
        else ""
    )
    return _Grammar(
        language,
        tuple(pattern(order) for order in grammar["orders"]),
        pattern(grammar["month_only"]), pattern(grammar["years"]), pattern(grammar["year_only"]),
        pattern(grammar["ago"]),
        compiled(
            rf"(?:\b(?P<next>{grammar['next']})\s+|\b(?P<last>{grammar['last']})\s+)?{bar}(?<!\w)(?P<w>{_any(words)})(?!\w)"
        ),
        compiled(rf"(?<!\w)(?:{_any(phrases)})(?!\w)"),
        compiled(rf"(?<!\w)(?:{_any(sorted(named_periods(language), key=len, reverse=True))})"),
    )  # fmt: skip


def _filled(template: str, language: str) -> str:
    grammar = rules("dates", language)
    months = sorted(_month_names(language), key=len, reverse=True)
    parts = {
        "months": "|".join(months),
        "to": f"(?:{grammar['to']})",
        "numbers": _any(sorted(_counts(language), key=len, reverse=True)),
    }
    for turn in "12":
        parts[f"d{turn}"] = f"(?P<d{turn}>{grammar['day']})"
        parts[f"y{turn}"] = f"(?P<y{turn}>{grammar['year']})"
        parts[f"m{turn}"] = rf"(?<!\w)(?P<m{turn}>{'|'.join(months)})(?:{grammar['month_end']})(?![^\W\d_])"
    for key, part in parts.items():
        template = template.replace("{" + key + "}", part)
    return template


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) or r"(?!)"


@cache
def _month_names(language: str) -> dict[str, int]:
    """Every name of a month: those of babel, and further forms of words/`language`/months.csv."""
    locale = Locale(language)
    widths = ("wide", "abbreviated") if language in _WITH_SHORT_MONTHS else ("wide",)
    tables = [locale.months["format"][width] for width in widths]
    if language in _DECLINED:
        tables.append(locale.months["stand-alone"]["wide"])
    names = {name.removesuffix("."): number for names in tables for number, name in names.items()}
    names |= {row["form"]: int(row["month"]) for row in table("months", language)}
    return names | {name.upper(): number for name, number in names.items()}


@cache
def _months(language: str) -> dict[str, int]:
    return {plain(name): number for name, number in _month_names(language).items()}


@cache
def _weekdays(language: str) -> dict[str, int]:
    """Every name of a weekday: those of babel but for words of other use, and further forms of our own."""
    other_use = rules("dates", language)["no_weekday"]
    names = {plain(name): day for day, name in Locale(language).days["format"]["wide"].items()}
    names = {name: day for name, day in names.items() if name not in map(plain, other_use)}
    return names | {plain(row["form"]): int(row["weekday"]) for row in table("weekdays", language)}


@cache
def _counts(language: str) -> dict[str, int]:
    return {plain(row["form"]): int(row["value"]) for row in table("numbers", language)}


@cache
def _relative(language: str) -> dict[str, Row]:
    return {plain(row["phrase"]): row for row in table("relative", language)}


@cache
def named_periods(language: str) -> dict[str, Row]:
    """The spans of known days that have a name ("the 44-day war"), by the name as a key."""
    return {plain(row["phrase"]): row for row in table("named_periods", language)}
