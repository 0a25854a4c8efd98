"""A reading's text in pieces for the template, with highlights: places, dates, proposals, what was set apart.

No streamlit here; nothing escaped yet.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from geo.articles import Reading
from geo.language import later, localize, say

MAX_CHARACTERS = 150_000
REASONS = {
    "agency": later("news agency"),
    "banner": later("banner of the page"),
    "byline": later("author"),
    "caption": later("caption"),
    "copyright": later("copyright"),
    "date": later("date"),
    "dateline": later("place and date"),
    "headline": later("headline"),
    "modified": later("date of change"),
    "published": later("publication date"),
    "related": later("headline of another article"),
    "repeated": later("said twice"),
    "section": later("section"),
    "share": later("button or page furniture"),
    "source": later("source"),
    "standfirst": later("lead in"),
    "subheading": later("subheading"),
}
# What a place's name may stand for, other than the place of what happened.
ROLES = {
    "adjective": later("{regions} (only a mention: an adjective)"),
    "authority": later("{regions} (only a mention: an authority named after it)"),
    "dateline": later("{regions} (only a mention: where the report was written)"),
    "earlier": later("{regions} (only a mention: something earlier)"),
    "government": later("{regions} (only a mention: a government)"),
    "origin": later("{regions} (only a mention: where someone comes from)"),
    "route": later("{regions} (only a mention: a way through it)"),
    "topic": later("{regions} (only a mention: a topic)"),
}


@dataclass(frozen=True)
class Piece:
    """A stretch of text under the same highlights: kind is "", "place" or "date"; `says` explains it."""

    text: str
    kind: str
    says: str
    drafts: tuple[int, ...]
    first: bool


@dataclass(frozen=True)
class Block:
    """A line of the text; `apart` says why it is not read as body, empty where it is."""

    apart: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class _Highlight:
    start: int
    end: int
    kind: str
    says: str = ""
    number: int = 0


def blocks(
    reading: Reading, sentences: Mapping[int, tuple[int, int]], names: Mapping[str, str], lang: str
) -> Iterator[Block]:
    """The lines of the text, each cut where a highlight starts or ends; at most MAX_CHARACTERS.

    `sentences` maps the number of a proposal to start and end of its sentence, `names` a region's id
    to its name; the highlights are explained in the language.
    """
    text = reading.article.text[:MAX_CHARACTERS]
    lines = list(_lines(text))
    by_line = _by_line([*_found(reading, names, lang), *_proposed(sentences)], lines)
    for number, (start, end) in enumerate(lines):
        if text[start:end].strip():
            yield _block(text, start, end, by_line[number])


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _found(reading: Reading, names: Mapping[str, str], lang: str) -> Iterator[_Highlight]:
    for piece in reading.article.set_apart:
        yield _Highlight(piece.start, piece.end, "apart", say(lang, REASONS.get(piece.reason, piece.reason)))
    for piece in reading.article.datelines:
        yield _Highlight(piece.start, piece.end, "dateline")
    for mention in reading.mentions:
        regions = ", ".join(names.get(region, region) for region in mention.region_ids)
        words = say(lang, ROLES[mention.role], regions=regions) if mention.role in ROLES else regions
        yield _Highlight(mention.start, mention.end, "place", words)
    for dated in reading.dates:
        yield _Highlight(dated.start, dated.end, "date", localize(lang, dated.basis))


def _proposed(sentences: Mapping[int, tuple[int, int]]) -> Iterator[_Highlight]:
    return (_Highlight(start, end, "draft", "", number) for number, (start, end) in sentences.items())


def _by_line(
    highlights: Iterable[_Highlight], lines: list[tuple[int, int]]
) -> defaultdict[int, list[_Highlight]]:
    starts = [start for start, _ in lines]
    found: defaultdict[int, list[_Highlight]] = defaultdict(list)
    for highlight in highlights:
        first = bisect_right(starts, highlight.start) - 1
        last = bisect_right(starts, max(highlight.start, highlight.end - 1))
        for number in range(first, last):
            found[number].append(highlight)
    return found


def _block(text: str, start: int, end: int, highlights: list[_Highlight]) -> Block:
    edges = {start, end} | {
        edge for highlight in highlights for edge in (highlight.start, highlight.end) if start < edge < end
    }
    cuts = sorted(edges)
    pieces = [_piece(text, left, right, highlights) for left, right in pairwise(cuts)]
    apart = [highlight.says for highlight in highlights if highlight.kind == "apart"]
    return Block(apart[0] if apart else "", tuple(pieces))


def _piece(text: str, left: int, right: int, highlights: list[_Highlight]) -> Piece:
    over = [highlight for highlight in highlights if highlight.start < right and left < highlight.end]
    named = next((highlight for highlight in over if highlight.kind in ("place", "date")), None)
    drafts = [highlight for highlight in over if highlight.kind == "draft"]
    return Piece(
        text=text[left:right],
        kind=named.kind if named else "",
        says=named.says if named else "",
        drafts=tuple(highlight.number for highlight in drafts),
        first=any(highlight.start == left for highlight in drafts),
    )
