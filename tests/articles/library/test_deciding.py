"""Decisions as a log: confirm, edit, reject, undo; nothing is overwritten."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from geo.articles.library import Library, LibraryError
from tests.articles.library.readings import reading


@pytest.fixture
def ids(library: Library) -> list[int]:
    """Two drafts: the first dated, the second without a date."""
    library.add([reading()], who="Ani")
    return list(library.drafts()["draft_id"])


def states(library: Library) -> list[str]:
    """The drafts' states in order."""
    return list(library.drafts()["state"])


def test_confirm_those_that_can_stand_and_tell_of_the_others(library: Library, ids: list[int]) -> None:
    decided = library.decide(ids, "confirmed", who="Ani")
    assert states(library) == ["confirmed", "proposed"] and len(decided.decision_ids) == 1
    assert len(decided.problems) == 1
    assert str(decided.problems[0]) == (
        f"draft {ids[1]}: First day: expected a day, came nothing; give it in changes."
    )


def test_a_date_in_the_changes_lets_it_stand(library: Library, ids: list[int]) -> None:
    decided = library.decide(
        ids[1:], "confirmed", who="Ani", changes={"date_start": date(1993, 4, 1), "date_prec": 4}
    )
    assert decided.problems == () and states(library) == ["proposed", "confirmed"]
    draft = library.drafts().iloc[1]
    assert (draft["date_start"], draft["date_prec"], draft["edited"]) == (date(1993, 4, 1), 4, True)


def test_undo_gives_back_what_stood_before(library: Library, ids: list[int]) -> None:
    library.decide(ids[:1], "confirmed", who="Ani", changes={"importance": 3})
    second = library.decide(ids[:1], "confirmed", who="Bəy", changes={"importance": 4, "title": "West"})
    assert library.drafts().iloc[0][["importance", "title"]].tolist() == [4, "West"]
    assert library.undo(second.decision_ids, who="Ani") == second.decision_ids
    assert library.drafts().iloc[0][["importance", "title"]].tolist() == [3, None]
    assert library.undo(second.decision_ids, who="Ani") == ()
    assert library.undo(who="Bəy") == ()
    assert len(library.undo(who="Ani")) == 1
    assert states(library) == ["proposed", "proposed"]


def test_undo_without_ids_takes_back_the_whole_last_call(library: Library, ids: list[int]) -> None:
    library.decide(ids[:1], "rejected", who="Ani")
    library.decide(ids, "rejected", who="Ani")
    assert len(library.undo(who="Ani")) == 2
    assert states(library) == ["rejected", "proposed"]


def test_the_log_only_grows(library: Library, ids: list[int]) -> None:
    before: list[tuple[object, ...]] = []
    for act in (
        lambda: library.decide(ids, "rejected", who="Ani"),
        lambda: library.decide(ids[:1], "confirmed", who="Bəy", changes={"title": "West"}),
        lambda: library.undo(who="Bəy"),
        lambda: library.undo(who="Ani"),
    ):
        act()
        log = library.decisions().drop(columns="undone_by")
        rows = [tuple(map(str, row)) for row in log.itertuples(index=False)]
        assert rows[: len(before)] == before and len(rows) > len(before)
        before = rows
    assert list(library.decisions()["what"]) == ["rejected"] * 2 + ["confirmed"] + ["undone"] * 3
    assert isinstance(library.decisions()["at"][0], datetime)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"region_ids": ("atlantis",)}, "Regions: expected ids of regions.csv, came 'atlantis'"),
        ({"region_ids": ()}, "Regions: expected ids, came nothing"),
        ({"event_type": "invasion"}, "Type: expected one of capture, ceasefire"),
        ({"date_end": date(2020, 11, 1)}, "Last day: expected a day from 2020-11-25, came 2020-11-01"),
        ({"date_prec": 9}, "Known to: expected a number from 1 to 5"),
        (
            {"title": "The occupied town"},
            "Title, in your words: expected words that take no side, came 'occupied'",
        ),
        ({"latitude": 95.0}, "latitude: expected a number from -90 to 90"),
    ],
)
def test_changes_that_cannot_stand_are_told(
    library: Library, ids: list[int], changes: dict[str, object], told: str
) -> None:
    decided = library.decide(ids[:1], "confirmed", who="Ani", changes=changes)
    assert decided.decision_ids == () and told in str(decided.problems[0])
    assert states(library) == ["proposed", "proposed"] and library.decisions().empty


