"""Add articles without a browser: bring, read, decide, see it in the atlas, take it back."""

from __future__ import annotations

import html
import io
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from geo.articles.article import NO_DAY
from geo.articles.jobs import Job
from geo.articles.library import open_library
from geo.names import sorted_by_name
from geo.page.articles import upload
from geo.page.articles.ingest import IngestResult, ingest
from geo.page.articles.upload import _workers
from geo.page.articles.waiting import Waiting, waiting
from tests.page.said import every_text
from tests.page.test_app import address, browser_facts, sent, words
from tests.serving import ROOT
from tests.toy import REAL_DATA

SEED = ROOT.parent / "shared" / "seed" / "000_e330eedcb8c69517.txt"
TEXT = """Shells fall on Shusha, officials say
Published: 4 October 2009
Shells fell on the town of Shusha on 3 October 2009, residents said.
Rockets hit the town of Lachin on 2 October 2009, officials said.
Read also: Twelve recipes for pumpkin soup
"""


@pytest.fixture(autouse=True)
def library_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the library of the test lies."""
    file = tmp_path / "library.sqlite"
    monkeypatch.setenv("ATLAS_LIBRARY", str(file))
    return file


def articles(**query: str) -> AppTest:
    """The view "Add articles"."""
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    page.query_params["view"] = "add"
    for key, value in query.items():
        page.query_params[key] = value
    return ran(page)


def ran(page: AppTest) -> AppTest:
    """The page after a run without an exception."""
    page.run()
    assert not page.exception, page.exception
    return page


def paste(page: AppTest, text: str, *, publisher: str = "", url: str = "") -> AppTest:
    """The page after a text was pasted."""
    _field(page.text_area, "text-").set_value(text)
    _field(page.text_input, "publisher-").set_value(publisher)
    _field(page.text_input, "url-").set_value(url)
    page.button(key="read-text").click()
    return ran(page)


def press(page: AppTest, key: str) -> AppTest:
    """The page after the first button whose key starts so was pressed."""
    _field(page.button, key).click()
    return ran(page)


def keys(page: AppTest) -> list[str]:
    """The keys of the page's buttons."""
    return [str(button.key) for button in page.button]


def _field(found, start):  # type: ignore[no-untyped-def]
    return next(element for element in found if str(element.key).startswith(start))


