"""JSON lines, or a JSON list, to raw documents: {"title", "text", "published", "publisher", "url"} each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from geo.articles.decode import decode
from geo.articles.model import Raw
from geo.articles.page_data import full_day
from geo.message import Message
from geo.problems import shown

MAX_RECORDS = 100_000
_NO_OBJECT = Message(
    'The line is no JSON object with a text; write {"title", "text", "published", "publisher", "url"}.'
)


def records(data: bytes, name: str) -> Iterator[tuple[str, float, Callable[[], Raw]]]:
    """Each record's name, how far into the file it ends (0 to 1), and what reads it."""
    text, problems = decode(data)
    found = _records(text)
    for number, record in enumerate(found[:MAX_RECORDS], 1):
        label = name if len(found) == 1 else f"{name}#{number}"
        yield label, number / len(found), partial(_raw, record, label, tuple(problems))
    if len(found) > MAX_RECORDS:
        problem = Message(
            "The file has {number} records; only the first {most} were read.",
            number=len(found),
            most=MAX_RECORDS,
        )
        yield name, 1.0, partial(Raw, name, "", problems=(problem,))


def _raw(record: object, label: str, problems: tuple[Message, ...]) -> Raw:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str) or not record["text"].strip():
        return Raw(label, "", problems=(_NO_OBJECT,))
    day, bad = _day(record.get("published"))
    title, publisher, url = (_word(record, key) for key in ("title", "publisher", "url"))
    return Raw(label, record["text"], title, day, publisher, url, (*problems, *bad))


def _records(text: str) -> list[object]:
    try:
        whole = json.loads(text)
        return whole if isinstance(whole, list) else [whole]
    except (ValueError, RecursionError):
        return [_record(line) for line in text.split("\n") if line.strip()]


def _record(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _word(record: dict[str, object], key: str) -> str | None:
    value = record.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _day(value: object) -> tuple[date | None, tuple[Message, ...]]:
    if value in (None, ""):
        return None, ()
    day = full_day(str(value))
    if day is None:
        came = shown(value, limit=40)
        return None, (Message("published is {came}, which is not a day; write YYYY-MM-DD.", came=came),)
    return day, ()
