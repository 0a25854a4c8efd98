"""Measures the article reader: `python -m tests.benchmarks.articles [FOLDER] [--misses]`.

A label is NAME.label.json beside NAME.*: published, language, events [{region_id, date}] (date as
YYYY-MM-DD, YYYY-MM, YYYY or null) and quotes (beginnings of the sentences worth quoting, at least
one for each region of a dated event that a sentence tells). Articles
fall into two halves by a hash of their name: rules are tuned on the first, both are reported.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geo.articles import Reading, as_json, open_reader, raw_documents, read

CORPUS = Path(__file__).parents[1] / "articles" / "corpus"
MEASURES = ("published", "regions", "dates", "pairs", "excerpts")


@dataclass
class Score:
    """Counts of one measure over articles; precision, recall and F1 of them."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, found: set[Any], wanted: set[Any]) -> None:
        """Counts one article's answers against its labels."""
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 if nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found; 1 if nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.2f} R {self.recall:.2f} F1 {self.f1:.2f}"


@dataclass
class Tally:
    """The scores of a group of articles."""

    articles: int = 0
    negatives: int = 0
    alarms: int = 0
    scores: dict[str, Score] = field(default_factory=lambda: {measure: Score() for measure in MEASURES})

    def __str__(self) -> str:
        parts = "  ".join(f"{measure}: {score}" for measure, score in self.scores.items())
        return f"{self.articles:3} articles  {parts}  false alarms {self.alarms}/{self.negatives}"


def half_of(name: str) -> str:
    """The half an article belongs to, "tune" or "test", by a hash of its name."""
    return "tune" if hashlib.sha256(name.encode()).digest()[0] % 2 else "test"


def labelled(folder: Path) -> list[tuple[str, Path, dict[str, Any]]]:
    """Name, file and label of every labelled article of a folder, by name."""
    found = []
    for label in sorted(folder.glob("*.label.json")):
        name = label.name.removesuffix(".label.json")
        file = next(path for path in sorted(folder.glob(f"{name}.*")) if path != label)
        found.append((name, file, json.loads(label.read_text(encoding="utf-8"))))
    return found


def answers(reading: Reading) -> dict[str, set[Any]]:
    """What the reader found, in the form of the labels."""
    events = as_json(reading)["events"]
    pairs = {(region, _shown(event)) for event in events for region in event["region_ids"]}
    published = reading.article.published
    return {
        "published": {published.isoformat()} if published else set(),
        "regions": {region for region, _ in pairs},
        "dates": {day for _, day in pairs if day and len(day) == 10},
        "pairs": pairs,
        "excerpts": {excerpt.quote for excerpt in reading.excerpts},
    }


def wanted(label: dict[str, Any]) -> dict[str, set[Any]]:
    """What the label asks for."""
    pairs = {(event["region_id"], event["date"]) for event in label["events"]}
    return {
        "published": {label["published"]} if label["published"] else set(),
        "regions": {region for region, _ in pairs},
        "dates": {day for _, day in pairs if day and len(day) == 10},
        "pairs": pairs,
        "excerpts": set(label["quotes"]),
    }


def _shown(event: dict[str, Any]) -> str | None:
    """The first day of an event, no finer than it is known."""
    day: str | None = event["date_start"]
    return day[: {4: 7, 5: 4}.get(event["date_prec"], 10)] if day else None


def measure(
    articles: Iterable[tuple[str, Path, dict[str, Any]]], *, misses: bool = False
) -> dict[str, Tally]:
    """The tallies of all articles, of each half and of each language; prints misses if asked."""
    reader = open_reader()
    tallies: dict[str, Tally] = defaultdict(Tally)
    for name, file, label in articles:
        found, asked = answers(read(next(iter(raw_documents(file))), reader)), wanted(label)
        found["excerpts"] = {
            next((q for q in asked["excerpts"] if quote.startswith(q)), quote) for quote in found["excerpts"]
        }
        for group in ("all", half_of(name), label["language"]):
            tally = tallies[group]
            tally.articles += 1
            tally.negatives += not asked["pairs"]
            tally.alarms += bool(not asked["pairs"] and found["pairs"])
            for kind, score in tally.scores.items():
                score.add(found[kind], asked[kind])
        if misses:
            _print_misses(f"{name} ({half_of(name)})", found, asked)
    return tallies


def _print_misses(name: str, found: dict[str, set[Any]], asked: dict[str, set[Any]]) -> None:
    for kind in ("published", "pairs"):
        if found[kind] != asked[kind]:
            extra, missing = found[kind] - asked[kind], asked[kind] - found[kind]
            print(f"{name} {kind}: extra {sorted(extra, key=str)} missing {sorted(missing, key=str)}")


def speed(articles: list[tuple[str, Path, dict[str, Any]]], *, rounds: int = 5) -> float:
    """Articles read a second on one core, loading of words and names not counted."""
    reader = open_reader()
    raws = [raw for _, file, _ in articles for raw in raw_documents(file)]
    for raw in raws:
        read(raw, reader)
    start = time.perf_counter()
    for _ in range(rounds):
        for raw in raws:
            read(raw, reader)
    return rounds * len(raws) / (time.perf_counter() - start)


def main() -> None:
    """Prints the tallies and the speed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.articles", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--misses", action="store_true", help="print what was missed and what was too much")
    options = parser.parse_args()
    articles = labelled(options.folder)
    for group, tally in measure(articles, misses=options.misses).items():
        print(f"{group:5}{tally}")
    print(f"{speed(articles):.0f} articles a second on one core")


if __name__ == "__main__":
    main()
