"""The labelled articles: enough of them, in every language, and read as well as we say."""

from __future__ import annotations

from collections import Counter

from tests.benchmarks.articles import CORPUS, half_of, labelled, measure

ARTICLES = labelled(CORPUS)


def test_there_are_enough_labelled_articles() -> None:
    languages = Counter(label["language"] for _, _, label in ARTICLES)
    assert len(ARTICLES) >= 60
    assert languages["en"] >= 40
    assert all(languages[language] >= 5 for language in ("az", "tr", "ru", "hy"))
    assert sum(not label["events"] for _, _, label in ARTICLES) >= 10
    assert min(Counter(half_of(name) for name, _, _ in ARTICLES).values()) >= 25


def test_they_are_read_as_well_as_we_say() -> None:
    tallies = measure(ARTICLES)
    for half, regions, pairs in (("tune", 0.9, 0.9), ("test", 0.8, 0.75)):
        tally = tallies[half]
        assert tally.scores["published"].f1 >= 0.95
        assert tally.scores["regions"].f1 >= regions
        assert tally.scores["pairs"].f1 >= pairs
        assert tally.alarms == 0
