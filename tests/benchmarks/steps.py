"""The hand on a page: open it, drag and release its slider, click its map; each step gives its times.

Written once for the atlas and the baseline; a Subject says where they differ. watch.js notes the times.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import Browser, Locator, Page

from geo.when import format_days
from tests.benchmarks.figures import Figures, matched

_WATCH = Path(__file__).with_name("watch.js")
_SIZE = {"width": 1400, "height": 900}
# Routing every request would switch the browser's cache off, so other machines are shut out by a proxy
# that does not exist.
_NOWHERE = {"server": "http://127.0.0.1:9", "bypass": "127.0.0.1"}
FRAME = "iframe[title='streamlit_folium.st_folium']"
_RUN_UP = 60
# Of an 11 x 11 grid over the unit, the point on the unit nearest to the middle of all such points.
_SPOT = """path => {
    const { x, y, width, height } = path.getBoundingClientRect();
    const share = [...Array(11).keys()].map((n) => (n + 0.5) / 11);
    const grid = share.flatMap((a) => share.map((b) => [x + a * width, y + b * height]));
    const hits = grid.filter(([a, b]) => path.ownerDocument.elementFromPoint(a, b) === path);
    const [cx, cy] = [0, 1].map((i) => hits.reduce((sum, hit) => sum + hit[i], 0) / hits.length);
    const far = ([a, b]) => Math.hypot(a - cx, b - cy);
    return hits.sort((one, other) => far(one) - far(other))[0];
}"""


@dataclass(frozen=True)
class Subject:
    """A page to measure: its script, and CSS and attribute of what the hand needs in it, if it has that."""

    name: str
    script: str
    track: str = ""
    day: str = ""
    unit: str = ""
    later: str = ""


# The texts behind clicks and Streamlit's icons come after the first picture.
_LATER = """() => Promise.all([
    new Promise((done) => {
        const { store } = karabakhAtlas;
        const look = () => (store.texts ?? store.textsError) && done();
        store.subscribe(look);
        look();
    }),
    new Promise((done) => {
        const isIcons = ({ name }) => name.includes("MaterialSymbols");
        const look = (list) => list.getEntries().some(isIcons) && done();
        new PerformanceObserver(look).observe({ type: "resource", buffered: true });
    }),
])"""
ATLAS = Subject("atlas", "app.py", ".plot", "data-date", "[data-unit='{}']", _LATER)
BASELINE = Subject(
    "baseline",
    "tests/benchmarks/baseline_app.py",
    "[data-testid='stSlider']",
    "aria-valuetext",
    "path.unit-{}",
)
EMPTY = Subject("empty", "tests/benchmarks/empty_app.py")


@contextmanager
def visited(browser: Browser, subject: Subject, address: str) -> Iterator[Page]:
    """The page at the address in a browser that has nothing cached, whole and idle."""
    with blank(browser) as page:
        go(page, subject, address)
        await_later(page, subject)
        yield page


@contextmanager
def blank(browser: Browser) -> Iterator[Page]:
    """An empty page that writes down what happens in it, cut off from every other machine."""
    context = browser.new_context(viewport=cast(Any, _SIZE), proxy=cast(Any, _NOWHERE))
    context.add_init_script(path=_WATCH)
    yield context.new_page()
    context.close()


def go(page: Page, subject: Subject, address: str) -> None:
    """Opens the address and waits for the painted map and the end of the server's run."""
    page.goto(address)
    _seen(page, "ready", 0, {})
    if subject.track:
        _seen(page, "panel", 0, {})
    _idle(page)


def await_later(page: Page, subject: Subject) -> None:
    """Waits for what the page fetches after its first picture."""
    if subject.later:
        page.evaluate(subject.later)


def first_map(page: Page) -> float:
    """Milliseconds from the start of navigation to the painted map."""
    return float(_seen(page, "ready", 0, {})["painted"])


def drag(
    page: Page, subject: Subject, start: float, end: float, moves: int
) -> tuple[list[Figures], list[float]]:
    """Drags the slider between two shares of its track; the moves that the map followed, and the frames."""
    before = _counts(page)
    _press(page, subject, start)
    page.evaluate("bench.record()")
    page.mouse.move(*_place(page, subject, end), steps=moves)
    times = page.evaluate("bench.recorded()")
    page.mouse.up()
    _settled(page, subject, before)
    lists = _since(page, before)
    return matched(lists["moves"], lists["shown"]), times


