"""The box's own rules in the browser: folding as Python folds, what matches, which dates are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from geo import Atlas
from geo.names import fold
from geo.page.search.model import index_bytes, search_index
from tests.serving import ROOT

pytestmark = pytest.mark.browser

SCRIPTS = ("fold.js", "match.js", "dates.js")
FOUND = """(typed) => findIn(index.entries, typed).hits
  .map(({ entry, name }) => [entry.kind, entry.id, name])"""
ODD = (
    "İsmayıl", "ISMAYIL", "Straße", "Ёлка", "Եվլախ", "և", "Ա և Բ", "L’Étoile", "№ 5", "½", "10²", "ﬁ",
    "Σας", "🙂",
)  # fmt: skip


@pytest.fixture(scope="module")
def scripts(browser: Browser, real: Atlas) -> Iterator[Page]:
    """A blank page with the rules and the real index in English; the tests change nothing in it."""
    page = browser.new_page()
    for name in SCRIPTS:
        page.add_script_tag(content=(ROOT / "geo/page/search" / name).read_text(encoding="utf-8"))
    raw = json.loads(index_bytes(search_index(real, "en")))
    page.evaluate("(raw) => { window.index = readIndex(raw) }", raw)
    yield page
    page.close()


def found(page: Page, typed: str) -> list[tuple[str, str, str]]:
    """Kind, id and matched spelling of every row, best first."""
    return [tuple(row) for row in page.evaluate(FOUND, typed)]


def test_both_sides_fold_every_name_alike(scripts: Page, real: Atlas) -> None:
    names = sorted({*real.names["name"], *real.events["title"], *ODD})
    names += [name for row in real.settlements["variants"] for name in row]
    names += [name for lang in ("en", "az", "hy", "ru") for name in real.settlements[f"name_{lang}"]]
    assert scripts.evaluate("(names) => names.map(fold)", names) == [fold(name) for name in names]
    words = scripts.evaluate("(names) => names.map((name) => foldedWords(name).join(''))", names)
    assert words == [fold(name) for name in names]


@pytest.mark.parametrize(
    "typed",
    [
        "Kalbajar", "kalbajar", "Kəlbəcər", "Kelbecer", "KELBADJAR", "Карвачар", "кельбаджар", "Քարվաճառ",
        "karvachar", "Karva-char", " kal bajar ", "Քելբաջարի", "Kalbajar District",
    ],
)  # fmt: skip
def test_kalbajar_is_first_by_any_name(scripts: Page, typed: str) -> None:
    assert found(scripts, typed)[0][:2] == ("region", "kalbajar")


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("Martuni", ["region khojavend", "place khojavend", "place martuni_gegharkunik"]),
        ("Varanda", ["region fuzuli", "place fuzuli", "place garadaghli"]),
        ("Shahumyan", ["region goranboy", "place shahumyan"]),
        ("Tovuz", ["region tovuz"]),
        ("Tavush", ["region am-tavush"]),
        ("Stepanakret", ["region khankendi", "place khankendi"]),
        ("Shsuha", ["region shusha", "place shusha"]),
        ("Qubodli", ["region qubadli", "place qubadli"]),
    ],
)
def test_all_that_a_name_may_mean_comes_first(scripts: Page, typed: str, ids: list[str]) -> None:
    rows = [f"{kind} {entry_id}" for kind, entry_id, _ in found(scripts, typed)]
    assert set(rows[: len(ids)]) == set(ids)


@pytest.mark.parametrize(
    ("typed", "kind", "entry_id", "name"),
    [
        ("umutlu", "settlement", "aknaberd", "Umutlu"),
        ("cathedral shusha", "event", "2020-10-08-ghazanchetsots", None),
        ("44 day", "era", "forty_four_days", "44-day war"),
        ("44 gunluk", "era", "forty_four_days", "44 günlük müharibə"),
        ("chetsots", "event", "2020-10-08-ghazanchetsots", None),
    ],
)
def test_settlements_eras_and_events_are_found(
    scripts: Page, typed: str, kind: str, entry_id: str, name: str | None
) -> None:
    row = found(scripts, typed)[0]
    assert row[:2] == (kind, entry_id)
    assert name in (None, row[2])


@pytest.mark.parametrize(
    "typed", ["", "  ", "-", "xyzzy", "qqqq", "<img src=x>", "kalbajar xyzzy", "shusa xyzzy"]
)
def test_what_is_nothing_finds_nothing(scripts: Page, typed: str) -> None:
    assert found(scripts, typed) == []


def test_rows_are_few_and_the_rest_is_counted(scripts: Page) -> None:
    result: dict[str, Any] = scripts.evaluate("(typed) => findIn(index.entries, typed)", "a")
    kinds = [hit["entry"]["kind"] for hit in result["hits"]]
    assert max(kinds.count(kind) for kind in set(kinds)) == 8
    assert result["total"] > len(kinds)


def test_the_important_event_stands_before_the_others(scripts: Page, real: Atlas) -> None:
    events = [entry_id for kind, entry_id, _ in found(scripts, "shusha") if kind == "event"]
    rows = [real.events.loc[event] for event in events]
    weights = [(-row["importance"], row["date_start"]) for row in rows]
    assert len(weights) == 8
    assert weights == sorted(weights)


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("kelbajar", "kalbajar", True),
        ("kalbaja", "kalbajar", True),
        ("kalbajarr", "kalbajar", True),
        ("kablajar", "kalbajar", True),
        ("kalbajar", "kalbajar", True),
        ("kablajra", "kalbajar", False),
        ("kalba", "kalbajar", False),
        ("baklajar", "kalbajar", False),
        ("kaxyajar", "kalbajar", False),
    ],
)
def test_one_slip_is_forgiven_and_two_are_not(scripts: Page, one: str, other: str, like: bool) -> None:
    assert scripts.evaluate("([one, other]) => oneSlip(one, other)", [one, other]) is like


@pytest.mark.parametrize(
    ("typed", "day", "prec"),
    [
        ("1993-04-10", "1993-04-10", "day"),
        ("1993 4 10", "1993-04-10", "day"),
        ("10.04.1993", "1993-04-10", "day"),
        ("10/4/1993", "1993-04-10", "day"),
        ("10 April 1993", "1993-04-10", "day"),
        ("April 10, 1993", "1993-04-10", "day"),
        ("10th apr 1993", "1993-04-10", "day"),
        ("10 aprel 1993-cü il", "1993-04-10", "day"),
        ("10 апреля 1993 года", "1993-04-10", "day"),
        ("1993 թ. ապրիլի 10", "1993-04-10", "day"),
        ("April 1993", "1993-04-01", "month"),
        ("апрель 1993", "1993-04-01", "month"),
        ("Ապրիլ 1993", "1993-04-01", "month"),
        ("iyul 1992", "1992-07-01", "month"),
        ("1993-04", "1993-04-01", "month"),
        ("1993", "1993-01-01", "year"),
    ],
)
def test_dates_are_read_in_four_languages(scripts: Page, typed: str, day: str, prec: str) -> None:
    assert scripts.evaluate("(typed) => typedDate(typed, index.months)", typed) == {"day": day, "prec": prec}


@pytest.mark.parametrize(
    "typed",
    [
        "", "1993-02-30", "1993-13-01", "31 April 1993", "44", "April", "ju 1993", "10 1993 4 2",
        "Shusha 1992", "19930410", "1993 2020",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(scripts: Page, typed: str) -> None:
    assert scripts.evaluate("(typed) => typedDate(typed, index.months)", typed) is None


@pytest.mark.parametrize(
    ("day", "prec", "within"),
    [
        ("1988-01-01", "day", "1988-01-01"),
        ("1987-12-31", "day", None),
        ("2026-02-17", "day", "2026-02-17"),
        ("2026-02-18", "day", None),
        ("2026-01-01", "year", "2026-01-01"),
        ("2026-03-01", "month", None),
        ("1987-01-01", "year", None),
    ],
)
def test_dates_outside_the_records_are_refused(
    scripts: Page, day: str, prec: str, within: str | None
) -> None:
    got = scripts.evaluate("(date) => dateWithin(date, index)", {"day": day, "prec": prec})
    assert (got and got["day"]) == within
