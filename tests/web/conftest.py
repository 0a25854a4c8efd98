"""The atlas as one plain HTML page, opened from a file: the real data and the toy world."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo import Atlas
from geo.web.plain_page import plain_page


@pytest.fixture(scope="session")
def plain_url(real: Atlas, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page with the data we ship; add `#date=…&region=…` for a view."""
    return _written(real, tmp_path_factory.mktemp("plain") / "atlas.html")


@pytest.fixture(scope="session")
def toy_url(toy: Atlas, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page with the toy world."""
    return _written(toy, tmp_path_factory.mktemp("plain") / "toy.html")


def _written(atlas: Atlas, path: Path) -> str:
    path.write_text(plain_page(atlas), encoding="utf-8")
    return path.as_uri()
