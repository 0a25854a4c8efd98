"""Forms: a proposal, a quotation, and what an article says of itself. Saving a proposal confirms it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from geo.articles.article import FIRST_DAY, LAST_DAY
from geo.articles.urls import web_address
from geo.atlas import Atlas
from geo.language import say
from geo.names import display_name, sorted_by_name
from geo.page.articles import decisions
from geo.page.articles.proposals import STATUSES, Proposal, Quote, candidates, event_words

_NONE = ""


def draft_form(atlas: Atlas, proposal: Proposal, lang: str) -> None:
    """The form of an event; it confirms with what was changed."""
    values, number = proposal.values, proposal.draft_id
    with st.form(f"draft-form-{number}", border=False):
        rows = [row for _, row in atlas.regions.iterrows()]
        rows = sorted_by_name(rows, lang, name=lambda row: display_name(row, lang))
        names = {row["region_id"]: display_name(row, lang) for row in rows}
        given: dict[str, Any] = {
            "region_ids": _regions(say(lang, "Regions"), names, values["region_ids"], f"regions-{number}")
        }
        left, middle, right = st.columns(3)
        with left:
            given["date_start"] = _day(say(lang, "First day"), values["date_start"], f"first-{number}")
        with middle:
            given["date_end"] = _day(say(lang, "Last day"), values["date_end"], f"last-{number}")
        with right:
            precisions, known = _terms(atlas, "date_prec", lang), str(values["date_prec"] or 1)
            given["date_prec"] = _choice(say(lang, "Known to"), precisions, known, f"prec-{number}")
        given |= _what(atlas, proposal, lang)
        given |= _words(proposal, lang)
        save = st.form_submit_button(
            say(lang, "Confirm with these changes"), type="primary", key=f"save-{number}"
        )
    _close(f"close-{number}", lang)
    if save:
        decisions.change(number, "draft", [number], _changed(values, given))
        st.rerun()


def quote_form(quote: Quote, lang: str) -> None:
    """The form of a quotation: fewer of the article's exact words."""
    number = quote.ids[0]
    with st.form(f"quote-form-{number}", border=False):
        exact = say(lang, "The article's exact words, at most 60")
        text = st.text_area(exact, quote.text, key=f"quote-{number}")
        confirm = say(lang, "Confirm with these words")
        save = st.form_submit_button(confirm, type="primary", key=f"save-q-{number}")
    _close(f"close-q-{number}", lang)
    if save:
        decisions.change(
            quote.draft_id, "excerpt", quote.ids, {"quote": text.strip()} if text.strip() else {}
        )
        st.rerun()


def article_form(atlas: Atlas, article: Mapping[str, Any], lang: str) -> None:
    """The form of what a person knows of the article and its text does not say."""
    number = int(article["article_id"])
    popover = st.popover(say(lang, "Correct what it says of itself"))
    with popover, st.form(f"article-form-{number}", border=False):
        headline, publisher = article["headline"] or "", article["publisher"] or ""
        whose, address = article["affiliation"] or _NONE, web_address(article["url"])
        given: dict[str, Any] = {
            "headline": st.text_input(say(lang, "Headline"), headline, key=f"headline-{number}"),
            "publisher": st.text_input(say(lang, "Publisher"), publisher, key=f"publisher-{number}"),
            "affiliation": _choice(
                say(lang, "Whose publisher it is"), _sides(atlas, lang), whose, f"whose-{number}"
            ),
            "published": _day(say(lang, "Published"), article["published"], f"day-{number}"),
            "url": st.text_input(say(lang, "Address (URL)"), address, key=f"url-of-{number}"),
        }
        if st.form_submit_button(say(lang, "Save"), type="primary", key=f"save-article-{number}"):
            decisions.describe(number, _changed(article, given))
            st.rerun()


def _what(atlas: Atlas, proposal: Proposal, lang: str) -> dict[str, Any]:
    values, number = proposal.values, proposal.draft_id
    left, right = st.columns(2)
    with left:
        kinds = _terms(atlas, "event_type", lang)
        kind = _choice(say(lang, "Type"), kinds, values["event_type"], f"type-{number}")
    with right:
        statuses = {status: say(lang, words) for status, words in STATUSES.items()}
        status = _choice(say(lang, "Status"), statuses, values["status"], f"status-{number}")
    known = candidates(atlas, values)
    words = {one: event_words(atlas, one, lang) for one in known}
    chosen = st.multiselect(
        say(lang, "Known events it reports (none: it is new)"),
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
        said = values["claimant"] or ""
        name = st.text_input(say(lang, "Who says it"), said, key=f"claimant-{number}", max_chars=200)
    with right:
        side = values["affiliation"] or _NONE
        whose = _choice(say(lang, "Whose side that is"), _sides(atlas, lang), side, f"affiliation-{number}")
    return {"claimant": name, "affiliation": whose}


def _words(proposal: Proposal, lang: str) -> dict[str, Any]:
    number, one_line = proposal.draft_id, say(lang, "Title, in your words")
    title = st.text_input(one_line, proposal.title, key=f"title-{number}", max_chars=200)
    lines = say(lang, "Summary, in your words")
    summary = st.text_area(lines, proposal.summary, key=f"summary-{number}", max_chars=1000)
    return {
        "title": None if title == proposal.title else title,
        "summary": None if summary == proposal.summary else summary,
    }


def _regions(words: str, names: Mapping[str, str], chosen: tuple[str, ...], key: str) -> tuple[str, ...]:
    default = [region_id for region_id in chosen if region_id in names]
    return tuple(st.multiselect(words, list(names), default=default, format_func=names.__getitem__, key=key))


def _day(words: str, value: date | None, key: str) -> date | None:
    value = value if value and FIRST_DAY <= value <= LAST_DAY else None
    day = st.date_input(words, value, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD", key=key)
    return day if isinstance(day, date) else None


def _choice(words: str, options: Mapping[str, str], value: str, key: str) -> str:
    ids = list(options)
    index = ids.index(value) if value in ids else 0
    return str(st.selectbox(words, ids, index=index, format_func=options.__getitem__, key=key))


def _close(key: str, lang: str) -> None:
    words = say(lang, "Close without saving")
    st.button(words, key=key, on_click=decisions.edit, args=(None,), type="tertiary")


def _sides(atlas: Atlas, lang: str) -> dict[str, str]:
    return {_NONE: say(lang, "not known")} | _terms(atlas, "affiliation", lang)


def _terms(atlas: Atlas, vocabulary: str, lang: str) -> dict[str, str]:
    return {str(term_id): display_name(row, lang) for term_id, row in atlas.terms.loc[vocabulary].iterrows()}


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
