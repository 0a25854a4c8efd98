"""What a page says to its reader: every text of ours that AppTest shows, one chunk at a time."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from streamlit.testing.v1 import AppTest

_TEXTS = {"label", "help", "placeholder", "body", "text", "options", "caption"}
_ATTRIBUTES = ("title", "aria-label", "alt", "placeholder")
_EMPTY = {"br", "hr", "img", "input", "wbr"}


def said(page: AppTest) -> list[str]:
    """The texts of all widgets, Markdown and HTML of the page, but for what is marked as a record."""
    return [chunk for text in _strings(page.main) for chunk in _chunks(text)]


def every_text(page: AppTest) -> list[str]:
    """All texts of the page as Streamlit sends them, with their markup."""
    return list(_strings(page.main))


def _strings(node: Any) -> Iterator[str]:
    yield from _in_message(getattr(node, "proto", None))
    for child in getattr(node, "children", {}).values():
        yield from _strings(child)


def _in_message(message: Any) -> Iterator[str]:
    for field, value in message.ListFields() if hasattr(message, "ListFields") else ():
        values = [value] if isinstance(value, str) or not hasattr(value, "__iter__") else value
        for one in values:
            if isinstance(one, str):
                yield from [one] if field.name in _TEXTS else []
            else:
                yield from _in_message(one)


def _chunks(text: str) -> list[str]:
    parser = _Own()
    parser.feed(text)
    parser.close()
    return parser.chunks


class _Own(HTMLParser):
    """Text and spoken attributes; nothing of code, style and what is in no language or in English."""

    def __init__(self) -> None:
        super().__init__()
        self.chunks: list[str] = []
        self._inside: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        apart = tag in ("code", "style") or given.get("lang") in ("", "en", "und")
        if not apart and not self._apart():
            self.chunks += [value for name in _ATTRIBUTES if (value := given.get(name))]
        if tag not in _EMPTY:
            self._inside.append((tag, apart))

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._apart():
            self.chunks.append(" ".join(data.split()))

    def _apart(self) -> bool:
        return any(apart for _, apart in self._inside)
