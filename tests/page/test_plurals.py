"""Things are counted as each language counts them, in the catalogues as in the browser."""

from __future__ import annotations

from typing import Any

import pytest
from babel import Locale

from geo.language import catalogue
from tests.cases import cases


@pytest.mark.parametrize(
    "case",
    cases("plurals"),
    ids=lambda case: f"{case['lang']} {case['number']}",
)
def test_a_number_has_its_form(case: dict[str, Any]) -> None:
    lang, number = case["lang"], case["number"]
    assert Locale(lang).plural_form(number) == case["category"]
    if lang != "en":
        assert catalogue(lang).plural(number) == case["form"]
