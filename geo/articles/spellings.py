"""The gazetteer: every spelling of every region, place and settlement to its regions, inflected forms too."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from geo.articles.words import TOKEN, compiled, document, fold, listed, pattern, table
from geo.languages import TABLE_LANGUAGES

RANK = {"region": 0, "place": 1, "settlement": 2}
_GENERIC = pattern("generic_word")
_SHORTEST_STEM = 4


@dataclass(frozen=True)
class Name:
    """A spelling as folded words, and the regions that bear it; `kind` is region, place or settlement."""

    words: tuple[str, ...]
    region_ids: tuple[str, ...]
    kind: str


class Gazetteer:
    """Finds the names that begin at a token; of a region and a village of one spelling the region stands."""

    def __init__(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """`rows` are (spelling, region_id, kind)."""
        bearers: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for spelling, region_id, kind in rows:
            words = tuple(fold(word) for word in TOKEN.findall(spelling))
            if words and region_id:
                bearers[words][kind].add(region_id)
        self._first: dict[str, list[Name]] = defaultdict(list)
        for words, kinds in bearers.items():
            kind = min(kinds, key=lambda kind: RANK[kind])
            self._first[words[0]].append(Name(words, tuple(sorted(kinds[kind])), kind))
        for names in self._first.values():
            names.sort(key=lambda name: (-len(name.words), RANK[name.kind]))

    def at(self, words: list[str], language: str | None) -> tuple[Name, bool] | None:
        """The longest name that the folded words begin with, and whether its last word is an adjective."""
        for lemma in lemmas(words[0], language):
            for name in self._first.get(lemma, ()):
                if len(name.words) > len(words):
                    continue
                if all(part in lemmas(word, language) for part, word in zip(name.words, words, strict=False)):
                    last = words[len(name.words) - 1]
                    return name, last != name.words[-1] and _adjective(last)
        return None


def gazetteer_of(folder: Path | str) -> Gazetteer:
    """The gazetteer of a data folder, from its regions, places, names and settlements tables."""
    tables = {
        name: _rows(Path(folder) / f"{name}.csv") for name in ("regions", "places", "names", "settlements")
    }
    inside = {row["region_id"]: set(listed(row["unit_ids"])) for row in tables["regions"]}
    homes = {row["place_id"]: _home(row, inside) for row in tables["places"]}
    rows = list(_region_names(tables["regions"]))
    for row in tables["names"]:
        region = row["subject_id"] if row["subject_kind"] == "region" else homes.get(row["subject_id"], "")
        rows += [(spelling, region, row["subject_kind"]) for spelling in _spellings(row["name"])]
    for row in tables["settlements"]:
        cells = [row[f"name_{lang}"] for lang in TABLE_LANGUAGES] + listed(row["variants"])
        rows += [
            (spelling, row["region_id"], "settlement") for cell in cells for spelling in _spellings(cell)
        ]
    rows += [(row["name"], row["region_id"], "region") for row in table("more_names")]
    return Gazetteer(rows)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _home(place: dict[str, str], inside: dict[str, set[str]]) -> str:
    """The region a place counts to: Soviet Mardakert (aghdara) for its part of three districts."""
    return "aghdara" if place["unit_id"] in inside.get("aghdara", ()) else place["region_id"]


def _region_names(regions: list[dict[str, str]]) -> Iterator[tuple[str, str, str]]:
    for row in regions:
        for lang in TABLE_LANGUAGES:
            yield from (
                (spelling, row["region_id"], "region") for spelling in _spellings(row[f"name_{lang}"])
            )


def _spellings(name: str) -> Iterator[str]:
    """The forms of a label: both sides of a slash, without the generic word."""
    for part in name.split(" / "):
        short = _GENERIC.sub("", part).strip()
        yield from dict.fromkeys(form for form in (short, _GENERIC.sub("", short).strip()) if form)


@lru_cache(maxsize=65536)
def lemmas(word: str, language: str | None) -> tuple[str, ...]:
    """The folded word and what it may be an inflected form of, itself first."""
    script = _script(word, language)
    found = [word]
    for base, endings in _endings().get(script, ()):
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) + len(base) >= _SHORTEST_STEM:
                found.append(word[: -len(ending)] + base)
    if script == "cyrillic":
        found += _without_adjective(word)
    return tuple(dict.fromkeys(found))


def _script(word: str, language: str | None) -> str:
    if "а" <= word[:1] <= "я":
        return "cyrillic"
    if "ա" <= word[:1] <= "և":
        return "armenian"
    return "latin" if language in ("az", "tr") else "none"


@cache
def _endings() -> dict[str, list[tuple[str, list[str]]]]:
    found: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for row in table("endings"):
        found[row["script"]].append((row["base"], listed(row["endings"])))
    return found


@cache
def _adjective_pattern() -> re.Pattern[str]:
    words = document("adjectives")
    return compiled(rf".{{3,40}}?(?:{'|'.join(words['links'])})(?:{'|'.join(words['endings'])})\Z")


def _adjective(word: str) -> bool:
    return "а" <= word[:1] <= "я" and _adjective_pattern().match(word) is not None


def _without_adjective(word: str) -> list[str]:
    words = document("adjectives")
    found = []
    for link in words["links"]:
        for ending in words["endings"]:
            if word.endswith(link + ending) and len(word) - len(link + ending) >= 3:
                stem = word[: -len(link + ending)]
                found += [stem + base for base in words["bases"]] + [stem + "ск"]
    return found
