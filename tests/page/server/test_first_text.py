"""What is read before any script has come: the view of the address, in its language, and nothing but text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from geo import Atlas
from geo.languages import LANGUAGES
from geo.page import loaded
from geo.page.server.first_text import first_text


@pytest.fixture(autouse=True)
def shipped(real: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    """The data we ship, loaded once."""
    monkeypatch.setattr(loaded, "shipped_atlas", lambda: real)


@pytest.mark.parametrize(
    ("query", "lang", "said"),
    [
        ({}, "en", ["25 November 2020", "Kalbajar District", "Azerbaijan", "since 25 November 2020"]),
        ({"date": "1994-06-01", "region": "lachin"}, "en", ["1 June 1994", "Armenian forces", "May 1992"]),
        ({"lang": "ru"}, "ru", ["25 ноября 2020", "Кельбаджарский район", "Карабах"]),
        ({"region": "nkao", "date": "1993-04-10"}, "en", ["10 April 1993", "Armenian forces", "%"]),
        ({"region": ""}, "en", ["All regions", "%"]),
        ({"region": "baku"}, "en", ["Baku", "25 November 2020"]),
        ({"date": "1988-01-01"}, "en", ["since before 1 January 1988, when the records begin"]),
    ],
)
def test_it_says_day_place_and_holder(query: dict[str, str], lang: str, said: list[str]) -> None:
    text = first_text("", query)
    assert text.lang == lang
    for words in said:
        assert words in text.html.replace("\xa0", " "), words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_says_what_the_atlas_is(lang: str) -> None:
    text = first_text("", {"lang": lang})
    assert text.description in text.html
    assert "1988" in text.description and "2026" in text.description
    if lang != "en":
        assert text.description != first_text("", {}).description


def test_another_page_says_what_the_atlas_is_and_nothing_of_a_day() -> None:
    text = first_text("chronicle", {"lang": "en"})
    assert text.description in text.html and "2020" not in text.html


@pytest.mark.parametrize(
    "query",
    [
        {"date": "2020-13-45"},
        {"date": "[Log in](https://evil.example)"},
        {"date": "0001-01-01"},
        {"region": "</div><script>alert(1)</script>"},
        {"region": "![](https://evil.example/t.png)"},
        {"lang": "xx"},
        {"window": "0001-01-01..9999-12-31x"},
        {"event": "'\"><img src=x onerror=alert(1)>"},
        {"nothing": "of ours", "date": "\x00"},
        {"date": "2020-11-25" * 1000},
    ],
)
def test_mangled_values_give_the_default(query: Mapping[str, str]) -> None:
    assert first_text("", query) == first_text("", {})


def test_the_data_cannot_become_markup(real: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "<script>alert(1)</script>"
    changed = replace(
        real, regions=real.regions.assign(name_en=hostile), events=real.events.assign(title=hostile)
    )
    monkeypatch.setattr(loaded, "shipped_atlas", lambda: changed)
    html = first_text("", {}).html
    assert html.count("&lt;script&gt;") == 2
    assert "<script>" not in html
