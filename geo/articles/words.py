"""The word tables: words/LANGUAGE/ has those of a language, words/ those of all; each is read once."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from geo import names

FOLDER = Path(__file__).parent / "words"
TOKEN = re.compile(r"[^\W\d_]{1,99}(?:[՛՜՞´\u0300-\u036f]{1,4}[^\W\d_]{1,99}){0,9}")

Row = dict[str, str]

# Turkish and Azerbaijani capitals (I, İ) do not say which small letter they are; ё is often written е; and
# old Azerbaijani pages write ə (U+0259) with its Cyrillic twin ә (U+04D9), which looks the same.
_SCHWA = str.maketrans("әӘ", "əƏ")
_ALIKE = str.maketrans({"ı": "i", "İ": "i", "ё": "е", "ә": "ə"})
_KEY, _LONGEST_REMEMBERED = 3, 4000
_WORD_START = re.compile(r"(?<!\w)\w")
_BLANK = re.compile(r"[\n\t ]")
_REPEAT = re.compile(r"(\\.|\[\^?\]?(?:\\.|[^\]\\]){0,200}\]|[^\\\[*+?}])([*+])", re.DOTALL)
_MOST = {"\\s": 4, "\\d": 9, ")": 6}
_MOST_OF_A_CLASS, _MOST_BUT_A_CLASS = 40, 150


@cache
def table(name: str, language: str = "") -> tuple[Row, ...]:
    """The rows of words/`language`/`name`.csv, or of words/`name`.csv, cells as text."""
    with (FOLDER / language / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, strict=True))


@cache
def document(name: str) -> Any:
    """The content of words/`name`.json."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@cache
def rules(name: str, language: str) -> Any:
    """The content of words/`language`/`name`.json."""
    return json.loads((FOLDER / language / f"{name}.json").read_text(encoding="utf-8"))


@cache
def pattern(name: str, language: str = "") -> re.Pattern[str]:
    """The pattern of that name in words/`language`/patterns.json, or in words/patterns.json.

    It is met nowhere where the language has none of that name.
    """
    if language:
        return compiled(rules("patterns", language).get(name, r"(?!)"))
    rule = document("patterns")[name]
    return compiled("|".join(rule["any_of"]), ignore_case=rule["ignore_case"])


def compiled(expression: str, *, ignore_case: bool = True) -> re.Pattern[str]:
    """The expression as a pattern whose repeats all have an end, so that its work grows with the text only.

    `\\s+` stands for one to four, `\\w+` for one to forty characters, `[^.]*` for at most 150.
    """
    return re.compile(_REPEAT.sub(_ended, expression), re.IGNORECASE if ignore_case else re.RegexFlag(0))


def _ended(match: re.Match[str]) -> str:
    atom, sign = match.groups()
    most = _MOST.get(atom, _MOST_BUT_A_CLASS if atom.startswith("[^") else _MOST_OF_A_CLASS)
    return f"{atom}{{{int(sign == '+')},{most}}}"


def by(name: str, key: str) -> dict[str, list[Row]]:
    """The rows of a word table grouped by a column."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in table(name):
        groups[row[key]].append(row)
    return groups


def listed(cell: str) -> list[str]:
    """The entries of a cell that holds a list joined with ";"."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def looked_up(cell: str) -> list[str]:
    """The entries of a cell that holds a list, as they are looked up in a text in small letters."""
    return [lowered(entry) for entry in listed(cell)]


@dataclass(frozen=True)
class Found:
    """A stem met at [start, end) of a text."""

    start: int
    end: int
    stem: str


class _Begins(dict[str, bool]):
    """Whether any stem begins with these first letters of a word, remembered once asked."""

    def __init__(self, keys: frozenset[str], short: set[int]) -> None:
        super().__init__()
        self._keys, self._short = keys, short

    def __missing__(self, key: str) -> bool:
        self[key] = key in self._keys or any(key[:length] in self._keys for length in self._short)
        return self[key]


