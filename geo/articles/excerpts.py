"""Chooses what to quote: for each region the best one to three sentences, exact and at most 60 words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date

from geo.articles.claims import agency_claim
from geo.articles.model import Article, Claim, Draft, Excerpt

MOST_WORDS, PER_REGION = 60, 3
_POINTS_BELOW_BEST, _MOST_ALIKE = 3, 2
_QUOTED = re.compile(r"[\"“«][^\"“”«»]{40,2000}")
_CLAUSE_END = re.compile(r"[,;:]\s|\s[–—]\s")


def choose(article: Article, drafts: tuple[Draft, ...]) -> tuple[Excerpt, ...]:
    """The excerpts of an article in order of the text, each with its claimant.

    Up to three sentences that name the region, and up to three more that are placed there only by
    context: those that report best, so that repeats and background stand only where a region has
    nothing better. Where the sentence names no claimant, the agency, else the publisher, stands for it.
    """
    own = agency_claim(article.agency or article.publisher)
    by_region: dict[tuple[str, bool], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if quotable(draft.sentence.text):
            for region_id in draft.region_ids:
                by_region[region_id, draft.placed_by_context].append(draft)
    chosen = {id(draft): draft for candidates in by_region.values() for draft in _best(candidates)}
    found = [
        Excerpt(region_id, quotable(draft.sentence.text) or "", _spoken(draft, own))
        for draft in chosen.values()
        for region_id in draft.region_ids
    ]
    return tuple(sorted(found, key=lambda excerpt: (excerpt.draft.sentence.start, excerpt.region_id)))


def _spoken(draft: Draft, own: Claim) -> Draft:
    return draft if draft.claim.name else replace(draft, claim=own)


def _best(drafts: list[Draft]) -> list[Draft]:
    """The drafts worth quoting: those near the best; of those that tell the same of a day, two at most.

    A third may be a speaker's own words in quotation marks.
    """
    ranked = sorted(drafts, key=lambda draft: (-_worth(draft), draft.sentence.start))
    least = _worth(ranked[0]) - _POINTS_BELOW_BEST
    chosen: dict[int, Draft] = {}
    alike_chosen: Counter[tuple[date | None, str, bool]] = Counter()
    for draft in ranked:
        alike = (draft.first, draft.event_type, _in_own_words(draft))
        if draft.sentence.start in chosen or _worth(draft) < least or alike_chosen[alike] >= _MOST_ALIKE:
            continue
        chosen[draft.sentence.start] = draft
        alike_chosen[alike] += 1
    return list(chosen.values())[:PER_REGION]


def _in_own_words(draft: Draft) -> bool:
    """True if the sentence is mostly a speaker's own words, in quotation marks."""
    quoted = _QUOTED.findall(draft.sentence.text)
    return 2 * sum(map(len, quoted)) > len(draft.sentence.text)


def _worth(draft: Draft) -> int:
    worth = 4 if draft.first else 0
    worth += 2 if draft.prec == 1 else 0
    worth += 0 if draft.inherited_date else 3
    worth += 0 if draft.background else 3
    worth += 2 if draft.status in ("reported", "claimed") else 0
    worth += 1 if draft.claim.name else 0
    return worth + (1 if len(draft.region_ids) <= 2 else 0)


def quotable(sentence: str) -> str | None:
    """The sentence if it has at most 60 words, else as many of its first clauses as fit, else None."""
    if len(sentence.split()) <= MOST_WORDS:
        return sentence
    cuts = [match.start() for match in _CLAUSE_END.finditer(sentence)]
    fitting = [cut for cut in cuts if 8 <= len(sentence[:cut].split()) <= MOST_WORDS]
    return sentence[: fitting[-1]] if fitting else None
