"""The columns of the library's tables as the page gets them, and what a person calls those to edit."""

from __future__ import annotations

from geo.articles.library.rows import STATES
from geo.message import Message, message_of

_STANDING = ("state", "decision_id", "decided_by", "edited")
_DATED = (
    "region_ids", "date_start", "date_end", "date_prec", "date_basis", "claimant", "affiliation", "event_ids",
)  # fmt: skip

ARTICLES = (
    "article_id", "name", "headline", "publisher", "affiliation", "agency", "agency_affiliation", "country",
    "published", "language", "url", "version", "version_of", "added_at", "added_by", "text_sha256", "own_id",
    "problems", *STATES,
)  # fmt: skip
DRAFTS = (
    "draft_id", "article_id", "number", "event_id", *_STANDING, "sentence", "sentence_start", "sentence_end",
    *_DATED, "event_type", "status", "background", "placed_by_context", "inherited_date",
    "title", "summary", "where_description", "latitude", "longitude", "where_prec", "importance",
)  # fmt: skip
EXCERPTS = (
    "excerpt_id", "article_id", "draft_id", "number", "own_id", *_STANDING, "quote", *_DATED, "differs_note",
)  # fmt: skip
DECISIONS = (
    "decision_id", "draft_id", "excerpt_id", "article_id", "what", "who", "at", "batch", "changes",
    "undoes", "undone_by",
)  # fmt: skip

_FIELDS = {
    "affiliation": Message("Whose side that is"),
    "claimant": Message("Who says it"),
    "claimant_affiliation": Message("Whose side that is"),
    "date_end": Message("Last day"),
    "date_prec": Message("Known to"),
    "date_start": Message("First day"),
    "event_type": Message("Type"),
    "quote": Message("The article's exact words, at most 60"),
    "region_ids": Message("Regions"),
    "status": Message("Status"),
    "summary": Message("Summary, in your words"),
    "title": Message("Title, in your words"),
}
_ARTICLE_FIELDS = {
    "affiliation": Message("Whose publisher it is"),
    "headline": Message("Headline"),
    "published": Message("Published"),
    "publisher": Message("Publisher"),
    "url": Message("Address (URL)"),
}


def field_name(column: str, kind: str) -> Message:
    """What the forms for a draft, excerpt or article call the column; its own name where none has it."""
    fields = _ARTICLE_FIELDS if kind == "article" else _FIELDS
    return fields.get(column, message_of(column))
