"""Documents brought by a reader -> readings -> the library, with a sentence for each that is not kept.

No streamlit here. One document at a time is read and kept, so what was kept before a stop stays kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from geo.articles import Raw, Reader, Reading, raw_of_bytes, read
from geo.articles.files import MAX_FILE, MAX_ZIP, refused
from geo.articles.library import Library
from geo.articles.matching import KnownEvent
from geo.articles.reading import with_claims
from geo.page.articles.retold import PASTED
from geo.page.templates import web_address


@dataclass
class Intake:
    """What became of the documents: ids of new and of known articles, and what was not kept and why."""

    new: list[int]
    already: list[int]
    refused: list[str]


def documents(name: str, data: bytes) -> list[Raw]:
    """Every document in an uploaded file; one with a sentence in `problems` if there is none."""
    limit = MAX_ZIP if data.startswith(b"PK\x03\x04") else MAX_FILE
    if len(data) > limit:
        size = f"{len(data) / 2**20:.0f} MB; at most {limit // 2**20} MB are read."
        return [refused(name, f"The file has {size}")]
    found = list(raw_of_bytes(data, name))
    return found or [refused(name, "It holds no text, Markdown, HTML, PDF or JSON lines file.")]


def pasted(text: str, *, publisher: str, url: str) -> tuple[list[Raw], list[str]]:
    """The pasted text as a document, and a sentence for an address that is none; HTML is read as HTML."""
    raws = documents(PASTED, text.encode("utf-8", "surrogatepass"))
    address = web_address(url)
    problems = [f"{url[:80]!r} is not a web address; write https://…"] if url.strip() and not address else []
    name = publisher.strip()
    told = [
        replace(raw, publisher=name or raw.publisher, url=address or web_address(raw.url) or None)
        for raw in raws
    ]
    return told, problems


def take_in(
    raws: Iterable[Raw],
    library: Library,
    reader: Reader,
    *,
    who: str,
    published: date | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Intake:
    """Reads and keeps the documents, calling `progress` with the number done after each.

    Raises LibraryError if the library cannot be written.
    """
    taken = Intake([], [], [])
    for done, raw in enumerate(raws, 1):
        reading = _read(raw, reader, published)
        if isinstance(reading, str):
            taken.refused.append(f"{raw.name}: {reading}")
        else:
            added = library.add([reading], who=who, originals=[raw.text])
            taken.new += added.new
            taken.already += [known.article_id for known in added.already]
            taken.refused += added.problems
        progress(done)
    return taken


def knowing(reader: Reader, library: Library) -> Reader:
    """The reader that knows the own events of the library too, so that two articles on one event meet."""
    return replace(reader, events=(*reader.events, *_own_events(library)))


def _own_events(library: Library) -> Iterator[KnownEvent]:
    for row in library.confirmed_events().to_dict("records"):
        yield KnownEvent(
            row["event_id"],
            row["date_start"],
            row["date_end"],
            row["event_type"],
            frozenset(row["region_ids"]),
            int(row["importance"]),
        )


def _read(raw: Raw, reader: Reader, published: date | None) -> Reading | str:
    """The reading, or a sentence why there is none."""
    if not raw.text.strip():
        return " ".join(raw.problems) or "There is no text in it."
    try:
        reading = read(raw, reader, published=published)
    except Exception as error:  # one article that the reader stumbles over must not cost the others
        return f"It could not be read ({type(error).__name__})."
    if not reading.article.sentences:
        return " ".join(reading.problems) or "There is no text of an article in it."
    return with_claims(reading)
