"""What a page's map costs on the wire: websocket payloads with its element, files its frame fetches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

from tests.benchmarks.figures import Figures
from tests.benchmarks.steps import Subject, blank, go, release

_LOOPBACK = ("http://127.0.0.1:", "ws://127.0.0.1:", "blob:", "data:", "about:")
_MAP = b"streamlit_folium.st_folium"


@dataclass
class Tally:
    """What has come so far: websocket payloads, bytes of files by request, addresses elsewhere."""

    payloads: list[bytes] = field(default_factory=list)
    of_map: set[str] = field(default_factory=set)
    fetched: dict[str, float] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)

    def figures(self) -> Figures:
        """Bytes: of the map's element, of its frame's files (0 from the cache), of the whole socket."""
        element = sum(len(payload) for payload in self.payloads if _MAP in payload)
        files = int(sum(size for key, size in self.fetched.items() if key in self.of_map))
        return {
            "map_element": element,
            "map_files": files,
            "map": element + files,
            "websocket": sum(map(len, self.payloads)),
            "messages": len(self.payloads),
        }


def weighed(
    browser: Browser, subject: Subject, address: str, shares: Sequence[float]
) -> tuple[Figures, Figures, list[str]]:
    """Bytes at the start, bytes of a step (median, and the most), addresses asked on other machines.

    A step is a drag of the slider to a share of its track and its release. Files count what came
    over the wire, headers with them, nothing cached before the start.
    """
    with blank(browser) as page:
        tally = _watched(page)
        go(page, subject, address)
        start = tally.figures()
        steps = [_step(tally, lambda share=share: release(page, subject, share)) for share in shares]
    per_step: Figures = {key: median(step[key] for step in steps) for key in start}
    per_step["map_most"] = max(step["map"] for step in steps)
    per_step["websocket_most"] = max(step["websocket"] for step in steps)
    return start, per_step, tally.elsewhere


def _step(tally: Tally, act: Callable[[], Any]) -> Figures:
    before = tally.figures()
    act()
    return {key: value - before[key] for key, value in tally.figures().items()}


def _watched(page: Page) -> Tally:
    tally = Tally()
    page.on("websocket", lambda socket: socket.on("framereceived", lambda p: _take(tally, p)))
    session = page.context.new_cdp_session(page)
    main = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]

    def asked(event: Any) -> None:
        address = event["request"]["url"]
        if not address.startswith(_LOOPBACK):
            tally.elsewhere.append(address)
        if event.get("frameId") != main:
            tally.of_map.add(event["requestId"])

    def finished(event: Any) -> None:
        tally.fetched[event["requestId"]] = event["encodedDataLength"]

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    return tally


def _take(tally: Tally, payload: str | bytes) -> None:
    tally.payloads.append(payload.encode() if isinstance(payload, str) else payload)
