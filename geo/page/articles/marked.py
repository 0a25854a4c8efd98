"""A reading's text in pieces for the template: places, dates, proposals by number, what was set apart.

No streamlit here; nothing escaped yet.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from geo.articles import Reading
from geo.language import later, say
from geo.page.articles.retold import retold

MOST = 150_000
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
    """A stretch of text that is marked alike: kind is "", "place" or "date"; `says` explains the mark."""

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
class _Mark:
    start: int
    end: int
    kind: str
    says: str = ""
    number: int = 0


def blocks(
    reading: Reading, sentences: Mapping[int, tuple[int, int]], names: Mapping[str, str], lang: str
) -> Iterator[Block]:
    """The lines of the text, each cut where a mark starts or ends; at most MOST characters.

    `sentences` maps the number of a proposal to start and end of its sentence, `names` a region's id
    to its name; the marks are explained in the language.
    """
    text = reading.article.text[:MOST]
    lines = list(_lines(text))
    by_line = _by_line([*_marks(reading, names, lang), *_sentence_marks(sentences)], lines)
    for number, (start, end) in enumerate(lines):
        if text[start:end].strip():
            yield _block(text, start, end, by_line[number])


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _marks(reading: Reading, names: Mapping[str, str], lang: str) -> Iterator[_Mark]:
    for piece in reading.article.set_apart:
        yield _Mark(piece.start, piece.end, "apart", say(lang, REASONS.get(piece.reason, piece.reason)))
    for piece in reading.article.datelines:
        yield _Mark(piece.start, piece.end, "dateline")
    for mention in reading.mentions:
        regions = ", ".join(names.get(region, region) for region in mention.region_ids)
        told = say(lang, ROLES[mention.role], regions=regions) if mention.role in ROLES else regions
        yield _Mark(mention.start, mention.end, "place", told)
    for dated in reading.dates:
        yield _Mark(dated.start, dated.end, "date", retold(lang, dated.basis))


def _sentence_marks(sentences: Mapping[int, tuple[int, int]]) -> Iterator[_Mark]:
    return (_Mark(start, end, "draft", "", number) for number, (start, end) in sentences.items())


def _by_line(marks: Iterable[_Mark], lines: list[tuple[int, int]]) -> defaultdict[int, list[_Mark]]:
    starts = [start for start, _ in lines]
    found: defaultdict[int, list[_Mark]] = defaultdict(list)
    for mark in marks:
        first = bisect_right(starts, mark.start) - 1
        last = bisect_right(starts, max(mark.start, mark.end - 1))
        for number in range(first, last):
            found[number].append(mark)
    return found


def _block(text: str, start: int, end: int, marks: list[_Mark]) -> Block:
    edges = {start, end} | {edge for mark in marks for edge in (mark.start, mark.end) if start < edge < end}
    cuts = sorted(edges)
    pieces = [_piece(text, left, right, marks) for left, right in pairwise(cuts)]
    apart = [mark.says for mark in marks if mark.kind == "apart"]
    return Block(apart[0] if apart else "", tuple(pieces))


def _piece(text: str, left: int, right: int, marks: list[_Mark]) -> Piece:
    over = [mark for mark in marks if mark.start < right and left < mark.end]
    named = next((mark for mark in over if mark.kind in ("place", "date")), None)
    drafts = [mark for mark in over if mark.kind == "draft"]
    return Piece(
        text=text[left:right],
        kind=named.kind if named else "",
        says=named.says if named else "",
        drafts=tuple(mark.number for mark in drafts),
        first=any(mark.start == left for mark in drafts),
    )
