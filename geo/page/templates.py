"""HTML from the templates beside the page's modules: every value is text to them, never markup."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from geo.language import catalogue, figure, localize

_PAGE = Path(__file__).parent
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$@&^=])")
# Addresses, icons and arrows are made after the backslashes are gone: only a character between helps.
_MADE_LATER = re.compile(r"(?<=:)(?=[/\w])|(?<=www)(?=\.)|(?<=@)|(?<=[-<>~])(?=[-<>=])", re.IGNORECASE)
_WORD_JOINER = "\u2060"  # has no width and breaks no line


def rendered(name: str, lang: str, /, **values: object) -> str:
    """The template of that path below geo/page/ as HTML, its own words in the language."""
    return _environment(lang).get_template(name).render(lang=lang, **values)


def plain(text: str, *, limit: int | None = None) -> str:
    """The text on one line, cut at the limit, as Markdown that shows it letter by letter."""
    line = " ".join(text.split())
    line = line if limit is None or len(line) <= limit else line[: limit - 1] + "…"
    return _MARKDOWN.sub(r"\\\1", _MADE_LATER.sub(_WORD_JOINER, line))


@cache
def _environment(lang: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_PAGE),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(catalogue(lang), newstyle=True)  # type: ignore[attr-defined]
    environment.filters["localize"] = lambda message: localize(lang, message)
    environment.filters["figure"] = lambda number: figure(lang, number)
    return environment
