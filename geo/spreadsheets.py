"""CSV files that leave, such that a spreadsheet reads their letters and runs none of their cells.

A cell that a spreadsheet would take for a formula (OWASP, "CSV injection") stands behind an apostrophe;
geo.tables takes it off again, so that what was written is what is read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from numbers import Real

import numpy as np
import pandas as pd

_BYTE_ORDER_MARK = "\ufeff"
# = + - @, also in full width, and the white space after which spreadsheets still see them.
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?\Z", re.ASCII)


def csv_bytes(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    """The rows as a CSV file: UTF-8 with a byte order mark, commas, CRLF (RFC 4180).

    Text that looks like a formula is guarded; numbers, also negative ones, and days stay as they are.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([written(value) for value in row] for row in rows)
    return (_BYTE_ORDER_MARK + text.getvalue()).encode("utf-8", "replace")


def frame_bytes(table: pd.DataFrame) -> bytes:
    """A table as a CSV file, without its index; see csv_bytes."""
    columns = [list(table[column]) for column in table.columns]
    return csv_bytes(list(map(str, table.columns)), zip(*columns, strict=True))


def written(value: object) -> str:
    """A value as a cell that leaves: text guarded, anything else as `cell` has it."""
    return cell(value) if isinstance(value, Real | np.bool_) else guarded(cell(value))


def cell(value: object) -> str:
    """A value as a cell of data/: lists separated by ;, days ISO, nothing empty, true and false small."""
    if isinstance(value, list | tuple):
        return ";".join(map(str, value))
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, bool | np.bool_):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def guarded(text: str) -> str:
    """The text behind an apostrophe if a spreadsheet may take it for a formula; a number is none."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
