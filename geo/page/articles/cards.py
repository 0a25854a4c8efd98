"""A proposal as a card: what, where, when, who says it, known or new, and the buttons that decide."""

from __future__ import annotations

import streamlit as st

from geo.atlas import Atlas
from geo.page.articles import decisions, door
from geo.page.articles.edit import draft_form, quote_form
from geo.page.articles.proposals import Proposal, Quote
from geo.page.articles.templates import draw


def card(atlas: Atlas, proposal: Proposal, lang: str) -> None:
    """Draws the card, or its form while that is open."""
    with st.container(key=f"card-{proposal.state}-{proposal.draft_id}", border=True):
        note = decisions.note()
        draw("card.html", p=proposal, note=note if note.about == proposal.draft_id else None)
        if decisions.edited() == ("draft", proposal.draft_id):
            draft_form(atlas, proposal, lang)
        else:
            _buttons(atlas, proposal)
        for quote in proposal.quotes:
            _quotation(quote, proposal)


def _buttons(atlas: Atlas, proposal: Proposal) -> None:
    number, act = proposal.draft_id, decisions.decide_one
    with st.container(key=f"buttons-{number}", horizontal=True):
        if proposal.state == "proposed":
            if proposal.dated:
                st.button("Confirm", key=f"confirm-{number}", on_click=act, args=(proposal, "confirmed"))
            st.button("Reject", key=f"reject-{number}", on_click=act, args=(proposal, "rejected"))
        else:
            undone = tuple(one for quote in proposal.quotes for one in quote.decision_ids)
            ids = (*proposal.decision_ids, *undone)
            st.button(
                "Undo", key=f"undo-{number}", on_click=decisions.undo, args=(ids,), kwargs={"about": number}
            )
        words = "Edit" if proposal.dated else "Give a date, or edit"
        st.button(words, key=f"edit-{number}", on_click=decisions.edit, args=(("draft", number),))
        _see(atlas, proposal)


def _see(atlas: Atlas, proposal: Proposal) -> None:
    """The way to a confirmed record on map, timeline and panel."""
    day = proposal.values["date_start"]
    if proposal.state == "confirmed" and day and atlas.first <= day <= atlas.last:
        region = next((one for one in proposal.values["region_ids"] if one in atlas.regions.index), None)
        key = f"see-{proposal.draft_id}"
        st.button("See it in the atlas →", key=key, on_click=door.leave, args=(day, region), type="tertiary")


def _quotation(quote: Quote, proposal: Proposal) -> None:
    number, act = quote.ids[0], decisions.decide_quote
    draw("quote.html", q=quote, p=proposal)
    if decisions.edited() == ("excerpt", number):
        quote_form(quote)
        return
    with st.container(key=f"quote-buttons-{number}", horizontal=True):
        if quote.state == "proposed":
            if proposal.dated:
                st.button(
                    "Confirm quotation",
                    key=f"confirm-q-{number}",
                    on_click=act,
                    args=(quote, "confirmed"),
                    type="tertiary",
                )
            st.button(
                "Reject quotation",
                key=f"reject-q-{number}",
                on_click=act,
                args=(quote, "rejected"),
                type="tertiary",
            )
        else:
            options = {"about": proposal.draft_id}
            st.button(
                "Undo",
                key=f"undo-q-{number}",
                on_click=decisions.undo,
                args=(quote.decision_ids,),
                kwargs=options,
                type="tertiary",
            )
        st.button(
            "Edit quotation",
            key=f"edit-q-{number}",
            on_click=decisions.edit,
            args=(("excerpt", number),),
            type="tertiary",
        )
