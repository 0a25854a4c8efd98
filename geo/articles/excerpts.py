"""Chooses what to quote: for each region the best one to three sentences, exact and at most 60 words."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from geo.articles.claims import agency_claim
from geo.articles.model import Article, Draft, Excerpt

MOST_WORDS, PER_REGION = 60, 3


def choose(article: Article, drafts: tuple[Draft, ...]) -> tuple[Excerpt, ...]:
    """The excerpts of an article in order of the text, each with its claimant.

    Up to three sentences that name the region, and up to three more that are placed there only by
    context. Where the sentence names no claimant, the agency, else the publisher, stands for it.
    """
    own = agency_claim(article.agency or article.publisher)
    by_region: dict[tuple[str, bool], list[Draft]] = defaultdict(list)
    for draft in drafts:
        spoken = draft if draft.claim.name else replace(draft, claim=own)
        for region_id in draft.region_ids:
            by_region[region_id, draft.placed_by_context].append(spoken)
    found = [
        Excerpt(region_id, quote, draft)
        for (region_id, _), candidates in by_region.items()
        for draft, quote in _best(candidates)
    ]
    return tuple(sorted(found, key=lambda excerpt: (excerpt.draft.sentence.start, excerpt.region_id)))


def _best(drafts: list[Draft]) -> list[tuple[Draft, str]]:
    quoted = [(draft, quote) for draft in drafts if (quote := quotable(draft.sentence.text))]
    quoted.sort(key=lambda pair: (-_worth(pair[0]), pair[0].sentence.start))
    chosen: dict[int, tuple[Draft, str]] = {}
    for draft, quote in quoted:
        chosen.setdefault(draft.sentence.start, (draft, quote))
    return list(chosen.values())[:PER_REGION]


def _worth(draft: Draft) -> int:
    worth = 4 if draft.first else 0
    worth += 2 if draft.prec == 1 else 0
    worth += 0 if draft.inherited_date else 2
    worth += 0 if draft.background else 2
    worth += 1 if draft.status in ("reported", "claimed") else 0
    return worth + (1 if len(draft.region_ids) <= 2 else 0)


def quotable(sentence: str) -> str | None:
    """The sentence if it has at most 60 words, else as many of its first clauses as fit, else None."""
    if len(sentence.split()) <= MOST_WORDS:
        return sentence
    cuts = [match.start() for match in re.finditer(r"[,;:]\s|\s[–—]\s", sentence)]
    fitting = [cut for cut in cuts if 8 <= len(sentence[:cut].split()) <= MOST_WORDS]
    return sentence[: fitting[-1]] if fitting else None
