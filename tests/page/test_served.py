"""A component's script goes to the browser once, not with every run."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, WebSocket

from geo.page.served import module


def test_a_module_is_named_by_its_content() -> None:
    lines = [module(f"export default () => {number};") for number in (1, 2, 1)]
    assert lines[0] == lines[2] != lines[1]
    assert all(re.search(r"component/geo\.page\.served\.scripts/[0-9a-f]{16}\.js", text) for text in lines)


@pytest.mark.browser
def test_a_step_sends_no_script(page: Page, atlas_url: str) -> None:
    received: list[str | bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: received.append(payload))

    page.on("websocket", listen)
    page.goto(f"{atlas_url}/?date=2020-11-25&region=kalbajar")
    slider = page.get_by_role("slider", name="Date")
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.locator(".st-key-panel").get_by_text("26 November 2020").first.wait_for()
    assert any(b"Kalbajar" in bytes(text) for text in received if isinstance(text, bytes))
    assert not any(b"getBoundingClientRect" in bytes(text) for text in received if isinstance(text, bytes))
