"""The handle on one library; every method is a small verb over the other modules of this package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType

import pandas as pd
from sqlalchemy import Engine

from geo.articles.library import columns, connect, decide, rows, save
from geo.articles.library.checks import Vocabulary, read_vocabulary
from geo.articles.library.export import Exported, export_own
from geo.articles.library.join import located_own
from geo.articles.library.own import Own, own_records
from geo.articles.library.schema import migrate
from geo.articles.model import Reading
from geo.atlas import Atlas


class Library:
    """An open library; close it, or use it in a `with`. Threads may share it.

    `data` is the folder whose schema, regions and words its records must fit.
    """

    def __init__(self, engine: Engine, data: Path) -> None:
        self._engine, self._data = engine, data

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes its connections."""
        self._engine.dispose()

    @property
    def where(self) -> str:
        """The file, or the URL without its password."""
        return connect.place(self._engine)

    @property
    def shared(self) -> bool:
        """True for a database that others may use too, False for a file."""
        return self._engine.dialect.name == "postgresql"

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the data folder allows."""
        return read_vocabulary(self._data)

    def add(
        self,
        readings: Iterable[Reading],
        *,
        who: str,
        originals: Iterable[str] | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> save.Added:
        """Saves each reading as it comes, each in a transaction of its own; see save.add."""
        return save.add(self._engine, readings, who=who, originals=originals, progress=progress)

    def remove(self, article_id: int) -> None:
        """Takes an article out with its drafts, excerpts and decisions; raises LibraryError if not there."""
        save.remove(self._engine, article_id)

    def articles(self) -> pd.DataFrame:
        """Every article without its text, oldest first, with the numbers of its drafts by state."""
        with connect.reading(self._engine) as connection:
            records = rows.article_records(connection)
            for state in rows.STATES:
                for record in records.values():
                    record[state] = 0
            for draft in rows.draft_records(connection).values():
                records[draft["article_id"]][draft["state"]] += 1
        return rows.as_table(list(records.values()), columns.ARTICLES)

    def reading(self, article_id: int) -> Reading:
        """The reading as it was added, without edits; raises LibraryError if it is not there."""
        with connect.reading(self._engine) as connection:
            return rows.reading_of(connection, article_id)

    def original(self, article_id: int) -> str:
        """The document's text exactly as it came, NUL and half surrogate pairs included."""
        with connect.reading(self._engine) as connection:
            article = rows.one_article(connection, article_id)
        exact: bytes | None = article["original"]
        return str(article["text"]) if exact is None else exact.decode("utf-8", "surrogatepass")

    def drafts(self, article_id: int | None = None, *, state: str | None = None) -> pd.DataFrame:
        """The drafts of an article or of all, with the edits that stand; `state` one of rows.STATES."""
        with connect.reading(self._engine) as connection:
            records = rows.draft_records(connection, article_id)
        return rows.as_table(rows.in_state(records, state), columns.DRAFTS)

    def excerpts(self, article_id: int | None = None, *, state: str | None = None) -> pd.DataFrame:
        """The excerpts of an article or of all, as their drafts and the edits have them now."""
        with connect.reading(self._engine) as connection:
            drafts = rows.draft_records(connection, article_id)
            records = rows.excerpt_records(connection, drafts, article_id)
        return rows.as_table(rows.in_state(records, state), columns.EXCERPTS)

    def decisions(self) -> pd.DataFrame:
        """The complete log, oldest first."""
        with connect.reading(self._engine) as connection:
            return rows.as_table(rows.decision_records(connection), columns.DECISIONS)

    def decide(
        self,
        ids: Iterable[int],
        decision: str,
        *,
        who: str,
        kind: decide.Kind = "draft",
        changes: Mapping[str, object] | None = None,
        batch: str | None = None,
    ) -> decide.Decided:
        """Notes "confirmed" or "rejected" with the edited values; see decide.decide."""
        return decide.decide(
            self._engine, ids, decision, who=who, kind=kind, changes=changes,
            vocabulary=self.vocabulary, batch=batch,
        )  # fmt: skip

    def describe(self, article_id: int, changes: Mapping[str, object], *, who: str) -> int:
        """Notes publisher, date or address that a person knows; the id of the decision."""
        return decide.describe(self._engine, article_id, changes, who=who, vocabulary=self.vocabulary)

    def undo(self, decision_ids: Iterable[int] | None = None, *, who: str) -> tuple[int, ...]:
        """Takes decisions back, or the last batch of this person that stands; the ids of those undone."""
        return decide.undo(self._engine, decision_ids, who=who)

    def stamp(self) -> tuple[int, ...]:
        """Numbers that change whenever anything in the library does; a key for caches."""
        with connect.reading(self._engine) as connection:
            return rows.stamp_of(connection)

    def own(self) -> Own:
        """Everything confirmed, in the schema of data/."""
        with connect.reading(self._engine) as connection:
            return own_records(connection, self.vocabulary)

    def confirmed_events(self) -> pd.DataFrame:
        """New events, in the columns of events.csv; a draft that matches a known event makes none."""
        return self.own().events

    def export_csv(self, folder: Path | str, *, atlas: Atlas | None = None) -> Exported:
        """Writes events.csv, excerpts.csv, articles.csv and sources.csv; with an atlas events get points."""
        own = self.own()
        return export_own(own if atlas is None else located_own(own, atlas), folder, self.vocabulary)


def open_library(where: str | Path | None = None, *, data: Path | str = "data") -> Library:
    """The library at a path or URL, else at ATLAS_LIBRARY, else in the user's data folder; made if not there.

    Raises LibraryError with one sentence if it cannot be used.
    """
    engine = connect.engine_at(where)
    migrate(engine)
    return Library(engine, Path(data))
