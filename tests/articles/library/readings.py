"""Readings for the library's tests, made by hand so that every field is filled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from geo.articles.model import (
    Article,
    Claim,
    Dated,
    Draft,
    Excerpt,
    Mention,
    Reading,
    Sentence,
    SetApart,
)
from geo.message import Message

HEADLINE = "Officials speak of West"


def reading(
    body: tuple[str, ...] = ("Units entered West on 25 November.", "Shells fell on Centre."),
    *,
    name: str = "a.txt",
    url: str | None = "https://example.org/news/1",
    event_ids: tuple[str, ...] = (),
    first: date | None = date(2020, 11, 25),
    region_id: str = "west",
    status: str = "reported",
    published: date | None = date(2020, 11, 26),
    publisher: str | None = "Example Wire",
) -> Reading:
    """A reading with one draft and one excerpt for each sentence; the second draft has no date."""
    text = "\n".join((HEADLINE, *body, "Share this"))
    sentences = tuple(_sentence(text, line, number) for number, line in enumerate(body))
    days = (first, *[None] * (len(body) - 1))
    drafts = tuple(
        _draft(sentence, day, region_id, status, event_ids)
        for sentence, day in zip(sentences, days, strict=True)
    )
    where = text.index(body[0])
    return Reading(
        article=Article(
            name=name,
            text=text,
            headline=HEADLINE,
            publisher=publisher,
            agency="AZERTAC",
            published=published,
            published_basis=Message("Given by the reader."),
            language="en",
            sentences=sentences,
            set_apart=(SetApart(len(text) - 10, len(text), "Share this", "share"),),
            datelines=(SetApart(where, where + 5, text[where : where + 5], "dateline"),),
            url=url,
            problems=(Message("The clock was not {what}.", what=Message("given")),),
        ),
        mentions=(Mention(where + 14, where + 18, "West", (region_id, "whole"), "route", "place"),),
        dates=(
            Dated(
                where, where + 5, "the 25th", first, first, 1, Message("The date is written in full."), True
            ),
        ),
        drafts=drafts,
        excerpts=tuple(Excerpt(region_id, draft.sentence.text, draft) for draft in drafts),
        problems=(Message("{name} may mean {number} places.", name="Shusha", number=2),),
    )


def many(count: int) -> Iterator[Reading]:
    """Different readings, the n-th with n % 4 + 1 drafts and excerpts."""
    for number in range(count):
        body = tuple(f"Sentence {part} of article {number}." for part in range(number % 4 + 1))
        yield reading(body, name=f"{number}.txt", url=f"https://example.org/{number}")


def drafts_of_many(count: int) -> int:
    """How many drafts all of many(count) hold."""
    return sum(number % 4 + 1 for number in range(count))


def _sentence(text: str, line: str, paragraph: int) -> Sentence:
    start = text.index(line)
    return Sentence(start, start + len(line), line, paragraph)


def _draft(
    sentence: Sentence, day: date | None, region_id: str, status: str, event_ids: tuple[str, ...]
) -> Draft:
    return Draft(
        sentence=sentence,
        region_ids=(region_id, "whole"),
        first=day,
        last=day,
        prec=1 if day else None,
        date_basis=Message("The sentence says {words}; the article is of {day}.", words="today", day=day)
        if day
        else Message("The text gives no day."),
        event_type="capture",
        status=status,
        claim=Claim("Ministry of Defence", "azerbaijani_state"),
        background=True,
        placed_by_context=True,
        inherited_date=True,
        event_ids=event_ids,
    )
