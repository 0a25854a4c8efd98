"""python -m tests.benchmarks.page [--only PART,...] [--quick] [--runs N] [--output FILE]

The dashboard in Chromium beside a plain page, as one JSON object of one run; atlas and baseline in turn,
each visit with an empty browser cache and both servers warm, unless it says otherwise. Milliseconds, by
the page's own clock (watch.js); "painted" means that the main thread has drawn the frame; raster and
display, at most one frame more, are not in it, on either side. Parts and what they give:

drag        drag_repaint_ms: a move of the mouse with the button down, from its dispatch in the page, to
            the frame in which the map's units and events are drawn for the new day; one sample for each
            move the map followed, `skipped` for those overtaken by the next. Baseline: st.slider sends
            nothing while it is dragged, so from its release to the map painted for that day, through the
            server. `frames`: those of the drag; long ones take over 50 ms, dropped ones are missing at 60 Hz.
drag_many   drag_repaint_many_ms: the same with 10,000 events.
steps       release_to_panel_ms: the button's release after a drag to the panel painted, after it, for the
            slider's day; the atlas's panel follows the drag too, which does not count. click_to_panel_ms:
            the click on a unit, as the map's frame gets it, to the panel painted with the heading of its
            region. Clicks are on days without event markers. of_which_p50: `asked` until the browser asks
            the server, `told` until the message before the panel has come (both null where it asks nothing),
            `drawn` from there to paint; `messages` up to then.
first       first_map_ms: start of navigation to the map painted, with its relief; `again`: opened again
            with what the browser has cached; `of_a_new_server`: the first visit of all, one sample.
            `empty`: an empty Streamlit page with an empty folium map.
slow        first_text_ms, first_map_ms and bytes_by_kind with a processor 6 times slower, 3 Mbit/s and
            100 ms, as the browser itself slows them down; the text's time is the browser's own. cpu_ms:
            the main thread's work until the page stands there, nothing slowed down.
bytes       bytes_at_start, bytes_per_step, by kind: see weigh.py.
play        playback: a minute of it; frames, heap and DOM nodes at start and end.
growth      many_steps: 200 of them; DOM nodes, heap, kept layers, the server's memory and processor.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from geo import load_atlas
from tests.benchmarks.bench import OPENED, QUICK, Bench, Plan
from tests.benchmarks.command import add_only, add_output, parts_of, write_json
from tests.benchmarks.figures import Figures, machine
from tests.benchmarks.lasting import growing, playing
from tests.benchmarks.many import many_events
from tests.benchmarks.moving import dragging, stepping
from tests.benchmarks.opening import opening, weighing
from tests.benchmarks.slow import slowly
from tests.benchmarks.steps import ATLAS, BASELINE, EMPTY, first_map, visited
from tests.serving import ROOT, launched, served

_PARTS: dict[str, Callable[[Bench], Figures]] = {
    "drag": lambda bench: {"drag_repaint_ms": dragging(bench)},
    "steps": stepping,
    "first": opening,
    "slow": slowly,
    "bytes": weighing,
    "play": playing,
    "growth": growing,
}
_MANY = "drag_many"
PARTS = (*_PARTS, _MANY)


def measure(plan: Plan, only: Collection[str] = PARTS) -> Figures:
    """The figures of the wanted parts from one run; see the module's docstring."""
    found: Figures = {}
    with ExitStack() as stack:
        browser = launched(stack.enter_context(sync_playwright()))
        stack.callback(browser.close)
        before = machine()
        if set(only) & set(_PARTS):
            with _benched(browser, plan, ROOT / "data") as bench:
                for name in (name for name in _PARTS if name in only):
                    found |= _PARTS[name](bench)
        if _MANY in only:
            folder = many_events(plan.events, Path(stack.enter_context(TemporaryDirectory())) / "data")
            with _benched(browser, plan, folder) as bench:
                found["drag_repaint_many_ms"] = {"events": plan.events} | dragging(bench)
        versions = {"chromium": browser.version, **before["versions"]}
    facts = {**before, "versions": versions, "load_1_min_after": machine()["load_1_min"]}
    return {"machine": facts, "plan": asdict(plan), **found}


@contextmanager
def _benched(browser: Browser, plan: Plan, data: Path) -> Iterator[Bench]:
    """The three pages served with the data, no file of theirs written before, and each opened once."""
    with ExitStack() as stack:
        environment = {
            "ATLAS_DATA": str(data),
            "ATLAS_LIBRARY": str(data / "none.sqlite"),
            "ATLAS_CACHE": stack.enter_context(TemporaryDirectory()),
        }
        urls = {
            subject: stack.enter_context(served(subject.script, environment=environment))
            for subject in (ATLAS, BASELINE, EMPTY)
        }
        bench = Bench(browser, urls, load_atlas(data), plan)
        for subject, url in urls.items():
            with visited(browser, subject, f"{url}/?date=2020-11-25&region={OPENED}") as page:
                bench.opened[subject.name] = first_map(page)
        yield bench


def main() -> None:
    """Measures and prints, or writes, the JSON object."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[1].partition(";")[0])
    add_only(parser, PARTS)
    parser.add_argument("--quick", action="store_true", help="every part, but little of it: to try it out")
    parser.add_argument("--runs", type=int, help="visits of each page")
    add_output(parser)
    given = parser.parse_args()
    only = parts_of(parser, given.only, PARTS)
    plan = QUICK if given.quick else Plan()
    plan = replace(plan, runs=given.runs) if given.runs else plan
    write_json(measure(plan, only), given.output)


if __name__ == "__main__":
    main()
