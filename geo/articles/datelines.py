"""The dateline of a report: the place, day and agency that its first paragraph opens with."""

from __future__ import annotations

from geo.articles.words import TOKEN, pattern

_IN_BRACKETS, _IN_SLASHES = map(pattern, ("dateline_brackets", "dateline_slashes"))
_CAPITALS, _CLOSE = pattern("dateline_capitals"), pattern("dateline_close")
_LONGEST, _BEHIND, _SMALL_WORDS = 240, 80, 3


def dateline_of(text: str) -> str | None:
    """The place, day and agency that a paragraph opens with, or None where it opens with a sentence."""
    match = _IN_BRACKETS.match(text) or _IN_SLASHES.match(text)
    if match:
        return match.group()
    end = _end_of_capitals(text[:_LONGEST])
    if end is None:
        return None
    opening = text[:end]
    small = [word for word in TOKEN.findall(opening) if word[0].islower() and len(word) > 3]
    return opening if len(small) <= _SMALL_WORDS or "(" in opening else None


def _end_of_capitals(head: str) -> int | None:
    """Where the dash, colon, slash or bracket ends that closes the dateline in capitals; None without one.

    The first one at or behind the words in capitals counts, else the last one inside them.
    """
    words = _CAPITALS.match(head)
    if words is None:
        return None
    behind = range(words.end(), min(words.end() + _BEHIND, len(head)) + 1)
    inside = range(words.end() - 1, 1, -1)
    closes = (_CLOSE.match(head, start) for start in (*behind, *inside))
    return next((close.end() for close in closes if close), None)
