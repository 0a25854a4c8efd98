"""What a reader brings, and what becomes of each document in it; both cross to another process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from geo.articles.files import Document, documents_at, documents_in
from geo.articles.frames import Started
from geo.articles.matching import KnownEvent
from geo.articles.model import MOST_CHARACTERS, Article, Raw, Reading, too_long
from geo.articles.reading import Reader
from geo.articles.urls import web_address
from geo.message import Message

Read = Callable[..., Reading]


@dataclass(frozen=True)
class Job:
    """A file to read: its bytes and name, or without `data` the path of a file or folder.

    `published`, `publisher` and `url` go before what a document says itself, `found_at` after it; `ending`
    (.html) says the type where the name does not, `charset` is the encoding that the sender named;
    `events` are known beside those of the data folder.
    """

    name: str
    data: bytes | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    found_at: str | None = None
    ending: str = ""
    charset: str | None = None
    events: tuple[KnownEvent, ...] = ()


@dataclass(frozen=True)
class Result:
    """A document, its reading, how far into its job it ends (0 to 1), and why nothing was read, if so."""

    raw: Raw
    reading: Reading
    share: float
    refusal: tuple[Message, ...] = ()


def documents_of(job: Job) -> Iterator[Document]:
    """The documents of the job, unread."""
    if job.data is None:
        return documents_at(Path(job.name))
    return documents_in(job.data, job.name, ending=job.ending, charset=job.charset)


def result_of(document: Document, job: Job, reader: Reader, read: Read) -> Result:
    """The document read; whatever goes wrong with it is a problem of this one only."""
    try:
        raw = _as_sent(document.raw(), job)
        if not raw.text.strip():
            return failed(document, *raw.problems or (Message("There is no text in it."),))
        if len(raw.text) > MOST_CHARACTERS:
            return failed(document, too_long(len(raw.text)))
        known = replace(reader, events=(*reader.events, *job.events))
        reading = read(raw, known, published=job.published)
    except MemoryError:
        return failed(document, Message("It was not read: it takes more memory than one article may."))
    except Exception as error:  # one article that the reader stumbles over must not cost the others
        return failed(document, Message("It could not be read ({fault}).", fault=type(error).__name__))
    none = Message("There is no text of an article in it.")
    refusal = () if reading.article.sentences else reading.problems or (none,)
    return Result(raw, reading, document.share, refusal)


def failed(document: Document | Started, *refusal: Message) -> Result:
    """The result of a document that was not read."""
    basis = Message("The text gives no full publication date.")
    article = Article(document.name, "", None, None, None, None, basis, None, (), (), problems=refusal)
    raw = Raw(document.name, "", problems=refusal)
    return Result(raw, Reading(article, problems=refusal), document.share, refusal)


def _as_sent(raw: Raw, job: Job) -> Raw:
    """The document with what its sender said of it; an address that is none of the web is left out."""
    url = web_address(job.url) or web_address(raw.url) or web_address(job.found_at) or None
    return replace(raw, publisher=job.publisher or raw.publisher, url=url)
