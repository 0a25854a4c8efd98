"""The command: a summary, the JSON contract, and --add."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from geo.articles import Reading
from geo.articles.__main__ import main
from geo.articles.library import Library, LibraryError, open_library
from geo.message import Message
from tests.toy import REAL_DATA

TEXT = """Troops enter Lachin
- Anadolu Agency
- Published Date: 10:08 | 1 December 2020
Azerbaijani units entered the Lachin district on 1 December 2020, the Defense Ministry said.
"""
KEYS = {"headline", "publisher", "published", "language", "places", "events", "excerpts", "problems"}


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_json_has_the_keys_of_the_contract(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([article, "--json", "--data", str(REAL_DATA)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) >= KEYS
    assert found["published"] == "2020-12-01"
    (event,) = found["events"]
    assert (event["date_start"], event["region_ids"]) == ("2020-12-01", ["lachin"])
    assert found["excerpts"][0]["quote"] in TEXT


def test_a_missing_file_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nowhere.txt", "--json", "--data", str(REAL_DATA)]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert "cannot be opened" in problem


@pytest.mark.parametrize("day", ["20201201", "2020-W49-2", "1 December 2020", "2020-12"])
def test_a_day_of_publication_has_one_form(
    article: str, day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([article, "--published", day, "--data", str(REAL_DATA)])
    assert f"argument --published: '{day}' is not a day; write YYYY-MM-DD" in capsys.readouterr().err


def test_add_keeps_an_article_once(
    article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ATLAS_LIBRARY", str(tmp_path / "library.db"))
    assert main([article, "--add", "--data", str(REAL_DATA)]) == 0
    assert ": added to " in capsys.readouterr().err
    assert main([article, "--add", "--data", str(REAL_DATA)]) == 0
    assert "already in the library" in capsys.readouterr().err
    with open_library(data=REAL_DATA) as library:
        assert len(library.articles()) == 1
        assert len(library.drafts(state="proposed")) == 1


def test_a_library_that_cannot_be_opened_is_said(
    article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("ATLAS_LIBRARY", str(tmp_path / "file" / "library.db"))
    assert main([article, "--add", "--data", str(REAL_DATA)]) == 1
    assert capsys.readouterr().err.strip()


def test_one_bad_document_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ATLAS_LIBRARY", str(tmp_path / "library.db"))
    days = ("9999-12-31", "0001-01-01")
    lines = [{"text": f"Troops entered Lachin on day {day}.", "published": day} for day in days]
    files = {"days.jsonl": "\n".join(map(json.dumps, lines)), "a.csv": "a,b,c,d\n" * 9, "b.txt": TEXT}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    named = [str(tmp_path / name) for name in files]
    assert main([*named, "--add", "--json", "--data", str(REAL_DATA)]) == 1
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 4
    assert printed.err.count(": added to ") == 3


def test_what_was_read_before_a_fault_of_the_library_is_saved(
    article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ATLAS_LIBRARY", str(tmp_path / "library.db"))
    (tmp_path / "second.txt").write_text("Armenia lost Kalbajar.", encoding="utf-8")
    reads, add = [], Library.add

    def failing(library: Library, readings: list[Reading], **rest: Any) -> Any:
        reads.append(readings)
        if len(reads) > 1:
            raise LibraryError(Message("The disk is full."))
        return add(library, readings, **rest)

    monkeypatch.setattr(Library, "add", failing)
    assert main([article, str(tmp_path / "second.txt"), "--add", "--data", str(REAL_DATA)]) == 1
    assert "The disk is full." in capsys.readouterr().err
    with open_library(data=REAL_DATA) as library:
        assert len(library.articles()) == 1


def test_a_folder_that_is_no_data_is_one_sentence(article: str, tmp_path: Path) -> None:
    assert main([article, "--data", str(tmp_path)]) == 1
