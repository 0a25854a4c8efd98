"""kill -9 in the middle of an import, and two imports at once: every article whole, and once."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer

import pytest

from geo.articles.library import open_library
from tests.articles.library.readings import drafts_of_many, many, reading

ROOT = Path(__file__).parents[3]
COUNT = 500
PAIR = 200


def importer(*arguments: str) -> subprocess.Popen[str]:
    """A process that adds articles and tells how far it is."""
    command = [sys.executable, "-m", "tests.articles.library.importer", *arguments]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def wait_for(process: subprocess.Popen[str], line: str) -> None:
    """Reads what the process says until it says the line; fails if it ends before."""
    assert process.stdout is not None
    assert any(said.strip() == line for said in process.stdout), f"it ended without saying {line!r}"


def whole_articles(where: str) -> int:
    """How many articles are there, after making sure that each has all its drafts and excerpts."""
    whole = {one.article.name: len(one.drafts) for one in many(COUNT)}
    with open_library(where) as library:
        articles = library.articles().set_index("article_id")
        drafts, excerpts = (Counter(frame["article_id"]) for frame in (library.drafts(), library.excerpts()))
    assert articles["name"].is_unique
    for article_id, name in articles["name"].items():
        assert drafts[article_id] == excerpts[article_id] == whole[name], name
    assert set(drafts) | set(excerpts) <= set(articles.index)
    return len(articles)


@pytest.mark.parametrize(
    ("arguments", "line", "least"),
    [((), "done 120", 120), (("--stop-inside", "200"), "inside", 199)],
    ids=["between any two", "inside an article's transaction"],
)
def test_after_kill_9_every_article_is_there_whole_or_not(
    where: str, arguments: tuple[str, ...], line: str, least: int
) -> None:
    process = importer(where, str(COUNT), *arguments)
    wait_for(process, line)
    process.kill()
    process.communicate()
    there = whole_articles(where)
    assert there == least if arguments else least <= there < COUNT
    with open_library(where) as library:
        added = library.add(many(COUNT), who="again")
    assert (len(added.new), len(added.already)) == (COUNT - there, there)
    assert whole_articles(where) == COUNT


def test_two_processes_give_one_copy_each(where: str) -> None:
    pair = [importer(where, str(PAIR), "--wait"), importer(where, str(PAIR), "--wait", "--backwards")]
    for process in pair:
        wait_for(process, "ready")
    for process in pair:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    said = [process.communicate()[0].split() for process in pair]
    assert [process.returncode for process in pair] == [0, 0]
    shares = [int(words[-1]) for words in said]
    assert sum(shares) == PAIR, shares
    assert whole_articles(where) == PAIR
    with open_library(where) as library:
        assert len(library.drafts()) == drafts_of_many(PAIR)


def test_who_opens_a_new_file_waits_for_another_that_writes_it(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    other = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")  # as the other's own opening does, before the file is in WAL
    release = Timer(0.3, other.rollback)
    release.start()
    with open_library(file) as library:
        assert library.articles().empty
    release.join()
    other.close()


def test_two_texts_of_one_address_at_once_are_two_versions(where: str) -> None:
    with open_library(where) as library, ThreadPoolExecutor(4) as pool:
        texts = [reading((f"Text {number}.",)) for number in range(24)]
        list(pool.map(lambda one: library.add([one], who="Ani"), texts))
        assert sorted(library.articles()["version"]) == list(range(1, 25))
        first = library.articles().set_index("version")["article_id"][1]
        assert set(library.articles()["version_of"]) == {None, first}
