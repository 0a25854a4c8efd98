"""What kind of file this is, by its first bytes and its name, and why some kinds are not read."""

from __future__ import annotations

import csv
import re
from pathlib import PurePosixPath

from geo.message import Message

ARTICLES = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".docx": "docx", ".rtf": "rtf",
    ".mhtml": "mail", ".mht": "mail", ".eml": "mail", ".jsonl": "json", ".ndjson": "json", ".json": "json",
    ".zip": "zip",
}  # fmt: skip
# What a saved page or a folder of articles holds beside them.
IGNORED = frozenset([
    ".avif", ".bmp", ".css", ".db", ".eot", ".gif", ".ico", ".ini", ".jpeg", ".jpg", ".js", ".map", ".mjs",
    ".mp3", ".mp4", ".otf", ".png", ".svg", ".tif", ".tiff", ".ttf", ".webm", ".webp", ".woff", ".woff2",
])  # fmt: skip
_OTHER = {
    ".doc": "old word", ".odt": "opendocument", ".epub": "book", ".xls": "spreadsheet",
    ".xlsx": "spreadsheet", ".ods": "spreadsheet", ".pptx": "slides", ".7z": "archive", ".rar": "archive",
    ".gz": "archive", ".tar": "archive",
}  # fmt: skip
_CALLED = {
    "archive": Message("a packed archive"),
    "book": Message("an electronic book"),
    "office": Message("an Office file"),
    "old word": Message("an old Word document"),
    "opendocument": Message("an OpenDocument text"),
    "slides": Message("a set of slides"),
    "spreadsheet": Message("a spreadsheet"),
}
_HTML = re.compile(
    rb"\s{0,500}(?:<\?xml[^>]{0,200}>\s{0,500})?(?:<!--.{0,500}?-->\s{0,500})?<(?:!doctype html|html)",
    re.I | re.S,
)
_MAIL = re.compile(
    rb"(?:^|\n)MIME-Version:.{0,4000}?\nContent-Type:|(?:^|\n)Content-Type:\s?multipart/related", re.I | re.S
)
_ROWS, _COLUMNS, _LONGEST_NAME = 20, 4, 60


def file_type(data: bytes, name: str) -> str:
    """text, markdown, html, pdf, docx, rtf, mail, json, table, zip or empty; else a kind that is not read."""
    ending = PurePosixPath(name).suffix.casefold()
    if not data.strip():
        return "empty"
    if data.startswith(b"PK\x03\x04"):
        return _packed(data, ending)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _OTHER.get(ending, _OTHER[".doc"])
    for start, kind in ((b"%PDF", "pdf"), (b"{\\rtf", "rtf")):
        if data.startswith(start):
            return kind
    kind = _OTHER.get(ending) or ARTICLES.get(ending, "text")
    if kind != "text":
        return kind
    return _kind_of_text(data, ending)


def refusal_of(kind: str, data: bytes, *, inside: bool) -> Message | None:
    """The message why a file of that type is not read; None if it is. `inside`: it came in a zip."""
    if kind == "empty":
        return Message("The file is empty.")
    if kind == "zip" and inside:
        return Message("A zip inside a zip is not opened.")
    if kind == "table":
        return _table_refused(_header(data))
    if kind not in ARTICLES.values():
        return Message(
            "The file is {kind}, which is not read; save it as .docx, PDF or text.", kind=_CALLED[kind]
        )
    return None


def _packed(data: bytes, ending: str) -> str:
    """What a zip is by the name of its first member, which the formats built on zip fix."""
    first = data[30 : 30 + int.from_bytes(data[26:28], "little")]
    if first.startswith((b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"xl/", b"ppt/")):
        return "docx" if b"word/document.xml" in data else _OTHER.get(ending, "office")
    if first == b"mimetype":
        return _OTHER.get(ending, _OTHER[".odt"])
    return "zip"


def _kind_of_text(data: bytes, ending: str) -> str:
    head = data[:8192].removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(head):
        return "html"
    if _MAIL.search(head[:4096]) and b"<" in data:
        return "mail"
    if ending in (".csv", ".tsv") or _header(data):
        return "table"
    return "text"


def _table_refused(columns: list[str]) -> Message:
    if not columns:
        return Message("The file is a table, not an article; bring the articles it was made from.")
    return Message(
        "The file is a table ({columns}, …), not an article; bring the articles it was made from.",
        columns=", ".join(columns[:3]),
    )


def _header(data: bytes) -> list[str]:
    """The names of the columns if the text is a table: rows of as many short-named cells as the first."""
    lines = data[:200_000].decode("utf-8", "replace").removeprefix("\ufeff").splitlines()[: 4 * _ROWS]
    for separator in ",;\t|":
        try:
            rows = [row for row in csv.reader(lines, delimiter=separator) if row][:_ROWS]
        except csv.Error:
            continue
        if len(rows) > 2 and len(rows[0]) >= _COLUMNS and _is_header(rows[0]) and _is_even(rows):
            return rows[0]
    return []


def _is_header(cells: list[str]) -> bool:
    return all(0 < len(cell.strip()) <= _LONGEST_NAME for cell in cells) and len(set(cells)) == len(cells)


def _is_even(rows: list[list[str]]) -> bool:
    return sum(len(row) == len(rows[0]) for row in rows) >= 0.9 * len(rows)
