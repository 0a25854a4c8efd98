"""Typed dates: what is read, what may be two days, what is no date."""

from __future__ import annotations

from typing import Any

import pytest

from geo.typed_dates import parse_typed
from tests.cases import cases


@pytest.mark.parametrize("case", cases("dates"), ids=lambda case: repr(case["text"][:30]))
def test_a_typed_date_has_every_possible_reading_and_no_other(case: dict[str, Any]) -> None:
    readings = parse_typed(case["text"])
    if "start" in case:
        (when,) = readings
        assert (str(when.span.start), str(when.span.end)) == (case["start"], case["end"])
        assert when.prec == case["prec"]
    else:
        assert [str(when.span.start) for when in readings] == case.get("ambiguous", [])
        assert all(when.prec == 1 for when in readings)
