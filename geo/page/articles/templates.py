"""Templates of this view: every value is text to them, so nothing of an article becomes markup."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

_HERE = Path(__file__).parent
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$@&^=])")


def draw(name: str, **values: object) -> None:
    """Draws a template of this folder with the values."""
    st.html(_environment().get_template(name).render(**values))


def style() -> None:
    """Draws this view's style sheet."""
    st.html(_HERE / "articles.css")


def plain(text: str, *, limit: int = 160) -> str:
    """The text on one line, cut at the limit, as Markdown that shows it letter by letter."""
    line = " ".join(text.split())
    line = line if len(line) <= limit else line[: limit - 1] + "…"
    return _MARKDOWN.sub(r"\\\1", line)


def web_address(text: str | None) -> str:
    """The address if it is one of the web, else nothing: no other may become a link."""
    given = (text or "").strip()
    web = given.lower().startswith(("https://", "http://")) and len(given.split()) == 1
    return given if web else ""


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
