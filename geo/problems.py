"""What is wrong with a data folder: problems that name file, row, id, what was expected, what came.

Everything that reads `data/` collects problems and raises them together as one DataError.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from json import JSONDecodeError


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend in a data folder; `str()` of it is the sentence a person reads.

    `row` counts as a spreadsheet does (the header is row 1) and is 0 where the whole file is meant.
    """

    file: str
    row: int
    record: str
    column: str
    expected: str
    came: str
    write: str

    def __str__(self) -> str:
        row = f" row {self.row}" if self.row else ""
        record = f" (id {self.record})" if self.record else ""
        column = f"{self.column}: " if self.column else ""
        return (
            f"{self.file}{row}{record}: {column}expected {self.expected}, "
            f"came {self.came}; write {self.write}"
        )


class DataError(ValueError):
    """A data folder cannot be used; `problems` holds every reason, sorted by file and row.

    `unchecked` says what could not be checked yet, "" if nothing.
    """

    def __init__(self, problems: Iterable[Problem], unchecked: str = "") -> None:
        self.problems = tuple(sorted(problems))
        count = len(self.problems)
        lines = "\n".join([*(f"- {problem}" for problem in self.problems), *filter(None, [unchecked])])
        super().__init__(f"{count} problem{'s' * (count != 1)} in the data:\n{lines}")


def shown_error(error: Exception) -> str:
    """The error as a message shows it: one of the system without its path, which is no reader's business."""
    if isinstance(error, FileNotFoundError):
        return "no file"
    if isinstance(error, UnicodeDecodeError):
        return f"the byte 0x{error.object[error.start]:02X} at place {error.start + 1:,}, which is no UTF-8"
    if isinstance(error, JSONDecodeError):
        return f"what is no JSON from line {error.lineno}, column {error.colno}, on"
    return shown(error.strerror if isinstance(error, OSError) and error.strerror else error)


def shown(value: object, *, limit: int = 80) -> str:
    """The value as a message shows it: quoted, cut at `limit` characters, "nothing" if empty."""
    text = "" if value is None else str(value)
    if not text:
        return "nothing"
    return repr(text if len(text) <= limit else text[: limit - 1] + "…")
