"""Every spelling of a place to its id, and labels in the reader's language."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

import pandas as pd

from geo.languages import BY_CODE

Item = TypeVar("Item")

# Letters that stand for a plain one and do not decompose.
_PLAIN = str.maketrans({"ə": "e", "ı": "i", "ø": "o"})

# A ligature sorts as the letters that it is spoken as.
_LIGATURES = {"և": "եվ"}
# What else stands in names, in the order of Unicode's collation; anything else comes after these.
_PUNCTUATION = " _-–—,;:!?.'‘’“”\"«»()[]/"
_LAST = 1000


@dataclass(frozen=True, order=True)
class Match:
    """A region or place that a spelling may mean: kind is "region" or "place"."""

    kind: str
    id: str


class NameIndex:
    """Looks up spellings without regard to case, diacritics, spaces, hyphens and apostrophes."""

    def __init__(self, names: pd.DataFrame) -> None:
        found: dict[str, set[Match]] = defaultdict(set)
        rows = zip(names["subject_kind"], names["subject_id"], names["name"], strict=True)
        for kind, subject, name in rows:
            found[fold(name)].add(Match(kind, subject))
        self._found = {spelling: tuple(sorted(matches)) for spelling, matches in found.items()}

    def find(self, spelling: str) -> tuple[Match, ...]:
        """All that the whole spelling can mean, sorted; empty if nothing, several if ambiguous."""
        return self._found.get(fold(spelling), ())

    def starting(self, beginning: str, *, limit: int = 20) -> tuple[Match, ...]:
        """What the spellings that start so can mean, shortest spelling first, at most `limit`."""
        start = fold(beginning)
        hits = sorted((s for s in self._found if start and s.startswith(start)), key=lambda s: (len(s), s))
        unique = dict.fromkeys(match for spelling in hits for match in self._found[spelling])
        return tuple(unique)[:limit]


def fold(text: str) -> str:
    """The text reduced to what spellings of one name share: small letters and digits, no marks."""
    small = unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN)
    return "".join(char for char in small if char.isalnum())


def display_name(row: pd.Series, lang: str) -> str:
    """The row's name in the language, from its column name_<lang>."""
    return str(row[f"name_{lang}"])


def sorted_by_name(items: Iterable[Item], lang: str, *, name: Callable[[Item], str] = str) -> list[Item]:
    """The items by their names in the order of the language's own alphabet."""
    return sorted(items, key=lambda item: collation_key(name(item), lang))


@lru_cache(maxsize=16384)
def collation_key(text: str, lang: str) -> tuple[object, ...]:
    """What the text sorts by among others of the language, as Unicode's collation for it has it.

    Spaces and marks, then digits, then the language's letters, then those of others. A letter with a
    mark that the alphabet does not have is the letter without it, unless all else is alike.
    """
    ranks = _ranks(lang)
    small = _small(unicodedata.normalize("NFC", text), lang)
    return tuple(place for char in small for place in _places(char, ranks)), small, text.swapcase()


@cache
def _ranks(lang: str) -> dict[str, int]:
    return {letter: rank for rank, letters in enumerate(BY_CODE[lang].alphabet.split()) for letter in letters}


def _small(text: str, lang: str) -> str:
    if "ı" in _ranks(lang):
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()


def _places(char: str, ranks: dict[str, int]) -> list[tuple[int, int]]:
    """Where a small letter stands: class and rank in it; a mark alone stands nowhere."""
    if char in ranks:
        return [(2, ranks[char])]
    if unicodedata.category(char).startswith("M"):
        return []
    if not char.isalpha():
        return [(1, ord(char)) if char.isdigit() else (0, _PUNCTUATION.find(char) % _LAST)]
    plain = _LIGATURES.get(char) or fold(char)
    return [(2, ranks[part]) if part in ranks else (3, ord(part)) for part in plain]


def names_of(
    names: pd.DataFrame, kind: str, subject: str, *, roles: Iterable[str] = ("label", "name")
) -> dict[str, list[str]]:
    """The subject's names by language (en, az, hy, hy-Latn, ru), those shown first in front."""
    rows = names[(names["subject_kind"] == kind) & (names["subject_id"] == subject)]
    rows = rows[rows["role"].isin(list(roles))]
    return {str(lang): list(group["name"]) for lang, group in rows.groupby("language", sort=False)}
