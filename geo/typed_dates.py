"""Days as people type them, in numbers or with a month's name in any language of the page.

tests/cases/dates.json is the table of what is read how; the browser's own parser runs it too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

from babel.dates import get_month_names

from geo.languages import LANGUAGES
from geo.names import fold
from geo.when import When, parse

_LONGEST = 60
_SHORTEST_MONTH = 3
# Words that stand beside the numbers of a date and change nothing, folded.
_IGNORED_WORDS = {
    *("st", "nd", "rd", "th", "of", "the", "ci", "cu", "il", "ilin", "ilde"),
    *("г", "год", "года", "году", "թ", "թվական", "թվականի", "թվականին", "ին"),
}
_NUMBER = re.compile(r"[0-9]+")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_WORD = re.compile(r"[^\W\d_]+")
_SEPARATOR = r"\s*[./-]\s*|\s+"
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_YEAR_FIRST = re.compile(rf"(\d{{4}})(?:({_SEPARATOR})(\d\d?)(?:({_SEPARATOR})(\d\d?))?)?", re.ASCII)
_YEAR_LAST = re.compile(rf"(?:(\d\d?)({_SEPARATOR}))?(\d\d?)({_SEPARATOR})(\d{{4}})", re.ASCII)
# Between day and month these say which comes first: 4.10.1993 is a day of October everywhere.
_DAY_FIRST_SEPARATORS = (".", "")


def parse_typed(text: str) -> tuple[When, ...]:
    """All that a typed date can mean: one reading, two if ambiguous (day first in front), none if no date.

    A day has precision 1, a month 4, a year 5. `04/10/1993` is 4 October and April 10; `10/25/2020`
    has one possible day only.
    """
    plain = unicodedata.normalize("NFC", text.strip())
    if len(plain) > _LONGEST or _OTHER_DIGIT.search(plain):
        return ()
    words = [word for word in map(fold, _WORD.findall(plain)) if word not in _IGNORED_WORDS]
    if len(words) > 1:
        return ()
    if words:
        return _with_month(_NUMBER.findall(plain), words[0])
    return _in_numbers(_WORD.sub(" ", plain).strip().rstrip(" .,-'’"))


def _with_month(numbers: list[str], word: str) -> tuple[When, ...]:
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) < 3]
    month = _month(word)
    if month is None or len(years) != 1 or len(days) > 1 or len(years) + len(days) != len(numbers):
        return ()
    return _existing(years[0], month, *days)


def _month(word: str) -> int | None:
    """The month, 1 to 12, that the folded word is or alone begins; None if none or several."""
    months = list(enumerate(month_spellings(), 1))
    exact = [number for number, names in months if word in names]
    if exact or len(word) < _SHORTEST_MONTH:
        return exact[0] if len(exact) == 1 else None
    begun = [number for number, names in months if any(name.startswith(word) for name in names)]
    return begun[0] if len(begun) == 1 else None


def _in_numbers(text: str) -> tuple[When, ...]:
    if match := _COMPACT.fullmatch(text):
        return _existing(*match.groups())
    if match := _YEAR_FIRST.fullmatch(text):
        year, before, month, after, day = match.groups()
        alike = after is None or before.strip() == after.strip()
        return _existing(*(part for part in (year, month, day) if part)) if alike else ()
    if match := _YEAR_LAST.fullmatch(text):
        return _year_last(*match.groups())
    return ()


def _year_last(
    first: str | None, between: str | None, second: str, before: str, year: str
) -> tuple[When, ...]:
    if first is None or between is None:
        return _existing(year, second)
    if between.strip() != before.strip():
        return ()
    day_first = _existing(year, second, first)
    if between.strip() in _DAY_FIRST_SEPARATORS:
        return day_first
    return tuple(dict.fromkeys(day_first + _existing(year, first, second)))


def _existing(year: str, month: str | int | None = None, day: str | None = None) -> tuple[When, ...]:
    """The date in a tuple, or an empty one if there is no such day."""
    parts = [year, *(f"{int(part):02d}" for part in (month, day) if part is not None)]
    try:
        return (parse("-".join(parts)),)
    except ValueError:
        return ()


@cache
def month_spellings() -> tuple[frozenset[str], ...]:
    """For each month from January its folded names in every language: after a day, alone, whole and short."""
    widths: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")
    contexts: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")
    return tuple(
        frozenset(
            fold(get_month_names(width, context, lang)[number])
            for lang in LANGUAGES
            for width in widths
            for context in contexts
        )
        for number in range(1, 13)
    )
