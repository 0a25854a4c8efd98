"""Parts `drag`, `drag_many` and `steps`: the slider dragged and let go, a unit clicked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from geo import Atlas
from geo.names import display_name
from tests.benchmarks.bench import OPENED, Bench, shares
from tests.benchmarks.figures import Figures, beside, frames, summary
from tests.benchmarks.steps import ATLAS, BASELINE, click, drag, release

Samples = dict[str, list[Any]]


def dragging(bench: Bench) -> Figures:
    """Drags of the atlas's slider, beside the release of the baseline's, which shows nothing before."""
    samples, plan = _samples(), bench.plan
    for run in range(plan.runs):
        with bench.visit(ATLAS, run) as page:
            pairs, times = drag(page, ATLAS, 0.03, 0.93, plan.moves)
            samples["atlas"]["drag"] += pairs
            samples["atlas"]["frames"].append(times)
        with bench.visit(BASELINE, run) as page:
            released = [release(page, BASELINE, share) for share in shares(run * 2, 2)]
            samples["baseline"]["map"] += [one["map"] for one in released]
    return beside(_dragged(samples["atlas"], plan.runs * plan.moves), summary(samples["baseline"]["map"]))


def stepping(bench: Bench) -> Figures:
    """Releases and clicks until the panel is painted, on both pages."""
    samples, plan = _samples(), bench.plan
    for run in range(plan.runs):
        for subject in (ATLAS, BASELINE):
            into = samples[subject.name]
            with bench.visit(subject, run) as page:
                for unit_id, heading in _targets(bench.atlas, run * plan.clicks, plan.clicks):
                    into["click"].append(click(page, subject, unit_id, heading))
                for share in shares(run * plan.releases, plan.releases):
                    into["release"].append(release(page, subject, share))
    atlas, baseline = samples["atlas"], samples["baseline"]
    return {
        "release_to_panel_ms": beside(_panel(atlas["release"]), _panel(baseline["release"])),
        "click_to_panel_ms": beside(_panel(atlas["click"]), _panel(baseline["click"])),
    }


def _samples() -> dict[str, Samples]:
    return {subject.name: defaultdict(list) for subject in (ATLAS, BASELINE)}


def _targets(atlas: Atlas, start: int, number: int) -> Iterator[tuple[str, str]]:
    """The largest unit of one district after the other, and the district's name; no two alike in a row."""
    largest = atlas.units.sort_values("km2").groupby("region_id").tail(1)
    rows = [(unit, row["region_id"]) for unit, row in largest.sort_index().iterrows()]
    named = [(unit, display_name(atlas.regions.loc[r], "en")) for unit, r in rows if r != OPENED]
    return (named[n % len(named)] for n in range(start, start + number))


def _dragged(samples: Samples, moves: int) -> Figures:
    pairs = samples["drag"]
    return summary([pair["painted"] - pair["at"] for pair in pairs]) | {
        "skipped": moves - len(pairs),
        "to_recoloured": summary([pair["dom"] - pair["at"] for pair in pairs]),
        "from_mouse": summary([pair["painted"] - pair["made"] for pair in pairs]),
        "frames": frames(samples["frames"]),
    }


def _panel(samples: Sequence[Figures]) -> Figures:
    parts = ("asked", "told", "drawn", "messages")
    of_which = {part: _middle([sample[part] for sample in samples]) for part in parts}
    return summary([sample["panel"] for sample in samples]) | {"of_which_p50": of_which}


def _middle(values: Sequence[float | None]) -> float | None:
    """The median of those that are there."""
    found = [value for value in values if value is not None]
    return round(median(found), 1) if found else None
