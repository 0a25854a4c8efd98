"""Documents that a reader brings -> readings -> the library, with a message for each that is not saved.

No streamlit here. Each document is read and saved by itself, so what was saved before a stop stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from geo.articles import Raw, Reader, Reading, raw_of_bytes, read
from geo.articles.files import MAX_FILE, MAX_ZIP, refused
from geo.articles.library import Library
from geo.articles.matching import KnownEvent
from geo.articles.reading import with_claims
from geo.language import later, say
from geo.message import Message
from geo.page.templates import web_address

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

    def add(self, more: IngestResult) -> None:
        """Takes in what became of further documents."""
        self.new += more.new
        self.already += more.already
        self.refused += more.refused


def documents(name: str, data: bytes) -> list[Raw]:
    """Every document in an uploaded file; one with a message in `problems` if there is none."""
    limit = MAX_ZIP if data.startswith(b"PK\x03\x04") else MAX_FILE
    if len(data) > limit:
        size, most = round(len(data) / 2**20), limit // 2**20
        return [
            refused(
                name, Message("The file has {size} MB; at most {most} MB are read.", size=size, most=most)
            )
        ]
    found = list(raw_of_bytes(data, name))
    return found or [refused(name, Message("It holds no text, Markdown, HTML, PDF or JSON lines file."))]


def pasted(text: str, *, publisher: str, url: str) -> tuple[list[Raw], list[Message]]:
    """The pasted text as a document, and a message for an address that is none; HTML is read as HTML."""
    raws = documents(PASTED, text.encode("utf-8", "surrogatepass"))
    address = web_address(url)
    problems = (
        [Message("{came} is not a web address; write https://…", came=repr(url[:80]))]
        if url.strip() and not address
        else []
    )
    name = publisher.strip()
    found = [
        replace(raw, publisher=name or raw.publisher, url=address or web_address(raw.url) or None)
        for raw in raws
    ]
    return found, problems


def shown_name(name: str, lang: str) -> str:
    """The name of a document as its reader knows it: that of pasted text in the language."""
    return say(lang, PASTED) if name == PASTED else name


def ingest(
    raws: Iterable[Raw],
    library: Library,
    reader: Reader,
    *,
    who: str,
    published: date | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> IngestResult:
    """Reads and saves the documents, calling `progress` with the number done after each.

    Raises LibraryError if the library cannot be written.
    """
    result = IngestResult()
    for done, raw in enumerate(raws, 1):
        reading = _read(raw, reader, published)
        if isinstance(reading, Reading):
            added = library.add([reading], who=who, originals=[raw.text])
            result.add(
                IngestResult([*added.new], [known.article_id for known in added.already], [*added.problems])
            )
        else:
            name = Message(PASTED) if raw.name == PASTED else raw.name
            result.refused += [Message("{name}: {what}", name=name, what=problem) for problem in reading]
        progress(done)
    return result


def with_user_events(reader: Reader, library: Library) -> Reader:
    """The reader that knows the own events of the library too, so that two articles on one event meet."""
    return replace(reader, events=(*reader.events, *_user_events(library)))


def _user_events(library: Library) -> Iterator[KnownEvent]:
    for row in library.confirmed_events().to_dict("records"):
        yield KnownEvent(
            row["event_id"],
            row["date_start"],
            row["date_end"],
            row["event_type"],
            frozenset(row["region_ids"]),
            int(row["importance"]),
        )


def _read(raw: Raw, reader: Reader, published: date | None) -> Reading | list[Message]:
    """The reading, or why there is none."""
    if not raw.text.strip():
        return list(raw.problems) or [Message("There is no text in it.")]
    try:
        reading = read(raw, reader, published=published)
    except Exception as error:  # one article that the reader stumbles over must not cost the others
        return [Message("It could not be read ({fault}).", fault=type(error).__name__)]
    if not reading.article.sentences:
        return list(reading.problems) or [Message("There is no text of an article in it.")]
    return with_claims(reading)
