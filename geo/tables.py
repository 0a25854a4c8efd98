"""Reads the tables of a data folder against their descriptor, data/datapackage.json.

The descriptor is the only place where columns, types and vocabularies stand: a pandera schema is
made from it, and every bad cell of every file comes back as a problem with its row.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa

from geo.csv_files import CsvFile, header_problems, ragged_rows, read_csv
from geo.descriptor import descriptor_problems
from geo.json_files import read_json
from geo.problems import DataError, Problem, shown, shown_error
from geo.spreadsheets import unguarded
from geo.when import parse_day

Descriptor = dict[str, Any]
Field = dict[str, Any]
_NOTHING_ELSE = "No other file was checked; run again after a mend"


def inspect_tables(folder: Path) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """The typed tables that have no bad cell, by name, and the problems of all others.

    Rows are in file order, indexed 0, 1, 2 …; dates are datetime.date (None if empty), lists tuples of
    str, empty strings "", empty numbers missing. Raises DataError if the descriptor cannot be read.
    """
    tables: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    for resource in table_resources(read_descriptor(folder)):
        frame, found = read_cells(folder, resource)
        problems += found
        if frame is not None and not found:
            tables[resource["name"]] = _typed(frame, resource)
    return tables, problems


def read_descriptor(folder: Path) -> Descriptor:
    """The folder's datapackage.json; a column with a vocabulary has the values that terms.csv gives it.

    Raises DataError if the descriptor is missing, not JSON, or lacks what the tables are read by.
    """
    path = Path(folder) / "datapackage.json"
    try:
        descriptor: Descriptor = read_json(path)
    except (OSError, ValueError) as error:
        hint = "a Frictionless data package descriptor"
        problem = Problem(path.name, 0, "", "", hint, shown_error(error), "the file")
        raise DataError([problem], _NOTHING_ELSE) from None
    if problems := descriptor_problems(descriptor):
        raise DataError(problems, _NOTHING_ELSE)
    _take_in_vocabularies(table_resources(descriptor), _vocabularies(Path(folder)))
    return descriptor


def table_resources(descriptor: Descriptor) -> list[Descriptor]:
    """The resources of the descriptor that are tables."""
    return [resource for resource in descriptor["resources"] if resource["type"] == "table"]


def key_of(resource: Descriptor) -> list[str]:
    """The columns that identify a row of the table."""
    key = resource["schema"]["primaryKey"]
    return [key] if isinstance(key, str) else list(key)


def record_of(row: pd.Series, resource: Descriptor) -> str:
    """The row's id as a message shows it, as far as the row has its columns."""
    return " ".join(str(row[column]) for column in key_of(resource) if column in row)


def _take_in_vocabularies(resources: list[Descriptor], vocabularies: dict[str, list[str]]) -> None:
    for resource in resources:
        for field in resource["schema"]["fields"]:
            if vocabularies and "vocabulary" in field:
                rules = field.setdefault("constraints", {})
                rules["enum"] = vocabularies.get(field["vocabulary"], [])


def _vocabularies(folder: Path) -> dict[str, list[str]]:
    """The coded values by vocabulary; none if terms.csv cannot be read, which its own check says."""
    values: dict[str, list[str]] = {}
    try:
        with (folder / "terms.csv").open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                values.setdefault(row["vocabulary"], []).append(row["term_id"])
    except (OSError, UnicodeDecodeError, csv.Error, KeyError):
        return {}
    return values


def read_cells(folder: Path, resource: Descriptor) -> tuple[pd.DataFrame | None, list[Problem]]:
    """The cells of one table as text, and every bad one; None if the file is no such table.

    Cells are checked wherever they stand under a known column, also in a file with other faults.
    """
    file, meanings = resource["path"], {field["name"]: _meaning(field) for field in _fields(resource)}
    read = read_csv(Path(folder) / file, file)
    problems = list(read.problems)
    if read.header or not problems:
        problems += header_problems(file, read.header, meanings)
    if set(read.header) & set(meanings):
        problems += ragged_rows(file, read, len(meanings))
    frame = _frame(read, list(meanings))
    cells = [*_bad_cells(frame, resource), *_repeated_keys(frame, resource)]
    if read.undecodable:
        cells = [problem for problem in cells if "\ufffd" not in problem.came]
    return None if problems else frame, [*problems, *cells]


def _frame(read: CsvFile, columns: list[str]) -> pd.DataFrame:
    """The cells under known columns of the rows that have as many cells as the header, by row minus 2."""
    places = {column: read.header.index(column) for column in columns if column in read.header}
    rows = {number - 2: row for number, row in read.rows if len(row) == len(read.header)}
    cells = [[unguarded(row[place]) for place in places.values()] for row in rows.values()]
    return pd.DataFrame(cells, columns=list(places), index=list(rows), dtype=object)


