"""A text's annotations as JSON by offsets, and the complete reading back from the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeVar

from geo.articles.library.column_types import packed_message, unpacked_message
from geo.articles.model import Article, Claim, Dated, Draft, Excerpt, Mention, Reading, Sentence, SetApart
from geo.message import Message

Values = dict[str, Any]
Annotation = TypeVar("Annotation", Sentence, SetApart, Mention, Dated)
_DAYS = ("first", "last")


def packed_annotations(reading: Reading) -> dict[str, Any]:
    """Sentences, set-apart pieces, datelines, mentions and dates of the reading, ready for JSON."""
    article = reading.article
    annotations: dict[str, Sequence[Sentence | SetApart | Mention | Dated]] = {
        "sentences": article.sentences,
        "set_apart": article.set_apart,
        "datelines": article.datelines,
        "mentions": reading.mentions,
        "dates": reading.dates,
    }
    return {kind: [_packed(item, article.text) for item in items] for kind, items in annotations.items()}


def unpacked_reading(article: Values, drafts: Sequence[Values], excerpts: Sequence[Values]) -> Reading:
    """The reading that the rows of an article were made from."""
    text, annotations = article["text"], article["annotations"]
    of_article, of_reading = article["problems"]
    by_id = {row["draft_id"]: _draft(row) for row in drafts}
    return Reading(
        article=Article(
            **{field: article[field] for field in _SAME},
            sentences=_unpacked(Sentence, annotations["sentences"], text),
            set_apart=_unpacked(SetApart, annotations["set_apart"], text),
            datelines=_unpacked(SetApart, annotations["datelines"], text),
            problems=tuple(map(unpacked_message, of_article)),
        ),
        mentions=_unpacked(Mention, annotations["mentions"], text),
        dates=_unpacked(Dated, annotations["dates"], text),
        drafts=tuple(by_id.values()),
        excerpts=tuple(_excerpt(row, by_id[row["draft_id"]]) for row in excerpts),
        problems=tuple(map(unpacked_message, of_reading)),
    )


_SAME = (
    "name",
    "text",
    "headline",
    "publisher",
    "agency",
    "published",
    "published_basis",
    "language",
    "url",
)


def _packed(item: Sentence | SetApart | Mention | Dated, text: str) -> Values:
    """The fields of an annotation; its text only where it is not simply the text between its offsets."""
    values = {field.name: getattr(item, field.name) for field in fields(item)}
    if values["text"] == text[item.start : item.end]:
        del values["text"]
    return {name: _packed_value(value) for name, value in values.items()}


def _packed_value(value: object) -> object:
    if isinstance(value, Message):
        return packed_message(value)
    return value.isoformat() if isinstance(value, date) else value


def _unpacked(kind: type[Annotation], items: Sequence[Values], text: str) -> tuple[Annotation, ...]:
    """The annotations; a field that this version of the reader no longer has is passed over."""
    known = {field.name for field in fields(kind)}
    return tuple(
        kind(
            **{"text": text[item["start"] : item["end"]]}
            | {name: _value(name, value) for name, value in item.items() if name in known}
        )
        for item in items
    )


def _value(name: str, value: Any) -> Any:
    if name == "basis":
        return unpacked_message(value)
    if name in _DAYS and value:
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value


def _excerpt(row: Values, draft: Draft) -> Excerpt:
    spoken = replace(draft, claim=Claim(row["claimant"], row["affiliation"]))
    return Excerpt(row["region_id"], row["quote"], spoken)


def _draft(row: Values) -> Draft:
    return Draft(
        sentence=Sentence(row["sentence_start"], row["sentence_end"], row["sentence"], row["paragraph"]),
        region_ids=tuple(row["region_ids"]),
        first=row["date_start"],
        last=row["date_end"],
        prec=row["date_prec"],
        date_basis=row["date_basis"],
        event_type=row["event_type"],
        status=row["status"],
        claim=Claim(row["claimant"], row["affiliation"]),
        background=row["background"],
        placed_by_context=row["placed_by_context"],
        inherited_date=row["inherited_date"],
        event_ids=tuple(row["event_ids"]),
    )