@pytest.mark.parametrize(
    ("decision", "changes", "told"),
    [
        ("maybe", None, "decision: expected one of confirmed, rejected, came 'maybe'"),
        ("rejected", {"title": "West"}, "Changes go with a confirmation"),
        (
            "confirmed",
            {"sentence": "Other words."},
            "changes: expected one of region_ids, .* came 'sentence'",
        ),
        (
            "confirmed",
            {"date_start": "2020-11-25"},
            "date_start: expected one of date, None, came '2020-11-25'",
        ),
        ("confirmed", {"status": "perhaps"}, "status: expected one of reported, claimed"),
    ],
)
def test_a_wrong_call_decides_nothing(
    library: Library, ids: list[int], decision: str, changes: dict[str, object] | None, told: str
) -> None:
    with pytest.raises(LibraryError, match=told):
        library.decide(ids, decision, who="Ani", changes=changes)
    assert library.decisions().empty


def test_an_unknown_id_decides_nothing(library: Library, ids: list[int]) -> None:
    with pytest.raises(LibraryError, match="No draft 99999 is in the library"):
        library.decide([*ids, 99999], "rejected", who="Ani")
    with pytest.raises(LibraryError, match="No decision 99999 can be undone"):
        library.undo([99999], who="Ani")
    assert library.decisions().empty


def test_an_undo_cannot_be_undone(library: Library, ids: list[int]) -> None:
    library.decide(ids, "rejected", who="Ani")
    library.undo(who="Ani")
    with pytest.raises(LibraryError, match="can be undone"):
        library.undo([int(library.decisions()["decision_id"].iloc[-1])], who="Ani")


def test_an_excerpt_follows_its_draft_until_it_is_edited(library: Library, ids: list[int]) -> None:
    excerpt_ids = list(library.excerpts()["excerpt_id"])
    library.decide(ids[:1], "confirmed", who="Ani", changes={"date_start": date(2020, 11, 24)})
    assert library.excerpts()["date_start"][0] == date(2020, 11, 24)
    decided = library.decide(
        excerpt_ids[:1], "confirmed", who="Ani", kind="excerpt", changes={"quote": "Units entered West"}
    )
    assert decided.problems == ()
    assert library.excerpts(state="confirmed")["quote"].tolist() == ["Units entered West"]
    other = library.decide(
        excerpt_ids[:1], "confirmed", who="Ani", kind="excerpt", changes={"quote": "Units fled West"}
    )
    assert "expected the article's exact words, came others" in str(other.problems[0])


def test_a_person_describes_an_article(library: Library) -> None:
    article_id = library.add([reading(url=None, publisher=None)], who="Ani").new[0]
    library.describe(article_id, {"publisher": "AZERTAC"}, who="Ani")
    library.describe(article_id, {"url": "https://example.org/x", "published": date(2020, 1, 2)}, who="Ani")
    told = library.articles().iloc[0]
    assert told[["publisher", "affiliation", "url"]].tolist() == [
        "AZERTAC",
        "azerbaijani_state",
        "https://example.org/x",
    ]
    with pytest.raises(LibraryError, match="Whose publisher it is: expected one of"):
        library.describe(article_id, {"affiliation": "martian_state"}, who="Ani")
    with pytest.raises(LibraryError, match=r"Address \(URL\): expected text"):
        library.describe(article_id, {"url": "javascript:alert(1)"}, who="Ani")
    library.undo(who="Ani")
    assert library.articles()["url"][0] is None and library.articles()["publisher"][0] == "AZERTAC"


def test_a_state_that_is_none_is_told(library: Library) -> None:
    with pytest.raises(LibraryError, match="proposed, confirmed, rejected, came 'open'"):
        library.drafts(state="open")
