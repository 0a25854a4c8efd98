"""Decisions and undo: rows of a log to which lines are only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import uuid4

from sqlalchemy import Connection, Engine, insert, select

from geo.articles.library.checks import Vocabulary, faults
from geo.articles.library.column_types import storable
from geo.articles.library.columns import field_name
from geo.articles.library.connect import LibraryError, writing
from geo.articles.library.own import STATUSES, article_row, event_row, excerpt_row
from geo.articles.library.rows import (
    CONFIRMED,
    REJECTED,
    article_records,
    draft_records,
    excerpt_records,
    one_article,
)
from geo.articles.library.save import insert_unless_there, named, now
from geo.articles.library.schema import DecisionRow
from geo.message import Message
from geo.problems import shown

Kind = Literal["draft", "excerpt"]
Values = dict[str, Any]

_DATED: dict[str, type | tuple[type, ...]] = {
    "region_ids": (tuple, list),
    "date_start": date,
    "date_end": date,
    "date_prec": int,
    "date_basis": str,
    "claimant": str,
    "affiliation": str,
    "event_ids": (tuple, list),
}
_NAMES: dict[str, type | tuple[type, ...]] = dict.fromkeys(
    ["headline", "publisher", "affiliation", "agency", "agency_affiliation", "country", "language", "url"],
    str,
)
EDITABLE: dict[str, dict[str, type | tuple[type, ...]]] = {
    "draft": _DATED
    | {"event_type": str, "status": str, "title": str, "summary": str, "where_description": str}
    | {"latitude": (int, float), "longitude": (int, float), "where_prec": int, "importance": int},
    "excerpt": _DATED | {"quote": str, "differs_note": str},
    "article": _NAMES | {"published": date},
}


@dataclass(frozen=True)
class Decided:
    """The ids of the decisions made, and a message for each record that cannot be confirmed yet."""

    decision_ids: tuple[int, ...]
    problems: tuple[Message, ...] = ()


def decide(
    engine: Engine,
    ids: Iterable[int],
    what: str,
    *,
    who: str,
    kind: Kind,
    changes: Mapping[str, object] | None,
    vocabulary: Vocabulary,
    batch: str | None = None,
) -> Decided:
    """Confirms or rejects drafts or excerpts in one transaction; `problems` says which the schema forbids.

    Calls with the same `batch` (see new_batch) are one to undo(); without one each stands for itself.
    `changes` (a confirmation only) hold for each of them. Raises LibraryError for an unknown id, decision or
    column, and then nothing is decided.
    """
    if what not in (CONFIRMED, REJECTED):
        known = f"{CONFIRMED}, {REJECTED}"
        raise LibraryError(_not_one_of("decision", known, what))
    if changes and what == REJECTED:
        raise LibraryError(
            Message("Changes go with a confirmation: expected none for a rejection; leave them out.")
        )
    edits = _edits(changes or {}, kind)
    with writing(engine) as connection:
        records = _records(connection, kind, ids)
        problems = _problems(connection, records, edits, kind, vocabulary) if what == CONFIRMED else {}
        fit = [number for number in records if number not in problems]
        made = _write(connection, kind, fit, what, named(who), edits, batch or new_batch())
        return Decided(made, tuple(problems.values()))


def new_batch() -> str:
    """The name of a new batch of decisions, which are taken back together."""
    return uuid4().hex


def describe(
    engine: Engine,
    article_id: int,
    changes: Mapping[str, object],
    *,
    who: str,
    vocabulary: Vocabulary,
) -> int:
    """Notes what a person knows of an article that its text does not say; the id of the decision.

    Raises LibraryError if the article is not there or a value cannot stand.
    """
    edits = _edits(changes, "article")
    with writing(engine) as connection:
        one_article(connection, article_id)
        record = article_records(connection, article_id)[article_id] | _parsed(edits)
        row = article_row(record) | {"url": record["url"]}
        wrong = faults([row], "articles", vocabulary)[0]
        faulty = {column: wrong[column] for column in edits if column in wrong and edits[column]}
        if faulty:
            raise LibraryError(Message("This cannot be noted: {then}.", then=_by_field(faulty, "article")))
        made = _write(connection, "article", [article_id], "described", named(who), edits, new_batch())
        return made[0]


def undo(engine: Engine, decision_ids: Iterable[int] | None, *, who: str) -> tuple[int, ...]:
    """Takes decisions back, or with None all of the last batch of this person that stands; their ids.

    A decision that is undone already is passed over. Raises LibraryError for an id that is no decision.
    """
    who = named(who)
    with writing(engine) as connection:
        chosen = _last_of(connection, who) if decision_ids is None else _decisions(connection, decision_ids)
        batch, done = new_batch(), []
        for row in chosen:
            subject = {name: row[name] for name in ("draft_id", "excerpt_id", "article_id")}
            line = {"what": "undone", "who": who, "at": now(), "batch": batch, "undoes": row["decision_id"]}
            new = insert_unless_there(connection, DecisionRow).values(**subject, **line)
            new_id = new.on_conflict_do_nothing().returning(DecisionRow.decision_id)
            if connection.execute(new_id).scalar() is not None:
                done.append(row["decision_id"])
        return tuple(done)


def _edits(changes: Mapping[str, object], kind: str) -> Values:
    """The changes ready for JSON; raises LibraryError for an unknown column or a value of another type."""
    edits: Values = {}
    for column, value in changes.items():
        allowed = EDITABLE[kind].get(column)
        if allowed is None:
            raise LibraryError(_not_one_of("changes", ", ".join(EDITABLE[kind]), column))
        if value is not None and not isinstance(value, allowed):
            names = allowed if isinstance(allowed, tuple) else (allowed,)
            wanted = " or ".join(name.__name__ for name in names)
            raise LibraryError(_not_one_of(column, f"{wanted}, None", value))
        edits[column] = _stored(value)
    if edits.get("status") and edits["status"] not in STATUSES:
        raise LibraryError(_not_one_of("status", ", ".join(STATUSES), edits["status"]))
    return edits


def _stored(value: object) -> object:
    if isinstance(value, date):
        return date(value.year, value.month, value.day).isoformat()
    if isinstance(value, (tuple, list)):
        return [storable(str(item)) for item in value]
    return (storable(value).strip() or None) if isinstance(value, str) else value


def _parsed(edits: Values) -> Values:
    days = ("date_start", "date_end", "published")
    return {
        name: date.fromisoformat(value) if name in days and value else value for name, value in edits.items()
    }


def _records(connection: Connection, kind: Kind, ids: Iterable[int]) -> dict[int, Values]:
    wanted = list(dict.fromkeys(int(number) for number in ids))
    drafts = draft_records(connection)
    there = drafts if kind == "draft" else excerpt_records(connection, drafts)
    missing = [str(number) for number in wanted if number not in there]
    if missing:
        raise LibraryError(
            Message(
                "No draft {number} is in the library; take an id from its list.", number=", ".join(missing)
            )
            if kind == "draft"
            else Message(
                "No excerpt {number} is in the library; take an id from its list.", number=", ".join(missing)
            )
        )
    return {number: there[number] for number in wanted}


def _problems(
    connection: Connection, records: dict[int, Values], edits: Values, kind: Kind, vocabulary: Vocabulary
) -> dict[int, Message]:
    """For each record that the schema of data/ does not allow, a message that says why."""
    articles = article_records(connection)
    edited = [record | _parsed(edits) for record in records.values()]
    if kind == "draft":
        rows = [event_row(row, articles[row["article_id"]], vocabulary) for row in edited]
    else:
        rows = [excerpt_row(row, articles[row["article_id"]]) for row in edited]
    found = faults(rows, "events" if kind == "draft" else "excerpts", vocabulary)
    if edits.get("quote"):
        _check_words(connection, edited, found)
    return {
        number: Message(
            "draft {number}: {then}; give it in changes.", number=str(number), then=_by_field(wrong, kind)
        )
        if kind == "draft"
        else Message(
            "excerpt {number}: {then}; give it in changes.", number=str(number), then=_by_field(wrong, kind)
        )
        for number, wrong in zip(records, found, strict=True)
        if wrong
    }


def _by_field(wrong: Mapping[str, Message], kind: str) -> tuple[Message, ...]:
    return tuple(
        Message("{name}: {what}", name=field_name(column, kind), what=wrong[column])
        for column in sorted(wrong)
    )


def _not_one_of(name: str, known: str, came: object) -> Message:
    return Message(
        "{name}: expected one of {known}, came {came}; write one of them.",
        name=name,
        known=known,
        came=shown(came),
    )


def _check_words(connection: Connection, edited: Sequence[Values], found: list[dict[str, Message]]) -> None:
    for row, wrong in zip(edited, found, strict=True):
        if row["quote"] not in one_article(connection, row["article_id"])["text"]:
            wrong["quote"] = Message("expected the article's exact words, came others")


def _write(
    connection: Connection,
    kind: str,
    ids: Sequence[int],
    what: str,
    who: str,
    edits: Values,
    batch: str,
) -> tuple[int, ...]:
    if not ids:
        return ()
    line = {"what": what, "who": who, "at": now(), "batch": batch, "changes": edits or None}
    connection.execute(insert(DecisionRow), [{f"{kind}_id": number, **line} for number in ids])
    subject = getattr(DecisionRow, f"{kind}_id")
    made = select(DecisionRow.decision_id).where(DecisionRow.batch == batch, subject.in_(ids))
    return tuple(connection.execute(made.order_by(DecisionRow.decision_id)).scalars())


def _decisions(connection: Connection, decision_ids: Iterable[int]) -> list[Values]:
    wanted = list(dict.fromkeys(int(number) for number in decision_ids))
    asked = select(DecisionRow).where(DecisionRow.decision_id.in_(wanted), DecisionRow.what != "undone")
    found = {row["decision_id"]: dict(row) for row in connection.execute(asked).mappings()}
    missing = [str(number) for number in wanted if number not in found]
    if missing:
        raise LibraryError(
            Message("No decision {number} can be undone; take an id from the log.", number=", ".join(missing))
        )
    return [found[number] for number in wanted]


def _last_of(connection: Connection, who: str) -> list[Values]:
    undone = select(DecisionRow.undoes).where(DecisionRow.undoes.is_not(None))
    standing = select(DecisionRow).where(
        DecisionRow.who == who, DecisionRow.what != "undone", DecisionRow.decision_id.not_in(undone)
    )
    newest = connection.execute(standing.order_by(DecisionRow.decision_id.desc()).limit(1)).mappings().first()
    if newest is None:
        return []
    same_call = standing.where(DecisionRow.batch == newest["batch"]).order_by(DecisionRow.decision_id)
    return [dict(row) for row in connection.execute(same_call).mappings()]
