"""What a page costs on the wire, by kind: the files a browser fetches, the websocket's payloads.

Kinds, in bytes as they come over the wire (files with their headers, 0 from the cache): `document` (of the
page and of frames), `streamlit` (its own files), `script`, `facts`, `texts`, `shapes` and `relief` (the
atlas's), `icon` (the picture in the tab, which Chromium without a window fetches again whenever a page writes
another address), `other`; `files` is all of these. `websocket` is what the server has sent, of it
`map_element` the messages with the map; `websocket_sent` what the browser has; `all` is all of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

from tests.benchmarks.figures import Figures
from tests.benchmarks.steps import Subject, await_later, blank, go, release

_LOOPBACK = ("http://127.0.0.1:", "ws://127.0.0.1:", "blob:", "data:", "about:")
_MAP = b"streamlit_folium.st_folium"
_KINDS = {
    "streamlit": re.compile(r"/static/|/_stcore/"),
    "script": re.compile(r"/atlas-\w+\.js$"),
    "facts": re.compile(r"/facts-[\w-]+\.json\.gz$"),
    "texts": re.compile(r"/texts-\w+\.json\.gz$"),
    "shapes": re.compile(r"/shapes-\w+\.json\.gz$"),
    "icon": re.compile(r"/media/\w+\.png$|/favicon\.png$"),
    "relief": re.compile(r"/relief(-\w+)?\.jpg$"),
}
_FILES = ("document", *_KINDS, "other")


@dataclass
class Tally:
    """What has come and gone so far, and the addresses asked on other machines."""

    bytes: Counter[str] = field(default_factory=Counter)
    messages: int = 0
    kinds: dict[str, str] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)

    def figures(self) -> Figures:
        """Bytes by kind; see the module's docstring."""
        files = {kind: self.bytes[kind] for kind in _FILES}
        socket = {kind: self.bytes[kind] for kind in ("websocket", "map_element", "websocket_sent")}
        whole = sum(files.values())
        return {
            **files,
            "files": whole,
            **socket,
            "messages": self.messages,
            "all": whole + socket["websocket"] + socket["websocket_sent"],
        }

    def receive(self, payload: str | bytes) -> None:
        """Counts a message of the server."""
        raw = payload.encode() if isinstance(payload, str) else payload
        self.messages += 1
        self.bytes["websocket"] += len(raw)
        self.bytes["map_element"] += len(raw) if _MAP in raw else 0


def weighed(
    browser: Browser, subject: Subject, address: str, shares: Sequence[float]
) -> tuple[Figures, Figures, list[str]]:
    """Bytes at the start, bytes of a step (median, and the most), addresses asked on other machines.

    The start ends when all that the page fetches by itself is there, nothing cached before. A step is a drag
    of the slider to a share of its track and its release.
    """
    with blank(browser) as page:
        tally = watched(page)
        go(page, subject, address)
        await_later(page, subject)
        start = tally.figures()
        steps = [_step(tally, lambda share=share: release(page, subject, share)) for share in shares]
    per_step: Figures = {key: median(step[key] for step in steps) for key in start}
    per_step |= {f"{key}_most": max(step[key] for step in steps) for key in ("websocket", "all")}
    return start, per_step, tally.elsewhere


def watched(page: Page) -> Tally:
    """The tally of the page from now on."""
    tally = Tally()
    session = page.context.new_cdp_session(page)

    def opened(socket: Any) -> None:
        socket.on("framereceived", tally.receive)
        socket.on("framesent", lambda payload: tally.bytes.update(websocket_sent=len(payload)))

    def asked(event: Any) -> None:
        address = event["request"]["url"]
        tally.kinds[event["requestId"]] = _kind(address, event.get("type", ""))
        if not address.startswith(_LOOPBACK):
            tally.elsewhere.append(address)

    def finished(event: Any) -> None:
        kind = tally.kinds.get(event["requestId"], "other")
        tally.bytes[kind] += int(event["encodedDataLength"])

    page.on("websocket", opened)
    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    return tally


def _kind(address: str, resource: str) -> str:
    if resource == "Document":
        return "document"
    path = address.partition("?")[0]
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(path)), "other")


def _step(tally: Tally, act: Callable[[], Any]) -> Figures:
    before = tally.figures()
    act()
    return {key: value - before[key] for key, value in tally.figures().items()}
