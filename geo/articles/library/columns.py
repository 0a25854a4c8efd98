"""The columns of the library's tables as the page gets them."""

from __future__ import annotations

from geo.articles.library.rows import STATES

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
