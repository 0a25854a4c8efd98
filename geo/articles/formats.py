"""HTML, Markdown and PDF to raw documents; nothing in them is run or fetched."""

from __future__ import annotations

import io
import logging
import re
from datetime import date
from typing import Any

import pypdf
import trafilatura
from trafilatura.settings import use_config

from geo.articles.model import Raw
from geo.articles.words import pattern

MAX_PAGES = 200
_SHORTEST = 80
_FRONT = re.compile(r"\A---\s*\n(.*?)\n---\s*\n", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(
    r"(?m)^\s{0,3}>\s?|[*_]{2,3}|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`+|^\s*(?:---+|\*\*\*+)\s*$"
)
_PUBLISHED = pattern("page_published")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_SCRIPT = re.compile(r"<(script|style|noscript|template|svg)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def from_html(text: str, name: str, problems: tuple[str, ...] = ()) -> Raw:
    """The body text and metadata of a saved page; scripts and markup are dropped, never kept."""
    found: Any = None
    try:
        found = trafilatura.bare_extraction(
            text, include_comments=False, include_tables=False, with_metadata=True, config=_settings()
        )
    except Exception as error:  # trafilatura passes on whatever its parsers raise on broken pages
        problems = (
            *problems,
            f"The page is broken HTML ({type(error).__name__}); only its bare text was read.",
        )
    body = found.text if found else None
    if not body or len(body) < _SHORTEST:
        body = _bare(text)
        problems = (
            *problems,
            "No article was found in the page; its bare text was read."
            if body
            else "The page holds no text.",
        )
    if found is None:
        return Raw(name, body, published=_stated(text), problems=problems)
    day = _stated(text) or _day(found.date)
    return Raw(name, body, found.title or None, day, found.sitename or None, found.url or None, problems)


def _stated(page: str) -> date | None:
    """The publication day in the page's own metadata, which goes back further than trafilatura looks."""
    match = _PUBLISHED.search(page[:200_000])
    return _day(match.group(match.lastindex or 0)) if match else None


def _settings() -> Any:
    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "100")
    return config


def _day(text: str | None) -> date | None:
    """The page's own date unless it is only a year (the first of January stands for "unknown" too often)."""
    try:
        day = date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
    return None if (day.month, day.day) == (1, 1) else day


def _bare(text: str) -> str:
    plain = _TAG.sub("\n", _SCRIPT.sub(" ", text))
    return re.sub(r"[ \t]*\n\s*", "\n", plain).strip()


def from_markdown(text: str, name: str, problems: tuple[str, ...] = ()) -> Raw:
    """The text of a Markdown file without its marks; title, date and the like from its front matter."""
    front = _FRONT.match(text)
    fields = dict(re.findall(r"(?m)^(\w+):\s*[\"']?(.*?)[\"']?\s*$", front.group(1))) if front else {}
    body = text[front.end() :] if front else text
    body = _TAG.sub("", _SCRIPT.sub(" ", _LINK.sub(r"\1", body)))
    body = re.sub(r"(?m)^#{2,6}\s+(.*?)\s*#*$", r"\1", _MARKS.sub("", body))
    return Raw(name, body, fields.get("title"), _day(fields.get("date") or fields.get("published")),
               fields.get("publisher"), fields.get("url"), problems)  # fmt: skip


def from_pdf(data: bytes, name: str) -> Raw:
    """The text of a PDF; a sentence instead where it is broken, locked or only pictures."""
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            return Raw(name, "", problems=("The PDF is locked with a password.",))
        pages = [page.extract_text() or "" for page in document.pages[:MAX_PAGES]]
        title = document.metadata.title if document.metadata else None
        extra = (
            ("The PDF has more than 200 pages; only those were read.",)
            if len(document.pages) > MAX_PAGES
            else ()
        )
    except Exception as error:  # pypdf raises many kinds of error on broken files
        return Raw(name, "", problems=(f"The PDF cannot be read: {type(error).__name__}.",))
    text = "\n".join(pages).strip()
    if not text:
        return Raw(
            name,
            "",
            problems=("The PDF has no text, only pictures; it would have to be typed or recognised first.",),
        )
    return Raw(name, text, title if title and len(title.split()) > 2 else None, problems=extra)
