"""Every spelling to its id; ambiguity is an answer."""

from __future__ import annotations

from typing import Any

import pytest

from geo import Atlas
from geo.languages import LANGUAGES
from geo.names import Match, fold, names_of, sorted_by_name
from tests.cases import cases


@pytest.mark.parametrize(
    "spelling",
    [
        "Kalbajar",
        "KALBAJAR",
        "Kəlbəcər",
        "kelbecer",
        "Kelbadjar",
        "Кельбаджар",
        "кельбаджар",
        "Карвачар",
        "Քարվաճառ",
        "Karvachar",
        " Kalbajar ",
        "Kəlbəcər rayonu",
    ],
)
def test_kalbajar_by_any_name(real: Atlas, spelling: str) -> None:
    assert Match("region", "kalbajar") in real.spellings.find(spelling)


@pytest.mark.parametrize(
    ("spelling", "ids"),
    [
        ("west", ("west",)),
        ("new west", ("east", "west")),
        ("NEW-WEST", ("east", "west")),
        ("qerb", ("west",)),
        ("nowhere", ()),
        ("", ()),
    ],
)
def test_one_spelling_may_mean_several_places_or_none(
    toy: Atlas, spelling: str, ids: tuple[str, ...]
) -> None:
    assert tuple(match.id for match in toy.spellings.find(spelling)) == ids


def test_ambiguous_names_of_the_real_world_stay_ambiguous(real: Atlas) -> None:
    assert {match.id for match in real.spellings.find("Varanda")} >= {"fuzuli", "garadaghli"}
    assert {match.id for match in real.spellings.find("Մարտունի")} >= {
        "khojavend",
        "martuni_gegharkunik",
    }


def test_beginnings_find_the_shortest_first(real: Atlas) -> None:
    found = real.spellings.starting("kalb")
    assert found[0].id == "kalbajar"
    assert real.spellings.starting("") == ()


@pytest.mark.parametrize("case", cases("folding"), ids=lambda case: repr(case["text"]))
def test_folding_drops_marks_and_case(case: dict[str, str]) -> None:
    assert fold(case["text"]) == case["fold"]


@pytest.mark.parametrize("case", cases("sorting"), ids=lambda case: f"{case['lang']} {case['sorted'][0]}")
def test_names_stand_in_the_alphabet_of_their_language(case: dict[str, Any]) -> None:
    names, lang = case["sorted"], case["lang"]
    assert sorted_by_name(reversed(names), lang) == names
    assert sorted_by_name(sorted(names), lang) == names


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["", "Şuşa", "☃ 5²", "Ⅳ", "漢字", "e\u0301", "\u0301", "ß", "İ", "\u200b"])
def test_any_text_has_its_place(lang: str, text: str) -> None:
    assert sorted_by_name([text, "Z"], lang) == sorted_by_name(["Z", text], lang)


def test_names_stand_by_language(real: Atlas) -> None:
    names = names_of(real.names, "region", "kalbajar")
    assert names["az"] == ["Kəlbəcər rayonu"]
    assert "Քարվաճառ" in names["hy"]
    assert set(names) == {"en", "az", "hy", "hy-Latn", "ru"}
