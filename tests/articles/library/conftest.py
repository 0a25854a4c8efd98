"""A library on SQLite and on PostgreSQL: every test that takes `where` or `library` runs on both."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from geo.articles.library import Library, open_library
from tests.articles.library import postgres

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a running server; skips where none is installed, fails there in CI."""
    folder = postgres.binaries()
    if folder is None:
        reason = "no /usr/lib/postgresql/*/bin/pg_ctl; apt-get install postgresql"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with postgres.server(folder) as url:
        yield url


@pytest.fixture
def schema(postgres_url: str) -> str:
    """The URL of a database with an empty schema of its own."""
    name = f"atlas_{next(_NUMBERS)}"
    with psycopg.connect(postgres_url.replace("+psycopg", "") + "/postgres", autocommit=True) as connection:
        connection.execute(SQL("CREATE SCHEMA {}").format(Identifier(name)))
    return f"{postgres_url}/postgres?options=-csearch_path%3D{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a new library."""
    if request.param == "sqlite":
        return str(tmp_path / "new" / "library.sqlite")
    url: str = request.getfixturevalue("schema")
    return url


@pytest.fixture
def library(where: str, toy_folder: Path) -> Iterator[Library]:
    """An empty library over the toy world."""
    with open_library(where, data=toy_folder) as opened:
        yield opened
