"""When two documents are one: by the text as a reader sees it, and by the address."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import parse_qsl, urlencode, urlsplit

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_TRACKING = re.compile(r"utm_|(?:fbclid|gclid|yclid|mc_cid|mc_eid)\Z")


def text_sha256(text: str) -> str:
    """SHA-256 of the text in composed letters, with runs of space as one and what cannot be seen left out."""
    seen = " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())
    return hashlib.sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()


def url_sha256(url: str | None) -> str | None:
    """SHA-256 of a web address without fragment and tracking keys; None for anything else."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    asked = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(pair[0])]
    host = parts.netloc.lower().removeprefix("www.")
    address = f"{host}{parts.path.rstrip('/')}?{urlencode(asked, errors='replace')}"
    return hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()


def is_blank(text: str) -> bool:
    """True if nothing is left of the text once space and what cannot be seen are gone."""
    return not _UNSEEN.sub("", text).strip()
