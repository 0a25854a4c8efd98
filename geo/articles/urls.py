"""Addresses of the web: which are any, what of them names a page, and the day that one carries."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit

_DAY = re.compile(r"/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?:/|-|\b)")
EARLIEST, LATEST = date(1987, 1, 1), date(2035, 1, 1)
# The copy of a page in an archive: the digits are the moment of the crawl, the page's own address follows.
_ARCHIVED = re.compile(r"/(?:web/)?\d{8,14}(?:[a-z]{2}_)?/(https?:/{1,2}.+)", re.IGNORECASE)
_ARCHIVES = ("web.archive.org", "archive.org", "archive.today", "archive.is", "archive.ph", "archive.li",
             "archive.fo", "archive.md", "archive.vn", "webarchive.loc.gov", "arquivo.pt")  # fmt: skip
_TRACKING = re.compile(
    r"utm_|ref_|(?:ref|fbclid|gclid|dclid|yclid|msclkid|igshid|igsh|mc_cid|mc_eid|amp|spm|cmpid|ncid|smid|tpcc)\Z"
)


def web_address(text: str | None) -> str:
    """The address, its scheme in small letters, if it is one of the web, else "": no other becomes a link."""
    given = (text or "").strip()
    scheme, mark, rest = given.partition("://")
    web = scheme.lower() in ("https", "http") and len(given.split()) == 1
    return f"{scheme.lower()}{mark}{rest}" if web and _split(given) else ""


def own_address(url: str) -> str:
    """The page's own address, where this is that of a copy in an archive."""
    parts = _split(url)
    if parts and parts[0].removeprefix("www.") in _ARCHIVES:
        match = _ARCHIVED.match(parts[1] + (f"?{parts[2]}" if parts[2] else ""))
        if match:
            return re.sub(r"^(https?):/{1,2}", r"\1://", match.group(1))
    return url


def same_page(url: str | None) -> str | None:
    """What is one for all addresses of a page: without scheme, archive, www., amp and tracking keys."""
    parts = _split(own_address((url or "").strip()))
    if parts is None:
        return None
    host, path, query = parts
    host = re.sub(r"^(?:www\.|amp\.|m\.)+", "", host)
    path = re.sub(r"/amp\Z|\.amp(?=\.html?\Z)", "", path.rstrip("/"))
    asked = [pair for pair in parse_qsl(query, keep_blank_values=True) if not _TRACKING.match(pair[0])]
    return f"{host}{path}?{urlencode(asked, errors='replace')}"


def published_in_url(url: str | None) -> date | None:
    """The day in the path of a page's own address (/2020/11/25/), or None."""
    parts = _split(own_address(url or ""))
    match = _DAY.search(parts[1]) if parts else None
    if not match:
        return None
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        return None
    return day if EARLIEST <= day < LATEST else None


def _split(url: str) -> tuple[str, str, str] | None:
    """Host, path and query of an address of the web, None for anything else."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  (raises for a port that is none)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return parts.netloc.lower(), parts.path, parts.query
