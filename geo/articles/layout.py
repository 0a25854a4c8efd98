"""Parts a page into lines: headline, body paragraphs, and what is set apart with a reason.

The cue words stand in words/layout.csv; agencies in words/agencies.csv.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from geo.articles.datelines import dateline_of
from geo.articles.dates import written_dates
from geo.articles.words import TOKEN, by, listed, lowered, pattern, table, with_schwa

BULLET = re.compile(r"^(?:[-•*·►▪‣●–—]|\d{1,2}[.)])\s+")
_TERMINAL = re.compile(r"(?:[.!?…։]|[.!?,…։][\"”’»')\]]+|(?<=[Ա-և»]):)\s*$")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[AaPp]\.?[Mm]\.?)?|\b\d{1,2}\s*[AaPp]\.?[Mm]\b")
_LABEL_THEN_TEXT = pattern("label_then_text")
_STAMP_THEN_TEXT = pattern("stamp_then_text")
_COMMENTS = pattern("comments")
_HEADLINE_WORDS, _LONG, _TOP, _CLAUSE = 40, 25, 6, 8
_LONGEST_POST, _LEAST_WORDS = 1000, 4


@dataclass(frozen=True)
class Line:
    """A line of the text without the space around it; `reason` is empty for body."""

    start: int
    end: int
    text: str
    reason: str = ""

    @property
    def words(self) -> int:
        """How many words the line has."""
        return len(TOKEN.findall(self.text))

    @property
    def closed(self) -> bool:
        """True if the line ends as a sentence does, or as one that a list or quotation goes on with."""
        if _TERMINAL.search(self.text):
            return True
        return self.text.endswith(";") or (self.text.endswith(":") and self.words >= _CLAUSE)


def laid_out(text: str, language: str | None, title: str | None) -> list[Line]:
    """Every line of the text in order, each with the reason it is set apart, or none for body."""
    lines = _once([_classified(line, language) for line in _lines(text)])
    lines = _headline(lines, title)
    body = next((index for index, line in enumerate(lines) if _is_paragraph(line)), len(lines))
    lines = _standfirst(lines, body)
    lines = [_above(line) if index < body else line for index, line in enumerate(lines)]
    return _post(_after_cues(_tail(_comments(lines, body))), title)


def _post(lines: list[Line], title: str | None) -> list[Line]:
    """Takes the lines of a short text without a full stop for its body: people write posts so."""
    if any(not line.reason for line in lines) or sum(len(line.text) for line in lines) > _LONGEST_POST:
        return lines
    open_ended = ("subheading", "related", "section", "standfirst") + (() if title else ("headline",))
    return [replace(line, reason="") if line.reason in open_ended and line.words >= _LEAST_WORDS else line
            for line in lines]  # fmt: skip


def _once(lines: list[Line]) -> list[Line]:
    """Marks a line that only repeats the one before it, as captions and headlines of scraped pages do."""
    three = zip(lines, [None, *lines], [*lines[1:], None], strict=False)
    return [_repeated(*line) for line in three]


def _repeated(line: Line, before: Line | None, after: Line | None) -> Line:
    if before and line.text == before.text:
        return replace(line, reason="repeated")
    if after and after.reason == "caption" and after.text.startswith(line.text):
        return replace(line, reason="caption")
    return line


def unwrapped(text: str) -> str:
    """The text with hard-wrapped lines joined into paragraphs; as it is where lines are paragraphs."""
    lines = text.split("\n")
    pairs = [(one, two) for one, two in pairwise(lines) if one.strip() and two.strip()]
    broken = [two for one, two in pairs if not _TERMINAL.search(one) and two.strip()[0].islower()]
    if len(pairs) < 4 or len(broken) < 0.3 * len(pairs):
        return text
    return re.sub(r"(?<=\S)[ \t]*\n[ \t]*(?=\S)", " ", text)


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    for match in re.finditer(r"[^\n]+", text):
        piece = match.group()
        start = match.start() + len(piece) - len(piece.lstrip())
        piece = piece.strip()
        label = _LABEL_THEN_TEXT.match(piece) or (
            _STAMP_THEN_TEXT.match(piece) if len(found) < _TOP else None
        )
        if label:
            found.append(
                Line(start, start + len(label.group().rstrip()), label.group().rstrip(), "published")
            )
            start, piece = start + label.end(), piece[label.end() :]
        if piece:
            found.append(Line(start, start + len(piece), piece))
    return found


def _classified(line: Line, language: str | None) -> Line:
    if line.reason:
        return line
    text = lowered(BULLET.sub("", line.text).strip("#*_|>[] "))
    for reason, starts, contains in _cues():
        met = starts.match(text) or (contains and contains.search(text))
        if met and _fits(reason, line, language):
            return replace(line, reason=reason)
    if not line.text.endswith(";") and is_date_line(line.text, language):
        return replace(line, reason="date")
    if _is_bare_dateline(line.text, language):
        return replace(line, reason="dateline")
    return replace(line, reason="agency") if line.words <= 4 and agency_in(line.text) else line


def _fits(reason: str, line: Line, language: str | None) -> bool:
    """Guards cue words that sentences may begin with too."""
    if reason == "published" or reason == "modified":
        return line.words <= 14 and bool(written_dates(line.text, language) or written_dates(line.text, "en"))
    if reason == "byline":
        return line.words <= 12 and not line.closed
    if reason == "caption":
        return line.words <= 120
    if reason in ("share", "banner"):
        return line.words <= 30
    return line.words <= 40 if reason == "related" else True


@cache
def _cues() -> list[tuple[str, re.Pattern[str], re.Pattern[str] | None]]:
    found = []
    for reason, rows in by("layout", "reason").items():
        cells = {
            where: [re.escape(lowered(row["text"])) for row in rows if row["where"] == where]
            for where in ("start", "contains")
        }
        starts = re.compile(rf"(?:{'|'.join(cells['start'])})(?!\w)")
        contains = re.compile(rf"(?<!\w)(?:{'|'.join(cells['contains'])})") if cells["contains"] else None
        found.append((reason, starts, contains))
    return found


def is_date_line(text: str, language: str | None) -> bool:
    """True if the line is little more than a full date, with time, place or agency at most."""
    if len(text) > 110:
        return False
    dates = [
        d
        for d in (*written_dates(text, language), *written_dates(text, "en"))
        if d.form == "day" and "y1" in d.numbers
    ]
    if not dates:
        return False
    rest = _TIME.sub(" ", text[: dates[0].start] + " " + text[dates[0].end :])
    words = [word for word in TOKEN.findall(rest) if len(word) > 2]
    return len(words) <= (3 if not _TERMINAL.search(text) else 1) or (
        (bool(agency_in(rest)) or "|" in text) and len(words) <= 7
    )


def _is_bare_dateline(text: str, language: str | None) -> bool:
    """True for a line such as "Baku, July 23, AZERTAC": place, day and agency and no more."""
    if len(text) > 60 or (_TERMINAL.search(text) and not text.endswith(":")):
        return False
    dates = [day for day in written_dates(text, language) if day.form == "day"]
    words = TOKEN.findall(text[: dates[0].start] + text[dates[0].end :]) if dates else []
    return bool(dates) and len(words) <= 4 and all(word[0].isupper() for word in words)


@cache
def _agency_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {spelling: row["name"] for row in table("agencies") for spelling in listed(row["spellings"])}
    parts = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)"), names


def agency_in(text: str) -> str | None:
    """The canonical name of the first news agency or outlet that the text names, or None."""
    spellings, names = _agency_pattern()
    match = spellings.search(with_schwa(text))
    return names[match.group()] if match else None


def _headline(lines: list[Line], title: str | None) -> list[Line]:
    """Marks the headline: the line equal to the title, else the first long enough that is no paragraph."""
    for index, line in enumerate(lines[:12]):
        plain = line.text.strip("#* ")
        if title and TOKEN.findall(plain.casefold()) == TOKEN.findall(title.casefold()):
            return [*lines[:index], replace(line, reason="headline"), *lines[index + 1 :]]
    if title:
        return lines
    for index, line in enumerate(lines[:12]):
        if line.reason:
            continue
        if line.text.startswith("# ") or _may_be_headline(line, lines[index + 1 :]):
            return [*lines[:index], replace(line, reason="headline"), *lines[index + 1 :]]
        if _is_paragraph(line):
            break
    return lines


def _may_be_headline(line: Line, following: list[Line]) -> bool:
    if (
        not 3 <= line.words <= _HEADLINE_WORDS
        or line.text.endswith((":", ";"))
        or BULLET.match(line.text)
        or (dateline_of(line.text) and line.closed)
    ):
        return False
    return (
        not line.closed
        or line.text[-1] in "?!"
        or (line.words <= 14 and len(following) >= 2 and not _is_paragraph(line))
        or (line.words <= 14 and len(following) >= 2 and bool(following[0].reason))
    )


def _is_paragraph(line: Line) -> bool:
    return not line.reason and ((line.words >= 8 and line.closed) or line.words >= _LONG)


def _standfirst(lines: list[Line], body: int) -> list[Line]:
    """Marks a paragraph between the headline and the lines of date and agency, and labels among them."""
    labels = ("published", "date", "byline", "modified")
    above = {line.reason for line in lines[:body]}
    after = next(
        (index for index in range(body, min(body + 6, len(lines))) if lines[index].reason in labels), None
    )
    if "headline" not in above or above & set(labels) or after is None:
        return lines
    between = [line for line in lines[body:after] if _is_paragraph(line)]
    if len(between) > 2 or len([line for line in lines[after:] if _is_paragraph(line)]) < 2:
        return lines
    return [replace(line, reason=_between(line)) if body <= index < after and not line.reason else line
            for index, line in enumerate(lines)]  # fmt: skip


def _between(line: Line) -> str:
    return "standfirst" if _is_paragraph(line) else "section"


def _above(line: Line) -> Line:
    if line.reason or line.closed:
        return line
    return replace(line, reason="section" if line.words <= 6 else "related")


def _tail(lines: list[Line]) -> list[Line]:
    """Marks the run of headlines without full stop that ends a scraped page."""
    result = list(lines)
    for index in range(len(result) - 1, -1, -1):
        line = result[index]
        if line.reason:
            continue
        if line.closed and not (
            BULLET.match(line.text) and index + 1 < len(result) and result[index + 1].reason == "related"
        ):
            break
        if line.words > _HEADLINE_WORDS:
            break
        result[index] = replace(line, reason="related")
    return result


def _comments(lines: list[Line], body: int) -> list[Line]:
    """Sets readers' comments apart: all that follows a line such as "Comments 3" below the body."""
    for index, line in enumerate(lines):
        if index > body and line.words <= 4 and _COMMENTS.match(line.text.strip("#* ")):
            return [*lines[:index], *(replace(other, reason="share") for other in lines[index:])]
    return lines


def _after_cues(lines: list[Line]) -> list[Line]:
    """Marks what follows a "read more" cue, bullets without full stop, and subheadings inside the body."""
    result: list[Line] = []
    following = False
    for line in lines:
        if line.reason:
            following = (line.reason == "related" and line.words <= 6) or (
                following and line.reason in ("date", "related")
            )
        elif not line.closed and line.words < _LONG:
            bullet = BULLET.match(line.text)
            line = replace(line, reason="related" if following or bullet else "subheading")
        else:
            following = False
        result.append(line)
    return result
