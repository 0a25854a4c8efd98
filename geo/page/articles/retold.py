"""What the reader and the library say of an article, in the reader's language.

Their sentences are kept in English with what was read (geo/articles); here each is known by its form
and told again. A sentence of no known form stays as it is. No streamlit here.
"""

from __future__ import annotations

import re
from functools import cache

from geo.language import later, say

# What a text without a file is called.
PASTED = later("Pasted text")
# {then} stands for a whole sentence that is told again itself.
SENTENCES = (
    PASTED,
    # how a day was read
    later("The date is written in full."),
    later("Day and month in the sentence; the year is the one the text is telling of."),
    later("Day and month in the sentence; the year is that of publication."),
    later("Day and month in the sentence; the year is the one nearest to publication."),
    later("Month in the sentence; the year is the one the text is telling of."),
    later("Month in the sentence; the year is that of publication."),
    later("Month in the sentence; the year is the one nearest to publication."),
    later("The year in the sentence."),
    later("The sentence says {words}; the article is of {day}."),
    later("The sentence names {words}, a span of known days."),
    later("The text gives no day."),
    later("The text gives no year."),
    later("The text does not say when it was published."),
    later("“{words}” is not a day that exists; it was left out."),
    later("An earlier sentence gives the day before. {then}"),
    later("An earlier sentence gives the day. {then}"),
    later("Another sentence on the same place gives the day. {then}"),
    # when the article was published
    later("Given by the reader."),
    later("Given by the document's own data."),
    later("The day in the address of the page."),
    later("The text gives no full publication date."),
    later("The line “{words}”."),
    later("The dateline “{words}”."),
    # what is odd about the text
    later("The text is longer than {number} characters; only so many were read."),
    later("There is no text of an article in it: no sentence was found."),
    later("There is no text of an article in it."),
    later("There is no text in it."),
    later(
        "The article is not in English, Azerbaijani, Turkish, Russian or Armenian; it was read by the "
        "English rules, so little may be found."
    ),
    later(
        "The text gives no publication date, so days without a year stay open; give one with --published."
    ),
    later("NUL bytes stood in the text; they were removed."),
    later("Marks that turn the direction of writing stood in the text; they were removed."),
    later("The text was read as {encoding}; it carries no byte-order mark."),
    later("The text is not UTF-8; it was read as {encoding}."),
    later("The text is in no encoding we know; letters that could not be read show as �."),
    later("The page is broken HTML ({fault}); only its bare text was read."),
    later("No article was found in the page; its bare text was read."),
    later("The page holds no text."),
    later("published is {came}, which is not a day; write YYYY-MM-DD."),
    # what could not be read at all
    later("It could not be read ({fault})."),
    later("It holds no text, Markdown, HTML, PDF or JSON lines file."),
    later("The file is empty."),
    later("The file has {size} MB; at most {most} MB are read."),
    later("The file cannot be opened: {fault}."),
    later("A zip inside a zip is not opened."),
    later("The file ends in .zip but is not a zip that can be opened."),
    later("The zip would unpack to {number} files and {size} MB; that is more than is read."),
    later("The file in the zip cannot be unpacked: {fault}."),
    later("The file in the zip is larger than it says; it was not read."),
    later("The PDF is locked with a password."),
    later("The PDF has more than 200 pages; only those were read."),
    later("The PDF cannot be read: {fault}."),
    later("The PDF has no text, only pictures; it would have to be typed or recognised first."),
    # what the web answered
    later("{came} is not a web address; write https://…"),
    later("That is not a web address; write https://host/path."),
    later("Only addresses that begin with http:// or https:// and name a host are fetched."),
    later("Only the usual ports 80 and 443 are asked, not {port}."),
    later("{host} is not the name of a host."),
    later("{host} is not a public address; only the public web is asked."),
    later("No machine is known under the name {host}; is there a network?"),
    later("The address could not be read: {fault}."),
    later("The address leads on more than {number} times."),
    later("The server of {host} answered {answer}."),
    later("The address holds {kind}; articles are read from HTML, plain text and PDF."),
    later("The page has more than {most} MB; bring it as a file."),
    later("The page took longer than {seconds} seconds; bring it as a file."),
    # what the library would not keep
    later("{name}: expected at most {most} characters, came {number}; cut it into its articles."),
    later("{name}: expected the text of an article, came none; nothing was kept of it."),
    # what could not be confirmed as it stood; {then} is one or several of those below
    later("draft {number}: {then}; give it in changes."),
    later("excerpt {number}: {then}; give it in changes."),
    later("expected a day, came nothing"),
    later("expected a number, came nothing"),
    later("expected ids, came nothing"),
    later("expected text, came nothing"),
    later("expected a day from {day}, came {came}"),
    later("expected words that take no side, came {came}"),
    later("expected at most {number} words, came more"),
    later("expected the article's exact words, came others"),
)
# The fields that such a sentence is about, as the forms call them.
FIELDS = {
    "claimant": later("Who says it"),
    "date_end": later("Last day"),
    "date_prec": later("Known to"),
    "date_start": later("First day"),
    "quote": later("The article's exact words, at most 60"),
    "region_ids": later("Regions"),
    "summary": later("Summary, in your words"),
    "title": later("Title, in your words"),
}
_MEANING = re.compile(
    r"(expected (?:a day|a number|ids|text))(?: from \d+(?: to \d+)?)? \([^)]*\)(?=, came nothing)"
)


def retold(lang: str, sentence: str) -> str:
    """The sentence in the language; one about a named document keeps the name in front."""
    if lang == "en" or not sentence:
        return sentence
    told = _told(lang, _MEANING.sub(r"\1", sentence))
    if told is None:
        name, colon, rest = sentence.partition(": ")
        told = _told(lang, _MEANING.sub(r"\1", rest)) if colon else None
        told = f"{_named(lang, name)}: {told}" if told else None
    return told or sentence


def _named(lang: str, name: str) -> str:
    return say(lang, FIELDS[name]) if name in FIELDS else retold(lang, name)


def _told(lang: str, sentence: str) -> str | None:
    for form, text in _forms():
        met = form.fullmatch(sentence)
        if met:
            values = met.groupdict()
            if "then" in values:
                values["then"] = "; ".join(retold(lang, part) for part in values["then"].split("; "))
            return say(lang, text, **values)
    return None


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each text with the form of the sentences made from it, those without a gap first."""
    texts = sorted(SENTENCES, key=lambda text: text.count("{"))
    return tuple((_form(text), text) for text in texts)


def _form(text: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(text)), re.DOTALL)
