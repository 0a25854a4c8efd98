"""The page without a browser: what it shows for a link, and what its boxes and buttons do."""

from __future__ import annotations

import html
import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from geo import Atlas
from geo.page.templates import plain
from tests.serving import ROOT


def opened(**query: str) -> AppTest:
    """The page as a link with these keys opens it."""
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in query.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception
    return page


def words(page: AppTest) -> str:
    """Everything the page shows as HTML or Markdown, without the tags."""
    bodies = [element.proto.body for element in page.get("html")]
    text = re.sub(r"<[^>]+>", " ", " ".join(bodies))
    return re.sub(r"\s+", " ", html.unescape(text))


def address(page: AppTest) -> dict[str, str]:
    """The address bar's keys."""
    return {
        key: value[0] if isinstance(value, list) else value
        for key, value in page.query_params.items()
    }


def sent_view(page: AppTest) -> str:
    """The script that tells the map its view."""
    (component,) = page.get("component_instance")
    return str(json.loads(component.proto.json_args)["feature_group"])


def test_the_page_opens_on_the_seed() -> None:
    page = opened()
    assert page.subheader[0].value == "Kalbajar District"
    assert address(page) == {"date": "2020-11-25", "region": "kalbajar"}
    told = words(page)
    assert "Held on 25 November 2020 by" in told
    assert "Azerbaijan since 25 November 2020" in told
    assert "units of the Azerbaijan Army entered the Kalbajar region on Nov. 25" in told
    assert "Ministry of Defence of Azerbaijan" in told and "A News Turkish media" in told


@pytest.mark.parametrize(
    ("date", "region", "heading", "parts"),
    [
        (
            "1993-04-10",
            "kalbajar",
            "Kalbajar District",
            [
                "Armenian forces since 3 April 1993 (sources: 2–5 April 1993)",
                "Events, 12 March – 10 April 1993",
                "1991",
                "Our records differ",
            ],
        ),
        (
            "2023-09-25",
            "khankendi",
            "Khankendi / Stepanakert \\(city\\)",
            ["Contested", "since 20 September 2023"],
        ),
        (
            "1988-03-01",
            "nkao",
            "Nagorno\\-Karabakh \\(former NKAO\\)",
            ["Soviet Union since before 1 January 1988, when the records begin"],
        ),
        (
            "2020-10-17",
            "ganja",
            "Ganja \\(city\\)",
            ["No data: the records follow who held what", "Ganja"],
        ),
        (
            "2003-06-01",
            "lachin",
            "Lachin District",
            ["That is not a statement that nothing happened"],
        ),
        ("2026-02-17", "aghdara", "Aghdara District", ["Azerbaijan since"]),
    ],
)
def test_a_link_opens_its_day_and_region(
    date: str, region: str, heading: str, parts: list[str]
) -> None:
    page = opened(date=date, region=region)
    assert page.subheader[0].value == heading
    assert address(page) == {"date": date, "region": region}
    told = words(page)
    for part in parts:
        assert part in told, part


def test_every_region_has_a_panel_on_a_crowded_day(real: Atlas) -> None:
    page = opened(date="2020-11-10", window="365")
    for region_id, row in real.regions.iterrows():
        page.selectbox(key="region").select(region_id).run()
        assert not page.exception, region_id
        assert page.subheader[0].value == plain(row["name_en"])
        assert address(page)["region"] == region_id
        assert ("No data: the records follow" in words(page)) == (not row["unit_ids"])


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"date": "1993-13-45"}, "'1993-13-45' is not a day"),
        ({"date": "2030-01-01"}, "There is no data for 2030-01-01"),
        ({"region": "<img src=x onerror=alert(1)>"}, "is not one of the atlas"),
        ({"lang": "tlh"}, "is not one of en, az, hy, ru"),
    ],
)
def test_a_mangled_link_is_told_in_one_sentence(query: dict[str, str], told: str) -> None:
    page = opened(**query)
    (warning,) = page.warning
    assert plain(told) in warning.value
    assert address(page) == {"date": "2020-11-25", "region": "kalbajar"}
    page.run()
    assert not page.warning


def test_the_region_box_does_what_a_click_does() -> None:
    page = opened()
    page.selectbox(key="region").select("shusha").run()
    assert page.subheader[0].value == "Shusha District"
    assert address(page)["region"] == "shusha"
    assert '"region": "shusha"' in sent_view(page).replace('":"', '": "')


def test_no_region_shows_all_of_them() -> None:
    page = opened(region="")
    assert page.subheader[0].value == "All regions"
    assert "Azerbaijan 11,777" in words(page)


def test_earlier_and_later_events_are_a_press_away() -> None:
    page = opened(date="2003-06-01", region="lachin")
    page.button(key="later").click().run()
    later = address(page)
    assert later["date"] > "2003-06-01" and later["event"].startswith(later["date"])
    page.button(key="earlier").click().run()
    assert address(page)["date"] < "2003-06-01"
    assert address(page)["event"] != later["event"]


def test_nothing_later_is_no_data_not_no_events() -> None:
    page = opened(date="2026-02-17", region="zangilan")
    assert any("After that day there is no data" in caption.value for caption in page.caption)


@pytest.mark.parametrize(
    ("lang", "heading", "day"),
    [
        ("az", "Kəlbəcər rayonu", "25 noyabr 2020"),
        ("hy", "Քելբաջարի շրջան", "25 նոյեմբերի 2020"),
        ("ru", "Кельбаджарский район", "25 ноября 2020"),
    ],
)
def test_names_and_dates_come_in_the_chosen_language(lang: str, heading: str, day: str) -> None:
    page = opened(lang=lang)
    assert page.subheader[0].value == heading
    assert day in words(page)
    assert address(page)["lang"] == lang


def test_a_click_the_map_reports_itself_is_heard_once() -> None:
    page = opened()
    page.session_state["map"] = {"kind": "select", "region": "zangilan", "count": 1}
    page.run()
    assert page.subheader[0].value == "Zangilan District"
    page.session_state["map"] = {"kind": "select", "region": "zangilan", "count": 1}
    page.selectbox(key="region").select("barda").run()
    assert page.subheader[0].value == "Barda District"


@pytest.mark.parametrize(
    "report",
    [
        None,
        7,
        {"kind": "select"},
        {"kind": "select", "region": "<b>", "count": 2},
        {"kind": "select", "region": ["x"], "day": "soon", "count": 3},
    ],
)
def test_a_strange_report_from_the_map_harms_nothing(report: object) -> None:
    page = opened()
    page.session_state["map"] = report
    page.run()
    assert not page.exception


def test_a_rerun_sends_the_map_a_view_and_no_shapes() -> None:
    page = opened()
    (component,) = page.get("component_instance")
    assert len(component.proto.json_args) < 8_000
    before = json.loads(component.proto.json_args)["script"]
    page.selectbox(key="region").select("shusha").run()
    (component,) = page.get("component_instance")
    assert json.loads(component.proto.json_args)["script"] == before


def test_a_folder_with_faults_is_shown_as_a_list(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not page.exception
    assert page.error[0].value == "The data folder cannot be shown."
    assert "datapackage.json" in page.code[0].value
