"""The shape of the project, by counting the files of a copy that a change touches."""

from __future__ import annotations

import csv
import filecmp
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import ROOT
from tests.test_contributing import additions

PARTS = ("geo", "data", ".streamlit", "app.py")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project without its tests, to change."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, tmp_path)
    return tmp_path


def touched(copy: Path) -> set[str]:
    """The files of the copy that are new or changed."""
    files = [path for path in copy.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    names = {path.relative_to(copy).as_posix() for path in files}
    return {
        name
        for name in names
        if not (ROOT / name).is_file() or not filecmp.cmp(ROOT / name, copy / name, shallow=False)
    }


def run(copy: Path, *arguments: str) -> str:
    """What Python prints when it runs with these arguments in the copy."""
    variables = os.environ | {"PYTHONPATH": str(copy), "ATLAS_LIBRARY": str(copy.parent / "library.sqlite")}
    command = [sys.executable, "-B", *arguments]
    done = subprocess.run(command, cwd=copy, env=variables, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr and "RuntimeWarning" not in done.stderr, done.stderr
    return done.stdout


def edit(path: Path, before: str, after: str) -> None:
    """Replaces the one place of the file that reads so."""
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times in {path.name}"
    path.write_text(text.replace(before, after), encoding="utf-8")


def append_row(path: Path, **cells: str) -> None:
    """Adds a row to a table."""
    with path.open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, lineterminator="\n").writerow(dict.fromkeys(columns, "") | cells)


IN_ESPERANTO = """
import json
from datetime import date
from streamlit.testing.v1 import AppTest
from geo import load_atlas
from geo.language import say
from geo.names import display_name
from geo.when import format_days
atlas = load_atlas()
page = AppTest.from_file("app.py", default_timeout=60)
page.query_params["lang"] = "eo"
page.run()
print(json.dumps({
    "kalbajar": display_name(atlas.regions.loc["kalbajar"], "eo"),
    "lachin": display_name(atlas.regions.loc["lachin"], "eo"),
    "day": format_days(date(2020, 11, 25), lang="eo"),
    "around": format_days(date(2020, 11, 25), prec=2, lang="eo"),
    "region": say("eo", "Region"),
    "faults": [fault.value for fault in page.exception],
    "lang": page.query_params["lang"],
}))
"""


def test_a_language_touches_the_files_that_contributing_names(copy: Path) -> None:
    _, files = additions()["Add a language"]
    entry = 'Language("eo", "Esperanto", around="ĉirkaŭ {}", avoided="okup", alphabet="a b c ĉ d e"),'
    edit(copy / "geo/languages.py", ")\n\nBY_CODE", f"    {entry}\n)\n\nBY_CODE")
    run(copy, "-m", "geo.translations", "eo")
    untranslated = "regions,kalbajar,name,Kalbajar District,"
    edit(copy / "data/translations/eo.csv", f"{untranslated}\n", f"{untranslated}Kalbaĝaro\n")
    run(copy, "-m", "geo.language", "eo")
    edit(copy / "geo/language/eo.po", 'msgid "Region"\nmsgstr ""', 'msgid "Region"\nmsgstr "Regiono"')
    shutil.copy(copy / "geo/page/about/about.en.md", copy / "geo/page/about/about.eo.md")

    assert touched(copy) == {path.replace("<code>", "eo") for path in files} - {"README.md"}
    checked = run(copy, "-m", "geo.check")
    assert "in order" in checked and "translations/eo.csv: 31 rows of regions.csv to translate" in checked
    shown = json.loads(run(copy, "-c", IN_ESPERANTO))
    assert shown.pop("faults") == []
    assert shown == {
        "kalbajar": "Kalbaĝaro",
        "lachin": "Lachin District",
        "day": "25 Novembro 2020",
        "around": "ĉirkaŭ 25 Novembro 2020",
        "region": "Regiono",
        "lang": "eo",
    }


WITH_A_TYPE = """
import json
from streamlit.testing.v1 import AppTest
from geo import load_atlas
from geo.articles.library.checks import read_vocabulary
atlas = load_atlas()
page = AppTest.from_file("app.py", default_timeout=60)
page.query_params["date"] = "1988-02-20"
page.query_params["event"] = "1988-02-20-nkao-vote"
page.run()
types = atlas.terms.loc["event_type"]
print(json.dumps({
    "politics": list(types["term_id"][types["group"] == "politics"]),
    "asked": read_vocabulary("data").types.get("amnesty"),
    "faults": [fault.value for fault in page.exception],
}))
"""


def test_an_event_type_touches_one_table_if_its_glyph_is_drawn(copy: Path) -> None:
    names = {f"name_{lang}": f"Amnesty ({lang})" for lang in ("en", "az", "hy", "ru")}
    append_row(
        copy / "data/terms.csv",
        vocabulary="event_type",
        term_id="amnesty",
        group="politics",
        symbol="circle-saltire",
        **names,
    )
    assert touched(copy) == {"data/terms.csv"} < set(additions()["Add an event type"][1])
    edit(copy / "data/events.csv", "1988-02-20,1988-02-20,1,political", "1988-02-20,1988-02-20,1,amnesty")
    assert "in order" in run(copy, "-m", "geo.check")
    shown = json.loads(run(copy, "-c", WITH_A_TYPE))
    assert "amnesty" in shown["politics"]
    assert shown["asked"] == "Amnesty (en)"
    assert shown["faults"] == []
