"""The library's tables, and how an older library is migrated to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Connection,
    Engine,
    ForeignKey,
    LargeBinary,
    UniqueConstraint,
    insert,
    inspect,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from geo.articles.library.column_types import MessageText, StorableText
from geo.articles.library.connect import LibraryError, place, writing
from geo.message import Message

# STEPS[n] holds the statements that migrate a library of version n + 1 to n + 2.
STEPS: tuple[tuple[str, ...], ...] = (
    ("ALTER TABLE articles RENAME COLUMN marks TO annotations",),  # and messages are JSON from here on
)
_LOCK = 0x4B41_4154_4C41_5331


class _Base(DeclarativeBase):
    type_annotation_map = {  # noqa: RUF012 -- SQLAlchemy's own hook
        str: StorableText,
        Message: MessageText,
        dict[str, Any]: JSON(none_as_null=True),
        list[str]: JSON(none_as_null=True),
        list[list[Any]]: JSON(none_as_null=True),
        bytes: LargeBinary,
    }


class Meta(_Base):
    """One row: key "schema", value the version of the tables."""

    __tablename__ = "meta"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class ArticleRow(_Base):
    """An article as it was read.

    `annotations` holds sentences, set-apart pieces, mentions and dates by offset; `problems` the
    messages of the article and those of its reading, each ready for JSON (column_types).
    """

    __tablename__ = "articles"
    __table_args__ = (UniqueConstraint("url_sha256", "version"), {"sqlite_autoincrement": True})
    article_id: Mapped[int] = mapped_column(primary_key=True)
    text_sha256: Mapped[str] = mapped_column(unique=True)
    url_sha256: Mapped[str | None]
    version: Mapped[int]
    name: Mapped[str]
    url: Mapped[str | None]
    headline: Mapped[str | None]
    publisher: Mapped[str | None]
    agency: Mapped[str | None]
    published: Mapped[date | None]
    published_basis: Mapped[Message]
    language: Mapped[str | None]
    text: Mapped[str]
    original: Mapped[bytes | None]
    annotations: Mapped[dict[str, Any]]
    problems: Mapped[list[list[Any]]]
    added_at: Mapped[datetime]
    added_by: Mapped[str]


class DraftRow(_Base):
    """An event proposed from a sentence; dates are null where the text does not give them."""

    __tablename__ = "drafts"
    __table_args__ = (UniqueConstraint("article_id", "number"), {"sqlite_autoincrement": True})
    draft_id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.article_id", ondelete="CASCADE"))
    number: Mapped[int]
    sentence_start: Mapped[int]
    sentence_end: Mapped[int]
    paragraph: Mapped[int]
    sentence: Mapped[str]
    region_ids: Mapped[list[str]]
    date_start: Mapped[date | None]
    date_end: Mapped[date | None]
    date_prec: Mapped[int | None]
    date_basis: Mapped[Message]
    event_type: Mapped[str]
    status: Mapped[str]
    claimant: Mapped[str | None]
    affiliation: Mapped[str | None]
    background: Mapped[bool]
    placed_by_context: Mapped[bool]
    inherited_date: Mapped[bool]
    event_ids: Mapped[list[str]]


class ExcerptRow(_Base):
    """An exact quotation for a region, from the sentence of a draft; who says it may be the agency."""

    __tablename__ = "excerpts"
    __table_args__ = (UniqueConstraint("article_id", "number"), {"sqlite_autoincrement": True})
    excerpt_id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.article_id", ondelete="CASCADE"))
    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.draft_id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    region_id: Mapped[str]
    quote: Mapped[str]
    claimant: Mapped[str | None]
    affiliation: Mapped[str | None]


class DecisionRow(_Base):
    """A line of the log: who decided what about a draft, an excerpt or an article, with the edited values.

    `batch` is shared by all decisions of one call, or of several that one press makes; `undoes` names
    the decision that an undo takes back.
    """

    __tablename__ = "decisions"
    __table_args__ = (
        CheckConstraint(
            "(draft_id IS NOT NULL AND excerpt_id IS NULL AND article_id IS NULL)"
            " OR (draft_id IS NULL AND excerpt_id IS NOT NULL AND article_id IS NULL)"
            " OR (draft_id IS NULL AND excerpt_id IS NULL AND article_id IS NOT NULL)",
            name="one_subject",
        ),
        CheckConstraint("what IN ('confirmed', 'rejected', 'described', 'undone')", name="known_what"),
        CheckConstraint("(what = 'undone') = (undoes IS NOT NULL)", name="undone_names_its_decision"),
        {"sqlite_autoincrement": True},
    )
    decision_id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int | None] = mapped_column(
        ForeignKey("drafts.draft_id", ondelete="CASCADE"), index=True
    )
    excerpt_id: Mapped[int | None] = mapped_column(
        ForeignKey("excerpts.excerpt_id", ondelete="CASCADE"), index=True
    )
    article_id: Mapped[int | None] = mapped_column(
        ForeignKey("articles.article_id", ondelete="CASCADE"), index=True
    )
    what: Mapped[str]
    who: Mapped[str]
    at: Mapped[datetime]
    batch: Mapped[str]
    changes: Mapped[dict[str, Any] | None]
    undoes: Mapped[int | None] = mapped_column(
        ForeignKey("decisions.decision_id", ondelete="CASCADE"), unique=True
    )


def migrate(engine: Engine, *, steps: Sequence[Sequence[str]] = STEPS) -> None:
    """Makes the tables in an empty database, or migrates those of an older library, in one transaction.

    Raises LibraryError if the tables are another program's or of a later version.
    """
    latest = len(steps) + 1
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        found = _version(connection, engine)
        if found is None:
            _Base.metadata.create_all(connection)
            connection.execute(insert(Meta).values(key="schema", value=str(latest)))
            return
        if found > latest:
            raise LibraryError(
                Message(
                    "Expected a library of version {latest} or before, came {found}; update the atlas, or "
                    "name another library.",
                    latest=latest,
                    found=found,
                ),
                where=place(engine),
            )
        for statement in (line for step in steps[found - 1 :] for line in step):
            connection.execute(text(statement))
        connection.execute(text("UPDATE meta SET value = :v WHERE key = 'schema'"), {"v": str(latest)})


def _version(connection: Connection, engine: Engine) -> int | None:
    theirs = set(inspect(connection).get_table_names())
    if connection.dialect.name == "postgresql":  # a database may serve others too, a file serves one program
        theirs &= set(_Base.metadata.tables)
    if not theirs:
        return None
    found = "SELECT value FROM meta WHERE key = 'schema'"
    version = connection.execute(text(found)).scalar() if "meta" in theirs else None
    if version is None:
        raise LibraryError(
            Message(
                "Expected a library or an empty database, came tables of another program ({tables}); name "
                "another file or database.",
                tables=", ".join(sorted(theirs)),
            ),
            where=place(engine),
        )
    return int(version)
