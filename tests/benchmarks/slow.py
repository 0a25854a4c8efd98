"""Part `slow`: first text and first map on a slow laptop with a slow line, and what they cost anywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from playwright.sync_api import Page

from tests.benchmarks.bench import Bench, Plan
from tests.benchmarks.figures import Figures, beside, summary
from tests.benchmarks.steps import ATLAS, BASELINE, Subject, await_later, blank, first_map, go
from tests.benchmarks.weigh import watched

# The first paint of text, as the browser itself reports it.
_FIRST_TEXT = """new PerformanceObserver((list) => {
    const text = list.getEntries().find(({ element }) => element?.textContent.trim());
    if (text) window.firstText ??= text.renderTime || text.loadTime;
}).observe({ type: "largest-contentful-paint", buffered: true });"""


def slowly(bench: Bench) -> Figures:
    """First text and first map of atlas and baseline, and what it takes until the map is there.

    The processor's time is that of the page's main thread, not slowed down: it hardly depends on what
    else the machine does.
    """
    text: dict[str, list[float]] = defaultdict(list)
    shown: dict[str, list[float]] = defaultdict(list)
    cpu: dict[str, list[float]] = defaultdict(list)
    weights: dict[str, list[Figures]] = defaultdict(list)
    for run in range(bench.plan.runs):
        for subject in (ATLAS, BASELINE):
            first_text, map_ms, weight = _opened(bench, subject, run)
            text[subject.name].append(first_text)
            shown[subject.name].append(map_ms)
            weights[subject.name].append(weight)
            cpu[subject.name].append(_busy(bench, subject, run))
    sides = [ATLAS.name, BASELINE.name]
    plan = bench.plan
    conditions = {"cpu_slower": plan.slower, "megabits": plan.megabits, "latency_ms": plan.latency_ms}
    return {
        "slow": conditions
        | {
            "first_text_ms": beside(*(summary(text[side]) for side in sides)),
            "first_map_ms": beside(*(summary(shown[side]) for side in sides)),
            "cpu_ms": beside(*(summary(cpu[side]) for side in sides)),
            "bytes_by_kind": beside(*(_median(weights[side]) for side in sides)),
        }
    }


def _opened(bench: Bench, subject: Subject, run: int) -> tuple[float, float, Figures]:
    """A visit with nothing cached: first text and first map in ms, bytes by kind."""
    with blank(bench.browser) as page:
        page.add_init_script(_FIRST_TEXT)
        tally = watched(page)
        _slow_down(page, bench.plan)
        go(page, subject, bench.address(subject, run))
        await_later(page, subject)
        return float(page.evaluate("window.firstText")), first_map(page), tally.figures()


def _busy(bench: Bench, subject: Subject, run: int) -> float:
    """Milliseconds that the main thread worked until the page stood there, nothing cached, nothing slowed."""
    with blank(bench.browser) as page:
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        go(page, subject, bench.address(subject, run))
        metrics = session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")


def _slow_down(page: Page, plan: Plan) -> None:
    """Slows the page's processor and line."""
    session = page.context.new_cdp_session(page)
    throughput = plan.megabits * 1e6 / 8
    session.send("Network.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": plan.slower})
    line = {"offline": False, "latency": plan.latency_ms}
    session.send(
        "Network.emulateNetworkConditions",
        line | {"downloadThroughput": throughput, "uploadThroughput": throughput},
    )


def _median(weights: Sequence[Figures]) -> Figures:
    return {kind: int(median(weight[kind] for weight in weights)) for kind in weights[0]}
