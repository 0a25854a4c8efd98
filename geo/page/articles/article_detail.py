"""One article: what it says of itself, its annotated text, its proposals next to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from geo.articles.article import NO_DAY
from geo.articles.library import Library
from geo.articles.urls import web_address
from geo.atlas import Atlas
from geo.language import say
from geo.message import Message
from geo.names import display_name, term_name
from geo.page.articles import decisions, routes
from geo.page.articles.annotated_text import MAX_CHARACTERS, blocks
from geo.page.articles.cards import card
from geo.page.articles.forms import article_form
from geo.page.articles.ingest import shown_name
from geo.page.articles.proposals import Proposal, proposals
from geo.page.articles.templates import draw
from geo.page.articles.upload import show_left, show_result_of
from geo.when import format_days


def tools(atlas: Atlas, article: dict[str, Any], lang: str) -> None:
    """Draws the buttons of the article as a whole."""
    st.button(say(lang, "← All articles"), key="all-articles", on_click=routes.open_articles, type="tertiary")
    article_form(atlas, article, lang)
    _remove(article, lang)


def article_detail(library: Library, atlas: Atlas, article: dict[str, Any], lang: str) -> None:
    """Draws an article of the library."""
    show_left()
    show_result_of(int(article["article_id"]))
    reading = library.reading(int(article["article_id"]))
    proposed = proposals(library, atlas, article, lang)
    draw(
        "head.html",
        a=article,
        name=shown_name(article["name"], lang),
        basis=reading.article.published_basis,
        remarks=[_as_the_page_says(remark) for remark in article["problems"]],
        **_words(atlas, article, lang),
    )
    text, cards = st.columns([1.1, 1], gap="medium")
    with text, st.container(key="article-text"):
        sentences = {p.number: (p.values["sentence_start"], p.values["sentence_end"]) for p in proposed}
        names = {region_id: display_name(row, lang) for region_id, row in atlas.regions.iterrows()}
        cut = len(reading.article.text) > MAX_CHARACTERS
        lines = list(blocks(reading, sentences, names, lang))
        draw("text.html", blocks=lines, language=_code(article), cut=cut, most=MAX_CHARACTERS)
    with cards:
        _cards(atlas, proposed, lang)


def _as_the_page_says(remark: Message) -> Message:
    """The remark; one that speaks of the command line in the words of what can be done here."""
    if remark.text != NO_DAY.text:
        return remark
    return Message(
        "The text gives no publication date, so days without a year stay open. If you know it, write it "
        "under “{button}”.",
        button=Message("Correct what it says of itself"),
    )


def _words(atlas: Atlas, article: Mapping[str, Any], lang: str) -> dict[str, str]:
    whose = article["affiliation"]
    return {
        "published": format_days(article["published"], lang=lang) if article["published"] else "",
        "affiliation": term_name(atlas.terms, "affiliation", whose, lang) if whose else "",
        "link": web_address(article["url"]),
    }


def _code(article: Mapping[str, Any]) -> str:
    code = str(article["language"] or "")
    return code if code.isascii() and code.isalpha() and len(code) <= 3 else "und"


def _cards(atlas: Atlas, proposed: list[Proposal], lang: str) -> None:
    still = [one for one in proposed if one.state == "proposed"]
    note = decisions.note()
    draw("proposals.html", count=len(proposed), still=len(still), note=note if note.about == 0 else None)
    if proposed:
        _all_at_once(still, lang)
    for proposal in proposed:
        card(atlas, proposal, lang)


def _all_at_once(still: list[Proposal], lang: str) -> None:
    with st.container(key="all-at-once", horizontal=True):
        confirm, reject = say(lang, "Confirm all"), say(lang, "Reject all")
        none = not still
        act = decisions.decide_all
        st.button(confirm, key="confirm-all", on_click=act, args=(still, "confirmed"), disabled=none)
        st.button(reject, key="reject-all", on_click=act, args=(still, "rejected"), disabled=none)
        explained = say(lang, "Takes your last press back.")
        undo = say(lang, "Undo last press")
        st.button(undo, key="undo", on_click=decisions.undo, help=explained)


def _remove(article: Mapping[str, Any], lang: str) -> None:
    with st.popover(say(lang, "Remove…")):
        st.markdown(say(lang, "The article leaves the library with its proposals and decisions."))
        st.markdown(say(lang, "This cannot be undone."))
        words, number = say(lang, "Remove this article"), int(article["article_id"])
        st.button(words, key="remove", on_click=decisions.remove, args=(number,), type="primary")
