"""Whether a data folder's datapackage.json is one that the atlas can read by.

Its form stands in descriptor_schema.json, the tables and columns that the code reads in columns.csv;
a folder may have more of both.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from geo.problems import Problem, shown
from geo.when import parse_day

FILE = "datapackage.json"
_HERE = Path(__file__).parent
# What a list may hold besides ids of a table.
_LAYER_IDS = ("layers.units",)
_FORMATS = FormatChecker(formats=["regex"])
_FORMATS.checks("day", raises=ValueError)(lambda value: not isinstance(value, str) or bool(parse_day(value)))


def descriptor_problems(descriptor: Any) -> list[Problem]:
    """What is wrong with a descriptor: with its form, or else with what its parts say of each other."""
    faults = [_fault(error) for error in _validator().iter_errors(descriptor)]
    if faults:
        return list(dict.fromkeys(faults))
    tables = {each["name"]: each for each in descriptor["resources"] if each["type"] == "table"}
    columns = {name: _types(resource) for name, resource in tables.items()}
    return [
        *_days(descriptor["first_day"], descriptor["last_day"]),
        *_repeated(descriptor["resources"]),
        *_missing(columns),
        *(problem for resource in tables.values() for problem in _dangling(resource, columns)),
    ]


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads((_HERE / "descriptor_schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=_FORMATS)


def _fault(error: ValidationError) -> Problem:
    place = "/".join(map(str, error.absolute_path))
    expected = error.schema.get("description", error.message) if isinstance(error.schema, dict) else ""
    came = shown(error.message if error.validator == "required" else error.instance)
    return Problem(FILE, 0, place, "", expected, came, f"{expected} there")


def _types(resource: dict[str, Any]) -> dict[str, str]:
    """The type of each column: that of its cells, or list."""
    return {field["name"]: _type(field) for field in resource["schema"]["fields"]}


def _type(field: dict[str, Any]) -> str:
    return "list" if "list" in field else str(field["type"])


def _days(first: str, last: str) -> Iterator[Problem]:
    if parse_day(last) < parse_day(first):
        write = "the last day that the records cover"
        yield Problem(FILE, 0, "last_day", "", f"a day from {first}", shown(last), write)


def _repeated(resources: list[dict[str, Any]]) -> Iterator[Problem]:
    names = [resource["name"] for resource in resources]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Problem(FILE, 0, name, "", "each resource once", "it again", "another name, or one resource")
    for resource in resources:
        fields = [field["name"] for field in resource.get("schema", {}).get("fields", [])]
        for column in sorted({column for column in fields if fields.count(column) > 1}):
            record = f"{resource['name']}.{column}"
            yield Problem(FILE, 0, record, "", "each column once", "it again", "another name, or one field")


def _missing(columns: dict[str, dict[str, str]]) -> Iterator[Problem]:
    for table, column, kind in _needed():
        came = columns.get(table, {}).get(column)
        if came != kind:
            cells = 'string, and "list" beside it,' if kind == "list" else kind
            write = f"the field {column} of {table} with type {cells} as geo/columns.csv has it"
            yield Problem(FILE, 0, f"{table}.{column}", "", f"a column of type {kind}", shown(came), write)


@cache
def _needed() -> tuple[tuple[str, str, str], ...]:
    with (_HERE / "columns.csv").open(encoding="utf-8", newline="") as file:
        return tuple((row["table"], row["column"], row["type"]) for row in csv.DictReader(file))


def _dangling(resource: dict[str, Any], columns: dict[str, dict[str, str]]) -> Iterator[Problem]:
    """Keys of columns that are not there."""
    name, schema = resource["name"], resource["schema"]
    key = schema["primaryKey"]
    own = [key] if isinstance(key, str) else list(key)
    foreign = schema.get("foreignKeys", [])
    for column in [*own, *(each["fields"] for each in foreign)]:
        if column not in columns[name]:
            write = f"a column of {name}"
            yield Problem(FILE, 0, name, "", f"a key of columns of {name}", shown(column), write)
    targets = [f"{each['reference']['resource']}.{each['reference']['fields']}" for each in foreign]
    targets += [field["list"] for field in schema["fields"] if field.get("list")]
    known = {f"{table}.{column}" for table, types in columns.items() for column in types}
    for target in targets:
        if target not in known and target not in _LAYER_IDS:
            write = "a table and a column of it, as sources.source_id"
            yield Problem(FILE, 0, name, "", "a reference to a column that is there", shown(target), write)
