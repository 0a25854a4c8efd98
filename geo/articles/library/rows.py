"""Rows read back: what was read, with the edits and decisions that stand, as records and as tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Executable, func, select
from sqlalchemy.orm import InstrumentedAttribute

from geo.articles.library.annotations import unpacked_reading
from geo.articles.library.column_types import unpacked_message
from geo.articles.library.connect import LibraryError
from geo.articles.library.schema import ArticleRow, DecisionRow, DraftRow, ExcerptRow
from geo.articles.model import Reading
from geo.articles.words import listed, table
from geo.message import Message, message_of
from geo.user_records import user_record_id

PROPOSED, CONFIRMED, REJECTED = STATES = ("proposed", "confirmed", "rejected")

Values = dict[str, Any]
_SUBJECTS: dict[str, InstrumentedAttribute[int | None]] = {
    "draft": DecisionRow.draft_id,
    "excerpt": DecisionRow.excerpt_id,
    "article": DecisionRow.article_id,
}
_DAYS = ("date_start", "date_end", "published")
_HEAVY = ("text", "original", "annotations")


@dataclass
class DecisionState:
    """What was decided of a draft, excerpt or article: the last decision not undone, and all edits."""

    state: str = PROPOSED
    decision_id: int | None = None
    decided_by: str | None = None
    changes: Values = field(default_factory=dict)


def article_records(connection: Connection, article_id: int | None = None) -> dict[int, Values]:
    """Articles by id: as read, under what people described, without the text."""
    columns = [column for column in ArticleRow.__table__.columns if column.name not in _HEAVY]
    asked = select(*columns).order_by(ArticleRow.article_id)
    if article_id is not None:
        asked = asked.where(ArticleRow.article_id == article_id)
    states = _decision_states(connection, "article")
    firsts = _firsts(connection)
    records = {}
    for record in _records(connection, asked):
        number = record["article_id"]
        # Those of the reading have those of the article among them.
        said = (unpacked_message(one) for group in record["problems"] for one in group)
        record["problems"] = list(dict.fromkeys(said))
        record |= {"affiliation": None, "agency_affiliation": None, "country": None}
        record |= states[number].changes
        record["affiliation"] = record["affiliation"] or affiliation_of(record["publisher"])
        record["agency_affiliation"] = record["agency_affiliation"] or affiliation_of(record["agency"])
        record["own_id"] = user_record_id(record["text_sha256"])
        first = firsts.get(record.pop("url_sha256"), number)
        record["version_of"] = None if first == number else first
        records[number] = record
    return records


def draft_records(connection: Connection, article_id: int | None = None) -> dict[int, Values]:
    """Drafts by id: the values as read under the edits that stand, with state and own event id."""
    asked = _asked(DraftRow, DraftRow.draft_id, article_id)
    states = _decision_states(connection, "draft")
    records = {}
    for record in _records(connection, asked):
        record["event_id"] = user_record_id(record.pop("text_sha256"), str(record["number"]))
        records[record["draft_id"]] = _with_decisions(record, states[record["draft_id"]])
    return records


def excerpt_records(
    connection: Connection, drafts: dict[int, Values], article_id: int | None = None
) -> dict[int, Values]:
    """Excerpts by id, with their edits.

    Their days are those of their draft as it is now, and so is their claimant if it was edited there.
    """
    asked = _asked(ExcerptRow, ExcerptRow.excerpt_id, article_id)
    states = _decision_states(connection, "excerpt")
    records = {}
    for record in _records(connection, asked):
        draft = drafts[record["draft_id"]]
        record["region_ids"] = [record.pop("region_id")]
        record |= {name: draft[name] for name in _FROM_DRAFT}
        record |= {name: draft[name] for name in _VOICE if name in draft["changes"]}
        record["own_id"] = user_record_id(record.pop("text_sha256"), f"q{record['number']}")
        records[record["excerpt_id"]] = _with_decisions(record, states[record["excerpt_id"]])
    return records


_FROM_DRAFT = ("date_start", "date_end", "date_prec", "date_basis", "event_ids")
_VOICE = ("claimant", "affiliation")


def decision_records(connection: Connection) -> list[Values]:
    """The complete log, oldest first; `undone_by` is the id of the undo, if there is one."""
    log = _records(connection, select(DecisionRow).order_by(DecisionRow.decision_id))
    undone = {row["undoes"]: row["decision_id"] for row in log if row["undoes"]}
    return [row | {"undone_by": undone.get(row["decision_id"])} for row in log]


def reading_of(connection: Connection, article_id: int) -> Reading:
    """The reading as it was added, without edits; raises LibraryError if the article is not there."""
    article = one_article(connection, article_id)
    drafts = select(DraftRow).where(DraftRow.article_id == article_id).order_by(DraftRow.number)
    excerpts = select(ExcerptRow).where(ExcerptRow.article_id == article_id).order_by(ExcerptRow.number)
    return unpacked_reading(article, _records(connection, drafts), _records(connection, excerpts))


def one_article(connection: Connection, article_id: int) -> Values:
    """The complete row of an article; raises LibraryError if it is not there."""
    found = _records(connection, select(ArticleRow).where(ArticleRow.article_id == article_id))
    if not found:
        raise LibraryError(
            Message(
                "No article {number} is in the library; take an id from its list.", number=str(article_id)
            )
        )
    return found[0]


def stamp_of(connection: Connection) -> tuple[int, ...]:
    """Numbers that change whenever anything in the library does."""
    parts = [
        connection.execute(select(func.count(key), func.coalesce(func.max(key), 0))).one()
        for key in (ArticleRow.article_id, DecisionRow.decision_id)
    ]
    return tuple(int(number) for part in parts for number in part)


def in_state(records: dict[int, Values], state: str | None) -> list[Values]:
    """The records of a state, or all; raises LibraryError for a state that is none."""
    if state is not None and state not in STATES:
        raise LibraryError(
            Message(
                "{name}: expected one of {known}, came {came}; write one of them.",
                name="state",
                known=", ".join(STATES),
                came=repr(state),
            )
        )
    return [record for record in records.values() if state in (None, record["state"])]


def as_table(records: Sequence[Values], columns: Sequence[str]) -> pd.DataFrame:
    """The records as a table of plain objects with these columns, in order; lists come as tuples."""
    cells = [
        [tuple(value) if isinstance(value, list) else value for value in map(record.get, columns)]
        for record in records
    ]
    return pd.DataFrame(cells, columns=list(columns), dtype=object)


@lru_cache(maxsize=4096)
def affiliation_of(name: str | None) -> str | None:
    """Whose a publisher or agency is by the reader's table of agencies; None if it does not know it."""
    if not name:
        return None
    folded = name.casefold()
    for row in table("agencies"):
        if folded in (row["name"].casefold(), *map(str.casefold, listed(row["spellings"]))):
            return row["affiliation"] or None
    return None


