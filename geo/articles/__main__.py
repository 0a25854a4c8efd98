"""Reads articles: `python -m geo.articles FILE... [--json] [--published YYYY-MM-DD] [--add]`.

A FILE is text, Markdown, HTML, PDF, Word, RTF, a saved page, JSON lines, a folder or zip of these, or a
web address. Each document is read in a process of its own within limits of time and memory.
"""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date

from geo.articles.fetch import RefusedError, page_at
from geo.articles.frames import Started
from geo.articles.jobs import Job, Result, failed
from geo.articles.library import Library, LibraryError, open_library
from geo.articles.reading import with_claims
from geo.articles.report import as_json, as_text
from geo.articles.workers import Limits, NotStartedError, Workers
from geo.when import parse_day


def main(arguments: list[str] | None = None) -> int:
    """Prints a summary, or one JSON object a line, a document; returns 1 if any was not read or added."""
    options = _options(arguments)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    limits = Limits(seconds=options.seconds)
    refused = False
    try:
        with _library(options) as library, Workers(options.data, limits=limits) as workers:
            for result in (result for file in options.files for result in _results(file, options, workers)):
                reading = result.reading
                text = json.dumps(as_json(reading), ensure_ascii=False) if options.json else as_text(reading)
                print(text, flush=True)
                refused |= bool(result.refusal)
                if library and not result.refusal:
                    refused |= not _add(result, library)
    except (LibraryError, NotStartedError) as error:
        print(error, file=sys.stderr)
        return 1
    return int(refused)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m geo.articles", description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, folder, zip or web address")
    parser.add_argument("--json", action="store_true", help="one JSON object a document")
    parser.add_argument("--published", type=_day, metavar="YYYY-MM-DD", help="the day the articles are of")
    parser.add_argument("--data", default="data", help="the data folder (default: data)")
    parser.add_argument("--add", action="store_true", help="save what was found in the library, as drafts")
    seconds = "what one document may take (default: %(default)s)"
    parser.add_argument("--seconds", type=float, default=Limits.seconds, help=seconds)
    return parser.parse_args(arguments)


def _day(text: str) -> date:
    try:
        return parse_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _library(options: argparse.Namespace) -> AbstractContextManager[Library | None]:
    return open_library(data=options.data) if options.add else nullcontext()


def _results(file: str, options: argparse.Namespace, workers: Workers) -> Iterator[Result]:
    if not file.startswith(("http://", "https://")):
        yield from workers.results(Job(file, published=options.published))
        return
    try:
        page = page_at(file)
    except RefusedError as error:
        yield failed(Started(file, 1.0), error.message)
    else:
        yield from workers.results(page.job(published=options.published))


def _add(result: Result, library: Library) -> bool:
    """Adds the document to the library and says on standard error what became of it; False if left out."""
    added = library.add([with_claims(result.reading)], who=getpass.getuser(), originals=[result.raw.text])
    for article_id in added.new:
        print(f"{result.raw.name}: added to {library.where}, as {article_id}", file=sys.stderr)
    for known in added.already:
        print(f"{known.name}: already in the library, as {known.article_id}", file=sys.stderr)
    for problem in added.problems:
        print(problem, file=sys.stderr)
    return bool(added.new or added.already)


if __name__ == "__main__":
    sys.exit(main())
