"""What a reader's record must fulfil: the descriptor of data/, its regions and its neutral words."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa

from geo.message import Message
from geo.problems import shown
from geo.rules import MOST_WORDS, avoided_words
from geo.spreadsheets import cell
from geo.tables import Descriptor, read_descriptor, schema_of, table_resources

TABLES = ("events", "excerpts", "articles", "sources")

Values = dict[str, Any]
_DTYPES = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}


@dataclass(frozen=True)
class Vocabulary:
    """What a data folder allows: its tables, its regions and event types by id."""

    resources: dict[str, Descriptor]
    regions: dict[str, str]
    types: dict[str, str]
    event_ids: frozenset[str]
    avoided: re.Pattern[str]


def read_vocabulary(folder: Path | str) -> Vocabulary:
    """The vocabulary of a data folder; raises DataError or OSError if a file is missing."""
    folder = Path(folder)
    descriptor = read_descriptor(folder)
    terms = [row for row in _rows(folder / "terms.csv") if row["vocabulary"] == "event_type"]
    return Vocabulary(
        resources={
            resource["name"]: resource
            for resource in table_resources(descriptor)
            if resource["name"] in TABLES
        },
        regions={row["region_id"]: row["name_en"] for row in _rows(folder / "regions.csv")},
        types={row["term_id"]: row["name_en"] for row in terms},
        event_ids=frozenset(row["event_id"] for row in _rows(folder / "events.csv")),
        avoided=avoided_words(descriptor),
    )


def faults(rows: Sequence[Values], name: str, vocabulary: Vocabulary) -> list[dict[str, Message]]:
    """For each row of the table `name` the columns that cannot stand, each with a message that says why."""
    found: list[dict[str, Message]] = [_between_columns(row, name, vocabulary) for row in rows]
    resource = vocabulary.resources[name]
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    try:
        schema_of(resource).validate(as_cells(rows, resource), lazy=True)
    except pa.errors.SchemaErrors as error:
        for case in error.failure_cases.drop_duplicates(["index", "column"]).itertuples():
            came = cell(rows[int(case.index)].get(case.column))
            found[int(case.index)][case.column] = _expected(fields[case.column], came)
    return [
        wrong if row.get("date_start") else _undated(wrong) for row, wrong in zip(rows, found, strict=True)
    ]


def _undated(found: dict[str, Message]) -> dict[str, Message]:
    """Without a first day the last day and the precision need no messages of their own."""
    return {column: why for column, why in found.items() if column not in ("date_end", "date_prec")}


def as_frame(rows: Sequence[Values], resource: Descriptor) -> pd.DataFrame:
    """The rows as geo.tables types them: dates, tuples and text as objects, numbers that may be missing."""
    columns = {}
    for field in resource["schema"]["fields"]:
        empty: Any = () if "list" in field else "" if field["type"] == "string" else None
        values = [empty if row.get(field["name"]) is None else row[field["name"]] for row in rows]
        columns[field["name"]] = pd.Series(values, dtype=_DTYPES.get(field["type"], object))
    return pd.DataFrame(columns)


def as_cells(rows: Sequence[Values], resource: Descriptor) -> pd.DataFrame:
    """The rows as cells of a CSV file in the schema of data/."""
    columns = [field["name"] for field in resource["schema"]["fields"]]
    cells = [[cell(row.get(column)) for column in columns] for row in rows]
    return pd.DataFrame(cells, columns=columns, dtype=object)


def _between_columns(row: Values, name: str, vocabulary: Vocabulary) -> dict[str, Message]:
    found = {}
    unknown = [region for region in row.get("region_ids") or () if region not in vocabulary.regions]
    if unknown:
        came = ", ".join(map(shown, unknown))
        found["region_ids"] = Message("expected ids of regions.csv, came {came}", came=came)
    first, last = row.get("date_start"), row.get("date_end")
    if first and last and last < first:
        found["date_end"] = Message("expected a day from {day}, came {came}", day=first, came=last)
    if len(str(row.get("quote") or "").split()) > MOST_WORDS:
        found["quote"] = Message("expected at most {number} words, came more", number=MOST_WORDS)
    return found | _loaded_words(row, name, vocabulary)


def _loaded_words(row: Values, name: str, vocabulary: Vocabulary) -> dict[str, Message]:
    own = [f["name"] for f in vocabulary.resources[name]["schema"]["fields"] if f.get("own_text")]
    hits = {column: vocabulary.avoided.search(str(row.get(column) or "")) for column in own}
    return {
        column: Message("expected words that take no side, came {came}", came=shown(hit.group()))
        for column, hit in hits.items()
        if hit
    }


def _expected(field: Descriptor, came: str) -> Message:
    """What the descriptor asks of the column, and what came."""
    rules = field.get("constraints", {})
    if "enum" in rules:
        known = ", ".join(map(str, rules["enum"]))
        return (
            Message("expected one of {known}, came {came}", known=known, came=shown(came))
            if came
            else Message("expected one of {known}, came nothing", known=known)
        )
    kind = "list" if "list" in field else field["type"]
    return _came(kind, rules, shown(came)) if came else _MISSING.get(kind, _NO_NUMBER)


_NO_NUMBER = Message("expected a number, came nothing")
_MISSING = {
    "list": Message("expected ids, came nothing"),
    "date": Message("expected a day, came nothing"),
    "string": Message("expected text, came nothing"),
}


def _came(kind: str, rules: Descriptor, came: str) -> Message:
    if kind == "list":
        return Message("expected ids, came {came}", came=came)
    if kind == "date":
        return Message("expected a day, came {came}", came=came)
    if kind == "string":
        return Message("expected text, came {came}", came=came)
    if "maximum" in rules:
        least, most = str(rules.get("minimum", "")), str(rules["maximum"])
        return Message(
            "expected a number from {least} to {most}, came {came}", least=least, most=most, came=came
        )
    return Message("expected a number, came {came}", came=came)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))
