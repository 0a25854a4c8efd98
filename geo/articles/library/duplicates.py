"""When two documents are one: by the text as a reader sees it, and by the address."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from geo.articles.urls import same_page

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def text_sha256(text: str) -> str:
    """SHA-256 of the text in composed letters, with runs of space as one and what cannot be seen left out."""
    seen = " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())
    return hashlib.sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()


def url_sha256(url: str | None) -> str | None:
    """SHA-256 of what all addresses of a page share (urls.same_page); None for what is no web address."""
    address = same_page(url)
    return address and hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()


def is_blank(text: str) -> bool:
    """True if nothing is left of the text once space and what cannot be seen are gone."""
    return not _UNSEEN.sub("", text).strip()
