"""Names in the languages that have no column in the tables: data/translations/<code>.csv.

What is not translated is shown in English; __main__ writes the texts that a file lacks into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from geo.languages import BY_CODE, FURTHER_LANGUAGES
from geo.problems import Problem, shown
from geo.tables import Descriptor, key_of, read_cells, table_resources

FOLDER = "translations"
COLUMNS = ("table", "id", "column", "english", "text")
Tables = Mapping[str, pd.DataFrame]
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Text:
    """A text of the tables to translate: table, id of the row, column without its language, English."""

    table: str
    id: str
    column: str
    english: str

    @property
    def key(self) -> Key:
        """Where the text stands."""
        return self.table, self.id, self.column


def with_translations(
    folder: Path, descriptor: Descriptor, tables: Tables
) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """The tables with a column for each further language, and what is wrong with its file.

    A cell is the translation, or the English where there is none.
    """
    completed = dict(tables)
    problems = list(_files_of_no_language(folder))
    texts = list(texts_of(descriptor, tables)) if FURTHER_LANGUAGES else []
    for code in FURTHER_LANGUAGES:
        cells, found = read_translations(folder, code)
        problems += found or list(_bad_rows(cells, code, {text.key for text in texts}))
        translated = {place_of(row): row["text"] for _, row in cells.iterrows()}
        for (name, column), group in _by_column(texts):
            values = [translated.get(text.key) or text.english for text in group]
            completed[name] = completed[name].assign(**{f"{column}_{code}": values})
    return completed, problems


def texts_of(descriptor: Descriptor, tables: Tables) -> Iterator[Text]:
    """Every text that the tables have in English and in other languages, table by table."""
    for resource in table_resources(descriptor):
        table = tables[resource["name"]]
        for column in (name for name in table.columns if name.endswith("_en")):
            keys = [table[key] for key in key_of(resource)]
            for *key, english in zip(*keys, table[column], strict=True):
                yield Text(resource["name"], " ".join(key), column.removesuffix("_en"), english)


def untranslated(folder: Path, descriptor: Descriptor, tables: Tables, code: str) -> list[Text]:
    """The texts without a translation into the language, and those whose English has changed since."""
    cells, _ = read_translations(folder, code)
    given = {place_of(row): row["english"] for _, row in cells.iterrows() if row["text"]}
    return [text for text in texts_of(descriptor, tables) if given.get(text.key) != text.english]


def read_translations(folder: Path, code: str) -> tuple[pd.DataFrame, list[Problem]]:
    """The rows of a language's file as text; none if there is no file."""
    if not (folder / FOLDER / f"{code}.csv").is_file():
        return pd.DataFrame(columns=list(COLUMNS)), []
    cells, problems = read_cells(folder, _resource(code))
    return (pd.DataFrame(columns=list(COLUMNS)) if cells is None else cells), problems


def _resource(code: str) -> Descriptor:
    needed = {"constraints": {"required": True}}
    fields = [
        {"name": name, "type": "string", "description": f"The {name}"} | (needed if name != "text" else {})
        for name in COLUMNS
    ]
    schema = {"primaryKey": list(COLUMNS[:3]), "fields": fields}
    return {"name": FOLDER, "path": f"{FOLDER}/{code}.csv", "schema": schema}


def place_of(row: pd.Series) -> Key:
    """Where the text of a translation's row stands."""
    return row["table"], row["id"], row["column"]


def _by_column(texts: list[Text]) -> Iterator[tuple[tuple[str, str], list[Text]]]:
    groups: dict[tuple[str, str], list[Text]] = {}
    for text in texts:
        groups.setdefault((text.table, text.column), []).append(text)
    yield from groups.items()


def _files_of_no_language(folder: Path) -> Iterator[Problem]:
    for path in sorted((folder / FOLDER).glob("*")):
        if path.suffix != ".csv" or path.stem not in FURTHER_LANGUAGES:
            yield Problem(
                f"{FOLDER}/{path.name}",
                0,
                "",
                "",
                f"<code>.csv of a further language ({', '.join(FURTHER_LANGUAGES) or 'there is none'})",
                shown(path.name),
                "the language into geo/languages.py, or its names into the tables",
            )


def _bad_rows(cells: pd.DataFrame, code: str, known: set[Key]) -> Iterator[Problem]:
    loaded = re.compile(rf"(?<!\w)(?:{BY_CODE[code].avoided})", re.IGNORECASE)
    for number, (_, row) in enumerate(cells.iterrows(), 2):
        record = " ".join(place_of(row))
        if place_of(row) not in known:
            hint = f"the rows that python -m geo.translations {code} writes"
            yield Problem(
                f"{FOLDER}/{code}.csv", number, record, "", "a text of the tables", shown(record), hint
            )
        word = loaded.search(row["text"]) if BY_CODE[code].avoided else None
        if word:
            yield Problem(
                f"{FOLDER}/{code}.csv",
                number,
                record,
                "text",
                "words that take no side",
                shown(word.group()),
                "what was done, without a side's word for it",
            )
