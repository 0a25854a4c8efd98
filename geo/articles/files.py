"""Files to raw documents: text, Markdown, HTML, PDF, JSON lines, folders and zips, each within limits.

Whatever cannot be read comes back as a Raw with one sentence in `problems`; nothing is raised.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from geo.articles.decode import decode
from geo.articles.formats import from_html, from_markdown, from_pdf
from geo.articles.model import Raw
from geo.message import Message

MAX_FILE = 20 * 2**20
MAX_ZIP = 200 * 2**20
MAX_MEMBERS = 5000
MAX_RATIO = 200
MAX_LINES = 100_000
KINDS = {
    ".txt",
    ".text",
    ".md",
    ".markdown",
    ".html",
    ".htm",
    ".xhtml",
    ".pdf",
    ".jsonl",
    ".ndjson",
    ".json",
    ".zip",
}


def raw_documents(path: Path | str) -> Iterator[Raw]:
    """Every document of a file, folder (with what lies below it) or zip, in order of name."""
    path = Path(path)
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.is_file() and file.suffix.casefold() in KINDS and not file.is_symlink():
                yield from raw_documents(file)
        return
    try:
        size = path.stat().st_size
        limit = MAX_ZIP if path.suffix.casefold() == ".zip" else MAX_FILE
        if size > limit:
            yield refused(
                str(path), f"The file has {size / 2**20:.0f} MB; at most {limit // 2**20} MB are read."
            )
            return
        data = path.read_bytes()
    except OSError as error:
        yield refused(str(path), f"The file cannot be opened: {error.strerror or error}.")
        return
    yield from raw_of_bytes(data, str(path))


def raw_of_bytes(data: bytes, name: str, *, inside: bool = False) -> Iterator[Raw]:
    """Every document in the bytes of a file of that name, such as an upload; no zip inside a zip."""
    kind = PurePosixPath(name).suffix.casefold()
    if not data.strip():
        yield refused(name, "The file is empty.")
    elif data.startswith(b"PK\x03\x04") or kind == ".zip":
        yield from [refused(name, "A zip inside a zip is not opened.")] if inside else _zip(data, name)
    elif data.startswith(b"%PDF") or kind == ".pdf":
        yield from_pdf(data, name)
    elif kind in (".jsonl", ".ndjson", ".json"):
        yield from _json_lines(data, name)
    else:
        yield _text(data, name, kind)


def refused(name: str, problem: Message | str) -> Raw:
    """A document that could not be read, with the sentence that says why."""
    return Raw(name, "", problems=(problem,))


def _text(data: bytes, name: str, kind: str) -> Raw:
    text, problems = decode(data)
    if kind in (".html", ".htm", ".xhtml") or re.match(
        r"\s*(?:<!doctype html|<html)", text[:500], re.IGNORECASE
    ):
        return from_html(text, name, tuple(problems))
    if kind in (".md", ".markdown"):
        return from_markdown(text, name, tuple(problems))
    return Raw(name, text, problems=tuple(problems))


def _zip(data: bytes, name: str) -> Iterator[Raw]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError):
        yield refused(name, "The file ends in .zip but is not a zip that can be opened.")
        return
    members = [member for member in archive.infolist() if not member.is_dir()]
    total = sum(member.file_size for member in members)
    if total > MAX_ZIP or len(members) > MAX_MEMBERS or total > MAX_RATIO * max(len(data), 1):
        yield refused(
            name,
            f"The zip would unpack to {len(members)} files and {total / 2**20:.0f} MB; "
            "that is more than is read.",
        )
        return
    for member in sorted(members, key=lambda member: member.filename):
        if PurePosixPath(member.filename).suffix.casefold() in KINDS:
            yield from _member(archive, member, f"{name}/{member.filename}")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Iterator[Raw]:
    if member.file_size > MAX_FILE:
        yield refused(
            name, f"The file has {member.file_size / 2**20:.0f} MB; at most {MAX_FILE // 2**20} MB are read."
        )
        return
    try:
        with archive.open(member) as file:
            data = file.read(MAX_FILE + 1)
    except (zipfile.BadZipFile, RuntimeError, OSError, NotImplementedError, EOFError, ValueError) as error:
        yield refused(name, f"The file in the zip cannot be unpacked: {error}.")
        return
    if len(data) > MAX_FILE:
        yield refused(name, "The file in the zip is larger than it says; it was not read.")
        return
    yield from raw_of_bytes(data, name, inside=True)


def _json_lines(data: bytes, name: str) -> Iterator[Raw]:
    text, problems = decode(data)
    records = _records(text)
    for number, record in enumerate(records[:MAX_LINES], 1):
        label = name if len(records) == 1 else f"{name}#{number}"
        if (
            not isinstance(record, dict)
            or not isinstance(record.get("text"), str)
            or not record["text"].strip()
        ):
            yield refused(
                label,
                "The line is no JSON object with a text; "
                'write {"title", "text", "published", "publisher", "url"}.',
            )
            continue
        day, bad = _day(record.get("published"))
        yield Raw(
            label,
            record["text"],
            _word(record, "title"),
            day,
            _word(record, "publisher"),
            _word(record, "url"),
            (*problems, *bad),
        )


def _records(text: str) -> list[object]:
    try:
        whole = json.loads(text)
        return whole if isinstance(whole, list) else [whole]
    except (ValueError, RecursionError):
        pass
    found: list[object] = []
    for line in text.split("\n"):
        if line.strip():
            try:
                found.append(json.loads(line))
            except (ValueError, RecursionError):
                found.append(None)
    return found


def _word(record: dict[str, object], key: str) -> str | None:
    value = record.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _day(value: object) -> tuple[date | None, tuple[str, ...]]:
    if value in (None, ""):
        return None, ()
    try:
        return date.fromisoformat(str(value)[:10]), ()
    except ValueError:
        return None, (f"published is {str(value)[:40]!r}, which is not a day; write YYYY-MM-DD.",)
