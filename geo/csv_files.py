"""CSV files of a data folder, as people and their editors leave them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from geo.problems import Problem, shown, shown_error

_FILE = "a UTF-8 CSV file"
_SAVE = "the table as UTF-8 CSV (Excel calls it CSV UTF-8)"
_ZIP = b"PK\x03\x04"
_QUOTED = 'the cell between quotation marks, each of its own twice: "he said ""no"""'
_SEPARATORS = {";": "semicolons", "\t": "tabs"}
_QUOTES = {
    "',' expected after '\"'": "a quotation mark in the midst of a cell",
    "unexpected end of data": "a quotation mark that nothing closes",
}


@dataclass(frozen=True)
class CsvFile:
    """The header of a CSV file, its other rows by number (the header is row 1), and what is wrong with it.

    What can be read is there, whatever the problems; `undecodable` if letters are lost.
    """

    header: list[str]
    rows: list[tuple[int, list[str]]]
    problems: list[Problem]
    undecodable: bool = False


def read_csv(path: Path, file: str) -> CsvFile:
    """The records of a CSV file that problems call `file`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return CsvFile([], [], [Problem(file, 0, "", "", _FILE, shown_error(error), _SAVE)])
    if data.startswith(_ZIP):
        return CsvFile(
            [], [], [Problem(file, 0, "", "", _FILE, "a workbook, as Excel and LibreOffice have it", _SAVE)]
        )
    text, undecodable = _decoded(data, file)
    separator = _separator(text)
    problems = [*undecodable]
    if separator != ",":
        write = "the file saved as CSV with commas (Excel takes the separator from the system's settings)"
        came = _SEPARATORS[separator]
        problems.append(Problem(file, 1, "", "", "commas between the cells", came, write))
    rows: list[tuple[int, list[str]]] = []
    for number, record in enumerate(_records(text, separator), 1):
        if isinstance(record, str):
            problems.append(Problem(file, number, "", "", "cells of a CSV file", record, _QUOTED))
        else:
            rows.append((number, record))
    header = rows.pop(0)[1] if rows and rows[0][0] == 1 else []
    return CsvFile(header, rows if header else [], problems, bool(undecodable))


def header_problems(file: str, header: list[str], columns: dict[str, str]) -> Iterator[Problem]:
    """What is wrong with a header; `columns` are those of the table in their order, with their meaning."""
    missing = [column for column in columns if column not in header]
    if len(missing) > len(columns) / 2:
        came = shown(",".join(header), limit=400)
        yield Problem(file, 1, "", "", f"the columns {','.join(columns)}", came, "this header line")
        return
    for column in missing:
        write = f"the column with its cells: {columns[column]}"
        yield Problem(file, 1, "", column, "this column", "none", write)
    for place, column in enumerate(header):
        if column not in columns:
            yield Problem(file, 1, "", "", "a column of the table", shown(column), _right(column, missing))
        elif column in header[:place]:
            yield Problem(file, 1, "", column, "each column once", "it again", "one of the two columns")
    if sorted(header) == sorted(columns) and header != list(columns):
        place, column = next((n, name) for n, name in enumerate(columns) if name != header[n])
        write = "the columns in the order that datapackage.json has"
        yield Problem(file, 1, "", column, f"this column as number {place + 1}", shown(header[place]), write)


def ragged_rows(file: str, read: CsvFile, width: int) -> Iterator[Problem]:
    """The rows with another number of cells than the header; those as wide as the table blame the header."""
    for number, record in read.rows:
        if len(record) not in (len(read.header), width):
            came = str(len(record)) if record else "an empty row"
            write = "one cell a column; quote a cell that holds a comma" if record else "the table without it"
            yield Problem(file, number, record[0] if record else "", "", f"{width} cells", came, write)


def _decoded(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text, with U+FFFD where bytes are no UTF-8, and the first such byte with its row."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), [Problem(file, 0, "", "", _FILE, "UTF-16", _SAVE)]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        text = data.decode("utf-8-sig", "replace")
        before = error.object[: error.start].decode("utf-8") + "\ufffd"
        row = sum(1 for _ in _records(before, _separator(text), strict=False))
        came = f"the byte 0x{error.object[error.start]:02X}"
        count = text.count("\ufffd")
        if count > 1:
            came += f", the first of {count:,} that are no UTF-8"
        return text, [Problem(file, row, "", "", _FILE, came, _SAVE)]


def _separator(text: str) -> str:
    first = text.partition("\n")[0]
    return "," if "," in first else next((mark for mark in _SEPARATORS if mark in first), ",")


def _records(text: str, separator: str, *, strict: bool = True) -> Iterator[list[str] | str]:
    """Each record, or what is wrong with it; the last is one that runs on over the end of its line."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=strict, delimiter=separator)
    while True:
        line = reader.line_num
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            came = _QUOTES.get(str(error), shown(error))
            if reader.line_num == line + 1:
                yield came
                continue
            yield f"{came}, with which the rows from here on cannot be read"
            return


def _right(column: str, missing: list[str]) -> str:
    close = get_close_matches(column, missing, n=1) or missing[:1]
    return f"{close[0]}, or the table without this column" if close else "the table without this column"
