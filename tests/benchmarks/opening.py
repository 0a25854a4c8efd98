"""Parts `first` and `bytes`: the first map, cold and warm, and what it costs on the wire."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tests.benchmarks.bench import Bench, shares
from tests.benchmarks.figures import Figures, beside, ratio, summary
from tests.benchmarks.steps import ATLAS, BASELINE, EMPTY, first_map, go
from tests.benchmarks.weigh import weighed

_SUBJECTS = (ATLAS, BASELINE, EMPTY)


def opening(bench: Bench) -> Figures:
    """The first map of all three pages: nothing cached, the page opened again, a server just started."""
    cold: dict[str, list[float]] = defaultdict(list)
    warm: dict[str, list[float]] = defaultdict(list)
    for run in range(bench.plan.runs):
        for subject in _SUBJECTS:
            with bench.visit(subject, run) as page:
                cold[subject.name].append(first_map(page))
                go(page, subject, bench.address(subject, run))
                warm[subject.name].append(first_map(page))
    return {
        "first_map_ms": _all(cold),
        "first_map_again_ms": _all(warm),
        "first_map_of_a_new_server_ms": _all({name: [ms] for name, ms in bench.opened.items()}),
    }


def weighing(bench: Bench) -> Figures:
    """Bytes at the start and per step of atlas and baseline, and whom they ask elsewhere."""
    (start, step, asked), (plain_start, plain_step, plain_asked) = (
        weighed(bench.browser, subject, bench.address(subject), shares(0, bench.plan.releases))
        for subject in (ATLAS, BASELINE)
    )
    return {
        "bytes_at_start": beside(start, plain_start),
        "bytes_per_step": beside(step, plain_step),
        "requests_elsewhere": {"atlas": asked, "baseline": plain_asked},
    }


def _all(samples: dict[str, Sequence[float]] | dict[str, list[float]]) -> Figures:
    atlas, baseline, empty = (summary(samples[subject.name]) for subject in _SUBJECTS)
    return beside(atlas, baseline) | {"empty": empty, "atlas_over_empty": ratio(atlas, empty)}