def release(page: Page, subject: Subject, share: float) -> Figures:
    """Drags the slider to a share of its track and lets go: times to panel and to map, in ms.

    The panel counts as it is painted after the release, also if it showed the day before; the map that
    followed the drag is there at 0.
    """
    before = _counts(page)
    x, y = _place(page, subject, share)
    _press(page, subject, share, run_up=_RUN_UP if x > _SIZE["width"] / 2 else -_RUN_UP)
    page.mouse.move(x, y, steps=4)
    page.mouse.up()
    up = float(_seen(page, "hands", before["hands"], {"kind": "pointerup"})["at"])
    panel, shown = _settled(page, subject, before, up)
    return _way(_since(page, before)["wire"], up, panel) | {"map": max(0.0, shown["painted"] - up)}


def click(page: Page, subject: Subject, unit_id: str, heading: str) -> Figures:
    """Clicks a unit in the map and waits for the panel to be headed so: times in ms."""
    before = _counts(page)
    frame = page.locator(FRAME)
    box = _box(frame)
    path = page.frame_locator(FRAME).locator(subject.unit.format(unit_id))
    x, y = path.evaluate(_SPOT)
    page.mouse.click(box["x"] + x, box["y"] + y)
    panel = _seen(page, "panel", before["panel"], {"heading": heading})
    _idle(page)
    lists = _since(page, before)
    return _way(lists["wire"], _last(lists["hands"], "click", panel["seen"]), panel)


def _way(wire: list[Figures], start: float, panel: Figures) -> Figures:
    """From the hand to the painted panel: until the server is asked, until it has said it, until seen.

    Where the browser asked nothing, all of it is drawing.
    """
    asked = next((m["at"] for m in wire if m["kind"] == "sent" and start <= m["at"] <= panel["seen"]), None)
    if asked is None:
        took = panel["painted"] - start
        return {"panel": took, "asked": None, "told": None, "drawn": took, "messages": 0}
    heard = [m for m in wire if m["kind"] == "received" and asked <= m["at"] <= panel["seen"]]
    last = heard[-1]["at"] if heard else asked
    return {
        "panel": panel["painted"] - start,
        "asked": asked - start,
        "told": last - asked,
        "drawn": panel["painted"] - last,
        "messages": len(heard),
    }


def _settled(page: Page, subject: Subject, before: dict[str, int], up: float = 0) -> tuple[Figures, Figures]:
    """Panel, painted after `up`, and map, both showing the slider's day."""
    day = str(_slider(page).get_attribute(subject.day))
    told = format_days(date.fromisoformat(day))
    panel = _seen(page, "panel", before["panel"], {"day": told}, up)
    shown = _seen(page, "shown", before["shown"], {"day": day})
    _idle(page)
    return panel, shown


def _press(page: Page, subject: Subject, share: float, *, run_up: int = 0) -> None:
    x, y = _place(page, subject, share)
    page.mouse.move(x - run_up, y)
    page.mouse.down()


def _place(page: Page, subject: Subject, share: float) -> tuple[float, float]:
    track, handle = _box(page.locator(subject.track).first), _box(_slider(page))
    return track["x"] + share * track["width"], handle["y"] + handle["height"] / 2


def _slider(page: Page) -> Locator:
    return page.get_by_role("slider", name="Date")


def _box(locator: Locator) -> Any:
    box = locator.bounding_box()
    assert box, f"{locator} is not on the page"
    return box


def _idle(page: Page) -> None:
    page.locator("[data-test-script-state='notRunning']").wait_for(state="attached")


def _last(hands: list[Figures], kind: str, before: float) -> float:
    return float(max(h["at"] for h in hands if h["kind"] == kind and h["at"] <= before))


def _counts(page: Page) -> dict[str, int]:
    """How long each of watch.js's lists is."""
    script = "Object.fromEntries(Object.entries(bench.lists).map(([name, all]) => [name, all.length]))"
    return cast(dict[str, int], page.evaluate(script))


def _since(page: Page, before: dict[str, int]) -> dict[str, list[Figures]]:
    lists = page.evaluate("bench.lists")
    return {name: entries[before[name] :] for name, entries in lists.items()}


def _seen(page: Page, name: str, start: int, wanted: dict[str, str], since: float = 0) -> Figures:
    found = page.evaluate("(given) => bench.seen(...given)", [name, start, wanted, since])
    return cast(Figures, found)
