"""The toy timeline, served."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.serving import served


@pytest.fixture(scope="session")
def timeline_url() -> Iterator[str]:
    """The address of the running toy page."""
    with served("tests/page/timeline_app.py") as url:
        yield url
