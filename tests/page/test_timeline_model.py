"""What the timeline sends to the browser: cut to the range, in order, control as shares."""

from datetime import date

import pytest

from geo.languages import LANGUAGES
from geo.page.timeline import timeline_words
from geo.page.timeline.model import (
    Era,
    Segment,
    TimelineRegion,
    control_steps,
    day_number,
    doubt,
    payload,
)
from tests.page.toy_timeline import FIRST, LAST, event, toy_model


@pytest.mark.parametrize(
    ("day", "number"),
    [("1970-01-01", 0), ("1970-01-02", 1), ("1969-12-31", -1), ("2000-02-29", 11016)],
)
def test_days_are_counted_from_1970(day, number):
    assert day_number(date.fromisoformat(day)) == number


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [
        ("1999-12-30", "1999-12-31", None),
        ("1999-12-30", "2000-01-01", ("2000-01-01", "2000-01-01")),
        ("2000-01-01", "2000-01-05", ("2000-01-01", "2000-01-05")),
        ("2003-12-31", "2004-02-01", ("2003-12-31", "2003-12-31")),
        ("2004-01-01", "2004-01-01", None),
    ],
)
def test_events_are_cut_to_the_range(start, end, kept):
    rows = payload(toy_model(events=(event("x", start, end),)), FIRST, LAST)["events"]
    expected = [[day_number(date.fromisoformat(day)) for day in kept]] if kept else []
    assert [row[:2] for row in rows] == expected


def test_events_come_by_day_then_id():
    shuffled = tuple(event(key, day) for key, day in
                     (("z", "2001-01-01"), ("b", "2002-01-01"), ("a", "2002-01-01")))
    rows = payload(toy_model(events=shuffled), FIRST, LAST)["events"]
    assert [row[5] for row in rows] == ["z", "a", "b"]


@pytest.mark.parametrize(
    ("start", "end", "prec", "first", "last"),
    [
        ("2001-06-10", "", 1, "2001-06-10", "2001-06-10"),
        ("2001-06-10", "2001-07-02", 1, "2001-06-10", "2001-07-02"),
        ("2001-06-10", "", 2, "2001-06-07", "2001-06-13"),
        ("2001-06-10", "2001-06-11", 2, "2001-06-10", "2001-06-11"),
        ("2001-06-10", "", 3, "2001-06-07", "2001-06-13"),
        ("2001-06-10", "", 4, "2001-06-01", "2001-06-30"),
        ("2001-11-27", "2002-02-01", 4, "2001-11-01", "2002-02-28"),
        ("2001-06-10", "", 5, "2001-01-01", "2001-12-31"),
    ],
)
def test_a_date_is_in_doubt_as_far_as_it_is_known(start, end, prec, first, last):
    uncertain = event("x", start, end, prec=prec)
    span = doubt(uncertain)
    assert (str(span.start), str(span.last)) == (first, last)
    (row,) = payload(toy_model(events=(uncertain,)), FIRST, LAST)["events"]
    assert row[-2:] == [day_number(date.fromisoformat(day)) for day in (first, last)]


def test_a_row_names_its_event_and_says_when_in_words():
    known = event("x", "2001-06-10", prec=4, when="June 2001")
    (row,) = payload(toy_model(events=(known,)), FIRST, LAST)["events"]
    assert row[7:9] == ["x", "June 2001"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_is_there(lang):
    words = timeline_words(lang)
    texts = [value for value in vars(words).values() if isinstance(value, str)]
    texts += [*words.option_names.values(), *words.option_values.values()]
    texts += [text for row in words.help_rows for text in row]
    assert all(texts)
    assert len(words.months) == len(words.months_short) == len(words.month_names) == 12
    for month, names in zip(words.months, words.month_names, strict=True):
        assert month in names


def test_the_id_names_the_content():
    ids = {payload(toy_model(), FIRST, LAST)["id"], payload(toy_model(), FIRST, LAST)["id"]}
    assert len(ids) == 1
    assert payload(toy_model(events=()), FIRST, LAST)["id"] not in ids


@pytest.mark.parametrize(
    ("areas", "expected"),
    [
        ({"E1": 200}, [("2000-01-01", [(0, "held", 1)])]),
        (
            {"W1": 300, "W2": 100},
            [
                ("2000-01-01", [(0, "held", 1)]),
                ("2001-06-01", [(0, "contested", 0.25), (0, "held", 0.75)]),
                ("2001-07-01", [(1, "held", 1)]),
            ],
        ),
    ],
)
def test_control_is_shared_by_area(areas, expected):
    steps = control_steps(areas, toy_model(), FIRST, LAST)
    starts = [day_number(date.fromisoformat(day)) for day, _ in expected]
    assert [step[0] for step in steps] == starts
    assert [[tuple(share) for share in step[2]] for step in steps] == [s for _, s in expected]


def test_control_steps_tile_the_range():
    for steps in payload(toy_model(), FIRST, LAST)["control"].values():
        edges = [edge for step in steps for edge in step[:2]]
        assert edges[0] == day_number(FIRST)
        assert edges[-1] == day_number(LAST) + 1
        assert edges[1:-1:2] == edges[2::2]
        assert all(sum(share for *_, share in step[2]) == pytest.approx(1) for step in steps)


def test_a_region_without_units_has_no_strip():
    assert set(payload(toy_model(), FIRST, LAST)["control"]) == {"", "west", "east"}


def test_everything_that_cannot_be_drawn_is_named_at_once():
    wrong = toy_model(
        eras=(Era("back", date(2001, 1, 1), date(2001, 1, 1), "Back"),),
        events=(event("late", "2001-01-02", "2001-01-01"), event("odd", "2001-01-01", type="odd")),
        regions={"west": TimelineRegion("West", {"W9": 1.0})},
        units={"W1": (Segment(FIRST, None, "green"),)},
    )
    with pytest.raises(ValueError) as caught:
        payload(wrong, FIRST, LAST)
    for name in ("era back", "event late", "event odd", "'odd'", "'green'", "'W9'"):
        assert name in str(caught.value)
