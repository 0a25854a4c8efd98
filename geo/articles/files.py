"""Files to documents, each within limits: what a file, folder or zip holds, and what reads each of it.

Whatever cannot be read comes back as a Raw with one message in `problems`; nothing is raised.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from zipfile import ZipFile, ZipInfo

from geo.articles.archives import archive_of, leads_out, members, too_large, unpack
from geo.articles.file_types import IGNORED, file_type, refusal_of
from geo.articles.formats import READERS
from geo.articles.json_lines import records
from geo.articles.model import Raw
from geo.message import Message

MAX_FILE = 20 * 2**20
MAX_ZIP = 200 * 2**20


@dataclass(frozen=True)
class Document:
    """One document before it is read: its name, how far into its source it ends (0 to 1), what reads it."""

    name: str
    share: float
    raw: Callable[[], Raw]


def raw_documents(path: Path | str) -> Iterator[Raw]:
    """Every document of a file, folder (with what lies below it) or zip, in order of name."""
    return (document.raw() for document in documents_at(path))


def raw_of_bytes(data: bytes, name: str) -> Iterator[Raw]:
    """Every document in the bytes of a file of that name, such as an upload."""
    return (document.raw() for document in documents_in(data, name))


def documents_at(path: Path | str) -> Iterator[Document]:
    """The documents of a file, folder (with what lies below it) or zip, unread, in order of name."""
    path = Path(path)
    if path.is_dir():
        yield from _folder(path)
        return
    try:
        data = _bytes(path)
    except OSError as error:
        yield _refused(
            str(path), Message("The file cannot be opened: {fault}.", fault=error.strerror or str(error))
        )
    except TooLargeError as error:
        yield _refused(str(path), error.message)
    else:
        yield from documents_in(data, str(path))


def documents_in(
    data: bytes, name: str, *, ending: str = "", charset: str | None = None, inside: bool = False
) -> Iterator[Document]:
    """The documents in the bytes of a file of that name, unread; no zip inside a zip is opened.

    `ending` (.html) says the type where the name does not; `charset` is the encoding that the sender
    named, None where nobody did.
    """
    kind = file_type(data, f"page{ending}" if ending else name)
    if len(data) > (MAX_ZIP if kind == "zip" else MAX_FILE):
        yield _refused(name, too_large(len(data), MAX_ZIP if kind == "zip" else MAX_FILE))
    elif refusal := refusal_of(kind, data, inside=inside):
        yield _refused(name, refusal)
    elif kind == "zip":
        yield from _zip(data, name)
    elif kind == "json":
        for label, share, raw in records(data, name):
            yield Document(label, share, raw)
    else:
        yield Document(name, 1.0, partial(READERS[kind], data, name, charset))


def refused(name: str, problem: Message) -> Raw:
    """A document that could not be read, with the message that says why."""
    return Raw(name, "", problems=(problem,))


class TooLargeError(ValueError):
    """A file that is larger than is read; `message` says so."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def _refused(name: str, problem: Message) -> Document:
    return Document(name, 1.0, partial(refused, name, problem))


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        size = path.stat().st_size
        limit = MAX_ZIP if path.suffix.casefold() == ".zip" else MAX_FILE
        if size > limit:
            raise TooLargeError(too_large(size, limit))
        return file.read(limit + 1)


def _folder(path: Path) -> Iterator[Document]:
    files = [file for file in sorted(path.rglob("*")) if file.is_file() and not file.is_symlink()]
    wanted = [file for file in files if not _is_ignored(file.relative_to(path).as_posix())]
    if not wanted:
        yield _refused(str(path), Message("The folder holds no file that articles are read from."))
    for number, file in enumerate(wanted):
        yield from _parts(documents_at(file), number, len(wanted))


def _zip(data: bytes, name: str) -> Iterator[Document]:
    archive = archive_of(data)
    if isinstance(archive, Message):
        yield _refused(name, archive)
        return
    wanted = [(inner, info) for inner, info in members(archive) if not _is_ignored(inner)]
    if not wanted:
        yield _refused(name, Message("The zip holds no file that articles are read from."))
    for number, (inner, info) in enumerate(wanted):
        yield from _parts(_member(archive, info, inner, name), number, len(wanted))


def _member(archive: ZipFile, info: ZipInfo, inner: str, name: str) -> Iterable[Document]:
    """The documents in the member called `inner` of the zip called `name`."""
    if leads_out(inner):
        return [_refused(name, _outside(inner, name))]
    content = unpack(archive, info, limit=MAX_FILE)
    label = f"{name}/{inner}"
    if isinstance(content, Message):
        return [_refused(label, content)]
    return documents_in(content, label, inside=True)


def _outside(member: str, archive: str) -> Message:
    return Message(
        "The file {member} in the zip {zip} was not read: its path leads out of the zip. Pack it again "
        "under a path without “..” that does not begin at a root, or bring the file by itself.",
        member=member,
        zip=archive,
    )


def _parts(documents: Iterable[Document], number: int, many: int) -> Iterator[Document]:
    """The documents of file `number` of `many`, each with its share of all of them."""
    for document in documents:
        yield Document(document.name, (number + document.share) / many, document.raw)


def _is_ignored(name: str) -> bool:
    """True for what lies beside articles: pictures, styles, scripts, hidden files, forks of a Mac."""
    path = PurePosixPath(name.replace("\\", "/"))
    parts = [part for part in path.parts if part != ".."]
    return path.suffix.casefold() in IGNORED or any(part.startswith((".", "__MACOSX")) for part in parts)
