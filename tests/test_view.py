"""The view and the address bar."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Atlas
from geo import view as view_module
from geo.view import Key, View, query_from_view, view_from_query
from geo.when import Window, between

WAR = Window(None, between(date(2020, 9, 27), date(2020, 11, 9)))


@pytest.mark.parametrize(
    ("query", "view"),
    [
        ({}, View()),
        ({"date": "1993-04-10", "region": "kalbajar"}, View(date(1993, 4, 10), "kalbajar")),
        ({"date": "2023-09-25", "region": "khankendi"}, View(date(2023, 9, 25), "khankendi")),
        ({"region": ""}, View(region=None)),
        ({"region": "Kəlbəcər rayonu", "lang": "az"}, View(lang="az")),
        ({"lang": "hy", "window": "365"}, View(lang="hy", window=Window(365))),
        ({"date": "1988-01-01"}, View(date(1988, 1, 1))),
        ({"date": "2026-02-17"}, View(date(2026, 2, 17))),
        ({"utm_source": "x"}, View()),
        ({"window": "all"}, View(window=Window(None))),
        ({"window": "2020-09-27..2020-11-09"}, View(window=WAR)),
        (
            {"event": "2020-11-25-kalbajar", "beside": "hy"},
            View(event="2020-11-25-kalbajar", second_language="hy"),
        ),
        ({"compare": "1993-04-10"}, View(compare=date(1993, 4, 10))),
    ],
)
def test_a_link_opens_its_view(real: Atlas, query: dict[str, str], view: View) -> None:
    assert view_from_query(query, real) == (view, [])


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"date": "1993-13-01"}, "'1993-13-01' is not a day"),
        ({"date": "yesterday"}, "is not a day"),
        ({"date": "20201125"}, "is not a day"),
        ({"date": "2020-W48-3"}, "is not a day"),
        ({"date": ""}, "is not a day"),
        ({"region": "atlantis"}, "'atlantis' is not one of the atlas"),
        ({"region": "<script>alert(1)</script>" * 9}, "is not one of the atlas"),
        ({"lang": "xx"}, "'xx' is not one of en, az, hy, ru"),
        ({"window": "-1"}, "is not one of 1, 7, 30, 365, all days"),
        ({"window": "2020-11-09..2020-09-27"}, "is not one of"),
        ({"window": "2020-11-09.."}, "is not one of"),
        ({"event": "no-such"}, "'no-such' is not one of the atlas"),
        ({"compare": "soon"}, "'soon', is not a day"),
        ({"beside": "xx"}, "'xx' is not one of en, az, hy, ru"),
        ({"window": "9" * 5000}, "is not one of"),
        ({"window": "²"}, "is not one of"),
    ],
)
def test_a_mangled_link_gets_a_sentence_and_the_default(
    real: Atlas, query: dict[str, str], told: str
) -> None:
    view, messages = view_from_query(query, real)
    assert view == View()
    assert len(messages) == 1
    assert told in str(messages[0])
    assert len(str(messages[0])) < 200


@pytest.mark.parametrize(
    ("name", "field", "told"),
    [
        ("date", "day", "The link's date 'soon' is not a day; "),
        ("compare", "compare", "The link's day to compare with, 'soon', is not a day; "),
        ("measured", "compare", "The value of the link's key measured, 'soon', is not a day; "),
        ("drawn", "day", "The value of the link's key drawn, 'soon', is not a day; "),
    ],
)
def test_what_is_no_day_is_said_of_the_key_it_stands_under(
    toy: Atlas, monkeypatch: pytest.MonkeyPatch, name: str, field: str, told: str
) -> None:
    monkeypatch.setattr(view_module, "KEYS", (Key(name, field, "day"),))
    _, (message,) = view_from_query({name: "soon"}, toy)
    assert str(message).startswith(told + "a day is written like 2020-11-25.")


@pytest.mark.parametrize(
    ("query", "view"),
    [
        ({"date": "1987-12-31"}, View(date(1988, 1, 1))),
        ({"date": "2030-01-01"}, View(date(2026, 2, 17))),
        ({"date": "0001-01-01"}, View(date(1988, 1, 1))),
        ({"compare": "2090-12-31"}, View(compare=date(2026, 2, 17))),
    ],
)
def test_a_day_outside_the_records_gets_a_sentence_and_the_nearest(
    real: Atlas, query: dict[str, str], view: View
) -> None:
    found, messages = view_from_query(query, real)
    assert found == view
    (message,) = messages
    assert "the records run from 1988-01-01 to 2026-02-17" in str(message)


@pytest.mark.parametrize(
    "view",
    [
        View(),
        View(date(1993, 4, 10), None),
        View(date(2023, 9, 25), "nkao", "hy", Window(7)),
        View(window=WAR, event="2020-11-25-kalbajar", compare=date(1993, 4, 10), second_language="az"),
    ],
)
def test_the_address_bar_brings_the_view_back(real: Atlas, view: View) -> None:
    assert view_from_query(query_from_view(view), real) == (view, [])
