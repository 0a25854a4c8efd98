"""The view: what a reader looks at, as the address bar writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from geo.atlas import Atlas
from geo.languages import LANGUAGES
from geo.message import Message
from geo.when import Window, parse_day, parse_window

SEED_DAY = date(2020, 11, 25)
SEED_REGION = "kalbajar"
WINDOWS = (Window(1), Window(7), Window(30), Window(365), Window(None))

Value = TypeVar("Value")


@dataclass(frozen=True)
class View:
    """What a reader looks at.

    `region` and `event` are the selected ids or None; `lang` is the language of the page, `beside` a
    second language for names on the map; `window` says which days of events count; `compare`
    is the day that a second map shows, or None.
    """

    day: date = SEED_DAY
    region: str | None = SEED_REGION
    lang: str = "en"
    window: Window = WINDOWS[2]
    event: str | None = None
    compare: date | None = None
    beside: str | None = None


def view_from_query(query: Mapping[str, str], atlas: Atlas) -> tuple[View, list[Message]]:
    """The view that the keys of a link name, and a message for each mangled value.

    A missing or mangled value gives the default; `region=` (empty) selects none.
    """
    messages: list[Message] = []

    def read(key: str, reader: Callable[[str, Atlas], Value], default: Value) -> Value:
        text = query.get(key)
        if text is None:
            return default
        try:
            return reader(text.strip(), atlas)
        except _MangledError as error:
            messages.append(error.message)
            return default

    view = View(
        day=read("date", _day, View.day),
        region=read("region", _region, View.region),
        lang=read("lang", _lang, View.lang),
        window=read("window", _window, View.window),
        event=read("event", _event, View.event),
        compare=read("compare", _compared, View.compare),
        beside=read("beside", _lang, View.beside),
    )
    return view, messages


def query_from_view(view: View) -> dict[str, str]:
    """The keys and values that bring the view back; but for day and region only what is not the default."""
    query = {"date": view.day.isoformat(), "region": view.region or ""}
    for key in ("lang", "window", "event", "compare", "beside"):
        value = getattr(view, key)
        if value is not None and value != getattr(View, key):
            query[key] = str(value)
    return query


class _MangledError(ValueError):
    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def _mangled(text: str, **values: object) -> _MangledError:
    return _MangledError(Message(text, **{key: str(value) for key, value in values.items()}))


def _day(text: str, atlas: Atlas) -> date:
    try:
        day = parse_day(text)
    except ValueError:
        raise _mangled(
            "The link's date {came} is not a day; a day is written like 2020-11-25. Showing {shown}.",
            came=_cut(text),
            shown=View.day,
        ) from None
    if not atlas.first <= day <= atlas.last:
        raise _mangled(
            "There is no data for {came}: the records run from {first} to {last}. Showing {shown}.",
            came=day,
            first=atlas.first,
            last=atlas.last,
            shown=View.day,
        )
    return day


def _compared(text: str, atlas: Atlas) -> date:
    try:
        return _day(text, atlas)
    except _MangledError:
        raise _mangled(
            "The link's day to compare with, {came}, is none of the records, which run from {first} to "
            "{last}. Showing one day.",
            came=_cut(text),
            first=atlas.first,
            last=atlas.last,
        ) from None


def _region(text: str, atlas: Atlas) -> str | None:
    if not text or text in atlas.regions.index:
        return text or None
    found = [match.id for match in atlas.spellings.find(text) if match.kind == "region"]
    if len(found) == 1:
        return found[0]
    raise _mangled(
        "The link's region {came} is not one of the atlas. Showing {shown}.",
        came=_cut(text),
        shown=View.region,
    )


def _event(text: str, atlas: Atlas) -> str | None:
    if not text or text in atlas.events.index:
        return text or None
    raise _mangled("The link's event {came} is not one of the atlas. Showing none.", came=_cut(text))


def _lang(text: str, atlas: Atlas) -> str:
    if text in LANGUAGES:
        return text
    raise _mangled(
        "The link's language {came} is not one of {known}. Showing {shown}.",
        came=_cut(text),
        known=", ".join(LANGUAGES),
        shown=View.lang,
    )


def _window(text: str, atlas: Atlas) -> Window:
    try:
        window = parse_window(text)
    except ValueError:
        window = None
    if window in WINDOWS or (window and window.fixed):
        return window
    raise _mangled(
        "The link's window {came} is not one of {known} days nor two days like 2020-09-27..2020-11-09. "
        "Showing {shown} days.",
        came=_cut(text),
        known=", ".join(map(str, WINDOWS)),
        shown=View.window,
    )


def _cut(text: str, limit: int = 40) -> str:
    return repr(text if len(text) <= limit else text[: limit - 1] + "…")
