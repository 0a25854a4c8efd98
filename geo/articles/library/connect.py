"""Where the library lies, as an engine, and its two kinds of transaction: reading and writing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import OperationalError
from time import monotonic, sleep
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

VARIABLE = "ATLAS_LIBRARY"
BUSY_SECONDS = 30
_PAUSE_SECONDS = 0.02
_POSTGRES = "postgresql+psycopg"


class LibraryError(ValueError):
    """The library cannot do what was asked; the message is one sentence for a person."""


def engine_at(where: str | Path | None = None) -> Engine:
    """The engine of a path or URL, of ATLAS_LIBRARY, or of the file in the user's data folder.

    Nothing is opened yet but the file's folder is made. Raises LibraryError.
    """
    url = _url(where or os.environ.get(VARIABLE) or user_data_path("karabakh-atlas") / "library.sqlite")
    if url.drivername == _POSTGRES:
        return create_engine(url, connect_args={"connect_timeout": BUSY_SECONDS}, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the library throughout and holds up nobody."""
    postgres = engine.dialect.name == "postgresql"
    options = {"isolation_level": "REPEATABLE READ"} if postgres else {}
    with _told(engine), engine.execution_options(**options).begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that is committed whole at the end, or not at all; waits for other writers."""
    postgres = engine.dialect.name == "postgresql"
    options: dict[str, Any] = {"isolation_level": "READ COMMITTED"} if postgres else {"writing": True}
    with _told(engine), engine.execution_options(**options).begin() as connection:
        yield connection


def _url(where: str | Path) -> URL:
    if "://" not in str(where):
        return URL.create("sqlite", database=str(_file(Path(where).expanduser())))
    try:
        url = make_url(str(where))
    except ArgumentError:
        raise LibraryError(f"{VARIABLE}: expected a path or {_POSTGRES}://…, came neither.") from None
    if url.drivername in ("postgresql", "postgres", _POSTGRES):
        return url.set(drivername=_POSTGRES)
    if url.drivername == "sqlite" and url.database:
        return URL.create("sqlite", database=str(_file(Path(url.database))))
    raise LibraryError(
        f"{VARIABLE}: expected a path or {_POSTGRES}://user@host/database, "
        f"came {url.drivername}://…; write one of them."
    )


def _file(path: Path) -> Path:
    if path.is_dir():
        raise LibraryError(f"{path}: expected a file for the library, came a folder; add a file name to it.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"{path}: the library's folder cannot be made ({error.strerror}); name another in {VARIABLE}."
        ) from None
    return path


def _set_up_sqlite(connection: Any, record: object) -> None:
    connection.isolation_level = None  # else the driver begins transactions itself, and later than we ask
    _keep_a_journal(connection)
    for pragma in ("synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _keep_a_journal(connection: Any) -> None:
    """Turns WAL on; for this one change SQLite does not wait for others itself, so we do."""
    until = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except OperationalError as error:
            if "locked" not in str(error) or monotonic() > until:
                raise
            sleep(_PAUSE_SECONDS)


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _told(engine: Engine) -> Iterator[None]:
    """What the database refuses, as a sentence with the library's place (never its password)."""
    try:
        yield
    except DBAPIError as error:
        reason = " ".join(str(error.orig).split())
        told = f"{place(engine)}: the library cannot be used: {reason}.{_advice(reason)}"
        raise LibraryError(told) from error


def place(engine: Engine) -> str:
    """The library's path, or its URL without the password."""
    url = engine.url
    return str(url.database) if url.drivername == "sqlite" else url.render_as_string(hide_password=True)


def _advice(reason: str) -> str:
    advice = {
        "not a database": f" Expected an SQLite file; name another file in {VARIABLE}.",
        "locked": " Another program has been writing for long; close it or try again.",
        "readonly": " Make the file and its folder writable.",
        "unable to open": " Make the file and its folder readable and writable.",
        "onnection": f" See that the server runs and that {VARIABLE} names it rightly.",
    }
    return next((said for sign, said in advice.items() if sign in reason), "")
