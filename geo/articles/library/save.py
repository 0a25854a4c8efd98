"""Saves readings in the library, each article in one transaction, and removes them again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from geo.articles.library.annotations import packed_annotations
from geo.articles.library.column_types import packed_message, storable
from geo.articles.library.connect import LibraryError, writing
from geo.articles.library.duplicates import is_blank, text_sha256, url_sha256
from geo.articles.library.schema import ArticleRow, DecisionRow, DraftRow, ExcerptRow
from geo.articles.model import MOST_CHARACTERS, Draft, Excerpt, Reading, without_claim
from geo.message import Message
from geo.rules import MOST_WORDS

Values = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """A document and the article of the library that it is, or is a later version of."""

    name: str
    article_id: int


@dataclass(frozen=True)
class Added:
    """What became of the documents.

    `new` are the ids of the articles added, in order; `already` the documents that were in the
    library; `versions` the new articles whose address was known with another text, each with the
    first article of that address; `problems` a message for each document or excerpt left out.
    """

    new: tuple[int, ...] = ()
    already: tuple[Known, ...] = ()
    versions: tuple[Known, ...] = ()
    problems: tuple[Message, ...] = ()


def add(
    engine: Engine,
    readings: Iterable[Reading],
    *,
    who: str,
    originals: Iterable[str] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Added:
    """Saves each reading as it comes, calling `progress` with the number done after each.

    `originals` are the raw texts in the same order. What was saved before an error stays.
    Raises LibraryError if `who` is empty or the database refuses to write.
    """
    who = named(who)
    new, already, versions = [], [], []
    problems: list[Message] = []
    for done, (reading, original) in enumerate(_paired(readings, originals), 1):
        refused = _refused(reading, original)
        if refused:
            problems.append(refused)
        else:
            excerpts, left_out = _exact(reading)
            with writing(engine) as connection:
                values = _article(reading, original, who)
                article_id, version, first = _save(connection, values, reading, excerpts)
            if not version:
                already.append(Known(reading.article.name, article_id))
            else:
                new.append(article_id)
                problems += left_out
                versions += [Known(reading.article.name, first)] if version > 1 else []
        if progress:
            progress(done)
    return Added(tuple(new), tuple(already), tuple(versions), tuple(problems))


def remove(engine: Engine, article_id: int) -> None:
    """Takes an article out with its drafts, excerpts and decisions; raises LibraryError if not there."""
    with writing(engine) as connection:
        gone = connection.execute(delete(ArticleRow).where(ArticleRow.article_id == article_id)).rowcount
    if not gone:
        raise LibraryError(
            Message(
                "No article {number} is in the library; take an id from its list.", number=str(article_id)
            )
        )


def named(who: str) -> str:
    """The name of who acts; raises LibraryError if it is empty."""
    if not who.strip():
        raise LibraryError(Message("The library notes who acts: expected a name, came nothing; write yours."))
    return who.strip()


def _paired(
    readings: Iterable[Reading], originals: Iterable[str] | None
) -> Iterator[tuple[Reading, str | None]]:
    if originals is None:
        return ((reading, None) for reading in readings)
    return zip(readings, originals, strict=True)


def _refused(reading: Reading, original: str | None) -> Message | None:
    article = reading.article
    size = max(len(article.text), len(original or ""))
    if size > MOST_CHARACTERS:
        return Message(
            "{name}: expected at most {most} characters, came {number}; cut it into its articles.",
            name=article.name,
            most=MOST_CHARACTERS,
            number=size,
        )
    if is_blank(article.text):
        return Message(
            "{name}: expected the text of an article, came none; nothing was kept of it.", name=article.name
        )
    return None


def _exact(reading: Reading) -> tuple[list[Excerpt], list[Message]]:
    """The excerpts that are exact and short, and a message for each other."""
    exact: list[Excerpt] = []
    problems: list[Message] = []
    name = reading.article.name
    for excerpt in reading.excerpts:
        words, region = len(excerpt.quote.split()), excerpt.region_id
        if words > MOST_WORDS:
            problems.append(
                Message(
                    "{name}: a quotation for {region} has {number} words, more than {most}; it was left out.",
                    name=name,
                    region=region,
                    number=words,
                    most=MOST_WORDS,
                )
            )
        elif excerpt.quote not in reading.article.text:
            problems.append(
                Message(
                    "{name}: a quotation for {region} is not in the article's own words; it was left out.",
                    name=name,
                    region=region,
                )
            )
        else:
            exact.append(excerpt)
    return exact, problems


def _article(reading: Reading, original: str | None, who: str) -> Values:
    article = reading.article
    came = article.text if original is None else original
    exact = None if came == storable(article.text) else came.encode("utf-8", "surrogatepass")
    return {
        "text_sha256": text_sha256(article.text),
        "url_sha256": url_sha256(article.url),
        "name": article.name,
        "url": article.url,
        "headline": article.headline,
        "publisher": article.publisher,
        "agency": article.agency,
        "published": article.published,
        "published_basis": article.published_basis,
        "language": article.language,
        "text": article.text,
        "original": exact,
        "annotations": packed_annotations(reading),
        "problems": [
            [packed_message(problem) for problem in group] for group in (article.problems, reading.problems)
        ],
        "added_at": now(),
        "added_by": who,
    }


def now() -> datetime:
    """This moment in UTC, without a zone, as the library has it."""
    return datetime.now(UTC).replace(tzinfo=None)


def _save(
    connection: Connection, values: Values, reading: Reading, excerpts: list[Excerpt]
) -> tuple[int, int, int]:
    """The article's id, its version (0 if it was there already) and the id of its address's first."""
    article_id, version = _insert_article(connection, values)
    if version:
        draft_ids = _insert_drafts(connection, article_id, reading)
        _insert_excerpts(connection, article_id, draft_ids, excerpts)
    first = _first_of(connection, values["url_sha256"]) if version > 1 else article_id
    return article_id, version, first


def _insert_article(connection: Connection, values: Values) -> tuple[int, int]:
    """Who comes second waits in the insert, does nothing, and then finds what the first has committed."""
    same_text = select(ArticleRow.article_id).where(ArticleRow.text_sha256 == values["text_sha256"])
    same_url = select(func.max(ArticleRow.version)).where(ArticleRow.url_sha256 == values["url_sha256"])
    while True:
        known = connection.execute(same_text).scalar()
        if known is not None:
            return known, 0
        version = (connection.execute(same_url).scalar() or 0) + 1
        new = insert_unless_there(connection, ArticleRow).values(**values, version=version)
        made = connection.execute(new.on_conflict_do_nothing().returning(ArticleRow.article_id)).scalar()
        if made is not None:
            return int(made), version


def insert_unless_there(
    connection: Connection, table: type[ArticleRow] | type[DecisionRow]
) -> sqlite.Insert | postgresql.Insert:
    """An INSERT of the connection's database, which knows ON CONFLICT DO NOTHING."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


