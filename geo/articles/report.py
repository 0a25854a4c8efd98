"""A Reading as the JSON of the public contract and as a summary to read."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from geo.articles.model import Draft, Excerpt, Reading
from geo.when import format_days


def as_json(reading: Reading) -> dict[str, Any]:
    """The object that `python -m geo.articles --json` prints for a document (see design.md, Public hooks)."""
    article = reading.article
    counts = Counter(region for mention in reading.mentions for region in mention.region_ids)
    return {
        "name": article.name,
        "headline": article.headline,
        "publisher": article.publisher or article.agency,
        "agency": article.agency,
        "published": _iso(article.published),
        "language": article.language,
        "places": [{"region_id": region, "mentions": count} for region, count in counts.most_common()],
        "events": [_event(draft) for draft in reading.drafts],
        "excerpts": [_excerpt(excerpt) for excerpt in reading.excerpts],
        "set_apart": [{"reason": piece.reason, "text": piece.text} for piece in article.set_apart],
        "problems": [str(problem) for problem in reading.problems],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _event(draft: Draft) -> dict[str, Any]:
    return {
        "date_start": _iso(draft.first), "date_end": _iso(draft.last), "date_prec": draft.prec,
        "region_ids": list(draft.region_ids), "event_type": draft.event_type, "status": draft.status,
        "sentence": draft.sentence.text, "claimant": draft.claim.name, "background": draft.background,
        "event_ids": list(draft.event_ids), "date_basis": str(draft.date_basis),
    }  # fmt: skip


def _excerpt(excerpt: Excerpt) -> dict[str, Any]:
    draft = excerpt.draft
    return {
        "region_id": excerpt.region_id, "date_start": _iso(draft.first), "date_end": _iso(draft.last),
        "date_prec": draft.prec, "quote": excerpt.quote, "claimant": draft.claim.name,
        "claimant_affiliation": draft.claim.affiliation,
    }  # fmt: skip


def as_text(reading: Reading) -> str:
    """A summary in a few lines: what the document is, what it reports, what to quote, what was wrong."""
    article = reading.article
    source = article.agency or article.publisher or "publisher unknown"
    published = format_days(article.published) if article.published else "day unknown"
    quotes = dict.fromkeys((excerpt.quote, excerpt.draft.claim.name) for excerpt in reading.excerpts)
    lines = [article.headline or article.name]
    lines.append(f"  {source}, {published}, language {article.language or 'unknown'}")
    lines += [_line(draft) for draft in reading.drafts]
    lines += [f"  “{quote}” ({claimant or 'nobody named'})" for quote, claimant in quotes]
    lines += [f"  ! {problem}" for problem in reading.problems]
    return "\n".join(lines)


def _line(draft: Draft) -> str:
    status = f"background, {draft.status}" if draft.background else draft.status
    parts = [
        _when(draft),
        ", ".join(draft.region_ids),
        f"{draft.event_type}, {status}",
        ", ".join(draft.event_ids[:3]) or "new",
    ]
    return "  " + " · ".join(parts)


def _when(draft: Draft) -> str:
    if draft.first is None or draft.last is None or draft.prec is None:
        return "no day given"
    return format_days(draft.first, draft.last, prec=draft.prec)
