"""Validates a data folder: `python -m geo.check [FOLDER]` prints every problem, exits 1 if any."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from geo.folder import inspect
from geo.languages import FURTHER_LANGUAGES
from geo.problems import DataError, shown
from geo.tables import table_resources
from geo.translations import Text, untranslated


def main(arguments: list[str] | None = None) -> int:
    """Prints what is wrong with a data folder; returns 0 if nothing is, else 1."""
    parser = argparse.ArgumentParser(prog="python -m geo.check", description=__doc__)
    parser.add_argument("folder", nargs="?", default="data", help="the data folder (default: data)")
    folder = parser.parse_args(arguments).folder
    try:
        checked = inspect(folder)
    except DataError as error:
        print(error)
        return 1
    for problem in checked.problems:
        print(problem)
    count = len(checked.problems)
    if count:
        print(f"{count} problem{'s' * (count != 1)} in {folder}")
        if checked.unchecked:
            print(checked.unchecked)
        return 1
    rows = sum(len(table) for table in checked.tables.values())
    tables, layers = len(table_resources(checked.descriptor)), len(checked.layers)
    print(f"{folder}: {rows} rows of {tables} tables and {layers} layers are in order")
    for code in FURTHER_LANGUAGES:
        _print_untranslated(untranslated(Path(folder), checked.descriptor, checked.tables, code), code)
    return 0


def _print_untranslated(texts: list[Text], code: str) -> None:
    by_table: dict[str, list[str]] = {}
    for text in texts:
        by_table.setdefault(text.table, []).append(text.id)
    for table, ids in by_table.items():
        print(
            f"translations/{code}.csv: {len(ids)} rows of {table}.csv to translate: {shown(', '.join(ids))}"
        )
    if texts:
        print(f"python -m geo.translations {code} writes these rows; until then they are shown in English")


if __name__ == "__main__":
    sys.exit(main())
