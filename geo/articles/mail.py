"""A page that a browser saved as one file (MHTML), or a letter: the part that holds the text."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage

from geo.articles.decode import decode
from geo.articles.model import Raw
from geo.message import Message


def from_mail(data: bytes, name: str, read_html: Callable[[bytes, str, str | None], Raw]) -> Raw:
    """The first HTML part, read with `read_html`, else the first plain text; the address the page had."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        part = _part(message, "text/html") or _part(message, "text/plain")
        content = part.get_payload(decode=True) if part else None
    except (
        Exception
    ) as error:  # the parser of the standard library raises many kinds of error on broken headers
        return Raw(
            name,
            "",
            problems=(Message("The saved page cannot be read: {fault}.", fault=type(error).__name__),),
        )
    if part is None or not isinstance(content, bytes):
        return Raw(name, "", problems=(Message("The saved page holds no text."),))
    charset = part.get_content_charset()
    if part.get_content_type() == "text/plain":
        text, problems = decode(content, charset)
        return Raw(name, text, _header(message, "subject"), problems=tuple(problems))
    raw = read_html(content, name, charset)
    address = _header(message, "snapshot-content-location") or _header(part, "content-location")
    return replace(raw, title=raw.title or _header(message, "subject"), url=raw.url or address)


def _part(message: EmailMessage, kind: str) -> EmailMessage | None:
    return next((part for part in message.walk() if part.get_content_type() == kind), None)


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        return str(message[name] or "").strip() or None
    except Exception:  # a header that breaks its own rules
        return None