def _first_of(connection: Connection, url_hash: str) -> int:
    versions = select(ArticleRow.article_id).where(ArticleRow.url_sha256 == url_hash)
    return connection.execute(versions.order_by(ArticleRow.version).limit(1)).scalar_one()


def _insert_drafts(connection: Connection, article_id: int, reading: Reading) -> dict[Draft, int]:
    """The id of each draft by what it says, whoever says it: an excerpt may name another voice for it."""
    said = {without_claim(draft) for draft in reading.drafts}
    quoted = [excerpt.draft for excerpt in reading.excerpts if without_claim(excerpt.draft) not in said]
    drafts = [*reading.drafts, *dict.fromkeys(quoted)]
    if not drafts:
        return {}
    connection.execute(
        insert(DraftRow), [_draft(article_id, number, draft) for number, draft in enumerate(drafts, 1)]
    )
    there = select(DraftRow.draft_id).where(DraftRow.article_id == article_id).order_by(DraftRow.number)
    ids = connection.execute(there).scalars().all()
    return {without_claim(draft): number for draft, number in reversed(list(zip(drafts, ids, strict=True)))}


def _draft(article_id: int, number: int, draft: Draft) -> Values:
    return {
        "article_id": article_id,
        "number": number,
        "sentence_start": draft.sentence.start,
        "sentence_end": draft.sentence.end,
        "paragraph": draft.sentence.paragraph,
        "sentence": draft.sentence.text,
        "region_ids": list(draft.region_ids),
        "date_start": draft.first,
        "date_end": draft.last,
        "date_prec": draft.prec,
        "date_basis": draft.date_basis,
        "event_type": draft.event_type,
        "status": draft.status,
        "claimant": draft.claim.name,
        "affiliation": draft.claim.affiliation,
        "background": draft.background,
        "placed_by_context": draft.placed_by_context,
        "inherited_date": draft.inherited_date,
        "event_ids": list(draft.event_ids),
    }


def _insert_excerpts(
    connection: Connection, article_id: int, draft_ids: dict[Draft, int], excerpts: list[Excerpt]
) -> None:
    rows = [
        {
            "article_id": article_id,
            "draft_id": draft_ids[without_claim(excerpt.draft)],
            "number": number,
            "region_id": excerpt.region_id,
            "quote": excerpt.quote,
            "claimant": excerpt.draft.claim.name,
            "affiliation": excerpt.draft.claim.affiliation,
        }
        for number, excerpt in enumerate(excerpts, 1)
    ]
    if rows:
        connection.execute(insert(ExcerptRow), rows)
