"""The page's own words in the reader's language: gettext catalogues beside this file, read as they are.

A text is written in English where it is said and looked up here; `.po` files are read when a
language is first wanted, so that nothing has to be compiled. tests/page/test_language.py holds the
catalogues to the texts.
"""

from __future__ import annotations

from datetime import date
from functools import cache, partial
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from geo.message import Message, Scalar
from geo.when import format_days

FOLDER = Path(__file__).parent


def say(lang: str, text: str, /, **values: object) -> str:
    """The text in the language with its {places} filled; in English where it is not translated."""
    translated = catalogue(lang).gettext(text)
    return translated.format_map(values) if values else translated


def count(lang: str, one: str, many: str, number: int, /, **values: object) -> str:
    """The text for that number of things, as the language counts; {number} stands for the number."""
    translated = catalogue(lang).ngettext(one, many, number)
    return translated.format_map({"number": figure(lang, number), **values})


def localize(lang: str, message: Message) -> str:
    """The message in the language: its texts translated, its numbers and days as the language writes them."""
    return message.localize(catalogue(lang).gettext, partial(_written, lang))


def later(text: str) -> str:
    """The English text itself: the mark that it is a text of ours, where it is said only later."""
    return text


def figure(lang: str, number: float, pattern: str = "#,##0") -> str:
    """The number as the language writes it."""
    return str(format_decimal(number, pattern, locale=lang))


def _written(lang: str, value: Scalar) -> str:
    if isinstance(value, int):
        return figure(lang, value)
    return format_days(value, lang=lang) if isinstance(value, date) else value


@cache
def catalogue(lang: str) -> NullTranslations:
    """The translations of a language; of one without a catalogue, none."""
    path = FOLDER / f"{lang}.po"
    if not path.is_file():
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as source:
        catalog = read_po(source, locale=lang)
    for message in [each for each in catalog if each.pluralizable and not all(each.string or ())]:
        # write_mo would put the English singular in every form that lacks.
        catalog.delete(message.id)
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)
