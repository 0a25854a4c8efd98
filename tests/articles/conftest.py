"""One reader for all article tests, and short ways to read a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from geo.articles import Raw, Reader, Reading, open_reader, read

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader that knows the data we ship."""
    return open_reader("data")


@pytest.fixture(scope="session")
def read_text(reader: Reader) -> Read:
    """Reads a text as published on a day, given as ISO text or not at all."""

    def read_one(text: str, published: str | None = None) -> Reading:
        day = date.fromisoformat(published) if published else None
        return read(Raw("text", text), reader, published=day)

    return read_one
