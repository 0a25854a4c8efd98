"""The words of a language that the browser cannot know: messages, months, plural forms, numbers."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from babel import Locale
from babel.dates import get_month_names

from geo.language import browser_messages, plural_forms, say
from geo.languages import BY_CODE, LANGUAGES
from geo.typed_dates import month_spellings

Json = dict[str, Any]
Context = Literal["format", "stand-alone"]
Width = Literal["wide", "abbreviated"]


@cache
def wording(lang: str) -> Json:
    """The language's messages, plural forms (a digit for each number from 0 to 199), months and numbers.

    `month_names` holds, for each month, the folded names in every language: a reader may type any.
    """
    return {
        "messages": browser_messages(lang),
        "plural_forms": plural_forms(lang),
        "around": BY_CODE[lang].around,
        "alphabet": BY_CODE[lang].alphabet,
        "months": {
            "after_day": _months(lang, "wide", "format"),
            "alone": _months(lang, "wide", "stand-alone"),
            "short": [name.rstrip(".") for name in _months(lang, "abbreviated", "format")],
        },
        "month_names": [sorted(names) for names in month_spellings()],
        "numbers": {
            "group": _symbol(lang, "group"),
            "decimal": _symbol(lang, "decimal"),
            "percent": _percent(lang),
        },
    }


def group_names() -> dict[str, dict[str, str]]:
    """The families of event types by id, from the baseline of a bar up, named in every language."""
    return {
        "armed": {lang: say(lang, "Fighting") for lang in LANGUAGES},
        "people": {lang: say(lang, "Civilians") for lang in LANGUAGES},
        "politics": {lang: say(lang, "Politics") for lang in LANGUAGES},
    }


def credits(lang: str) -> str:
    """The line below the map: where its drawing is from."""
    return say(
        lang,
        "Districts: geoBoundaries/Wikipedia (CC BY-SA) · Natural Earth · relief: NOAA GLOBE · "
        "lines typed by Karabakh Atlas, approximate",
    )


def _months(lang: str, width: Width, context: Context) -> list[str]:
    names = get_month_names(width, context, lang)
    return [names[number] for number in range(1, 13)]


def _symbol(lang: str, name: str) -> str:
    return str(Locale.parse(lang).number_symbols["latn"][name])


def _percent(lang: str) -> str:
    """How the language writes a percentage, {} standing for the number."""
    return str(Locale.parse(lang).percent_formats[None].pattern).replace("#,##0", "{}")
