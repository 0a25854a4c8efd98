"""Parts `play` and `growth`: what a page that is used for long gathers, in the browser and on the server."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.benchmarks.bench import Bench, shares
from tests.benchmarks.figures import Figures, frames
from tests.benchmarks.process import cpu_seconds, rss_mib
from tests.benchmarks.steps import ATLAS, BASELINE, FRAME, Subject, release

_SLICE_MS = 1000
_FIRST_FEW = 8


def playing(bench: Bench) -> Figures:
    """The atlas's playback: its frames, and heap and nodes before and after.

    The baseline plays nothing; in its place as many seconds of steps, one after the other.
    """
    with bench.visit(ATLAS) as page:
        before = _held(page)
        times = _play(page, bench.plan.play_seconds)
        atlas = frames([times]) | _grown(before, _held(page))
    with bench.visit(BASELINE) as page:
        before, steps = _held(page), 0
        end = _now(page) + bench.plan.play_seconds * 1000
        while _now(page) < end:
            release(page, BASELINE, shares(steps, 1)[0])
            steps += 1
        plain = {"pictures_per_second": round(steps / bench.plan.play_seconds, 2)}
        plain |= _grown(before, _held(page))
    return {"playback": {"seconds": bench.plan.play_seconds, "atlas": atlas, "baseline": plain}}


def growing(bench: Bench) -> Figures:
    """What as many steps as planned left behind, on both pages."""
    return {
        "many_steps": {"steps": bench.plan.steps}
        | {subject.name: _after_steps(bench, subject) for subject in (ATLAS, BASELINE)}
    }


def _after_steps(bench: Bench, subject: Subject) -> Figures:
    server = bench.urls[subject]
    with bench.visit(subject) as page:
        # What a first few steps load and keep is no growth.
        for share in shares(0, min(_FIRST_FEW, bench.plan.steps)):
            release(page, subject, share)
        before = _held(page) | _server(server)
        for share in shares(_FIRST_FEW, bench.plan.steps):
            release(page, subject, share)
        return _grown(before, _held(page) | _server(server))


def _play(page: Page, seconds: float) -> list[float]:
    """Plays for so long, from the start again where the end is reached; the frames' times, in ms."""
    page.get_by_role("slider", name="Date").press("Home")
    page.evaluate("bench.record()")
    end = _now(page) + seconds * 1000
    while (left := end - _now(page)) > 0:
        play = page.get_by_role("button", name="Play", exact=True)
        if play.count():
            play.click()
        page.wait_for_timeout(min(left, _SLICE_MS))
    times: list[float] = page.evaluate("bench.recorded()")
    page.get_by_role("button", name="Pause", exact=True).or_(play).first.click()
    return times


def _now(page: Page) -> float:
    return float(page.evaluate("performance.now()"))


def _held(page: Page) -> Figures:
    """Nodes and heap of page and frame after a collection, and the layers streamlit-folium has kept.

    What watch.js has written down so far is thrown away: it is no growth of the page's.
    """
    page.evaluate("Object.values(bench.lists).forEach((list) => (list.length = 0))")
    session = page.context.new_cdp_session(page)
    for method in ("HeapProfiler.collectGarbage", "Performance.enable"):
        session.send(method)
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    session.detach()
    kept = page.frame_locator(FRAME).locator("html").evaluate("() => window.feature_group?.length ?? 0")
    return {
        "dom_nodes": int(metrics["Nodes"]),
        "heap_mib": round(metrics["JSHeapUsedSize"] / 2**20, 2),
        "feature_groups": kept,
    }


def _server(url: str) -> Figures:
    return {"server_rss_mib": rss_mib(url), "server_cpu_s": cpu_seconds(url)}


def _grown(before: Figures, after: Figures) -> Figures:
    return {
        name: {"start": before[name], "end": after[name]}
        | ({} if before[name] is None else {"grown": round(after[name] - before[name], 2)})
        for name in before
    }
