"""What reads each type of file (file_types) to a raw document; nothing in a file is run or fetched."""

from __future__ import annotations

from collections.abc import Callable

from geo.articles.decode import declared_encoding, decode, known_encoding
from geo.articles.html import from_html
from geo.articles.mail import from_mail
from geo.articles.markdown import from_markdown
from geo.articles.model import MOST_CHARACTERS, Raw
from geo.articles.office import from_docx, from_rtf
from geo.articles.pdf import from_pdf


def _text(data: bytes, name: str, charset: str | None) -> Raw:
    text, problems = decode(data, known_encoding(charset), most=MOST_CHARACTERS)
    return Raw(name, text, problems=tuple(problems))


def _markdown(data: bytes, name: str, charset: str | None) -> Raw:
    text, problems = decode(data, known_encoding(charset), most=MOST_CHARACTERS)
    return from_markdown(text, name, tuple(problems))


def _html(data: bytes, name: str, charset: str | None) -> Raw:
    text, problems = decode(data, known_encoding(charset) or declared_encoding(data))
    return from_html(text, name, tuple(problems))


# Each takes the bytes, the document's name and the encoding that its sender named, None where nobody did.
READERS: dict[str, Callable[[bytes, str, str | None], Raw]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "mail": lambda data, name, _: from_mail(data, name, _html),
    "pdf": lambda data, name, _: from_pdf(data, name),
    "docx": lambda data, name, _: from_docx(data, name),
    "rtf": lambda data, name, _: from_rtf(data, name),
}
