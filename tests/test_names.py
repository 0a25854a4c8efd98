"""Every spelling to its id; ambiguity is an answer."""

from __future__ import annotations

import pytest

from geo import Atlas
from geo.names import Match, fold, names_of
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


def test_names_stand_by_language(real: Atlas) -> None:
    names = names_of(real.names, "region", "kalbajar")
    assert names["az"] == ["Kəlbəcər rayonu"]
    assert "Քարվաճառ" in names["hy"]
    assert set(names) == {"en", "az", "hy", "hy-Latn", "ru"}
