"""The atlas as one plain HTML page, opened from a file, with the data we ship."""

from __future__ import annotations

import pytest

from geo import Atlas
from geo.web.plain_page import plain_page


@pytest.fixture(scope="session")
def plain_url(real: Atlas, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page with the data we ship; add `#date=…&region=…` for a view."""
    path = tmp_path_factory.mktemp("plain") / "atlas.html"
    path.write_text(plain_page(real), encoding="utf-8")
    return path.as_uri()
