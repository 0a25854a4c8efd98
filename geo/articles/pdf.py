"""PDF to a raw document: the text of its pages, as far as an article reaches."""

from __future__ import annotations

import io
import logging

import pypdf

from geo.articles.model import MAX_CHARACTERS, Raw
from geo.message import Message

MAX_PAGES = 200
_HEAD, _START = b"%PDF-", 1024
_NO_PDF = Message(
    "This is not a PDF, though it is named like one; save the article as PDF, .docx or text and bring that."
)
_PICTURES = Message("The PDF has no text, only pictures; it would have to be typed or recognised first.")

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def from_pdf(data: bytes, name: str) -> Raw:
    """The text of a PDF; a message instead where it is broken, locked or only pictures."""
    if _HEAD not in data[:_START]:
        return Raw(name, "", problems=(_NO_PDF,))
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            return Raw(name, "", problems=(Message("The PDF is locked with a password."),))
        text, more = _text(document)
        title = document.metadata.title if document.metadata else None
    except Exception as error:  # pypdf raises many kinds of error on broken files
        broken = Message(
            "The PDF cannot be read ({fault}): it may be damaged or not complete. Save it again, or bring "
            "the article as text.",
            fault=type(error).__name__,
        )
        return Raw(name, "", problems=(broken,))
    if not text:
        return Raw(name, "", problems=(_PICTURES,))
    # A page shows no soft hyphens: where fonts call their hyphen one, it is a hyphen.
    text = text.replace("\u00ad", "-")
    notes = (
        (Message("The PDF has more than {number} pages; only those were read.", number=MAX_PAGES),)
        if more
        else ()
    )
    return Raw(name, text, title if title and len(title.split()) > 2 else None, problems=notes)


def _text(document: pypdf.PdfReader) -> tuple[str, bool]:
    """The text of the first pages, up to what is read of an article, and whether there are more than 200.

    Pages that share one stream of content are read once.
    """
    pages: list[str] = []
    known: dict[str, str] = {}
    for page in document.pages[:MAX_PAGES]:
        content = repr((page.get("/Contents", None) and page.raw_get("/Contents"), page.get("/Resources")))
        if content not in known:
            known[content] = page.extract_text() or ""
        pages.append(known[content])
        if sum(map(len, pages)) > MAX_CHARACTERS:
            break
    return "\n".join(pages).strip(), len(document.pages) > MAX_PAGES
