"""Days at the edges of the calendar, of publication and in the text, stop nothing."""

from __future__ import annotations

from datetime import date

import pytest

from geo.articles import Raw, Reader, read
from tests.articles.conftest import Read

TEXTS = (
    "Troops entered Lachin yesterday.",
    "Troops will enter Lachin next year, or on Friday.",
    "Troops entered Lachin last month, last week and on 29 February.",
    "Troops entered Lachin 99999999 days ago and 999 weeks ago and 99999 months ago.",
    "Troops entered Lachin on 31 December and will leave on 1 January.",
    "Troops entered Lachin between 1 January 0001 and 31 December 9999.",
    "Ötən il Laçına 29 fevralda qoşun daxil olub.",
    "Войска вошли в Лачин 29 февраля и в прошлом году.",
)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "1900-01-01", "2100-12-31", "2020-01-01"])
@pytest.mark.parametrize("text", TEXTS)
def test_no_day_stops_the_reader(reader: Reader, text: str, published: str) -> None:
    day = date.fromisoformat(published)
    for raw, given in ((Raw("a", text), day), (Raw("a", text, published=day), None)):
        assert read(raw, reader, published=given).article.sentences


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_a_day_that_no_article_has_is_left_out_and_said(read_text: Read, published: str) -> None:
    article = read_text(TEXTS[0], published).article
    assert article.published is None
    said = f"The publication date {published} is none of an article; it was left out."
    assert said in [str(problem) for problem in article.problems]


@pytest.mark.parametrize(("published", "day"), [("2021-01-03", "2020-02-29"), ("2018-05-01", "2016-02-29")])
def test_a_leap_day_without_year_is_the_last_there_was(read_text: Read, published: str, day: str) -> None:
    (draft,) = read_text("Armenian troops captured Lachin on 29 February.", published).drafts
    assert str(draft.first) == day
