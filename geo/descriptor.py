"""Whether a datapackage.json has what the tables are read by, before anything is read by it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from geo.problems import Problem, shown

FILE = "datapackage.json"
TYPES = ("string", "date", "boolean", "integer", "number")


def descriptor_problems(descriptor: object) -> Iterator[Problem]:
    """What the descriptor lacks or has in another form, the outer parts first."""
    if not isinstance(descriptor, dict):
        yield _problem("", "an object", descriptor)
        return
    for key in ("first_day", "last_day"):
        if not _is_day(descriptor.get(key)):
            yield _problem(key, "a day, as 1988-01-01", descriptor.get(key))
    if not _is_list_of(descriptor.get("avoided_words"), str):
        yield _problem("avoided_words", "a list of texts", descriptor.get("avoided_words"))
    resources = descriptor.get("resources")
    if not isinstance(resources, list) or not _is_list_of(resources, dict):
        yield _problem("resources", "a list of objects", resources)
        return
    for resource in resources:
        yield from _resource_problems(resource)


def _resource_problems(resource: dict[str, Any]) -> Iterator[Problem]:
    texts = ("type", "name", "path", "description") if resource.get("type") == "table" else ("type",)
    for key in texts:
        if not isinstance(resource.get(key), str):
            yield _problem(key, "a text in every resource", resource.get(key), resource)
    if resource.get("type") != "table":
        return
    schema = resource.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    if not isinstance(schema, dict) or not fields or not _is_list_of(fields, dict):
        yield _problem("schema", "an object with a list of fields", schema, resource)
        return
    for field in fields:
        if not isinstance(field.get("name"), str) or not isinstance(field.get("description"), str):
            yield _problem("fields", "a name and a description in every field", field, resource)
        if field.get("type") not in TYPES:
            yield _problem("fields", f"a type of {', '.join(TYPES)} in every field", field, resource)
    keys = schema.get("primaryKey")
    columns = [field.get("name") for field in fields]
    if keys not in columns and not (keys and _is_list_of(keys, str) and set(keys) <= set(columns)):
        yield _problem("primaryKey", "one or more of the fields", keys, resource)


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_list_of(value: object, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(item, kind) for item in value)


def _problem(key: str, expected: str, came: object, resource: dict[str, Any] | None = None) -> Problem:
    record = str(resource.get("name", "")) if resource else ""
    hint = "it as the descriptor of the data that comes with the atlas has it"
    return Problem(FILE, 0, record, key, expected, shown(came), hint)
