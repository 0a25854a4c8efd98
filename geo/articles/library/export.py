"""Own records as CSV files in the schema of data/: `python -m geo.check` passes with their rows added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from geo.articles.library.checks import TABLES, Vocabulary, faults
from geo.articles.library.own import Own
from geo.message import Message
from geo.spreadsheets import cell, csv_bytes

Values = dict[str, Any]


@dataclass(frozen=True)
class Exported:
    """Rows written by file name, and a message for each record left out because it would not pass."""

    rows: dict[str, int]
    problems: tuple[Message, ...]


def export_own(own: Own, folder: Path | str, vocabulary: Vocabulary) -> Exported:
    """Writes events.csv, excerpts.csv, articles.csv and sources.csv, with header lines, into the folder.

    An excerpt goes with its article; ids of events that are neither known nor exported are left out.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    problems: list[Message] = []
    valid = {name: _valid(_rows(getattr(own, name)), name, vocabulary, problems) for name in TABLES}
    articles = {row["article_id"] for row in valid["articles"]}
    without_article = [row for row in valid["excerpts"] if row["article_id"] not in articles]
    valid["excerpts"] = [row for row in valid["excerpts"] if row["article_id"] in articles]
    if without_article:
        number = len(without_article)
        problems.append(Message("excerpts.csv: {number} left out with their articles.", number=number))
    known = vocabulary.event_ids | {row["event_id"] for row in valid["events"]}
    for row in valid["excerpts"]:
        row["event_ids"] = tuple(event for event in row["event_ids"] if event in known)
    for name, rows in valid.items():
        columns = [field["name"] for field in vocabulary.resources[name]["schema"]["fields"]]
        cells = csv_bytes(columns, ([row.get(column) for column in columns] for row in rows))
        (folder / f"{name}.csv").write_bytes(cells)
    return Exported({f"{name}.csv": len(rows) for name, rows in valid.items()}, tuple(problems))


def _rows(frame: pd.DataFrame) -> list[Values]:
    return [{str(column): value for column, value in row.items()} for row in frame.to_dict("records")]


def _valid(
    rows: Sequence[Values], name: str, vocabulary: Vocabulary, problems: list[Message]
) -> list[Values]:
    valid = []
    for row, wrong in zip(rows, faults(rows, name, vocabulary), strict=True):
        if not wrong:
            valid.append(row)
            continue
        reasons = tuple(Message("{name}: {what}", name=key, what=why) for key, why in sorted(wrong.items()))
        record = cell(next(iter(row.values())))
        problems.append(
            Message(
                "{file} (id {record}): left out, {then}.", file=f"{name}.csv", record=record, then=reasons
            )
        )
    return valid
