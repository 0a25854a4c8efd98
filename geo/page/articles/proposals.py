"""The library's drafts and excerpts of an article as the cards show them: plain words, not yet escaped.

No streamlit here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from geo.articles.library import Library
from geo.articles.library.own import event_row
from geo.atlas import Atlas
from geo.language import later, localize, say
from geo.names import display_name
from geo.page.panel.attributed import term
from geo.user_records import is_user_record
from geo.when import format_days

_NEAR = timedelta(days=31)
# As geo.articles.library.own.STATUSES has them.
STATUSES = {
    "reported": later("reported"),
    "claimed": later("claimed"),
    "denied": later("denied"),
    "planned": later("planned"),
    "did_not_happen": later("did not happen"),
}

Values = dict[str, Any]


@dataclass(frozen=True)
class Quote:
    """An exact quotation proposed for one or several regions; `ids` are the excerpts it stands for."""

    ids: tuple[int, ...]
    text: str
    regions: str
    state: str
    decision_ids: tuple[int, ...]
    draft_id: int


@dataclass(frozen=True)
class Proposal:
    """An event proposed from a sentence. `values` is the library's record with the edits that stand."""

    draft_id: int
    number: int
    state: str
    decided_by: str
    decision_ids: tuple[int, ...]
    title: str
    type: str
    when: str
    basis: str
    regions: str
    status: str
    claimant: str
    affiliation: str
    sentence: str
    summary: str
    remarks: tuple[str, ...]
    known: str
    known_too: tuple[str, ...]
    dated: bool
    quotes: tuple[Quote, ...]
    values: Values


def proposals(library: Library, atlas: Atlas, article: Values, lang: str) -> list[Proposal]:
    """The proposals of an article in order of its text."""
    article_id = int(article["article_id"])
    quotes = _quotes(library.excerpts(article_id), atlas, lang)
    drafts = [_plain(row) for row in library.drafts(article_id).to_dict("records")]
    return [
        _proposal(draft, event_row(draft, article, library.vocabulary), quotes, atlas, lang)
        for draft in sorted(drafts, key=lambda row: (row["sentence_start"], row["number"]))
    ]


def candidates(atlas: Atlas, values: Values) -> list[str]:
    """Known events that a person may say a draft reports: those it matches, then others near by."""
    found = [event for event in values["event_ids"] if event in atlas.events.index]
    first, last = values["date_start"], values["date_end"] or values["date_start"]
    if first is None:
        return found
    wanted = set(values["region_ids"])
    for event_id, event in atlas.events.iterrows():
        near = event["date_start"] <= last + _NEAR and event["date_end"] >= first - _NEAR
        if near and event_id != values["event_id"] and wanted & set(event["region_ids"]):
            found.append(str(event_id))
    return list(dict.fromkeys(found))


def event_words(atlas: Atlas, event_id: str, lang: str = "en") -> str:
    """A known event's day and title, and whether it is the reader's own."""
    event = atlas.events.loc[event_id]
    when = format_days(event["date_start"], event["date_end"], prec=int(event["date_prec"]), lang=lang)
    words = f"{event['title']}, {when}"
    return say(lang, "{event} (your record)", event=words) if is_user_record(event_id) else words


def region_names(atlas: Atlas, region_ids: Iterable[str], lang: str) -> str:
    """The names of regions, joined."""
    known = {str(one): display_name(row, lang) for one, row in atlas.regions.iterrows() if one in region_ids}
    return ", ".join(known.get(one, one) for one in region_ids)


def _plain(row: dict[Any, Any]) -> Values:
    """The row with None for what pandas calls missing."""
    return {
        str(name): None if not isinstance(value, (tuple, list, dict)) and pd.isna(value) else value
        for name, value in row.items()
    }


def _proposal(
    draft: Values, event: Values, quotes: dict[int, list[Quote]], atlas: Atlas, lang: str
) -> Proposal:
    known = [one for one in draft["event_ids"] if one in atlas.events.index and one != draft["event_id"]]
    whose = draft["affiliation"]
    return Proposal(
        draft_id=int(draft["draft_id"]),
        number=int(draft["number"]),
        state=draft["state"],
        decided_by=draft["decided_by"] or "",
        decision_ids=(int(draft["decision_id"]),) if draft["decision_id"] else (),
        title=event["title"],
        type=term(atlas, "event_type", draft["event_type"], lang),
        when=_when(draft, lang),
        basis=localize(lang, draft["date_basis"]),
        regions=region_names(atlas, draft["region_ids"], lang),
        status=say(lang, STATUSES.get(draft["status"], str(draft["status"]))),
        claimant=draft["claimant"] or "",
        affiliation=term(atlas, "affiliation", whose, lang) if whose else "",
        sentence=draft["sentence"],
        summary=event["summary"],
        remarks=tuple(_remarks(draft, atlas, lang)),
        known=event_words(atlas, known[0], lang) if known else "",
        known_too=tuple(event_words(atlas, one, lang) for one in known[1:]),
        dated=draft["date_start"] is not None,
        quotes=tuple(quotes.get(draft["draft_id"], ())),
        values=draft,
    )


def _when(draft: Values, lang: str) -> str:
    if draft["date_start"] is None:
        return say(lang, "no day given")
    return format_days(draft["date_start"], draft["date_end"], prec=int(draft["date_prec"] or 1), lang=lang)


def _remarks(draft: Values, atlas: Atlas, lang: str) -> Iterable[str]:
    if draft["background"]:
        yield say(lang, "Background of the article, not its news.")
    if draft["placed_by_context"]:
        yield say(lang, "The sentence names no region itself; placed by what stands around it.")
    if draft["inherited_date"]:
        yield say(lang, "The day stands in an earlier sentence.")
    first: date | None = draft["date_start"]
    if first and not atlas.first <= first <= atlas.last:
        yield say(
            lang,
            "Outside the days of the atlas ({first} to {last}): kept and exported, not shown.",
            first=atlas.first,
            last=atlas.last,
        )


def _quotes(excerpts: pd.DataFrame, atlas: Atlas, lang: str) -> dict[int, list[Quote]]:
    """The excerpts by draft; one sentence quoted for several regions is one quotation."""
    together: dict[tuple[int, str, str], list[Values]] = {}
    for row in map(_plain, excerpts.to_dict("records")):
        together.setdefault((row["draft_id"], row["quote"], row["state"]), []).append(row)
    found: dict[int, list[Quote]] = {}
    for (draft_id, text, state), rows in together.items():
        regions = dict.fromkeys(region for row in rows for region in row["region_ids"])
        decisions = tuple(int(row["decision_id"]) for row in rows if row["decision_id"])
        ids = tuple(int(row["excerpt_id"]) for row in rows)
        names = region_names(atlas, regions, lang)
        found.setdefault(draft_id, []).append(Quote(ids, text, names, state, decisions, int(draft_id)))
    return found
