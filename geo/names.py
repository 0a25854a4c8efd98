"""Every spelling of a place to its id, and labels in the reader's language."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

# Letters that stand for a plain one and do not decompose.
_PLAIN = str.maketrans({"ə": "e", "ı": "i", "ø": "o"})


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
    """The row's name in the language, from its name_en, name_az, name_hy, name_ru columns."""
    return str(row[f"name_{lang}"])


def names_of(
    names: pd.DataFrame, kind: str, subject: str, *, roles: Iterable[str] = ("label", "name")
) -> dict[str, list[str]]:
    """The subject's names by language (en, az, hy, hy-Latn, ru), those shown first in front."""
    rows = names[(names["subject_kind"] == kind) & (names["subject_id"] == subject)]
    rows = rows[rows["role"].isin(list(roles))]
    return {str(lang): list(group["name"]) for lang, group in rows.groupby("language", sort=False)}
