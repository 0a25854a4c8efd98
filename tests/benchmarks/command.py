"""What the measuring commands have in common: the parts they are asked for, and their JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.figures import Figures


def add_only(parser: argparse.ArgumentParser, parts: Sequence[str]) -> None:
    """Adds the option that names parts, all of them by default."""
    parser.add_argument("--only", default=",".join(parts), help="parts, with commas: " + ", ".join(parts))


def parts_of(parser: argparse.ArgumentParser, only: str, parts: Sequence[str]) -> list[str]:
    """The parts that are asked for; ends the command with a sentence if one is none."""
    asked = only.split(",")
    if unknown := set(asked) - set(parts):
        parser.error(f"no part {', '.join(sorted(unknown))}; the parts are {', '.join(parts)}")
    return asked


def add_output(parser: argparse.ArgumentParser) -> None:
    """Adds the option that names a file for the figures."""
    parser.add_argument("--output", type=Path, help="a file for the JSON beside standard output")


def write_json(figures: Figures, output: Path | None) -> None:
    """Prints the figures as JSON, and writes them to the file if there is one."""
    text = json.dumps(figures, indent=2)
    print(text)
    if output:
        output.write_text(text + "\n", encoding="utf-8")
