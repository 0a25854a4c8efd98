"""Documents are read in a process of its own: what hangs, grows or dies costs itself and nothing else."""

from __future__ import annotations

import json
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.articles.jobs import Job
from geo.articles.workers import Limits, NotStartedError, Workers
from tests.articles.made import zip_of
from tests.toy import REAL_DATA

GOOD = "Azerbaijani units entered the Lachin district on 1 December 2020, the Defense Ministry said."


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    """One worker whose reader does as the text asks; a document has four seconds and 300 MB."""
    limits = Limits(seconds=4, megabytes=300)
    with Workers(REAL_DATA, limits=limits, read="tests.articles.odd_reader:read") as opened:
        yield opened


@pytest.mark.parametrize(
    ("word", "refusal"),
    [
        ("Hang", "It was not read to the end: it takes longer than 4 seconds."),
        ("Grow", "It was not read: it takes more memory than one article may."),
        ("Die", "It was not read: the reader broke off at it."),
        ("Stumble", "It could not be read (OverflowError)."),
        ("Speak", ""),
    ],
)
def test_a_document_that_goes_wrong_costs_only_itself(workers: Workers, word: str, refusal: str) -> None:
    files = {"a.txt": GOOD, "b.txt": f"{word} {GOOD}", "c.txt": f"{GOOD} It was quiet."}
    packed = zip_of({name: text.encode() for name, text in files.items()})
    results = list(workers.results(Job("a.zip", packed)))
    assert [result.raw.name for result in results] == ["a.zip/a.txt", "a.zip/b.txt", "a.zip/c.txt"]
    assert ["; ".join(map(str, result.refusal)) for result in results] == ["", refusal, ""]
    assert [round(result.share, 2) for result in results] == [0.33, 0.67, 1.0]
    assert results[2].reading.drafts[0].region_ids == ("lachin",)


def test_two_in_a_row_may_hang(workers: Workers) -> None:
    lines = "\n".join(json.dumps({"text": text}) for text in ("Hang on.", "Hang on.", GOOD))
    results = list(workers.results(Job("a.jsonl", lines.encode())))
    assert [bool(result.refusal) for result in results] == [True, True, False]


def test_a_worker_stays_warm_and_is_replaced_only_when_lost(workers: Workers) -> None:
    def process() -> int:
        (result,) = workers.results(Job("pid.txt", GOOD.encode()))
        assert not result.refusal
        idle = workers._idle.queue[-1]
        assert idle is not None
        return idle._process.pid

    first = process()
    assert process() == first
    list(workers.results(Job("a.txt", b"Hang on.")))
    assert process() != first


def test_who_stops_listening_stops_the_reading(workers: Workers) -> None:
    lines = "\n".join(json.dumps({"text": f"{GOOD} {number}"}) for number in range(500))
    results = workers.results(Job("a.jsonl", lines.encode()))
    next(results)
    results.close()
    (result,) = workers.results(Job("b.txt", GOOD.encode()))
    assert not result.refusal


def test_several_threads_share_the_workers() -> None:
    found: list[int] = []

    def read(opened: Workers) -> None:
        found.extend(len(result.reading.drafts) for result in opened.results(Job("a.txt", GOOD.encode())))

    with Workers(REAL_DATA, count=2) as opened:
        threads = [threading.Thread(target=read, args=(opened,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [1] * 4


def test_what_its_sender_says_goes_before_what_a_document_says(workers: Workers) -> None:
    data = json.dumps({"text": GOOD, "publisher": "A Paper", "url": "javascript:alert(1)"}).encode()
    (result,) = workers.results(Job("a.json", data, publisher="Another"))
    assert (result.raw.publisher, result.raw.url) == ("Another", None)
    (result,) = workers.results(Job("a.json", data, url="https://news.example/a"))
    assert (result.raw.publisher, result.raw.url) == ("A Paper", "https://news.example/a")


def test_a_path_is_opened_by_the_worker(workers: Workers, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (result,) = workers.results(Job(str(tmp_path)))
    assert len(result.reading.drafts) == 1
    (result,) = workers.results(Job(str(tmp_path / "none.txt")))
    assert "cannot be opened" in str(result.refusal[0])


def test_a_data_folder_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with Workers(tmp_path) as opened, pytest.raises(NotStartedError, match=r"No such file") as caught:
        list(opened.results(Job("a.txt", GOOD.encode())))
    assert str(caught.value.message) == "The reader cannot be started: FileNotFoundError."


def test_a_worker_that_ends_at_once_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    with Workers(REAL_DATA) as opened, pytest.raises(NotStartedError, match=r"cannot be started: exit 1\."):
        list(opened.results(Job("a.txt", GOOD.encode())))
