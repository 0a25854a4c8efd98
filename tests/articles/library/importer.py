"""Adds readings from a process of its own: `python -m tests.articles.library.importer WHERE COUNT [...]`.

Prints a line for each article done. `--stop-inside N` waits for a line of input in the middle of the
N-th article's transaction, after its row and before its drafts; `--backwards` adds the last first;
`--wait` waits for a line of input before it starts.
"""

from __future__ import annotations

import argparse
import sys

from sqlalchemy import Engine, event

from geo.articles.library import open_library
from tests.articles.library.readings import many


def main() -> None:
    """Adds them and prints `new <number>` at the end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("where")
    parser.add_argument("count", type=int)
    parser.add_argument("--stop-inside", type=int, default=0)
    parser.add_argument("--backwards", action="store_true")
    parser.add_argument("--wait", action="store_true")
    asked = parser.parse_args()
    if asked.stop_inside:
        event.listen(Engine, "before_cursor_execute", _Stop(asked.stop_inside))
    readings = list(many(asked.count))[:: -1 if asked.backwards else 1]
    _say("ready")
    if asked.wait:
        sys.stdin.readline()
    with open_library(asked.where) as library:
        added = library.add(readings, who="importer", progress=lambda done: _say(f"done {done}"))
    _say(f"new {len(added.new)}")


class _Stop:
    """Stops before the drafts of the n-th article go in."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, connection: object, cursor: object, statement: str, *rest: object) -> None:
        self.left -= statement.startswith("INSERT INTO drafts")
        if self.left == 0:
            _say("inside")
            sys.stdin.readline()


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
