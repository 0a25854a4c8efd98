"""Markdown to a raw document: its text without marks, and what its front matter says."""

from __future__ import annotations

import re
from itertools import takewhile

from geo.articles.model import Raw
from geo.articles.page_data import full_day
from geo.message import Message

# Every repeat has a bound, so that the work grows as the text does.
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)")
_SYNTAX = re.compile(
    r"(?m)^ {0,3}>[ \t]?|[*_]{2,3}|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`+"
    r"|^[ \t]{0,8}(?:-{3,200}|\*{3,200})[ \t]{0,8}$"
)
_HEADING = re.compile(r"(?m)^#{2,6}[ \t]{1,8}(.*?)[ \t]{0,8}#{0,8}$")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_HIDDEN = re.compile(r"<(/?)(?:script|style|noscript|template|svg)\b[^<>]{0,2000}>?", re.IGNORECASE)
_FIELD = re.compile(r"(\w{1,40}):[ \t]{0,20}(.{0,2000})")
_MOST_FIELDS = 100


def from_markdown(text: str, name: str, problems: tuple[Message, ...] = ()) -> Raw:
    """The text of a Markdown file without its marks; title, date and the like from its front matter."""
    fields, body = _front(text)
    body = _TAG.sub("", _LINK.sub(r"\1", _shown(body)))
    body = _HEADING.sub(r"\1", _SYNTAX.sub("", body))
    return Raw(name, body, fields.get("title"), full_day(fields.get("date") or fields.get("published")),
               fields.get("publisher"), fields.get("url"), problems)  # fmt: skip


def _front(text: str) -> tuple[dict[str, str], str]:
    """The fields between the first two lines of "---", and the text below them."""
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return {}, text
    front = list(takewhile(lambda line: line.strip() != "---", lines[1 : _MOST_FIELDS + 2]))
    if len(front) > _MOST_FIELDS or len(front) + 1 >= len(lines):
        return {}, text
    fields = {
        met.group(1): met.group(2).strip().strip("\"'") for line in front if (met := _FIELD.match(line))
    }
    return fields, "\n".join(lines[len(front) + 2 :])


def _shown(text: str) -> str:
    """The text without what stands between the tags of scripts, styles and drawings."""
    pieces: list[str] = []
    start, hidden = 0, False
    for tag in _HIDDEN.finditer(text):
        if not hidden:
            pieces.append(text[start : tag.start()])
        hidden = not tag.group(1)
        start = tag.end()
    return " ".join([*pieces, "" if hidden else text[start:]])
