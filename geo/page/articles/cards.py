"""A proposal as a card: what, where, when, who says it, known or new, and the buttons that decide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from geo.atlas import Atlas
from geo.language import later, say
from geo.page.articles import decisions, routes
from geo.page.articles.forms import draft_form, quote_form
from geo.page.articles.proposals import Proposal, Quote
from geo.page.articles.templates import draw

_UNDO_EVENT = {"confirmed": later("Undo confirmation"), "rejected": later("Undo rejection")}
_UNDO_QUOTATION = {
    "confirmed": later("Undo confirmation of quotation"),
    "rejected": later("Undo rejection of quotation"),
}


def card(atlas: Atlas, proposal: Proposal, lang: str) -> None:
    """Draws the card, or its form while that is open."""
    with st.container(key=f"card-{proposal.state}-{proposal.draft_id}", border=True):
        note = decisions.note()
        draw("card.html", p=proposal, note=note if note.about == proposal.draft_id else None)
        if decisions.edited() == ("draft", proposal.draft_id):
            draft_form(atlas, proposal, lang)
        else:
            _buttons(atlas, proposal, lang)
        for quote in proposal.quotes:
            _quotation(quote, proposal, lang)


def _buttons(atlas: Atlas, proposal: Proposal, lang: str) -> None:
    number, act = proposal.draft_id, decisions.decide_one
    with st.container(key=f"buttons-{number}", horizontal=True):
        if proposal.state == "proposed":
            if proposal.dated:
                _press(say(lang, "Confirm"), f"confirm-{number}", act, proposal, "confirmed")
            _press(say(lang, "Reject"), f"reject-{number}", act, proposal, "rejected")
        else:
            undone = tuple(one for quote in proposal.quotes for one in quote.decision_ids)
            ids = (*proposal.decision_ids, *undone)
            words = say(lang, _UNDO_EVENT[proposal.state])
            _press(words, f"undo-{number}", partial(decisions.undo, ids, about=number))
        words = say(lang, "Edit") if proposal.dated else say(lang, "Give a date, or edit")
        _press(words, f"edit-{number}", decisions.edit, ("draft", number))
        _see(atlas, proposal, lang)


def _see(atlas: Atlas, proposal: Proposal, lang: str) -> None:
    """The way to a confirmed record on map, timeline and panel."""
    day = proposal.values["date_start"]
    if proposal.state == "confirmed" and day and atlas.first <= day <= atlas.last:
        region = next((one for one in proposal.values["region_ids"] if one in atlas.regions.index), None)
        words, key = say(lang, "See it in the atlas →"), f"see-{proposal.draft_id}"
        _press(words, key, routes.open_atlas, day, region, quiet=True)


def _quotation(quote: Quote, proposal: Proposal, lang: str) -> None:
    number, act = quote.ids[0], decisions.decide_quote
    draw("quote.html", q=quote, p=proposal)
    if decisions.edited() == ("excerpt", number):
        quote_form(quote, lang)
        return
    press = partial(_press, quiet=True)
    with st.container(key=f"quote-buttons-{number}", horizontal=True):
        if quote.state == "proposed":
            if proposal.dated:
                press(say(lang, "Confirm quotation"), f"confirm-q-{number}", act, quote, "confirmed")
            press(say(lang, "Reject quotation"), f"reject-q-{number}", act, quote, "rejected")
        else:
            undo = partial(decisions.undo, quote.decision_ids, about=proposal.draft_id)
            press(say(lang, _UNDO_QUOTATION[quote.state]), f"undo-q-{number}", undo)
        press(say(lang, "Edit quotation"), f"edit-q-{number}", decisions.edit, ("excerpt", number))


def _press(words: str, key: str, act: Callable[..., None], *given: object, quiet: bool = False) -> None:
    """A button that does the act with what is given."""
    st.button(words, key=key, on_click=act, args=given, type="tertiary" if quiet else "secondary")
