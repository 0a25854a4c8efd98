"""Documents that a reader adds -> readings -> the library, with a message for each that is not saved.

No streamlit here. Each document is read and saved by itself, so what was saved before a stop stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from geo.articles.jobs import Job
from geo.articles.library import Library
from geo.articles.matching import KnownEvent
from geo.articles.reading import with_claims
from geo.articles.urls import web_address
from geo.articles.workers import Workers
from geo.language import later, say
from geo.message import Message

# What a text without a file is called.
PASTED = later("Pasted text")


@dataclass
class IngestResult:
    """What became of the documents: ids of new and of known articles, and why others were not saved."""

    new: list[int] = field(default_factory=list)
    already: list[int] = field(default_factory=list)
    refused: list[Message] = field(default_factory=list)

    @property
    def articles(self) -> set[int]:
        """The ids of all articles that the documents are."""
        return {*self.new, *self.already}

    @property
    def number(self) -> int:
        """How many documents are articles of the library now."""
        return len(self.new) + len(self.already)

    def add(self, more: IngestResult) -> None:
        """Takes in what became of further documents."""
        self.new += more.new
        self.already += more.already
        self.refused += more.refused


def pasted(text: str, *, publisher: str, url: str, published: date | None) -> tuple[Job, list[Message]]:
    """The pasted text as a job, and a message for an address that is none; HTML is read as HTML."""
    address = web_address(url)
    problems = (
        [Message("{came} is not a web address; write https://…", came=repr(url[:80]))]
        if url.strip() and not address
        else []
    )
    data = text.encode("utf-8", "surrogatepass")
    job = Job(PASTED, data, published=published, publisher=publisher.strip() or None, url=address or None)
    return job, problems


def shown_name(name: str, lang: str) -> str:
    """The name of a document as its reader knows it: that of pasted text in the language."""
    return say(lang, PASTED) if name == PASTED else name


def ingest(
    job: Job,
    workers: Workers,
    library: Library,
    *,
    who: str,
    progress: Callable[[int, float], None] = lambda done, share: None,
    skip: int = 0,
    into: IngestResult | None = None,
) -> IngestResult:
    """Reads and saves each document of the job, calling `progress` with the number done and the share.

    The first `skip` documents are passed over. What became of each is in `into` before `progress` is
    called, so that a call that does not come back loses nothing. Raises LibraryError if the library
    cannot be written.
    """
    ingested = IngestResult() if into is None else into
    results = workers.results(replace(job, events=user_events(library)), skip=skip)
    for done, result in enumerate(results, skip + 1):
        if result.refusal:
            name = Message("Pasted text") if result.raw.name == PASTED else result.raw.name
            ingested.refused += [Message("{name}: {what}", name=name, what=why) for why in result.refusal]
        else:
            reading, original = with_claims(result.reading), result.raw.text
            added = library.add([reading], who=who, originals=[original])
            known = [known.article_id for known in added.already]
            ingested.add(IngestResult([*added.new], known, [*added.problems]))
        progress(done, result.share)
    return ingested


def user_events(library: Library) -> tuple[KnownEvent, ...]:
    """The own events of the library as the reader knows events, so that two articles on one event meet."""
    return tuple(
        KnownEvent(
            row["event_id"],
            row["date_start"],
            row["date_end"],
            row["event_type"],
            frozenset(row["region_ids"]),
            int(row["importance"]),
        )
        for row in library.confirmed_events().to_dict("records")
    )
