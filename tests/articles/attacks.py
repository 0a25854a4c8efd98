"""Texts made to keep a pattern busy: what stands before each of its repeats, then what that repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Nodes = list[tuple[Any, Any]]

_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_CATEGORIES = {op.CATEGORY_DIGIT: "1", op.CATEGORY_SPACE: " ", op.CATEGORY_NOT_WORD: "-"}
_NAMES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_NOT_WORD: r"\W",
}
_LONG = 8


def repeats_without_end(pattern: re.Pattern[str]) -> list[str]:
    """What the pattern repeats as often as the text allows, as an example of each."""
    return [_example(body) for _, body, most in _repeats(_parsed(pattern), "") if most is op.MAXREPEAT]


def attacks(pattern: re.Pattern[str]) -> set[tuple[str, str]]:
    """Pairs of a beginning and a piece; the beginning with many of the piece is hard for the pattern."""
    nodes = _parsed(pattern)
    found = {("", _example(nodes[:count])) for count in range(1, len(nodes) + 1)}
    for before, body, most in _repeats(nodes, ""):
        if most is op.MAXREPEAT or most > _LONG:
            found |= {(before, piece) for piece in (_example(body), *_choices(body))}
    return {(before, piece) for before, piece in found if piece}


def _parsed(pattern: re.Pattern[str]) -> Nodes:
    return list(parser.parse(pattern.pattern, pattern.flags))


def _repeats(nodes: Nodes, before: str) -> Iterator[tuple[str, Nodes, Any]]:
    """Every repeat with an example of what stands before it, what it repeats, and how often at most."""
    for index, (kind, value) in enumerate(nodes):
        start = before + _example(nodes[:index])
        if kind in _REPEATS:
            yield start, list(value[2]), value[1]
        for inner in _inside(kind, value):
            yield from _repeats(inner, start)


def _inside(kind: Any, value: Any) -> list[Nodes]:
    if kind in _REPEATS:
        return [list(value[2])]
    if kind is op.BRANCH:
        return [list(branch) for branch in value[1]]
    if kind is op.SUBPATTERN:
        return [list(value[3])]
    return [list(value[1])] if kind in (op.ASSERT, op.ASSERT_NOT) else []


def _example(nodes: Nodes) -> str:
    return "".join(_one(kind, value) for kind, value in nodes)


def _one(kind: Any, value: Any) -> str:
    if kind is op.LITERAL:
        return chr(value)
    if kind is op.IN:
        return _member(value)
    if kind in _REPEATS:
        return _example(list(value[2])) * max(value[0], 1)
    inner = [] if kind in (op.ASSERT, op.ASSERT_NOT) else _inside(kind, value)
    return _example(inner[0]) if inner else "x" if kind in (op.ANY, op.NOT_LITERAL) else ""


def _member(items: list[tuple[Any, Any]]) -> str:
    kind, value = items[0]
    if kind is op.NEGATE:
        return next(char for char in "x5я_ .\x01" if not re.match(_class(items[1:]), char))
    if kind is op.CATEGORY:
        return _CATEGORIES.get(value, "a")
    return chr(value if kind is op.LITERAL else value[0])


def _class(items: list[tuple[Any, Any]]) -> str:
    parts = [
        _NAMES[value] if kind is op.CATEGORY
        else re.escape(chr(value)) if kind is op.LITERAL
        else f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        for kind, value in items
    ]  # fmt: skip
    return f"[{''.join(parts)}]"


def _choices(body: Nodes) -> Iterator[str]:
    """An example of each thing that the body may be."""
    for kind, value in body:
        if kind is op.IN and value[0][0] is not op.NEGATE:
            yield from (_member([item]) for item in value[:6])
        elif kind in (op.BRANCH, op.SUBPATTERN):
            for inner in _inside(kind, value):
                yield from (_example(inner), *_choices(inner))
