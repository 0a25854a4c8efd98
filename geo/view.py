"""The view: what a reader looks at, as the address bar writes it.

KEYS is the one table of the address' keys: Python reads and writes addresses by it here, and the
browser gets it with the facts (geo/web/core/view.js). A key of an existing kind is one row there
and one field of View.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from geo.atlas import Atlas
from geo.languages import LANGUAGES
from geo.message import Message
from geo.problems import shown
from geo.when import Window, parse_day, parse_window

SEED_DAY = date(2020, 11, 25)
SEED_REGION = "kalbajar"
WINDOWS = (Window(1), Window(7), Window(30), Window(365), Window(None))


@dataclass(frozen=True)
class View:
    """What a reader looks at.

    `region` and `event` are the selected ids or None; `lang` is the language of the page,
    `second_language` a further one for names on the map; `window` says which days of events count;
    `compare` is the day that a second map shows, or None.
    """

    day: date = SEED_DAY
    region: str | None = SEED_REGION
    lang: str = "en"
    window: Window = WINDOWS[2]
    event: str | None = None
    compare: date | None = None
    second_language: str | None = None


@dataclass(frozen=True)
class Key:
    """A key of the address: its name, the field of View it stands for, and the kind of its values.

    `always` keys are written even where they have the default; an `alias` is an older name that links
    may still have.
    """

    name: str
    field: str
    kind: str
    always: bool = False
    alias: str | None = None

    @property
    def default(self) -> str | None:
        """The text of the field's default, None where it is none."""
        value = getattr(View, self.field)
        return None if value is None else str(value)

    @property
    def optional(self) -> bool:
        """True if an empty value selects none."""
        return self.kind in ("region", "event") or self.default is None


KEYS = (
    Key("date", "day", "day", always=True),
    Key("region", "region", "region", always=True),
    Key("lang", "lang", "language"),
    Key("window", "window", "window"),
    Key("event", "event", "event"),
    Key("compare", "compare", "day"),
    Key("second_language", "second_language", "language", alias="beside"),
)


def view_from_query(query: Mapping[str, str], atlas: Atlas) -> tuple[View, list[Message]]:
    """The view that the keys of a link name, and a message for each mangled value.

    A missing or mangled value gives the default, a day outside the records the nearest inside;
    an empty value of a key that may be empty selects none.
    """
    messages: list[Message] = []
    fields: dict[str, Any] = {}
    for key in KEYS:
        text = query.get(key.name, query.get(key.alias or key.name))
        if text is None:
            continue
        if not text.strip() and key.optional:
            fields[key.field] = None
            continue
        try:
            fields[key.field] = _READERS[key.kind](key, text.strip(), atlas)
        except _MangledError as error:
            messages.append(error.message)
            if error.instead is not None:
                fields[key.field] = error.instead
    return View(**fields), messages


def query_from_view(view: View) -> dict[str, str]:
    """The keys and values that bring the view back: of most keys only what is not the default."""
    query: dict[str, str] = {}
    for key in KEYS:
        value = getattr(view, key.field)
        if key.always or value != getattr(View, key.field):
            query[key.name] = "" if value is None else str(value)
    return query


def view_keys() -> list[dict[str, Any]]:
    """The table of keys as the browser takes it."""
    return [
        {
            "name": key.name,
            "kind": key.kind,
            "default": key.default,
            "optional": key.optional,
            "always": key.always,
            "alias": key.alias,
        }
        for key in KEYS
    ]


class _MangledError(ValueError):
    """A value that is none of its kind; `instead` is what to show where that is not the default."""

    def __init__(self, message: Message, instead: Any = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.instead = instead


def _mangled(text: str, *, instead: Any = None, **values: object) -> _MangledError:
    return _MangledError(Message(text, **{key: str(value) for key, value in values.items()}), instead)


def _day(key: Key, text: str, atlas: Atlas) -> date:
    try:
        day = parse_day(text)
    except ValueError:
        raise _not_a_day(key, text) from None
    if atlas.first <= day <= atlas.last:
        return day
    nearest = min(max(day, atlas.first), atlas.last)
    raise _mangled(
        "There is no data for {came}: the records run from {first} to {last}. Showing {shown}.",
        instead=nearest,
        came=day,
        first=atlas.first,
        last=atlas.last,
        shown=nearest,
    )


def _not_a_day(key: Key, text: str) -> _MangledError:
    if key.name == "date":
        return _mangled(
            "The link's date {came} is not a day; a day is written like 2020-11-25. Showing {shown}.",
            came=_quoted(text),
            shown=key.default,
        )
    if key.name == "compare":
        return _mangled(
            "The link's day to compare with, {came}, is not a day; a day is written like 2020-11-25. "
            "Showing one day.",
            came=_quoted(text),
        )
    return _mangled(
        "The value of the link's key {key}, {came}, is not a day; a day is written like 2020-11-25. "
        "It is left out.",
        key=key.name,
        came=_quoted(text),
    )


def _region(key: Key, text: str, atlas: Atlas) -> str:
    if text in atlas.regions.index:
        return text
    found = [match.id for match in atlas.spellings.find(text) if match.kind == "region"]
    if len(found) == 1:
        return found[0]
    raise _mangled(
        "The link's region {came} is not one of the atlas. Showing {shown}.",
        came=_quoted(text),
        shown=key.default,
    )


def _event(key: Key, text: str, atlas: Atlas) -> str:
    if text in atlas.events.index:
        return text
    raise _mangled(
        "The link's event {came} is not one of the atlas. Showing none.",
        came=_quoted(text),
    )


def _language(key: Key, text: str, atlas: Atlas) -> str:
    if text in LANGUAGES:
        return text
    raise _mangled(
        "The link's language {came} is not one of {known}. Showing {shown}.",
        came=_quoted(text),
        known=", ".join(LANGUAGES),
        shown=key.default or "none",
    )


def _window(key: Key, text: str, atlas: Atlas) -> Window:
    try:
        window = parse_window(text)
    except ValueError:
        window = None
    if window in WINDOWS or (window and window.fixed):
        return window
    raise _mangled(
        "The link's window {came} is not one of {known} days nor two days like 2020-09-27..2020-11-09. "
        "Showing {shown} days.",
        came=_quoted(text),
        known=", ".join(map(str, WINDOWS)),
        shown=key.default,
    )


def _quoted(text: str) -> str:
    return shown(text, limit=40)


_READERS: Mapping[str, Callable[[Key, str, Atlas], Any]] = {
    "day": _day,
    "region": _region,
    "event": _event,
    "language": _language,
    "window": _window,
}
