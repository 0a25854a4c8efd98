"""Where the library lies, what is told when it cannot be used, and older libraries brought forward."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from geo.articles.library import LibraryError, open_library
from geo.articles.library.connect import engine_at, place, reading, writing
from geo.articles.library.schema import STEPS, migrate
from geo.language import localize
from tests.articles.library.readings import many
from tests.articles.library.readings import reading as one_reading

LATEST = len(STEPS) + 1


def test_the_variable_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATLAS_LIBRARY", str(tmp_path / "deep" / "er" / "library.sqlite"))
    with open_library() as library:
        library.add(many(1), who="Ani")
        assert library.where == str(tmp_path / "deep" / "er" / "library.sqlite")
    assert Path(library.where).stat().st_size > 0


def test_without_it_the_file_lies_in_the_users_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ATLAS_LIBRARY", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert place(engine_at()) == str(tmp_path / "karabakh-atlas" / "library.sqlite")


def test_sqlite_is_in_wal_with_foreign_keys_and_patience(tmp_path: Path) -> None:
    engine = engine_at(tmp_path / "library.sqlite")
    migrate(engine)
    with reading(engine) as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        ]
    assert found == ["wal", 1, 30_000]


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("mysql://u:secret@h/d", r"expected a path or postgresql\+psycopg://.* \(mysql://…\)"),
        (
            "postgresql+psycopg://u:secret@127.0.0.1:1/d",
            r"u:\*\*\*@127.0.0.1:1/d: .* See that it runs",
        ),
        (".", "Expected a file for the library, came a folder"),
        ("/dev/null/library.sqlite", "The library's folder cannot be made"),
    ],
)
def test_a_place_that_cannot_be_used_is_one_sentence(where: str, told: str) -> None:
    with pytest.raises(LibraryError, match=told) as caught:
        open_library(where)
    assert "secret" not in str(caught.value) and "\n" not in str(caught.value)


def test_a_file_of_another_kind_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Not a library. " * 100, encoding="utf-8")
    with pytest.raises(LibraryError, match=r"notes.txt: .* it is no SQLite file.*\(file is not a database\)"):
        open_library(path)
    assert path.read_text(encoding="utf-8") == "Not a library. " * 100


def test_another_programs_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE articles (id INTEGER)")
    with pytest.raises(LibraryError, match=r"came tables of another program \(articles\)"):
        open_library(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("articles",)]


def test_a_library_opens_twice_and_keeps_what_it_has(where: str) -> None:
    with open_library(where) as library:
        library.add(many(3), who="Ani")
    with open_library(where) as library:
        assert len(library.articles()) == 3


def test_an_older_library_is_brought_forward(where: str) -> None:
    with open_library(where) as library:
        library.add(many(3), who="Ani")
    step = ("ALTER TABLE articles ADD COLUMN mood TEXT", "UPDATE articles SET mood = 'calm'")
    engine = engine_at(where)
    for _ in range(2):
        migrate(engine, steps=(*STEPS, step))
    with reading(engine) as connection:
        assert connection.execute(text("SELECT mood FROM articles")).scalars().all() == ["calm"] * 3
    engine.dispose()
    with pytest.raises(
        LibraryError, match=rf"Expected a library of version {LATEST} or before, came {LATEST + 1}; update"
    ):
        open_library(where)


def test_a_library_of_version_1_is_read_with_its_english_sentences(where: str) -> None:
    """Messages were English sentences then, and annotations were called marks."""
    with open_library(where) as library:
        library.add([one_reading()], who="Ani")
    older = (
        "ALTER TABLE articles RENAME COLUMN annotations TO marks",
        "UPDATE articles SET published_basis = 'The line “{1}”.'",
        """UPDATE articles SET problems = '[["One."], ["Two.", "One."]]'""",
        "UPDATE drafts SET date_basis = 'The date is written in full.'",
        "UPDATE meta SET value = '1'",
    )
    engine = engine_at(where)
    with writing(engine) as connection:
        for statement in older:
            connection.exec_driver_sql(statement)
        (marks,) = connection.exec_driver_sql("SELECT CAST(marks AS TEXT) FROM articles").scalars()
        sentence = json.dumps(
            json.loads(marks) | {"dates": [json.loads(marks)["dates"][0] | {"basis": "Day."}]}
        )
        connection.execute(text("UPDATE articles SET marks = :marks"), {"marks": sentence})
    engine.dispose()
    with open_library(where) as library:
        found = library.reading(int(library.articles()["article_id"][0]))
        assert list(map(str, library.articles()["problems"][0])) == ["One.", "Two."]
        assert (str(found.article.published_basis), str(found.dates[0].basis)) == ("The line “{1}”.", "Day.")
        assert list(map(str, library.drafts()["date_basis"])) == ["The date is written in full."] * 2
        assert localize("ru", library.drafts()["date_basis"][0]) == "Дата написана полностью."


def test_a_step_that_fails_changes_nothing(where: str) -> None:
    open_library(where).close()
    engine = engine_at(where)
    broken = ("ALTER TABLE articles ADD COLUMN mood TEXT", "UPDATE nothing SET mood = 'calm'")
    with pytest.raises(LibraryError, match="nothing"):
        migrate(engine, steps=(*STEPS, broken))
    migrate(engine)
    with reading(engine) as connection, pytest.raises(Exception, match="mood"):
        connection.execute(text("SELECT mood FROM articles"))
    engine.dispose()
