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

from geo.message import Message

VARIABLE = "ATLAS_LIBRARY"
BUSY_SECONDS = 30
_PAUSE_SECONDS = 0.02
_POSTGRES = "postgresql+psycopg"
_NO_PLACE = Message(
    "{variable}: expected a path or {address}; write one of them.",
    variable=VARIABLE,
    address=f"{_POSTGRES}://user@host/database",
)


class LibraryError(ValueError):
    """The library cannot do what was asked: `message` is for a person.

    `str()` of it, for commands and logs, also says which library and what the database answered.
    """

    def __init__(self, message: Message, *, where: str = "", answer: str = "") -> None:
        place, reason = where and f"{where}: ", answer and f" ({answer})"
        super().__init__(f"{place}{message}{reason}")
        self.message = message


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
    with _refusals_as_errors(engine), engine.execution_options(**options).begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that is committed at the end, or not at all; waits for other writers."""
    postgres = engine.dialect.name == "postgresql"
    options: dict[str, Any] = {"isolation_level": "READ COMMITTED"} if postgres else {"writing": True}
    with _refusals_as_errors(engine), engine.execution_options(**options).begin() as connection:
        yield connection


def _url(where: str | Path) -> URL:
    if "://" not in str(where):
        return URL.create("sqlite", database=str(_file(Path(where).expanduser())))
    try:
        url = make_url(str(where))
    except ArgumentError:
        raise LibraryError(_NO_PLACE) from None
    if url.drivername in ("postgresql", "postgres", _POSTGRES):
        return url.set(drivername=_POSTGRES)
    if url.drivername == "sqlite" and url.database:
        return URL.create("sqlite", database=str(_file(Path(url.database))))
    raise LibraryError(_NO_PLACE, answer=f"{url.drivername}://…")


def _file(path: Path) -> Path:
    if path.is_dir():
        raise LibraryError(
            Message("Expected a file for the library, came a folder; add a file name to it."), where=str(path)
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            Message("The library's folder cannot be made; name another in {variable}.", variable=VARIABLE),
            where=str(path),
            answer=str(error.strerror),
        ) from None
    return path


def _set_up_sqlite(connection: Any, record: object) -> None:
    connection.isolation_level = None  # else the driver begins transactions itself, and later than we ask
    _turn_on_write_ahead_log(connection)
    for pragma in ("synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _turn_on_write_ahead_log(connection: Any) -> None:
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
def _refusals_as_errors(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        answer = " ".join(str(error.orig).split())
        raise LibraryError(_refusal(answer), where=place(engine), answer=answer) from error


def place(engine: Engine) -> str:
    """The library's path, or its URL without the password."""
    url = engine.url
    return str(url.database) if url.drivername == "sqlite" else url.render_as_string(hide_password=True)


def _refusal(answer: str) -> Message:
    """What the database refuses, for a person: it names no file and no server."""
    refusals = {
        "not a database": Message(
            "The library cannot be used: it is no SQLite file. Name another in {variable}.", variable=VARIABLE
        ),
        "locked": Message(
            "The library cannot be used: another program has been writing for long. Close it or try again."
        ),
        "readonly": Message(
            "The library cannot be used: it may not be written. Make the file and its folder writable."
        ),
        "unable to open": Message(
            "The library cannot be used: it cannot be opened. Make the file and its folder readable and "
            "writable."
        ),
        "onnection": Message(
            "The library cannot be used: its server does not answer. See that it runs and that {variable} "
            "names it rightly.",
            variable=VARIABLE,
        ),
        "disk is full": Message("The library cannot be used: the disk is full. Make room and try again."),
    }
    other = Message("The library cannot be used; the log of the atlas says why.")
    return next((message for sign, message in refusals.items() if sign in answer), other)
