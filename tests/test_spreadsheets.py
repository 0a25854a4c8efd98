"""CSV that leaves: nothing in it runs, everything in it comes back."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from geo.spreadsheets import csv_bytes, frame_bytes, guarded, unguarded
from geo.tables import inspect_tables
from tests.toy import write_toy

FORMULAS = [
    '=HYPERLINK("https://evil.example","x")', "@SUM(A1)", "+1+cmd|'/c calc'!A1", "-2+3", "=1", "\t=1", "\r=1",
    "\n=1", "＝1", "＋1", "－1", "＠SUM", "-", "+", "- a dash first", "+374 10 123456",
]  # fmt: skip
PLAIN = [
    "", "Kalbajar", "a=b", " =1", "2020-11-25", "-5", "+5", "-5.25", "12", "'quoted'", "'tis", "–5", "“=1”",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize("text", [*FORMULAS, *PLAIN, "'=1", "''=1", "'-5", "'-"])
def test_what_was_guarded_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(tuple("=@\t\r\n"))


def test_numbers_days_and_lists_are_written_as_in_our_tables() -> None:
    row = [-5, -0.25, np.float64(-1.5), True, np.bool_(False), None, pd.NA, pd.NaT, float("nan")]
    row += [date(2020, 11, 25), ("a", "b"), [], ("=a", "b")]
    lines = csv_bytes([f"c{number}" for number in range(len(row))], [row]).decode("utf-8-sig").splitlines()
    assert lines[1] == "-5,-0.25,-1.5,true,false,,,,,2020-11-25,a;b,,'=a;b"


def test_letters_have_their_mark_and_line_ends_are_one_cells() -> None:
    table = pd.DataFrame({"name": ["Şuşa", 'two\r\nlines, "quoted"'], "km2": pd.array([None, -3], "Int64")})
    data = frame_bytes(table)
    assert data.startswith(b"\xef\xbb\xbfname,km2\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert rows == [["name", "km2"], ["Şuşa", ""], ['two\r\nlines, "quoted"', "-3"]]
    assert frame_bytes(table.iloc[:0]) == b"\xef\xbb\xbfname,km2\r\n"


def test_half_a_surrogate_pair_does_not_stop_the_file() -> None:
    assert csv_bytes(["a"], [["x\ud800"]]).endswith(b"x?\r\n")


def test_our_own_tables_read_what_was_written(tmp_path: Path) -> None:
    folder = write_toy(tmp_path)
    events = inspect_tables(folder)[0]["events"]
    titles = ["=HYPERLINK(1)", *["'-5"] * (len(events) - 1)]
    titled = events.assign(title=pd.Series(titles, dtype=object))
    (folder / "events.csv").write_bytes(frame_bytes(titled))
    pd.testing.assert_frame_equal(inspect_tables(folder)[0]["events"], titled)
