"""What crosses the borders between the steps of the reader: plain frozen records.

Offsets count characters of `Article.text`, the cleaned text; ends are exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from geo.message import Message

LANGUAGES = ("en", "az", "tr", "ru", "hy")
MAX_CHARACTERS = 400_000
# A text longer than that is no article, and nothing of it is read.
MOST_CHARACTERS = 10_000_000


@dataclass(frozen=True)
class Raw:
    """One document as it came: its text and what its container said of it (None where it said nothing)."""

    name: str
    text: str
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    problems: tuple[Message, ...] = ()


def too_long(number: int) -> Message:
    """The message that a text of so many characters is not read."""
    return Message(
        "The text has {number} characters; at most {most} are read. Cut it into its articles.",
        number=number,
        most=MOST_CHARACTERS,
    )


@dataclass(frozen=True)
class Sentence:
    """A sentence of the body: text == article.text[start:end]; `paragraph` counts from 0."""

    start: int
    end: int
    text: str
    paragraph: int


@dataclass(frozen=True)
class SetApart:
    """A piece of the text that is not read as body, and why (a reason of words/layout.csv)."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True)
class Article:
    """A document read: what it says of itself, its body sentences in order, and what was set apart.

    `language` is one of LANGUAGES, another ISO 639 code, or None; `published` None where the text
    does not give it; `datelines` are the spans at paragraph starts that name place and agency.
    """

    name: str
    text: str
    headline: str | None
    publisher: str | None
    agency: str | None
    published: date | None
    published_basis: Message
    language: str | None
    sentences: tuple[Sentence, ...]
    set_apart: tuple[SetApart, ...]
    datelines: tuple[SetApart, ...] = ()
    url: str | None = None
    problems: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Mention:
    """A place name in the text, with the regions it may mean and what the mention is for.

    `role` is place (something may happen there), dateline, government, topic, authority, route,
    origin, earlier (of another event told as past) or adjective; `region_ids` holds several where the
    words stand for several districts.
    """

    start: int
    end: int
    text: str
    region_ids: tuple[str, ...]
    role: str = "place"
    kind: str = "region"


@dataclass(frozen=True)
class Dated:
    """A date in the text: first to last day (inclusive) with UCDP precision 1 to 5.

    `first` is None where the text leaves the year open; `basis` says how it was read;
    `explicit` is True where the text itself gives the year.
    """

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    prec: int
    basis: Message
    explicit: bool = False


@dataclass(frozen=True)
class Claim:
    """Who says a sentence, as canonical name and affiliation (None where nobody is named)."""

    name: str | None
    affiliation: str | None


@dataclass(frozen=True)
class Draft:
    """An event proposed from one sentence; nothing is confirmed.

    `event_ids` are the known events it may be (empty: new); `placed_by_context` is True where the
    sentence names no region itself; `inherited_date` where the day stands in an earlier sentence.
    """

    sentence: Sentence
    region_ids: tuple[str, ...]
    first: date | None
    last: date | None
    prec: int | None
    date_basis: Message
    event_type: str
    status: str
    claim: Claim
    background: bool = False
    placed_by_context: bool = False
    inherited_date: bool = False
    event_ids: tuple[str, ...] = ()


def without_claim(draft: Draft) -> Draft:
    """The draft as if nobody said it: equal for all who say the same of one sentence."""
    return replace(draft, claim=Claim(None, None))


@dataclass(frozen=True)
class Excerpt:
    """An exact quotation of at most 60 words that speaks of a region and a date."""

    region_id: str
    quote: str
    draft: Draft


@dataclass(frozen=True)
class Reading:
    """Everything read from one article."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    dates: tuple[Dated, ...] = ()
    drafts: tuple[Draft, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    problems: tuple[Message, ...] = field(default=())