def test_the_atlas_alone_loads_no_reader(library_file: Path) -> None:
    script = (
        "import sys; from streamlit.testing.v1 import AppTest;"
        "page = AppTest.from_file('app.py', default_timeout=60).run(); assert not page.exception;"
        "heavy = [name for name in sys.modules if name.startswith(('geo.articles', 'sqlalchemy'))];"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    assert not library_file.exists()


def test_a_pasted_article_is_shown_with_its_marks() -> None:
    page = paste(articles(), TEXT)
    assert page.query_params["article"] in ("1", ["1"])
    html = " ".join(element.proto.body for element in page.get("html"))
    assert '<mark class="place proposed" title="Shusha District">Shusha</mark>' in html
    assert ">3 October 2009</mark>" in html
    assert '<p dir="auto" class="apart"><span class="why" lang="en">headline of another article<' in html
    told = words(page)
    assert "Proposed: 2" in told and "4 October 2009" in told
    assert "New : no known event" in told


def test_what_is_confirmed_reaches_the_browser_and_leaves_by_undo() -> None:
    page = press(paste(articles(), TEXT, publisher="Example Wire"), "confirm-1")
    assert "your record, confirmed by Reader" in words(page)
    assert sent(page)["header"]["visit"] == 0
    press(page, "see-1")
    assert sent(page)["header"]["visit"] == 1
    assert address(page) == {"date": "2009-10-03", "region": "shusha"}
    facts, texts = browser_facts(page)
    (event,) = (event for event in facts["events"] if event["own"])
    assert (event["start"], event["regions"]) == ("2009-10-03", ["shusha"])
    assert texts["sources"][event["sources"][0]]["own"]
    assert "Shells fell on the town of Shusha on 3 October 2009, residents said." in [
        excerpt["quote"] for excerpt in texts["excerpts"].values() if excerpt.get("own")
    ]
    press(page, "undo-1")
    assert not any(event["own"] for event in browser_facts(page)[0]["events"])


@pytest.mark.skipif(not SEED.is_file(), reason="the seed article lies beside the repository")
def test_the_seed_matches_the_events_we_have() -> None:
    page = paste(articles(), SEED.read_text(encoding="utf-8"))
    told = words(page)
    assert "Matches known event Azerbaijani army enters handed-over Kalbajar" in told
    assert "background" in told
    press(page, "confirm-all")
    assert "0 to decide" in words(page)
    press(page, "see-1")
    facts, texts = browser_facts(page)
    (event,) = (event for event in facts["events"] if event["id"] == "2020-11-25-kalbajar")
    assert any(texts["sources"][source].get("own") for source in event["sources"])


def test_all_are_rejected_and_taken_back_at_once() -> None:
    page = press(paste(articles(), TEXT), "reject-all")
    assert words(page).count("rejected by Reader") == 2
    press(page, "undo")
    assert "Proposed: 2" in words(page) and "rejected by" not in words(page)


@pytest.mark.parametrize("opened_again", [False, True])
def test_one_undo_takes_back_what_one_press_did(library_file: Path, opened_again: bool) -> None:
    """Also where the page was opened again in between: then the session knows of no press."""
    page = paste(articles(), TEXT)
    page = press(page, "confirm-1")
    with open_library(library_file, data=REAL_DATA) as library:
        assert len(library.drafts(state="confirmed")) == len(library.excerpts(state="confirmed")) == 1
    page = press(articles(article="1") if opened_again else page, "undo")
    assert "2 decisions taken back." in words(page)
    with open_library(library_file, data=REAL_DATA) as library:
        assert library.drafts(state="confirmed").empty and library.excerpts(state="confirmed").empty


def test_undo_passes_over_what_is_taken_back_already(library_file: Path) -> None:
    page = press(press(paste(articles(), TEXT), "confirm-1"), "confirm-2")
    page = press(press(page, "undo-2"), "undo")
    assert "2 decisions taken back." in words(page)
    with open_library(library_file, data=REAL_DATA) as library:
        assert library.drafts(state="confirmed").empty


def test_a_button_says_what_it_undoes() -> None:
    page = press(press(paste(articles(), TEXT), "confirm-1"), "reject-2")
    labels = [button.label for button in page.button if button.label.startswith("Undo")]
    assert labels == [
        "Undo last press",
        "Undo confirmation",
        "Undo confirmation of quotation",
        "Undo rejection",
        "Undo rejection of quotation",
    ]


def test_edits_hold_and_the_name_is_noted(library_file: Path) -> None:
    page = paste(articles(), TEXT)
    page.text_input(key="who").set_value("Ani")
    ran(page)
    press(page, "edit-1")
    page.text_input(key="title-1").set_value("A shop burned")
    page.selectbox(key="status-1").set_value("denied")
    press(page, "save-1")
    assert "A shop burned" in words(page) and "confirmed by Ani" in words(page)
    with open_library(library_file, data=REAL_DATA) as library:
        event = library.confirmed_events().iloc[0]
        assert (event["title"], event["tags"]) == ("A shop burned", ("own", "denied"))
        assert set(library.decisions()["who"]) == {"Ani"}


def test_the_regions_to_choose_from_stand_in_the_alphabet_of_the_page() -> None:
    page = press(paste(articles(lang="az"), TEXT), "edit-1")
    options = page.multiselect(key="regions-1").options
    assert options == sorted_by_name(options, "az")
    assert options[-1].startswith("Zəngilan")


def test_a_title_that_takes_a_side_is_refused_in_a_sentence() -> None:
    page = press(paste(articles(), TEXT), "edit-1")
    page.text_input(key="title-1").set_value("Town liberated")
    press(page, "save-1")
    assert "expected words that take no side" in words(page)
    assert "confirmed by" not in words(page)


def test_a_draft_without_a_day_asks_for_one() -> None:
    page = paste(articles(), "Troops captured the town of Shusha after heavy fighting, officials said.")
    assert "no day given" in words(page)
    assert "confirm-1" not in keys(page)
    press(page, "confirm-all")
    assert "First day: expected a day, came nothing" in words(page)
    press(page, "edit-1")
    page.date_input(key="first-1").set_value(date(1992, 5, 8))
    press(page, "save-1")
    assert "confirmed by Reader" in words(page)


def test_what_cannot_be_read_is_told_in_one_sentence_each() -> None:
    page = articles()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b.txt", "")
    page.file_uploader[0].set_value(
        [
            ("pack.zip", packed.getvalue(), "application/zip"),
            ("again.txt", TEXT.encode(), "text/plain"),
            ("nul.txt", b"\x00\x00\x00", "text/plain"),
            ("word.docx", _docx(), "application/octet-stream"),
            ("broken.pdf", b"%PDF-1.4 nothing", "application/pdf"),
        ]
    )
    ran(page)
    told = words(page)
    assert "1 added, 1 already in your library, 4 to know of" in told
    for name in ("pack.zip/b.txt: ", "nul.txt: ", "word.docx: ", "broken.pdf: "):
        assert name in told


def test_files_dropped_while_others_are_read_are_read_behind_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """The run that reads is stopped after its first document, as Streamlit stops it when a file is added."""
    page, shown, read = articles(), [], []

    def show(bar: object, lang: str, came: Waiting, share: float) -> None:
        shown.append(upload._progress(came, lang))
        if len(shown) == 1:
            st.stop()

    def noted(job: Job, *given: object, **more: object) -> IngestResult:
        assert waiting().lock.locked()
        read.append((job.name, more["skip"]))
        return ingest(job, *given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(upload, "_show_progress", show)
    monkeypatch.setattr(upload, "ingest", noted)
    files = [(f"{letter}.txt", f"{TEXT} {letter}.".encode(), "text/plain") for letter in "ab"]
    page.file_uploader[0].set_value(files)
    ran(page)
    ran(page)
    assert "2 added" in words(page)
    assert read == [("a.txt", 0), ("a.txt", 1), ("b.txt", 0)]
    assert shown[0] == "Read: 1. Files left to read: 2. Keep this page open until they are read."
    assert shown[1] == "Read: 2. Files left to read: 1. Keep this page open until they are read."


def test_a_file_is_listed_by_its_own_name() -> None:
    """Browsers send a quotation mark in the name of a file as %22."""
    page = articles()
    page.file_uploader[0].set_value([("a<b>&%22quote'.txt", b"", "text/plain")])
    assert "a<b>&\"quote'.txt: The file is empty." in html.unescape(words(ran(page)))


@pytest.mark.parametrize(
    ("text", "url", "told"),
    [
        ("", "", "The file is empty."),
        ("   \n", "", "The file is empty."),
        (TEXT, "javascript:alert(1)", "is not a web address"),
    ],
)
def test_a_strange_paste_is_told(text: str, url: str, told: str) -> None:
    assert told in words(paste(articles(), text, url=url))


def test_a_remark_stands_once_in_words_of_the_page(library_file: Path) -> None:
    page = paste(articles(), "Rockets hit the town of Lachin on 2 October, officials said.")
    told = words(page)
    assert told.count("The text gives no publication date") == 1
    assert "write it under “Correct what it says of itself”" in told
    assert "--published" not in told
    with open_library(library_file, data=REAL_DATA) as library:
        (article,) = library.articles().to_dict("records")
        assert list(map(str, article["problems"])) == [str(NO_DAY)]


def test_a_mangled_article_in_the_address_is_told() -> None:
    page = articles(article="<img src=x>")
    assert "The library has no article" in words(page)


def test_a_removed_article_is_gone(library_file: Path) -> None:
    page = press(paste(articles(), TEXT), "confirm-all")
    press(page, "remove")
    assert "No article yet" in words(page)
    with open_library(library_file, data=REAL_DATA) as library:
        assert library.articles().empty and library.confirmed_events().empty


def test_a_library_that_is_none_costs_the_atlas_nothing(library_file: Path) -> None:
    library_file.write_text("not a database, and long enough to be read as one " * 30)
    page = ran(AppTest.from_file(str(ROOT / "app.py"), default_timeout=60))
    assert address(page) == {"date": "2020-11-25", "region": "kalbajar"}
    assert "The library cannot be used" in page.warning[0].value.replace("\\", "")
    assert "Your library cannot be used" in words(articles())


def test_a_reader_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    page = articles()
    _workers.clear()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "executable", shutil.which("false"))
        paste(page, TEXT)
    _workers.clear()
    assert "The reader cannot be started" in words(page)
    assert "4 October 2009" in words(paste(page, TEXT))


@pytest.mark.parametrize("broken", [False, True])
def test_no_reader_sees_where_the_library_lies(library_file: Path, broken: bool) -> None:
    if broken:
        library_file.write_text("not a database, and long enough to be read as one " * 30)
    atlas = ran(AppTest.from_file(str(ROOT / "app.py"), default_timeout=60))
    for page in (atlas, articles(), articles() if broken else paste(articles(), TEXT)):
        assert [text for text in every_text(page) if str(library_file.parent) in text] == []


def _docx() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return packed.getvalue()


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8501/", "http://169.254.169.254/latest", "file:///etc/passwd"]
)
def test_a_web_address_of_this_machine_is_not_asked(url: str) -> None:
    page = articles()
    _field(page.text_input, "web-url-").set_value(url)
    page.button(key="read-web").click()
    ran(page)
    told = words(page)
    assert any(part in told for part in ("not a public address", "usual ports", "begin with http://")), told
