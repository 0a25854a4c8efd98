"""Names in a language without columns in the tables: read, held to the tables, English where they lack."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from geo import check, translations
from geo.atlas import load_atlas
from geo.folder import inspect
from geo.languages import BY_CODE, Language
from geo.names import display_name
from geo.translations import __main__ as command
from geo.translations.__main__ import main
from tests.toy import write_toy
from tests.toy_tables import toy_tables

HEADER = "table,id,column,english,text"
WEST = "regions,west,name,west (en),Okcidento"


@pytest.fixture(autouse=True)
def esperanto(monkeypatch: pytest.MonkeyPatch) -> None:
    """Esperanto as a further language."""
    language = Language("eo", "Esperanto", around="ĉirkaŭ {}", avoided="malamik|okup", alphabet="a b c ĉ")
    monkeypatch.setitem(BY_CODE, "eo", language)
    for module in (translations, command, check):
        monkeypatch.setattr(module, "FURTHER_LANGUAGES", ("eo",))


def toy_with(folder: Path, rows: Sequence[str], *, file: str = "eo.csv", header: str = HEADER) -> Path:
    """The toy world with a file of translations."""
    write_toy(folder)
    path = folder / "translations" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return folder


def test_what_is_translated_is_shown_and_the_rest_in_english(tmp_path: Path) -> None:
    term = "terms,event_type capture,name,capture (en),Kapto"
    atlas = load_atlas(toy_with(tmp_path, [WEST, term, "units,W,name,Unit W (en),"]))
    assert display_name(atlas.regions.loc["west"], "eo") == "Okcidento"
    assert display_name(atlas.regions.loc["east"], "eo") == "east (en)"
    assert display_name(atlas.terms.loc[("event_type", "capture")], "eo") == "Kapto"
    assert set(atlas.on(atlas.last).units["name_eo"]) == {"Unit W (en)", "Unit M (en)", "Unit E (en)"}


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("regions,north,name,North,Nordo", "(id regions north name): expected a text of the tables"),
        ("regions,west,note,,Nordo", "english: expected text, came nothing"),
        ("rivers,araz,name,Araz,Arakso", "expected a text of the tables, came 'rivers araz name'"),
        ("regions,east,name,east (en),Malamiko", "text: expected words that take no side, came 'Malamik'"),
        ("regions,west,name,west (en),Denove", "expected each id once, came that of row 2 again"),
        ("regions,east,name", "expected 5 cells, came 3"),
    ],
)
def test_a_row_that_cannot_stand_is_named(tmp_path: Path, row: str, sentence: str) -> None:
    (problem,) = inspect(toy_with(tmp_path, [WEST, row])).problems
    assert str(problem).startswith("translations/eo.csv row 3")
    assert sentence in str(problem)


@pytest.mark.parametrize(
    ("file", "header", "sentence"),
    [
        ("eo.csv", "id,text", "translations/eo.csv row 1: expected the columns table,id,column"),
        ("az.csv", HEADER, "translations/az.csv: expected <code>.csv of a further language (eo)"),
        ("eo.tsv", HEADER, "translations/eo.tsv: expected <code>.csv of a further language (eo)"),
    ],
)
def test_a_file_that_cannot_stand_is_named(tmp_path: Path, file: str, header: str, sentence: str) -> None:
    (problem,) = inspect(toy_with(tmp_path, [], file=file, header=header)).problems
    assert sentence in str(problem)


def test_the_check_lists_what_is_to_translate_and_is_content(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = "regions,east,name,the east,Oriento"
    assert check.main([str(toy_with(tmp_path, [WEST, changed]))]) == 0
    out = capsys.readouterr().out
    assert "translations/eo.csv: 4 rows of regions.csv to translate: 'centre, east, whole, capital'" in out
    assert "translations/eo.csv: 3 rows of units.csv to translate" in out
    assert "python -m geo.translations eo writes these rows" in out


def test_the_command_writes_what_lacks_and_keeps_what_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toy_with(tmp_path, [WEST, "regions,gone,name,Gone,Foririnta", "regions,east,name,old name,Oriento"])
    assert main(["--data", str(tmp_path)]) == 1
    counted = int(capsys.readouterr().out.removeprefix("translations/eo.csv: ").split()[0])
    lines = (tmp_path / "translations" / "eo.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == HEADER and WEST in lines
    assert "regions,east,name,old name,Oriento" in lines
    assert "regions,centre,name,centre (en)," in lines
    assert not any("gone" in line for line in lines)
    open_rows = [line for line in lines if line.endswith(",")]
    assert counted == len(open_rows) + 1
    assert inspect(tmp_path).problems == []


def test_the_command_knows_only_languages_of_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["az"]) == 1
    assert "az: expected a language of geo/languages.py without columns" in capsys.readouterr().out


def test_every_text_of_the_tables_can_be_translated(tmp_path: Path) -> None:
    tables = toy_tables()
    named = sum(len(rows) for name, rows in tables.items() if rows and "name_en" in rows[0])
    assert main(["--data", str(toy_with(tmp_path, []))]) == 1
    lines = (tmp_path / "translations" / "eo.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) - 1 == named
