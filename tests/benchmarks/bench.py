"""What every part of the page's benchmark is given: the browser, the served pages, the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import count, islice

from playwright.sync_api import Browser, Page

from geo import Atlas
from geo.view import SEED_DAY
from tests.benchmarks.figures import spread
from tests.benchmarks.steps import Subject, visited

OPENED = "kalbajar"


@dataclass(frozen=True)
class Plan:
    """How often to do what: visits of each page; in each, moves of a drag, releases, clicks; and so on.

    On the slow laptop the processor is `slower` so many times, the line has so many `megabits` a second.
    """

    runs: int = 5
    moves: int = 60
    releases: int = 6
    clicks: int = 6
    events: int = 10_000
    play_seconds: float = 60
    steps: int = 200
    slower: float = 6
    megabits: float = 3
    latency_ms: float = 100


QUICK = Plan(
    runs=1,
    moves=6,
    releases=1,
    clicks=1,
    events=1_000,
    play_seconds=2,
    steps=3,
    slower=1.5,
    megabits=60,
    latency_ms=10,
)


@dataclass(frozen=True)
class Bench:
    """The browser and the addresses of the pages, warm; `opened` is each one's first map, in ms."""

    browser: Browser
    urls: Mapping[Subject, str]
    atlas: Atlas
    plan: Plan
    opened: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def visit(self, subject: Subject, run: int = 0) -> Iterator[Page]:
        """The page in a browser that has nothing cached, on a day without events, idle."""
        with visited(self.browser, subject, self.address(subject, run)) as page:
            yield page

    def address(self, subject: Subject, run: int = 0) -> str:
        """The page's address on one quiet day after the other."""
        day = self._quiet_days[run % len(self._quiet_days)]
        return f"{self.urls[subject]}/?date={day}&region={OPENED}"

    @cached_property
    def _quiet_days(self) -> list[date]:
        """A day in each of some years whose window has no event, so that a click meets a unit only.

        With very many events no day is quiet, and the seed's day stands in.
        """
        atlas = self.atlas
        starts = (date(year, 3, 1) for year in range(atlas.first.year, atlas.last.year + 1, 4))
        years = ([start + timedelta(n) for n in range(0, 300, 10)] for start in starts)
        found = (next((day for day in days if atlas.on(day).events.empty), None) for days in years)
        return [day for day in found if day] or [SEED_DAY]


def shares(start: int, number: int) -> list[float]:
    """Places on the track, spread over it, never twice the same."""
    return [0.04 + 0.86 * spread(n) for n in islice(count(start + 1), number)]