class Stems:
    """Finds words that start with one of many stems, blind to case.

    A stem that ends in $ wants the whole word; a stem may hold spaces. Looked up by the first letters
    of each word, which is far quicker than a pattern of hundreds of alternatives.
    """

    def __init__(self, stems: Iterable[str]) -> None:
        self._by_key: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for stem in sorted(set(stems), key=len, reverse=True):
            plain = lowered(stem.removesuffix("$"))
            self._by_key[plain[:_KEY]].append((plain, stem.endswith("$")))
        self._short = {len(key) for key in self._by_key if len(key) < _KEY}
        self._begins = _Begins(frozenset(self._by_key), self._short)

    def finditer(self, text: str) -> Iterator[Found]:
        """The stems met, in order, the longest where several begin at one place; none inside another."""
        long = len(text) > _LONGEST_REMEMBERED
        low = _lowered(text) if long else lowered(text)
        end = 0
        for start, key in _starts(low) if long else _word_starts(low):
            if start >= end and self._begins[key]:
                stem = self._at(low, start)
                if stem:
                    end = start + len(stem)
                    yield Found(start, end, stem)

    def search(self, text: str) -> Found | None:
        """The first stem met, or None."""
        return next(self.finditer(text), None)

    def _at(self, low: str, start: int) -> str | None:
        for length in (_KEY, *self._short):
            for stem, whole in self._by_key.get(low[start : start + length], ()):
                after = start + len(stem)
                if low.startswith(stem, start) and not (whole and low[after : after + 1].isalnum()):
                    return stem
        return None


@lru_cache(maxsize=256)
def _word_starts(low: str) -> tuple[tuple[int, str], ...]:
    """Where each word begins, and its first letters."""
    return tuple(_starts(low))


def _starts(low: str) -> Iterator[tuple[int, str]]:
    starts = (match.start() for match in _WORD_START.finditer(low))
    return ((start, low[start : start + _KEY]) for start in starts)


@lru_cache(maxsize=256)
def lowered(text: str) -> str:
    """The text as words are looked up in it: small letters, and one letter where two are written for one.

    Each letter stays one letter, so that a place in it is the same place in the text.
    """
    return _lowered(text)


def _lowered(text: str) -> str:
    low = text.casefold()
    same = low if len(low) == len(text) else "".join(_small(char) for char in text)
    return _BLANK.sub(" ", same.translate(_ALIKE))


def plain(phrase: str) -> str:
    """The phrase as a key: as it is looked up, with single blanks."""
    return " ".join(lowered(phrase).split())


def _small(char: str) -> str:
    low = char.casefold()
    return low if len(low) == 1 else char


def with_schwa(text: str) -> str:
    """The text, letter for letter, with each ә that stands for the Azerbaijani ə written as one."""
    return text.translate(_SCHWA)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word as the name index folds it (geo.names.fold), remembered."""
    return names.fold(with_schwa(word))


@cache
def stems(name: str, language: str, kind: str) -> Stems:
    """The stems of one type in words/`language`/`name`.csv."""
    return Stems(row["stem"] for row in table(name, language) if row["type"] == kind)


class Lexicon:
    """Stems that lead back to the rows of the word tables they stand in."""

    def __init__(self, rows: list[tuple[str, Row]]) -> None:
        """`rows` are pairs of a stem and its row."""
        self._row = {lowered(stem.removesuffix("$")): row for stem, row in rows}
        self._stems = Stems(stem for stem, _ in rows)

    def rows(self, text: str) -> list[tuple[Found, Row]]:
        """Each stem met in the text, in order, with its row."""
        return [(found, self._row[found.stem]) for found in self._stems.finditer(text)]


@cache
def lexicon(name: str, language: str) -> Lexicon:
    """The stems of words/`language`/`name`.csv with their rows."""
    return Lexicon([(row["stem"], row) for row in table(name, language)])
