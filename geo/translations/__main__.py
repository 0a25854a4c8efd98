"""Brings the translations up to the tables: `python -m geo.translations [LANGUAGE...]`.

The texts that a file lacks come in without a translation, those that are gone leave; 1 is returned while
anything is to translate.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

from geo.languages import FURTHER_LANGUAGES
from geo.problems import DataError
from geo.tables import inspect_tables, read_descriptor
from geo.translations import COLUMNS, FOLDER, Text, place_of, read_translations, texts_of, untranslated


def main(arguments: list[str] | None = None) -> int:
    """Writes the file of each language and prints how much is to translate; returns 1 if anything is."""
    parser = argparse.ArgumentParser(prog="python -m geo.translations", description=__doc__)
    parser.add_argument("languages", nargs="*", help=f"default: {' '.join(FURTHER_LANGUAGES) or 'none'}")
    parser.add_argument("--data", default="data", help="the data folder (default: data)")
    chosen = parser.parse_args(arguments)
    left = 0
    for code in chosen.languages or FURTHER_LANGUAGES:
        if code not in FURTHER_LANGUAGES:
            print(f"{code}: expected a language of geo/languages.py without columns in the tables")
            return 1
        try:
            lacking = complete(Path(chosen.data), code)
        except DataError as error:
            print(error)
            return 1
        print(f"{FOLDER}/{code}.csv: {len(lacking)} to translate")
        left += len(lacking)
    return int(left > 0)


def complete(folder: Path, code: str) -> list[Text]:
    """Writes the texts that the language's file lacks into it, without a translation; those still to do.

    Rows of texts that are gone leave. Raises DataError if the tables or the file cannot be read.
    """
    descriptor = read_descriptor(folder)
    tables, problems = inspect_tables(folder)
    cells, found = read_translations(folder, code)
    if problems or found:
        raise DataError([*problems, *found])
    given = {place_of(row): (row["english"], row["text"]) for _, row in cells.iterrows() if row["text"]}
    path = folder / FOLDER / f"{code}.csv"
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for text in texts_of(descriptor, tables):
            writer.writerow([*text.key, *given.get(text.key, (text.english, ""))])
    return untranslated(folder, descriptor, tables, code)


if __name__ == "__main__":
    sys.exit(main())
