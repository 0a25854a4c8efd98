"""What a press does: confirm, reject, undo, describe, remove; noted under the reader's name.

All are made to be widgets' callbacks: they answer by a note that the next run shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import streamlit as st

from geo.articles.library import Library, LibraryError
from geo.articles.library.decide import new_batch
from geo.language import count, later, say
from geo.message import Message
from geo.page import loaded, state
from geo.page.articles import routes
from geo.page.articles.proposals import Proposal, Quote

Kind = Literal["draft", "excerpt"]
_NAME, _LAST_NAME, _NOTE, _DONE, _EDITED = (
    "who",
    "who-last",
    "articles-note",
    "articles-done",
    "articles-edited",
)
_NOBODY = later("Reader")


@dataclass(frozen=True)
class Note:
    """What came of the last press: `about` is the draft's id, 0 for the article or the list."""

    about: int
    text: str = ""
    problems: tuple[Message, ...] = ()


def name_field(lang: str) -> None:
    """Draws the field for the reader's name, which is noted with every decision of the session."""
    last = st.session_state.get(_LAST_NAME, say(lang, _NOBODY))
    explained = say(lang, "Noted with what you add and decide.")
    st.text_input(say(lang, "Your name"), value=last, key=_NAME, max_chars=80, help=explained)
    st.session_state[_LAST_NAME] = who()


def who() -> str:
    """The name to note."""
    given = str(st.session_state.get(_NAME) or st.session_state.get(_LAST_NAME) or "").strip()
    return given or say(state.language(), _NOBODY)


def note() -> Note:
    """What came of the last press."""
    found: Note = st.session_state.get(_NOTE, Note(0))
    return found


def leave_note(left: Note) -> None:
    """Leaves a note that the next run shows."""
    st.session_state[_NOTE] = left


def edited() -> tuple[Kind, int] | None:
    """What is open in a form: a draft or the excerpt a quotation stands for."""
    found: tuple[Kind, int] | None = st.session_state.get(_EDITED)
    return found


def edit(what: tuple[Kind, int] | None) -> None:
    """Opens a form, or closes it."""
    st.session_state[_EDITED] = what


def decide_all(proposed: Iterable[Proposal], decision: str) -> None:
    """Confirms or rejects the proposals and their quotations that are still open."""
    proposed = list(proposed)
    _attempt(0, lambda library: _all(library, proposed, decision))


def decide_one(proposal: Proposal, decision: str) -> None:
    """Confirms or rejects a proposal with its quotations that are still open."""
    _attempt(proposal.draft_id, lambda library: _all(library, [proposal], decision))


def decide_quote(quote: Quote, decision: str) -> None:
    """Confirms or rejects a quotation alone."""
    _attempt(quote.draft_id, lambda library: _decide(library, quote.ids, decision, "excerpt"))


def change(about: int, kind: Kind, ids: Iterable[int], changes: Mapping[str, object]) -> None:
    """Confirms with the changes; closes the form if that could stand."""
    ids = list(ids)
    _attempt(about, lambda library: _decide(library, ids, "confirmed", kind, changes))
    if not note().problems:
        edit(None)


def describe(article_id: int, changes: Mapping[str, object]) -> None:
    """Notes what the reader knows of the article."""
    _attempt(0, lambda library: ((library.describe(article_id, changes, who=who()),), ()))


def undo(decision_ids: tuple[int, ...] = (), *, about: int = 0) -> None:
    """Takes decisions back: those, else those of the last press, else the last of this person."""
    try:
        undone = loaded.library().undo(decision_ids, who=who()) if decision_ids else _undo_last()
    except LibraryError as error:
        leave_note(Note(about, problems=(error.message,)))
        return
    lang, number = state.language(), len(undone)
    back = count(lang, "{number} decision taken back.", "{number} decisions taken back.", number)
    leave_note(Note(about, text=back if number else say(lang, "Nothing of yours is left to undo.")))


def _undo_last() -> tuple[int, ...]:
    """Takes back the last press of this session of which anything still stands, else of this person."""
    done: list[tuple[int, ...]] = st.session_state.setdefault(_DONE, [])
    while done:
        undone = loaded.library().undo(done.pop(), who=who())
        if undone:
            return undone
    return loaded.library().undo(who=who())


def remove(article_id: int) -> None:
    """Takes the article out of the library and goes back to the list."""
    try:
        loaded.library().remove(article_id)
        leave_note(Note(0, text=say(state.language(), "Removed, with its proposals and decisions.")))
    except LibraryError as error:
        leave_note(Note(0, problems=(error.message,)))
    routes.open_articles()


Made = tuple[tuple[int, ...], tuple[Message, ...]]


def _attempt(about: int, act: Callable[[Library], Made]) -> None:
    try:
        made, problems = act(loaded.library())
    except LibraryError as error:
        made, problems = (), (error.message,)
    if made:
        st.session_state.setdefault(_DONE, []).append(made)
    leave_note(Note(about, text=_counted(made) if not about else "", problems=problems))


def _counted(made: tuple[int, ...]) -> str:
    noted = count(state.language(), "{number} decision noted.", "{number} decisions noted.", len(made))
    return noted if made else ""


def _all(library: Library, proposed: Iterable[Proposal], decision: str) -> Made:
    """Decides drafts, then quotations; one that fits several known events reports the first only."""
    made: Made = ((), ())
    batch = new_batch()
    fit: list[int] = []
    for proposal in proposed:
        several = proposal.state == "proposed" and proposal.known_too and decision == "confirmed"
        if several:
            chosen = {"event_ids": proposal.values["event_ids"][:1]}
            made = _plus(made, _decide(library, [proposal.draft_id], decision, "draft", chosen, batch))
        elif proposal.state != decision:
            fit.append(proposal.draft_id)
    made = _plus(made, _decide(library, fit, decision, "draft", batch=batch))
    quotes = [
        number
        for one in proposed
        for quote in one.quotes
        if quote.state == "proposed"
        for number in quote.ids
    ]
    return _plus(made, _decide(library, quotes, decision, "excerpt", batch=batch))


def _decide(
    library: Library,
    ids: Iterable[int],
    decision: str,
    kind: Kind,
    changes: Mapping[str, Any] | None = None,
    batch: str | None = None,
) -> Made:
    decided = library.decide(ids, decision, who=who(), kind=kind, changes=changes, batch=batch)
    return decided.decision_ids, decided.problems


def _plus(one: Made, other: Made) -> Made:
    return one[0] + other[0], one[1] + other[1]
