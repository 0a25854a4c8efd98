"""Forms: a proposal, a quotation, and what an article says of itself. Saving a proposal confirms it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from geo.articles.library.own import STATUSES
from geo.atlas import Atlas
from geo.names import label as name_in
from geo.page.articles import decisions
from geo.page.articles.proposals import Proposal, Quote, candidates, event_words
from geo.page.templates import web_address

_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)
_NONE = ""


def draft_form(atlas: Atlas, proposal: Proposal, lang: str) -> None:
    """The form of an event; it confirms with what was changed."""
    values, number = proposal.values, proposal.draft_id
    with st.form(f"draft-form-{number}", border=False):
        names = {region_id: name_in(row, lang) for region_id, row in atlas.regions.iterrows()}
        given: dict[str, Any] = {"region_ids": _regions(names, values["region_ids"], f"regions-{number}")}
        left, middle, right = st.columns(3)
        with left:
            given["date_start"] = _day("First day", values["date_start"], f"first-{number}")
        with middle:
            given["date_end"] = _day("Last day", values["date_end"], f"last-{number}")
        with right:
            given["date_prec"] = _choice(
                "Known to", _terms(atlas, "date_prec", lang), str(values["date_prec"] or 1), f"prec-{number}"
            )
        given |= _what(atlas, proposal, lang)
        given |= _words(proposal)
        save = st.form_submit_button("Confirm with these changes", type="primary", key=f"save-{number}")
    st.button(
        "Close without saving", key=f"close-{number}", on_click=decisions.edit, args=(None,), type="tertiary"
    )
    if save:
        decisions.change(number, "draft", [number], _changed(values, given))
        st.rerun()


def quote_form(quote: Quote) -> None:
    """The form of a quotation: fewer of the article's exact words."""
    number = quote.ids[0]
    with st.form(f"quote-form-{number}", border=False):
        text = st.text_area("The article's exact words, at most 60", quote.text, key=f"quote-{number}")
        save = st.form_submit_button("Confirm with these words", type="primary", key=f"save-q-{number}")
    st.button(
        "Close without saving",
        key=f"close-q-{number}",
        on_click=decisions.edit,
        args=(None,),
        type="tertiary",
    )
    if save:
        decisions.change(
            quote.draft_id, "excerpt", quote.ids, {"quote": text.strip()} if text.strip() else {}
        )
        st.rerun()


def article_form(atlas: Atlas, article: Mapping[str, Any], lang: str) -> None:
    """The form of what a person knows of the article and its text does not say."""
    number = int(article["article_id"])
    with st.popover("Correct what it says of itself"), st.form(f"article-form-{number}", border=False):
        given: dict[str, Any] = {
            "headline": st.text_input("Headline", article["headline"] or "", key=f"headline-{number}"),
            "publisher": st.text_input("Publisher", article["publisher"] or "", key=f"publisher-{number}"),
        }
        choices = {_NONE: "not known"} | _terms(atlas, "affiliation", lang)
        given["affiliation"] = _choice(
            "Whose publisher it is", choices, article["affiliation"] or _NONE, f"whose-{number}"
        )
        given["published"] = _day("Published", article["published"], f"day-{number}")
        given["url"] = st.text_input("Address (URL)", web_address(article["url"]), key=f"url-of-{number}")
        if st.form_submit_button("Save", type="primary", key=f"save-article-{number}"):
            decisions.describe(number, _changed(article, given))
            st.rerun()


def _what(atlas: Atlas, proposal: Proposal, lang: str) -> dict[str, Any]:
    values, number = proposal.values, proposal.draft_id
    left, right = st.columns(2)
    with left:
        kind = _choice("Type", _terms(atlas, "event_type", lang), values["event_type"], f"type-{number}")
    with right:
        status = _choice("Status", dict(STATUSES), values["status"], f"status-{number}")
    known = candidates(atlas, values)
    words = {one: event_words(atlas, one, lang) for one in known}
    chosen = st.multiselect(
        "Known events it reports (none: it is new)",
        known,
        default=[one for one in values["event_ids"] if one in known][:1],
        format_func=lambda event_id: words[event_id],
        key=f"known-{number}",
    )
    return {"event_type": kind, "status": status, "event_ids": tuple(chosen)} | _claimant(
        atlas, proposal, lang
    )


def _claimant(atlas: Atlas, proposal: Proposal, lang: str) -> dict[str, Any]:
    values, number = proposal.values, proposal.draft_id
    left, right = st.columns(2)
    with left:
        name = st.text_input("Who says it", values["claimant"] or "", key=f"claimant-{number}", max_chars=200)
    with right:
        choices = {_NONE: "not known"} | _terms(atlas, "affiliation", lang)
        whose = _choice(
            "Whose side that is", choices, values["affiliation"] or _NONE, f"affiliation-{number}"
        )
    return {"claimant": name, "affiliation": whose}


def _words(proposal: Proposal) -> dict[str, Any]:
    number = proposal.draft_id
    title = st.text_input("Title, in your words", proposal.title, key=f"title-{number}", max_chars=200)
    summary = st.text_area(
        "Summary, in your words", proposal.summary, key=f"summary-{number}", max_chars=1000
    )
    return {
        "title": None if title == proposal.title else title,
        "summary": None if summary == proposal.summary else summary,
    }


def _regions(names: Mapping[str, str], chosen: tuple[str, ...], key: str) -> tuple[str, ...]:
    ids = sorted(names, key=lambda region_id: names[region_id])
    default = [region_id for region_id in chosen if region_id in names]
    return tuple(st.multiselect("Regions", ids, default=default, format_func=names.__getitem__, key=key))


def _day(words: str, value: date | None, key: str) -> date | None:
    value = value if value and _EARLIEST <= value <= _LATEST else None
    day = st.date_input(words, value, min_value=_EARLIEST, max_value=_LATEST, format="YYYY-MM-DD", key=key)
    return day if isinstance(day, date) else None


def _choice(words: str, options: Mapping[str, str], value: str, key: str) -> str:
    ids = list(options)
    index = ids.index(value) if value in ids else 0
    return str(st.selectbox(words, ids, index=index, format_func=options.__getitem__, key=key))


def _terms(atlas: Atlas, vocabulary: str, lang: str) -> dict[str, str]:
    return {str(term_id): name_in(row, lang) for term_id, row in atlas.terms.loc[vocabulary].iterrows()}


def _changed(values: Mapping[str, Any], given: dict[str, Any]) -> dict[str, object]:
    """What differs from the values as they stand, typed as the library wants it."""
    if "date_prec" in given:
        given["date_prec"] = int(given["date_prec"])
        given["date_end"] = given["date_end"] or given["date_start"]
    given = {name: None if value == _NONE else value for name, value in given.items()}
    return {
        name: value
        for name, value in given.items()
        if value != values.get(name) and not (value is None and name in ("title", "summary"))
    }
