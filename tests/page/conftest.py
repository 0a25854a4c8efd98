"""The dashboard with a library of its own; the pages' tests never see that of whoever runs them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.articles.library import open_library
from tests.serving import served
from tests.toy import REAL_DATA


@pytest.fixture(scope="session", autouse=True)
def no_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A place without a library, for this process and the servers it starts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_LIBRARY", str(tmp_path_factory.mktemp("library") / "none.sqlite"))
        yield


@pytest.fixture(scope="session")
def library_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the served library lies."""
    return tmp_path_factory.mktemp("served") / "library.sqlite"


@pytest.fixture(scope="session")
def library_url(library_place: Path) -> Iterator[str]:
    """The address of the dashboard with a library of its own."""
    with served("app.py", environment={"ATLAS_LIBRARY": str(library_place)}) as url:
        yield url


@pytest.fixture
def articles_url(library_url: str, library_place: Path) -> str:
    """The same, the library empty."""
    with open_library(library_place, data=REAL_DATA) as library:
        for article_id in library.articles()["article_id"]:
            library.remove(int(article_id))
    return library_url
