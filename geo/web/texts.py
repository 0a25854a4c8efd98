"""Atlas -> the texts that a reader meets behind a click, as plain JSON values, alike for every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from geo.event_view import event_texts
from geo.languages import LANGUAGES
from geo.names import fold, names_of
from geo.user_records import is_user_record
from geo.web.facts import names_of_row

if TYPE_CHECKING:
    from geo.atlas import Atlas

Json = dict[str, Any]

_ROLES = ("label", "name", "spelling")


def texts(atlas: Atlas) -> Json:
    """Summaries, notes, sources, quotations, spellings, settlements; geo/web/README.md lists the fields."""
    return {
        "events": {str(event_id): event_texts(row) for event_id, row in atlas.events.iterrows()},
        "sources": {str(source_id): _source(row) for source_id, row in atlas.sources.iterrows()},
        "notes": _notes(atlas.periods),
        "excerpts": {str(excerpt_id): _excerpt(row) for excerpt_id, row in atlas.excerpts.iterrows()},
        "articles": {str(article_id): _article(row) for article_id, row in atlas.articles.iterrows()},
        "names": {
            str(region_id): names_of(atlas.names, "region", str(region_id))
            for region_id in atlas.regions.index
        },
        "spellings": {kind: _spellings(atlas.names, kind) for kind in ("region", "place")},
        "settlements": [_settlement(row) for _, row in atlas.settlements.iterrows()],
    }


def _source(row: Any) -> Json:
    return _filled(row, "publisher", "affiliation", "title", "published", "url") | _own(row.source_id)


def _notes(periods: pd.DataFrame) -> dict[str, list[str]]:
    """The notes of each unit's periods, in their order."""
    found: dict[str, list[str]] = {}
    for _, row in periods.sort_values("start").iterrows():
        found.setdefault(row.unit_id, []).append(row.note)
    return found


def _excerpt(row: Any) -> Json:
    texts = _filled(row, "quote", "claimant", "claimant_affiliation")
    return {**texts, "basis": row.date_basis, "differs": row.differs_note} | _own(row.excerpt_id)


def _own(record_id: str) -> Json:
    return {"own": True} if is_user_record(record_id) else {}


def _article(row: Any) -> Json:
    columns = ("headline", "publisher", "affiliation", "agency", "agency_affiliation", "published", "url")
    return _filled(row, *columns)


def _spellings(names: pd.DataFrame, kind: str) -> dict[str, list[str]]:
    """The spellings of each subject, those shown as labels in front, of each folded form one."""
    rows = names[names["subject_kind"] == kind]
    rows = rows.sort_values("role", key=lambda roles: roles.map(_ROLES.index), kind="stable")
    groups = rows.groupby("subject_id", sort=False)["name"]
    return {str(subject): _distinct(group) for subject, group in groups}


def _settlement(row: Any) -> Json:
    names = names_of_row(row)
    point = (
        {} if pd.isna(row["latitude"]) else {"at": [round(row["latitude"], 4), round(row["longitude"], 4)]}
    )
    further = _distinct([*(names[lang] for lang in LANGUAGES if lang in names), *row["variants"]])
    return {"id": row.settlement_id, "region": row.region_id, "name": names, "spellings": further, **point}


def _distinct(written: Any) -> list[str]:
    """Both sides of each slash; of spellings that fold alike only one, with marks if it has any."""
    found: dict[str, str] = {}
    for name in (part.strip() for whole in written if whole for part in whole.split(" / ")):
        folded = fold(name)
        if folded and (folded not in found or (found[folded].isascii() and not name.isascii())):
            found[folded] = name
    return list(found.values())


def _filled(row: Any, *columns: str) -> Json:
    return {column: row[column] for column in columns if isinstance(row[column], str) and row[column]}
