"""One raw document to an Article: language, layout, publication day, sentences."""

from __future__ import annotations

import re
from datetime import date

from geo.articles.clean import clean
from geo.articles.datelines import dateline_of
from geo.articles.language import language_of
from geo.articles.layout import BULLET, Line, agency_in, laid_out, unwrapped
from geo.articles.model import LANGUAGES, MAX_CHARACTERS, Article, Raw, Sentence, SetApart
from geo.articles.published import published_in
from geo.articles.sentences import sentence_spans
from geo.articles.urls import own_address, published_in_url
from geo.articles.words import listed, table
from geo.message import Message

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
# As the command says it; the page says instead what its reader can do there.
NO_DAY = Message(
    "The text gives no publication date, so days without a year stay open; give one with --published."
)


def read_article(raw: Raw, *, published: date | None = None) -> Article:
    """The article of a raw document; `published` (of the caller) goes before everything the document says."""
    text, notes = _exact_text(raw)
    problems = [*raw.problems, *notes]
    language = language_of(text)
    lines = laid_out(text, language, raw.title)
    datelines, sentences = _body(lines, text, language)
    page_day, basis = published_in(lines, [piece.text for piece in datelines], language)
    day, basis = _first_of(published, raw, page_day, basis)
    if day and not FIRST_DAY <= day <= LAST_DAY:
        problems.append(
            Message("The publication date {day} is none of an article; it was left out.", day=day)
        )
        day, basis = None, Message("The text gives no full publication date.")
    if not sentences and (text.strip() or not problems):
        problems.append(Message("There is no text of an article in it: no sentence was found."))
    if sentences and language not in LANGUAGES:
        problems.append(
            Message(
                "The article is not in English, Azerbaijani, Turkish, Russian or Armenian; it was read by "
                "the English rules, so little may be found."
            )
        )
    if sentences and day is None:
        problems.append(NO_DAY)
    return Article(
        name=raw.name, text=text, headline=_headline(raw, lines),
        publisher=raw.publisher or _publisher_of(raw.url),
        agency=_agency(lines, datelines), published=day, published_basis=basis, language=language,
        sentences=tuple(sentences), set_apart=tuple(_set_apart(lines)), datelines=tuple(datelines),
        url=raw.url, problems=tuple(problems),
    )  # fmt: skip


def _exact_text(raw: Raw) -> tuple[str, list[Message]]:
    """The text that offsets count in, and a message for each thing that had to be mended or cut."""
    cleaned, notes = clean(raw.text)
    text = unwrapped(cleaned)
    if len(text) > MAX_CHARACTERS:
        notes.append(
            Message(
                "The text is longer than {number} characters; only so many were read.", number=MAX_CHARACTERS
            )
        )
    return text[:MAX_CHARACTERS], notes


def _first_of(given: date | None, raw: Raw, page: date | None, basis: Message) -> tuple[date | None, Message]:
    if given:
        return given, Message("Given by the reader.")
    if raw.published:
        return raw.published, Message("Given by the document's own data.")
    address = published_in_url(raw.url)
    if address and page is None:
        return address, Message("The day in the address of the page.")
    return page, basis


def _headline(raw: Raw, lines: list[Line]) -> str | None:
    found = next((line.text for line in lines if line.reason == "headline"), None)
    return raw.title or (found.strip("#* ") if found else None)


def _publisher_of(url: str | None) -> str | None:
    host = re.sub(r"^https?://(?:www\.)?", "", own_address(url or "")).split("/")[0].casefold()
    for row in table("agencies"):
        if host and any(host == domain or host.endswith("." + domain) for domain in listed(row["domains"])):
            return row["name"]
    return host or None


def _agency(lines: list[Line], datelines: list[SetApart]) -> str | None:
    labels = ("dateline", "agency", "published", "date", "byline", "source", "section", "modified")
    pieces = [piece.text for piece in datelines[:1]] + [line.text for line in lines if line.reason in labels]
    named = (agency_in(piece) for piece in pieces)
    return next((name for name in named if name), None)


def _body(lines: list[Line], text: str, language: str | None) -> tuple[list[SetApart], list[Sentence]]:
    datelines: list[SetApart] = []
    sentences: list[Sentence] = []
    for number, line in enumerate(line for line in lines if not line.reason):
        bullet = BULLET.match(line.text)
        start = line.start + (bullet.end() if bullet else 0)
        opening = dateline_of(text[start : line.end])
        if opening and len(opening) < line.end - start:
            datelines.append(SetApart(start, start + len(opening), opening, "dateline"))
            start += len(opening)
        for first, last in sentence_spans(text[start : line.end], language):
            sentences.append(
                Sentence(start + first, start + last, text[start + first : start + last], number)
            )
    return datelines, sentences


def _set_apart(lines: list[Line]) -> list[SetApart]:
    return [SetApart(line.start, line.end, line.text, line.reason) for line in lines if line.reason]
