"""Reads a folder of saved pages: `python -m tests.benchmarks.pages FOLDER LABELS... [--misses]`.

LABELS are JSON files {address: {"file": name, "date": "YYYY-MM-DD"}}, as public libraries of extraction have
them. Prints how many pages give the right, a wrong or no day of publication, beside htmldate's fast mode on
the same pages, how long each takes, and which could not be read.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import htmldate

from geo.articles.jobs import Job, Result
from geo.articles.workers import Limits, Workers

SLOW = 2.0


def main() -> None:
    """Prints the counts, the times, and with --misses each page whose day is wrong."""
    options = _options()
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    seconds: dict[str, float] = {}
    refused: dict[str, str] = {}
    with Workers(options.data, limits=Limits(seconds=options.seconds)) as workers:
        list(workers.results(Job("warm.txt", b"Lachin.")))
        for path, day in _labelled(options.folder, options.labels):
            start = time.perf_counter()
            results = list(workers.results(Job(str(path))))
            seconds[path.name] = time.perf_counter() - start
            refused |= dict(_refusals(path.name, results))
            found = _published(results)
            ours[_verdict(found, day)] += 1
            theirs[_verdict(_fast(path), day)] += 1
            if options.misses and found != day:
                print(f"{path.name}: {day} is labelled, {found} was found")
    _print(ours, theirs, seconds, refused)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.pages", description=__doc__)
    parser.add_argument("folder", type=Path, help="pages, in it or below it")
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("--data", default="data")
    parser.add_argument("--seconds", type=float, default=Limits.seconds, help="what one page may take")
    parser.add_argument("--misses", action="store_true", help="print each page whose day is wrong or missing")
    return parser.parse_args()


def _labelled(folder: Path, files: list[Path]) -> Iterator[tuple[Path, str | None]]:
    """Each labelled page that is there, and its day; None where the label gives none."""
    paths = {path.name: path for path in sorted(folder.rglob("*")) if path.is_file()}
    for file in files:
        labels: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
        for label in labels.values():
            if label["file"] in paths:
                day = label["date"]
                yield paths[label["file"]], day if isinstance(day, str) else None


def _refusals(name: str, results: list[Result]) -> Iterator[tuple[str, str]]:
    for result in results:
        if result.refusal:
            yield name, "; ".join(map(str, result.refusal))


def _published(results: list[Result]) -> str | None:
    days = [result.reading.article.published for result in results]
    return days[0].isoformat() if days and days[0] else None


def _fast(path: Path) -> str | None:
    page = path.read_bytes().decode("utf-8", "replace")
    return htmldate.find_date(page, extensive_search=False, original_date=True)


def _verdict(found: str | None, day: str | None) -> str:
    return "right" if found == day else "none" if found is None else "wrong"


def _print(
    ours: Counter[str], theirs: Counter[str], seconds: dict[str, float], refused: dict[str, str]
) -> None:
    for name, counts in (("ours", ours), ("htmldate", theirs)):
        print(
            f"{name:10}" + "  ".join(f"{verdict} {counts[verdict]}" for verdict in ("right", "wrong", "none"))
        )
    ordered = sorted(seconds.values())
    slow = {name: round(took, 1) for name, took in seconds.items() if took > SLOW}
    print(f"{len(ordered)} pages, median {ordered[len(ordered) // 2]:.2f} s, longest {ordered[-1]:.2f} s")
    print(f"over {SLOW:.0f} s: {slow or 'none'}")
    print(f"not read: {refused or 'none'}")


if __name__ == "__main__":
    main()
