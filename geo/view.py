"""The view: what a reader looks at, as the address bar writes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from geo.atlas import WINDOW, Atlas
from geo.when import LANGUAGES

SEED_DAY = date(2020, 11, 25)
SEED_REGION = "kalbajar"
WINDOWS = (1, 7, 30, 365)


@dataclass(frozen=True)
class View:
    """A day, the selected region (or None), the language of names, and the window in days."""

    day: date = SEED_DAY
    region: str | None = SEED_REGION
    lang: str = "en"
    window: int = WINDOW


def view_from_query(query: Mapping[str, str], atlas: Atlas) -> tuple[View, list[str]]:
    """The view that date, region, lang and window name, and a sentence for each mangled value.

    A missing or mangled value gives the default; `region=` (empty) selects none.
    """
    sentences: list[str] = []
    default = View()
    view = View(
        day=_day(query.get("date"), atlas, default.day, sentences),
        region=_region(query.get("region"), atlas, default.region, sentences),
        lang=_lang(query.get("lang"), default.lang, sentences),
        window=_window(query.get("window"), default.window, sentences),
    )
    return view, sentences


def query_from_view(view: View) -> dict[str, str]:
    """The keys and values that bring the view back; language and window only if not the default."""
    query = {"date": view.day.isoformat(), "region": view.region or ""}
    if view.lang != View().lang:
        query["lang"] = view.lang
    if view.window != View().window:
        query["window"] = str(view.window)
    return query


def _day(text: str | None, atlas: Atlas, default: date, sentences: list[str]) -> date:
    if text is None:
        return default
    try:
        day = date.fromisoformat(text.strip()) if len(text.strip()) == 10 else None
    except ValueError:
        day = None
    if day is None:
        sentences.append(
            f"The link's date {_cut(text)} is not a day; a day is written like 2020-11-25. "
            f"Showing {default}."
        )
        return default
    if not atlas.first <= day <= atlas.last:
        sentences.append(
            f"There is no data for {day}: the records run from {atlas.first} to {atlas.last}. "
            f"Showing {default}."
        )
        return default
    return day


def _region(
    text: str | None, atlas: Atlas, default: str | None, sentences: list[str]
) -> str | None:
    if text is None:
        return default
    if not text or text in atlas.regions.index:
        return text or None
    found = [match.id for match in atlas.spellings.find(text) if match.kind == "region"]
    if len(found) == 1:
        return found[0]
    sentences.append(f"The link's region {_cut(text)} is not one of the atlas. Showing {default}.")
    return default


def _lang(text: str | None, default: str, sentences: list[str]) -> str:
    if text is None or text in LANGUAGES:
        return text or default
    sentences.append(
        f"The link's language {_cut(text)} is not one of {', '.join(LANGUAGES)}. Showing {default}."
    )
    return default


def _window(text: str | None, default: int, sentences: list[str]) -> int:
    if text is None:
        return default
    if text.isascii() and text.isdigit() and int(text[:6]) in WINDOWS:
        return int(text)
    choices = ", ".join(map(str, WINDOWS))
    sentences.append(
        f"The link's window {_cut(text)} is not one of {choices} days. Showing {default} days."
    )
    return default


def _cut(text: str, limit: int = 40) -> str:
    return repr(text if len(text) <= limit else text[: limit - 1] + "…")
