"""Reads articles: `python -m geo.articles FILE... [--json] [--published YYYY-MM-DD] [--add]`.

A FILE is text, Markdown, HTML, PDF, JSON lines, a folder or zip of these, or a web address.
"""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Iterator
from datetime import date

from geo.articles.fetch import fetched
from geo.articles.files import raw_documents
from geo.articles.model import Raw, Reading
from geo.articles.reading import open_reader, read, with_claims
from geo.articles.report import as_json, as_text


def main(arguments: list[str] | None = None) -> int:
    """Prints a summary, or one JSON object a line, a document; returns 1 if it cannot be saved."""
    options = _options(arguments)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    reader = open_reader(options.data)
    readings: list[Reading] = []
    originals: list[str] = []
    for raw in (raw for file in options.files for raw in _documents(file)):
        reading = read(raw, reader, published=options.published)
        print(json.dumps(as_json(reading), ensure_ascii=False) if options.json else as_text(reading))
        if options.add:
            readings.append(with_claims(reading))
            originals.append(raw.text)
    return _save(readings, originals, options.data) if options.add else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m geo.articles", description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, folder, zip or web address")
    parser.add_argument("--json", action="store_true", help="one JSON object a document")
    parser.add_argument(
        "--published", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day the articles are of"
    )
    parser.add_argument("--data", default="data", help="the data folder (default: data)")
    parser.add_argument("--add", action="store_true", help="save what was found in the library, as drafts")
    return parser.parse_args(arguments)


def _documents(file: str) -> Iterator[Raw]:
    return fetched(file) if file.startswith(("http://", "https://")) else raw_documents(file)


def _save(readings: list[Reading], originals: list[str], data: str) -> int:
    """Adds the readings to the library and says on standard error what became of them."""
    from geo.articles.library import LibraryError, open_library

    try:
        with open_library(data=data) as library:
            added = library.add(readings, who=getpass.getuser(), originals=originals)
            print(f"{len(added.new)} added to {library.where}", file=sys.stderr)
    except LibraryError as error:
        print(error, file=sys.stderr)
        return 1
    for known in added.already:
        print(f"{known.name}: already in the library, as {known.article_id}", file=sys.stderr)
    for problem in added.problems:
        print(problem, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