def _asked(
    row: type[DraftRow] | type[ExcerptRow], key: InstrumentedAttribute[int], article_id: int | None
) -> Executable:
    """Asks for the rows of an article, or of all, by key, each with the SHA-256 of its article's text."""
    asked = select(row, ArticleRow.text_sha256).join(ArticleRow, ArticleRow.article_id == row.article_id)
    return (asked if article_id is None else asked.where(row.article_id == article_id)).order_by(key)


def _records(connection: Connection, asked: Executable) -> list[Values]:
    return [dict(row) for row in connection.execute(asked).mappings()]


def _decision_states(connection: Connection, kind: str) -> defaultdict[int, DecisionState]:
    subject = _SUBJECTS[kind]
    undone = select(DecisionRow.undoes).where(DecisionRow.undoes.is_not(None))
    columns = (subject, DecisionRow.decision_id, DecisionRow.what, DecisionRow.who, DecisionRow.changes)
    asked = (
        select(*columns)
        .where(subject.is_not(None), DecisionRow.what != "undone", DecisionRow.decision_id.not_in(undone))
        .order_by(DecisionRow.decision_id)
    )
    states: defaultdict[int, DecisionState] = defaultdict(DecisionState)
    for number, decision_id, what, who, changes in connection.execute(asked):
        before = states[number].changes
        states[number] = DecisionState(what, decision_id, who, before | _typed(changes or {}))
    return states


def _typed(changes: Values) -> Values:
    return {name: _typed_value(name, value) for name, value in changes.items()}


def _typed_value(name: str, value: Any) -> Any:
    if name == "date_basis":
        return message_of(value or "")
    return date.fromisoformat(value) if name in _DAYS and value else value


def _with_decisions(record: Values, state: DecisionState) -> Values:
    decided = {"state": state.state, "decision_id": state.decision_id, "decided_by": state.decided_by}
    return record | state.changes | decided | {"edited": bool(state.changes), "changes": state.changes}


def _firsts(connection: Connection) -> dict[str, int]:
    """The first article of each address that has several versions or one."""
    asked = select(ArticleRow.url_sha256, ArticleRow.article_id).where(ArticleRow.url_sha256.is_not(None))
    firsts: dict[str, int] = {}
    for url_hash, article_id in connection.execute(asked.order_by(ArticleRow.version)):
        firsts.setdefault(str(url_hash), article_id)
    return firsts