def _bad_cells(frame: pd.DataFrame, resource: Descriptor) -> Iterator[Problem]:
    fields = {field["name"]: field for field in _fields(resource)}
    try:
        schema_of(resource).select_columns(list(frame.columns)).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        cases = error.failure_cases.drop_duplicates(["index", "column"])
        for case in cases.itertuples():
            row, field = frame.loc[case.index], fields[case.column]
            yield Problem(
                resource["path"],
                int(case.index) + 2,
                record_of(row, resource),
                case.column,
                _expected(field),
                shown(row[case.column]),
                _advice(field),
            )


def _repeated_keys(frame: pd.DataFrame, resource: Descriptor) -> Iterator[Problem]:
    key = key_of(resource)
    first: dict[str, int] = {}
    if not set(key) <= set(frame.columns):
        return
    for position, *values in zip(frame.index, *(frame[column] for column in key), strict=True):
        record = " ".join(values)
        if record in first:
            came = f"that of row {first[record]} again"
            yield Problem(
                resource["path"],
                int(position) + 2,
                record,
                "+".join(key),
                "each id once",
                came,
                "another id, or one row",
            )
        first.setdefault(record, int(position) + 2)


def schema_of(resource: Descriptor) -> pa.DataFrameSchema:
    """The pandera schema of a table whose cells are still text, made from its descriptor."""
    columns = {
        field["name"]: pa.Column(
            object,
            pa.Check(_accepts(field), element_wise=True, error=field["name"]),
        )
        for field in resource["schema"]["fields"]
    }
    return pa.DataFrameSchema(columns, strict=True)


def _accepts(field: Field) -> Callable[[str], bool]:
    rules = field.get("constraints", {})
    parse = _parser(field)
    pattern = re.compile(rules["pattern"]) if "pattern" in rules else None

    def accepts(cell: str) -> bool:
        if not cell:
            return not rules.get("required", False)
        try:
            value = parse(cell)
        except ValueError:
            return False
        return (
            (pattern is None or pattern.fullmatch(cell) is not None)
            and value in rules.get("enum", [value])
            and rules.get("minimum", value) <= value <= rules.get("maximum", value)
        )

    return accepts


def _typed(frame: pd.DataFrame, resource: Descriptor) -> pd.DataFrame:
    return pd.DataFrame(
        {field["name"]: _column(frame[field["name"]], field) for field in resource["schema"]["fields"]}
    )


def _column(cells: pd.Series, field: Field) -> pd.Series:
    parse = _parser(field)
    if field["type"] == "string":
        return cells.map(parse).astype(object)
    values = [parse(cell) if cell else None for cell in cells]
    dtype = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}.get(field["type"], object)
    return pd.Series(values, index=cells.index, dtype=dtype)


def _parser(field: Field) -> Callable[[str], Any]:
    if "list" in field:
        return _ids
    parsers: dict[str, Callable[[str], Any]] = {
        "string": str,
        "date": parse_day,
        "boolean": _boolean,
        "integer": int,
        "number": float,
    }
    return parsers[field["type"]]


def _boolean(cell: str) -> bool:
    return {"true": True, "false": False}[cell] if cell in ("true", "false") else _refuse(cell)


def _refuse(cell: str) -> bool:
    raise ValueError(cell)


def _ids(cell: str) -> tuple[str, ...]:
    parts = tuple(part for part in cell.split(";")) if cell else ()
    if any(part != part.strip() or not part for part in parts) or len(set(parts)) < len(parts):
        raise ValueError(cell)
    return parts


def _expected(field: Field) -> str:
    rules = field.get("constraints", {})
    need = "" if rules.get("required") else " or nothing"
    if "enum" in rules:
        return "one of " + ", ".join(map(str, rules["enum"])) + need
    if "list" in field:
        return "different ids separated by ; with no spaces" + need
    words = {
        "date": "a date",
        "boolean": "true or false",
        "integer": "a whole number",
        "number": "a number",
        "string": "text",
    }[field["type"]]
    if "minimum" in rules:
        words += f" from {rules['minimum']}" + (f" to {rules['maximum']}" if "maximum" in rules else "")
    if "pattern" in rules:
        words += f" of the form {rules['pattern']}"
    return words + need


def _advice(field: Field) -> str:
    if field["type"] == "date":
        return "a day that exists, as YYYY-MM-DD"
    return f"{_meaning(field)}, or add it to terms.csv" if "vocabulary" in field else _meaning(field)


def _meaning(field: Field) -> str:
    return str(field["description"][:1].lower() + field["description"][1:])


def _fields(resource: Descriptor) -> list[Field]:
    return list(resource["schema"]["fields"])
