"""Adding, finding again, versions, hostile text; on SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from geo.articles.library import Added, Known, Library, LibraryError
from geo.articles.library.save import MOST_CHARACTERS
from geo.articles.model import Article, Claim, Draft, Excerpt, Reading, Sentence
from tests.articles.library.readings import drafts_of_many, many, reading

MODEL = {
    Reading: "article mentions dates drafts excerpts problems",
    Article: "name text headline publisher agency published published_basis language sentences "
    "set_apart datelines url problems",
    Draft: "sentence region_ids first last prec date_basis event_type status claim background "
    "placed_by_context inherited_date event_ids",
    Sentence: "start end text paragraph",
    Excerpt: "region_id quote draft",
    Claim: "name affiliation",
}


@pytest.mark.parametrize("record", MODEL, ids=lambda record: record.__name__)
def test_the_library_knows_every_field_of_the_reader(record: type) -> None:
    assert {field.name for field in fields(record)} == set(MODEL[record].split())


def test_a_reading_comes_back_as_it_was(library: Library) -> None:
    brought = reading()
    added = library.add([brought], who="Ani")
    assert added == Added(new=added.new)
    assert library.reading(added.new[0]) == brought
    kept = library.articles().iloc[0]
    assert (kept["added_by"], kept["headline"], kept["proposed"]) == ("Ani", "Officials speak of West", 2)
    assert kept["agency_affiliation"] == "azerbaijani_state"


def test_an_excerpt_may_have_another_voice_than_its_draft(library: Library) -> None:
    brought = reading()
    spoken = replace(brought.drafts[0], claim=Claim("AZERTAC", "azerbaijani_state"))
    brought = replace(brought, excerpts=(replace(brought.excerpts[0], draft=spoken),))
    library.add([brought], who="Ani")
    assert library.reading(1) == brought and len(library.drafts()) == 2
    assert library.excerpts()["claimant"].tolist() == ["AZERTAC"]
    library.decide([1], "confirmed", who="Ani", changes={"claimant": "Someone"})
    assert library.excerpts()["claimant"].tolist() == ["Someone"]


def test_a_date_that_the_text_does_not_give_stays_null(library: Library) -> None:
    library.add([reading()], who="Ani")
    assert list(library.drafts()["date_start"]) == [date(2020, 11, 25), None]
    assert list(library.drafts()["date_prec"]) == [1, None]


@pytest.mark.parametrize(
    "again",
    [
        reading(),
        reading(name="b.txt", url="https://other.org/copy"),
        reading(name="b.txt", url=None),
        reading(("Units  entered\u200f West on\n25 November.", "Shells fell on Centre.")),
    ],
    ids=["the same", "another address", "no address", "other spacing and unseen marks"],
)
def test_the_same_text_twice_is_one_article(library: Library, again: Reading) -> None:
    first = library.add([reading()], who="Ani").new[0]
    second = library.add([again], who="Bəy")
    assert second == Added(already=(Known(again.article.name, first),))
    assert len(library.articles()) == 1 and len(library.drafts()) == 2


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://example.org/news/1", True),
        ("http://www.Example.org/news/1/?utm_source=x&fbclid=y#top", True),
        ("https://example.org/news/1?page=2", False),
        ("https://example.org/News/1", False),
        (None, False),
        ("javascript:alert(1)", False),
    ],
)
def test_another_text_under_a_known_address_is_its_next_version(
    library: Library, url: str | None, same: bool
) -> None:
    first = library.add([reading()], who="Ani").new[0]
    added = library.add([reading(("Corrected.",), name="b.txt", url=url)], who="Ani")
    assert added.versions == ((Known("b.txt", first),) if same else ())
    kept = library.articles().set_index("article_id")
    assert list(kept["version"]) == ([1, 2] if same else [1, 1])
    assert kept.loc[added.new[0], "version_of"] == (first if same else None)


def test_hundreds_stream_in_with_progress(library: Library) -> None:
    seen: list[int] = []
    added = library.add(many(60), who="Ani", progress=seen.append)
    assert seen == list(range(1, 61)) and len(added.new) == 60
    assert len(library.drafts()) == len(library.excerpts()) == drafts_of_many(60)


def test_what_came_before_a_failing_reader_is_kept(library: Library) -> None:
    def breaks() -> object:
        yield from many(3)
        raise RuntimeError("the reader broke")

    with pytest.raises(RuntimeError, match="the reader broke"):
        library.add(breaks(), who="Ani")  # type: ignore[arg-type]
    assert len(library.articles()) == 3


HOSTILE = {
    "nul": "Before\x00after.",
    "half a pair": "Before\ud83dafter.",
    "right to left": "Before \u202eafter\u202c \u200f.",
    "emoji": "Before 👩‍👩‍👧 🇦🇲🇦🇿 after.",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "sql": "Robert'); DROP TABLE articles;--",
    "composed apart": "Ke\u0301lb\u0259c\u0259r",
}


@pytest.mark.parametrize("sentence", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_stays_text(library: Library, sentence: str) -> None:
    raw = "\ufeff" + sentence
    added = library.add([reading((sentence,))], originals=[raw], who=sentence)
    shown = sentence.replace("\x00", "␀").replace("\ud83d", "�")
    assert library.original(added.new[0]) == raw
    assert library.reading(added.new[0]) == reading((shown,))
    assert library.articles()["added_by"][0] == shown
    assert library.drafts()["sentence"][0] == library.excerpts()["quote"][0] == shown


def test_without_an_original_the_text_is_kept_exactly(library: Library) -> None:
    brought = reading(("Before\x00after.",))
    added = library.add([brought], who="Ani")
    assert library.original(added.new[0]) == brought.article.text


def test_a_hundred_thousand_letters_of_address_are_no_trouble(library: Library) -> None:
    library.add([reading(url="https://example.org/" + "a" * 100_000)], who="Ani")
    assert len(library.articles()["url"][0]) == 100_020


def test_two_hundred_megabytes_are_refused_in_one_sentence(library: Library) -> None:
    huge = replace(reading(), article=replace(reading().article, text="a" * 200_000_000))
    added = library.add([huge, reading(name="b.txt")], who="Ani")
    assert [str(problem) for problem in added.problems] == [
        f"a.txt: expected at most {MOST_CHARACTERS:,} characters, came 200,000,000; "
        "cut it into its articles.",
    ]
    assert len(added.new) == 1


def test_an_article_without_text_is_refused(library: Library) -> None:
    empty = replace(reading(), article=replace(reading().article, text=" \n\u200f\x00"))
    added = library.add([empty], who="Ani")
    assert [str(problem) for problem in added.problems] == [
        "a.txt: expected the text of an article, came none; nothing was kept of it."
    ]


@pytest.mark.parametrize("quote", ["Words of no one.", "so " * 61], ids=["not exact", "too long"])
def test_a_quotation_that_is_not_exact_and_short_is_left_out(library: Library, quote: str) -> None:
    brought = reading(("so " * 61,)) if quote.startswith("so") else reading()
    wrong = replace(brought, excerpts=(replace(brought.excerpts[0], quote=quote), *brought.excerpts[1:]))
    added = library.add([wrong], who="Ani")
    assert len(added.problems) == 1 and "left out" in str(added.problems[0])
    assert len(library.excerpts()) == len(brought.excerpts) - 1


def test_remove_takes_everything_of_one_article(library: Library) -> None:
    first, second = library.add(many(2), who="Ani").new
    library.decide(library.drafts(first)["draft_id"], "confirmed", who="Ani")
    library.undo(who="Ani")
    library.remove(first)
    assert list(library.articles()["article_id"]) == [second]
    assert set(library.drafts()["article_id"]) == set(library.excerpts()["article_id"]) == {second}
    assert library.decisions().empty
    with pytest.raises(LibraryError, match=f"No article {first} is in the library"):
        library.remove(first)


def test_ids_of_removed_articles_are_not_used_again(library: Library) -> None:
    first = library.add(many(1), who="Ani").new[0]
    library.remove(first)
    assert library.add(many(1), who="Ani").new[0] > first


def test_the_stamp_changes_with_every_change(library: Library) -> None:
    stamps = [library.stamp()]
    article_id = library.add([reading()], who="Ani").new[0]
    stamps.append(library.stamp())
    library.decide(library.drafts()["draft_id"], "rejected", who="Ani")
    stamps.append(library.stamp())
    library.undo(who="Ani")
    stamps.append(library.stamp())
    library.remove(article_id)
    stamps.append(library.stamp())
    assert len(set(stamps[:4])) == 4 and stamps[4] == stamps[0]


def test_a_nameless_person_adds_nothing(library: Library) -> None:
    with pytest.raises(LibraryError, match="expected a name, came nothing"):
        library.add([reading()], who=" ")
