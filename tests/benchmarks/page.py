"""python -m tests.benchmarks.page [--runs N] [--output FILE]: the dashboard in Chromium beside a plain page.

One JSON object of one run, atlas and baseline in turn, each visit with an empty browser cache and both
servers warm. Milliseconds, by the page's own clock (watch.js); "painted" means that the main thread
has drawn the frame; raster and display, at most one frame more, are not in it, on either side.

drag_repaint_ms       a move of the mouse with the button down, from its dispatch in the page, to the
                      frame in which the map's units and events are drawn for the new day; one sample
                      for each move the map followed, `skipped` for those overtaken by the next.
                      Baseline: st.slider sends nothing while it is dragged, so from its release to the
                      map painted for that day, through the server.
release_to_panel_ms   the button's release after a drag to the panel painted for the slider's day.
click_to_panel_ms     the click on a unit, as the map's frame gets it, to the panel painted with the
                      heading of its region. Clicks are on days without event markers.
                      of_which_p50: `asked` until the browser asks the server, `told` until the message
                      before the panel has come, `drawn` from there to paint; `messages` up to then.
first_map_ms          start of navigation to the map painted, with its relief; median is p50.
bytes_at_start, bytes_per_step   see weigh.py.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from geo import Atlas, load_atlas
from geo.names import label as name_in
from tests.benchmarks.figures import Figures, beside, machine, summary
from tests.benchmarks.steps import (
    ATLAS,
    BASELINE,
    Subject,
    click,
    drag,
    first_map,
    release,
    visited,
)
from tests.benchmarks.weigh import weighed
from tests.serving import ROOT, launched, served

Samples = dict[str, list[Any]]
_OPENED = "kalbajar"
_GOLDEN = 0.6180339887


@dataclass(frozen=True)
class Plan:
    """How often to do what: visits of each page, and in each visit moves of a drag, releases, clicks."""

    runs: int = 5
    moves: int = 60
    releases: int = 6
    clicks: int = 6


def measure(plan: Plan) -> Figures:
    """The figures of both pages from one run; see the module's docstring."""
    atlas = load_atlas(ROOT / "data")
    samples: dict[str, Samples] = {s.name: defaultdict(list) for s in (ATLAS, BASELINE)}
    with ExitStack() as stack:
        urls = {s: stack.enter_context(served(s.script)) for s in (ATLAS, BASELINE)}
        browser = launched(stack.enter_context(sync_playwright()))
        stack.callback(browser.close)
        before = machine()
        for url in urls.values():
            _warm(browser, url)
        for run in range(plan.runs):
            for subject, url in urls.items():
                _visit(browser, subject, url, atlas, plan, run, samples[subject.name])
        weights = {
            subject.name: weighed(
                browser, subject, _address(url, atlas, 0), _shares(0, plan.releases)
            )
            for subject, url in urls.items()
        }
        versions = {"chromium": browser.version, **before["versions"]}
    facts = {**before, "versions": versions, "load_1_min_after": machine()["load_1_min"]}
    return {"machine": facts, "plan": asdict(plan)} | _times(samples) | _bytes(weights)


def _warm(browser: Browser, url: str) -> None:
    with visited(browser, f"{url}/?date=2020-11-25&region={_OPENED}"):
        pass


def _visit(
    browser: Browser, subject: Subject, url: str, atlas: Atlas, plan: Plan, run: int, into: Samples
) -> None:
    """One visit's samples, added to the lists."""
    with visited(browser, _address(url, atlas, run)) as page:
        into["first"].append(first_map(page))
        for unit_id, heading in _targets(atlas, run * plan.clicks, plan.clicks):
            into["click"].append(click(page, subject, unit_id, heading))
        if subject is ATLAS:
            into["drag"] += drag(page, subject, 0.03, 0.93, plan.moves)
            into["moves"].append(plan.moves)
        for share in _shares(run * plan.releases, plan.releases):
            into["release"].append(release(page, subject, share))


def _address(url: str, atlas: Atlas, run: int) -> str:
    days = _quiet_days(atlas)
    return f"{url}/?date={days[run % len(days)]}&region={_OPENED}"


def _quiet_days(atlas: Atlas) -> list[date]:
    """A day in each of some years whose window has no event, so that a click meets a unit only."""
    starts = (date(year, 3, 1) for year in range(atlas.first.year, atlas.last.year + 1, 4))
    years = ([start + timedelta(n) for n in range(0, 300, 10)] for start in starts)
    found = (next((day for day in days if atlas.on(day).events.empty), None) for days in years)
    return [day for day in found if day]


def _targets(atlas: Atlas, start: int, number: int) -> Iterator[tuple[str, str]]:
    """The largest unit of one district after the other, and the district's name; no two alike in a row."""
    largest = atlas.units.sort_values("km2").groupby("region_id").tail(1)
    rows = [(unit, row["region_id"]) for unit, row in largest.sort_index().iterrows()]
    named = [(unit, name_in(atlas.regions.loc[r], "en")) for unit, r in rows if r != _OPENED]
    return (named[n % len(named)] for n in range(start, start + number))


def _shares(start: int, number: int) -> list[float]:
    """Places on the track, spread over it, never twice the same."""
    return [0.04 + 0.86 * (n * _GOLDEN % 1) for n in islice(count(start + 1), number)]


def _times(samples: dict[str, Samples]) -> Figures:
    atlas, baseline = samples["atlas"], samples["baseline"]
    return {
        "drag_repaint_ms": beside(
            _dragged(atlas), summary([sample["map"] for sample in baseline["release"]])
        ),
        "release_to_panel_ms": beside(_panel(atlas["release"]), _panel(baseline["release"])),
        "click_to_panel_ms": beside(_panel(atlas["click"]), _panel(baseline["click"])),
        "first_map_ms": beside(summary(atlas["first"]), summary(baseline["first"])),
    }


def _dragged(samples: Samples) -> Figures:
    pairs = samples["drag"]
    return summary([pair["painted"] - pair["at"] for pair in pairs]) | {
        "skipped": sum(samples["moves"]) - len(pairs),
        "to_recoloured": summary([pair["dom"] - pair["at"] for pair in pairs]),
        "from_mouse": summary([pair["painted"] - pair["made"] for pair in pairs]),
    }


def _panel(samples: Sequence[Figures]) -> Figures:
    parts = ("asked", "told", "drawn", "messages")
    of_which = {part: round(median(sample[part] for sample in samples), 1) for part in parts}
    return summary([sample["panel"] for sample in samples]) | {"of_which_p50": of_which}


def _bytes(weights: dict[str, tuple[Figures, Figures, list[str]]]) -> Figures:
    (start, step, asked), (plain_start, plain_step, plain_asked) = (
        weights["atlas"],
        weights["baseline"],
    )
    return {
        "bytes_at_start": beside(start, plain_start),
        "bytes_per_step": beside(step, plain_step),
        "requests_elsewhere": {"atlas": asked, "baseline": plain_asked},
    }


def main() -> None:
    """Measures and prints, or writes, the JSON object."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=Plan.runs, help="visits of each page")
    parser.add_argument("--output", type=Path, help="a file for the JSON beside standard output")
    given = parser.parse_args()
    text = json.dumps(measure(Plan(runs=given.runs)), indent=2)
    print(text)
    if given.output:
        given.output.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
