"""The panel without a browser: the selected event, many events, the window, the languages."""

from __future__ import annotations

import pytest

from geo.page.panel.story import MOST_EVENTS
from geo.when import Window
from tests.page.test_app import address, opened, words

SHUSHA = "2020-11-08-shusha"


def listed(page: object) -> list[str]:
    """The ids of the events listed in the panel, in order."""
    bodies = [element.proto.body for element in page.get("html")]  # type: ignore[attr-defined]
    parts = " ".join(bodies).split('data-event="')[1:]
    return [part.partition('"')[0] for part in parts]


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ({"region": "shusha", "date": "2020-11-10"}, ""),
        ({"region": "shusha", "date": "2003-01-01"}, "The selected event, outside the days shown"),
        ({"region": "baku", "date": "2020-11-10"}, "The selected event, of another region"),
        (
            {"region": "baku", "date": "2003-01-01"},
            "The selected event, of another region and outside the days shown",
        ),
        ({"region": "", "date": "2003-01-01"}, "The selected event, outside the days shown"),
        ({"region": "shusha", "date": "2020-11-10", "window": "1"}, "outside the days shown"),
    ],
)
def test_a_linked_event_is_marked_and_comes_first_if_it_is_not_of_these(
    query: dict[str, str], why: str
) -> None:
    page = opened(event=SHUSHA, **query)
    assert address(page)["event"] == SHUSHA
    html = " ".join(element.proto.body for element in page.get("html"))
    assert html.count('aria-current="true"') == 1
    assert f'data-event="{SHUSHA}" aria-current="true"' in html
    assert why in words(page)
    assert ("The selected event" in words(page)) == bool(why)
    if why:
        assert listed(page)[0] == SHUSHA


@pytest.mark.parametrize(
    ("box", "value"), [("region", "baku"), ("lang", "az"), ("window", None), ("beside", "hy")]
)
def test_only_another_day_or_region_drops_the_event(box: str, value: str | None) -> None:
    page = opened(event=SHUSHA, region="shusha", date="2020-11-10")
    chosen = page.selectbox(key=box)
    (chosen.select(value) if value else chosen.select_index(0)).run()
    assert not page.exception
    assert ("event" in address(page)) == (box != "region")


def test_of_many_events_the_newest_come_first_and_more_on_request() -> None:
    page = opened(date="2023-12-31", region="nkao", window="all")
    first = listed(page)
    assert len(first) == MOST_EVENTS
    assert page.button(key="more").label == "Show 40 more events"
    page.button(key="more").click().run()
    assert listed(page)[: len(first)] == first
    assert len(listed(page)) == MOST_EVENTS + 40
    page.selectbox(key="region").select("kalbajar").run()
    assert len(listed(page)) <= MOST_EVENTS


def test_a_brushed_window_shows_its_days_until_another_is_chosen() -> None:
    page = opened(window="2020-09-27..2020-11-09")
    assert page.selectbox(key="window").options[0] == "27 September – 9 November 2020"
    assert "Events, 27 September – 9 November 2020" in words(page)
    page.selectbox(key="window").select(Window(30)).run()
    assert "window" not in address(page)
    assert "Events, 27 October – 25 November 2020" in words(page)
    assert page.selectbox(key="window").options[0] == "this day"


def test_names_beside_come_in_a_fixed_order_without_the_language_of_the_page() -> None:
    page = opened(lang="hy")
    assert page.selectbox(key="beside").options == ["չկա", "Azərbaycanca", "English", "Русский"]
    page.selectbox(key="beside").select("ru").run()
    assert address(page)["beside"] == "ru"
    page.selectbox(key="beside").select("").run()
    assert "beside" not in address(page)


@pytest.mark.parametrize(("lang", "area"), [("en", "2,040"), ("az", "2.040"), ("ru", "2\xa0040")])
def test_numbers_are_written_as_the_language_writes_them(lang: str, area: str) -> None:
    html = " ".join(element.proto.body for element in opened(lang=lang).get("html"))
    assert area in html


@pytest.mark.parametrize("lang", ["az", "hy", "ru"])
def test_the_records_texts_are_marked_as_english(lang: str) -> None:
    html = " ".join(element.proto.body for element in opened(lang=lang).get("html"))
    assert html.count('class="english"') == 1
    assert '<h4 lang="en"><button' in html
