"""The page without a browser: what it opens with for a link, and what it sends the browser."""

from __future__ import annotations

import gzip
import html
import json
import re
from typing import Any
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from geo.page.templates import plain
from geo.web.served import cache_folder
from tests.serving import ROOT

INSTRUMENTS = {"header", "opening", "timeline", "choices", "comparison", "panel", "tables"}


def opened(**query: str) -> AppTest:
    """The page as a link with these keys opens it."""
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in query.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception
    return page


def sent(page: AppTest) -> dict[str, dict[str, Any]]:
    """What each instrument was sent, by its name."""
    found = {}
    for element in page.get("bidi_component"):
        name = element.proto.component_name.removeprefix("atlas_")
        found[name] = json.loads(element.proto.json)
    return found


def address(page: AppTest) -> dict[str, str]:
    """The keys of the view that the browser opens with and writes into the address bar."""
    return dict(parse_qsl(sent(page)["header"]["query"], keep_blank_values=True))


def words(page: AppTest) -> str:
    """Everything the page shows as HTML, without the tags."""
    bodies = [element.proto.body for element in page.get("html")]
    text = re.sub(r"<[^>]+>", " ", " ".join(bodies))
    return re.sub(r"\s+", " ", html.unescape(text))


def browser_facts(page: AppTest) -> tuple[dict[str, Any], dict[str, Any]]:
    """The facts and the later texts that the browser fetches, in the page's language."""
    data = sent(page)["header"]
    names = [data["files"][kind][data["lang"]] for kind in ("facts", "texts")]
    facts, texts = (json.loads(gzip.decompress((cache_folder() / name).read_bytes())) for name in names)
    return facts, texts


def test_the_page_opens_on_the_seed_with_every_instrument() -> None:
    page = opened()
    assert set(sent(page)) == INSTRUMENTS
    assert address(page) == {"date": "2020-11-25", "region": "kalbajar"}
    assert not page.warning


@pytest.mark.parametrize(
    "query",
    [
        {"date": "1993-04-10", "region": "kalbajar"},
        {"date": "1988-03-01", "region": "nkao", "lang": "hy"},
        {"date": "2020-10-17", "region": "", "window": "all"},
        {"date": "2020-12-01", "region": "lachin", "compare": "2020-09-27", "second_language": "ru"},
        {
            "date": "2020-11-08",
            "region": "shusha",
            "event": "2020-11-08-shusha",
            "window": "2020-09-27..2020-11-09",
        },
    ],
)
def test_a_link_opens_its_view(query: dict[str, str]) -> None:
    page = opened(**query)
    assert address(page) == query
    assert not page.warning


def test_an_older_link_names_the_second_language_as_it_used_to() -> None:
    assert address(opened(beside="az"))["second_language"] == "az"


@pytest.mark.parametrize(
    ("query", "told", "shown"),
    [
        ({"date": "1993-13-45"}, "'1993-13-45' is not a day", {}),
        ({"date": "2030-01-01"}, "There is no data for 2030-01-01", {"date": "2026-02-17"}),
        ({"date": "2026-06-01"}, "Showing 2026-02-17", {"date": "2026-02-17"}),
        ({"date": "1977-06-01"}, "Showing 1988-01-01", {"date": "1988-01-01"}),
        ({"region": "<img src=x onerror=alert(1)>"}, "is not one of the atlas", {}),
        ({"lang": "tlh"}, "is not one of en, az, hy, ru", {}),
        ({"window": "0001-01-01..9999-12-31x"}, "is not one of 1, 7, 30, 365, all days", {}),
        ({"compare": "soon"}, "is not a day", {}),
    ],
)
def test_a_mangled_link_is_told_in_one_sentence(
    query: dict[str, str], told: str, shown: dict[str, str]
) -> None:
    page = opened(**query)
    (warning,) = page.warning
    assert plain(told) in warning.value
    assert address(page) == {"date": "2020-11-25", "region": "kalbajar"} | shown
    page.run()
    assert not page.warning


@pytest.mark.parametrize("key", ["date", "region", "lang", "window", "event", "compare", "second_language"])
@pytest.mark.parametrize(
    "value", ["[Log in](https://evil.example)", "![](https://evil.example/t.png)", "`$x$` :red[x] <b>x</b>"]
)
def test_the_text_of_a_link_is_never_markdown(key: str, value: str) -> None:
    (warning,) = opened(**{key: value}).warning
    assert value[:9] not in warning.value


@pytest.mark.parametrize(
    ("lang", "title", "link"),
    [
        ("en", "Karabakh Atlas", "Add articles"),
        ("az", "Qarabağ atlası", "Məqalə əlavə et"),
        ("hy", "Ղարաբաղի ատլաս", "Ավելացնել հոդվածներ"),
        ("ru", "Атлас Карабаха", "Добавить статьи"),
    ],
)
def test_the_page_is_written_in_the_language_of_the_link(lang: str, title: str, link: str) -> None:
    page = opened(lang=lang)
    assert page.title[0].value == title
    assert link in [element.proto.label for element in page.get("page_link")]
    assert {data["lang"] for data in sent(page).values()} == {lang}


def test_a_language_that_the_browser_tells_is_the_pages() -> None:
    page = opened()
    page.session_state["atlas-header"] = {"lang": "ru"}
    page.session_state["lang"] = "ru"
    page.run()
    assert page.title[0].value == "Атлас Карабаха"


def test_a_run_sends_addresses_and_a_query_and_no_facts() -> None:
    page = opened()
    for name, data in sent(page).items():
        assert len(json.dumps(data)) < 1_500, name
    (component,) = page.get("component_instance")
    before = json.loads(component.proto.json_args)["script"]
    assert len(component.proto.json_args) < 6_000
    page.run()
    (component,) = page.get("component_instance")
    assert json.loads(component.proto.json_args)["script"] == before


def test_a_folder_with_faults_is_shown_as_a_list(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not page.exception
    assert page.error[0].value == "The data folder cannot be shown."
    assert "datapackage.json" in page.code[0].value
    assert page.code[0].proto.wrap_lines, "what to write stands at the end of a long line"
