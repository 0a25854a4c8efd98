"""What a reader uploads is read in a process of its own and saved a document at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from geo.articles.jobs import Job
from geo.articles.library import Library, open_library
from geo.articles.workers import Limits, Workers
from geo.page.articles.ingest import IngestResult, ingest, pasted
from geo.page.articles.waiting import Waiting
from tests.articles.made import zip_of
from tests.toy import REAL_DATA

GOOD = b"Azerbaijani units entered the Lachin district on 1 December 2020, the Defense Ministry said."


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    """One worker that hangs where a text asks it to, for two seconds at most."""
    read = "tests.articles.odd_reader:read"
    with Workers(REAL_DATA, limits=Limits(seconds=4), read=read) as opened:
        yield opened


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library of the test's own."""
    with open_library(tmp_path / "library.sqlite", data=REAL_DATA) as opened:
        yield opened


def test_a_document_that_hangs_is_said_and_the_others_are_saved(workers: Workers, library: Library) -> None:
    packed = zip_of({"a.txt": GOOD, "b.txt": b"Hang on, said the text.", "c.txt": GOOD + b" It was quiet."})
    steps: list[tuple[int, float]] = []
    result = ingest(
        Job("a.zip", packed), workers, library, who="me", progress=lambda *step: steps.append(step)
    )
    assert len(result.new) == len(library.articles()) == 2
    (refusal,) = map(str, result.refused)
    assert refusal == "a.zip/b.txt: It was not read to the end: it takes longer than 4 seconds."
    assert [done for done, _ in steps] == [1, 2, 3]
    assert steps[-1][1] == 1.0


def test_pasted_text_has_what_its_reader_says_of_it(workers: Workers, library: Library) -> None:
    day = date(2020, 12, 2)
    job, problems = pasted(GOOD.decode(), publisher=" A Paper ", url="news.example", published=day)
    assert [str(problem) for problem in problems] == ["'news.example' is not a web address; write https://…"]
    ingest(job, workers, library, who="me")
    (article,) = library.articles().to_dict("records")
    assert (article["publisher"], article["published"], article["url"]) == ("A Paper", day, None)


def test_what_is_there_already_is_not_saved_twice(workers: Workers, library: Library) -> None:
    first = ingest(Job("a.txt", GOOD), workers, library, who="me")
    again = ingest(Job("b.txt", GOOD), workers, library, who="me")
    assert (again.new, again.already) == ([], first.new)


def test_a_reading_that_is_stopped_goes_on_behind_what_is_saved(workers: Workers, library: Library) -> None:
    """What stops it raises where it draws, as Streamlit does when the page is used while it reads."""
    packed = Job("a.zip", zip_of({f"{letter}.txt": GOOD + letter.encode() for letter in "abc"}))
    total, steps = IngestResult(), []

    def stopped(done: int, share: float) -> None:
        steps.append(done)
        if done == 2 and len(steps) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(packed, workers, library, who="me", progress=stopped, into=total)
    assert len(total.new) == len(library.articles()) == 2
    ingest(packed, workers, library, who="me", progress=stopped, into=total, skip=2)
    assert (len(total.new), total.already, steps) == (3, [], [1, 2, 3])


def test_what_the_reader_takes_back_is_not_read() -> None:
    waiting = Waiting()
    for name in ("file a", "text b", "file c", "file a"):
        waiting.add(name, partial(Job, name))
    waiting.read = 2
    waiting.leave_only(["file c"], start="file ")
    assert waiting.read == 0
    assert [job().name for job in waiting.each()] == ["text b", "file c"]
    waiting.add("file c", partial(Job, "file c"))
    assert not waiting.jobs
