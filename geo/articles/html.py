"""A saved page to a raw document: its body text, lists and tables among it, and what it says of itself.

Nothing in a page is run or fetched, and none of its markup is kept.
"""

from __future__ import annotations

import logging
import re
from itertools import islice
from typing import Any

import trafilatura
from lxml import etree, html
from trafilatura.settings import use_config

from geo.articles.model import Raw
from geo.articles.page_data import MAX_DAY, MIN_DAY, day_of_page
from geo.message import Message

# More take trafilatura the square of their number.
MAX_ELEMENTS, MAX_LISTS = 30_000, 1_000
_SHORTEST = 80
_NO_TEXT = Message("The page holds no text.")
_BARE_TEXT = Message("No article was found in the page; its bare text was read.")
# The parser stops there.
_TOO_DEEP = Message(
    "The page is nested too deeply: more than {number} elements stand one inside another. What stands "
    "there and behind it was not read; copy the text of the article and paste it.",
    number=255,
)
_DROPPED = ("script", "style", "noscript", "template", "svg", "head", "iframe", "object")
_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "br", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "thead", "title",
    "tr", "ul",
])  # fmt: skip
_ROW = re.compile(r"(?m)^[ \t]*\|(.*)\|[ \t]*$")
_LIST_ITEM_WORDS, _MOST_ITEMS = 5, 200

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def from_html(text: str, name: str, problems: tuple[Message, ...] = ()) -> Raw:
    """The body text and metadata of a saved page; a message in `problems` where it has none."""
    page, too_deep = _parsed(text)
    if page is None:
        return Raw(name, "", problems=problems or (_NO_TEXT,))
    day = day_of_page(page)
    found, fault = _extracted(page)
    body = _with_rows(found.text) if found and found.text else ""
    notes = [note for note in (too_deep, fault) if note]
    if len(body) < _SHORTEST:
        body = plain_text(page)
        notes += [_BARE_TEXT] if body else [] if too_deep else [_NO_TEXT]
    title, site, url = (getattr(found, key, None) or None for key in ("title", "sitename", "url"))
    return Raw(name, body, title, day, site, url, (*problems, *notes))


def plain_text(page: html.HtmlElement) -> str:
    """The text of a page without markup: a block or a row of a table a line, items of lists with a dash."""
    etree.strip_elements(page, *_DROPPED, etree.Comment, etree.PI, with_tail=False)
    pieces: list[str] = []
    for event, element in etree.iterwalk(page, events=("start", "end")):
        pieces.append(_opening(element) if event == "start" else _closing(element))
    lines = ("".join(pieces)).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line not in ("", "-"))


def _parsed(text: str) -> tuple[html.HtmlElement | None, Message | None]:
    """The page as a tree, None if there is no element in it; and a message if it is nested too deeply."""
    parser = html.HTMLParser(encoding="utf-8")
    try:
        page = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None, None
    deep = any(error.message.startswith("Excessive depth") for error in parser.error_log)
    return page, _TOO_DEEP if deep else None


def _extracted(page: html.HtmlElement) -> tuple[Any, Message | None]:
    """What trafilatura finds in the page, None if it is too large for it; and a message if it fails."""
    lists = sum(1 for _ in page.iter("ul", "ol", "dl", "table"))
    if lists > MAX_LISTS or sum(1 for _ in page.iter()) > MAX_ELEMENTS:
        return None, None
    try:
        found = _extract(page)
        if found and found.text and _loses_a_list(page, found.text):
            found = _extract(page, favor_recall=True) or found
    except Exception as error:  # trafilatura passes on whatever its parsers raise on broken pages
        return None, Message(
            "The page is broken HTML ({fault}); only its bare text was read.", fault=type(error).__name__
        )
    return found, None


def _extract(page: html.HtmlElement, *, favor_recall: bool = False) -> Any:
    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "100")
    days = {"extensive_search": False, "original_date": True, "min_date": MIN_DAY, "max_date": MAX_DAY}
    return trafilatura.bare_extraction(
        page, include_comments=False, include_tables=True, with_metadata=True, favor_recall=favor_recall,
        date_extraction_params=days, config=config,
    )  # fmt: skip


def _loses_a_list(page: html.HtmlElement, body: str) -> bool:
    """True if an item of a list that is a clause of its own, no link, is not in the body."""
    seen = " ".join(body.split())
    for item in islice(page.iter("li"), _MOST_ITEMS):
        words = "".join(item.itertext()).split()
        linked = sum(len("".join(link.itertext()).split()) for link in item.iter("a"))
        clause = len(words) >= _LIST_ITEM_WORDS and 2 * linked < len(words) and words[-1][-1] in ".;։"
        if clause and " ".join(words) not in seen:
            return True
    return False


def _with_rows(body: str) -> str:
    """The body with each row of a table as a line of its cells' words."""
    return _ROW.sub(lambda row: " ".join(row.group(1).replace("|", " ").split()), body)


def _opening(element: html.HtmlElement) -> str:
    before = {"li": "\n- ", "td": " ", "th": " "}.get(element.tag, "\n" if element.tag in _BLOCKS else "")
    return before + (element.text or "")


def _closing(element: html.HtmlElement) -> str:
    after = " " if element.tag in ("td", "th") else "\n" if element.tag in _BLOCKS else ""
    return after + (element.tail or "")
