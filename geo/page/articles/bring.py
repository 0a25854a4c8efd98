"""Drop files, paste text or name an address: the ways in, with a sentence for all that is not kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.articles import Raw, Reader, open_reader
from geo.articles.fetch import fetched
from geo.articles.library import Library, LibraryError
from geo.language import say
from geo.page.articles import decisions, door
from geo.page.articles.intake import Intake, documents, knowing, pasted, take_in
from geo.page.articles.templates import draw
from geo.page.templates import plain

_ROUND, _TAKEN = "articles-round", "articles-taken"
_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)


def bring(library: Library, data: str, version: float, lang: str) -> None:
    """Draws the ways in; what is brought is read at once."""
    names = say(lang, "Drop files"), say(lang, "Paste text"), say(lang, "From the web")
    dropped, typed, linked = st.tabs(names)
    with dropped:
        files = st.file_uploader(
            say(lang, "Articles: text, Markdown, HTML, PDF, JSON lines, or a zip of these"),
            accept_multiple_files=True,
            key=f"files-{_round()}",
        )
    with typed:
        ready = _pasted_now(lang)
    with linked:
        address = _address_now(lang)
    take: Callable[..., None] = partial(_take, library, data, version, lang)
    if files:
        take([lambda file=file: documents(file.name, file.getvalue()) for file in files])
    elif ready is not None:
        raws, published, problems = ready
        take([lambda: raws], published=published, problems=problems)
    elif address:
        take([lambda: list(fetched(address))])
    _told()


@st.cache_resource(show_spinner=False, max_entries=2)
def _reader(data: str, version: float) -> Reader:
    return open_reader(data)


def _pasted_now(lang: str) -> tuple[list[Raw], date | None, list[str]] | None:
    """The document just pasted, its day and what was wrong with its address; None without one."""
    with st.form(f"paste-{_round()}", border=False):
        text = st.text_area(say(lang, "Text of the article"), height=180, key=f"text-{_round()}")
        left, middle, right = st.columns(3)
        published = left.date_input(
            say(lang, "Published (if you know it)"),
            value=None,
            min_value=_EARLIEST,
            max_value=_LATEST,
            format="YYYY-MM-DD",
            key=f"published-{_round()}",
        )
        publisher = middle.text_input(say(lang, "Publisher"), key=f"publisher-{_round()}", max_chars=200)
        url = right.text_input(say(lang, "Address (URL)"), key=f"url-{_round()}", max_chars=2000)
        pressed = st.form_submit_button(say(lang, "Read this text"), type="primary", key="read-text")
    if not pressed:
        return None
    raws, problems = pasted(text, publisher=publisher, url=url)
    return raws, published, problems


def _address_now(lang: str) -> str:
    """The web address just asked for, or nothing: the only thing here that leaves this machine."""
    with st.form(f"web-{_round()}", border=False):
        address = st.text_input(
            say(lang, "Address of an article (asks its server)"), key=f"web-url-{_round()}", max_chars=2000
        )
        pressed = st.form_submit_button(say(lang, "Fetch and read"), type="primary", key="read-web")
    return address.strip() if pressed else ""


def _take(
    library: Library,
    data: str,
    version: float,
    lang: str,
    sources: Sequence[Callable[[], list[Raw]]],
    *,
    published: date | None = None,
    problems: Iterable[str] = (),
) -> None:
    """Reads and keeps all of it under a progress bar, then starts again with empty fields."""
    taken = Intake([], [], list(problems))
    bar = st.progress(0.0, say(lang, "Reading"))
    try:
        with st.spinner(say(lang, "Getting the reader ready")):
            reader = knowing(_reader(data, version), library)
        for number, source in enumerate(sources):
            raws = source()
            show = partial(_show, bar, lang, taken, number, len(sources), len(raws))
            more = take_in(raws, library, reader, who=decisions.who(), published=published, progress=show)
            _add(taken, more)
    except LibraryError as error:
        taken.refused.append(str(error))
    st.session_state[_TAKEN] = taken
    st.session_state[_ROUND] = _round() + 1
    decisions.tell(decisions.Note(0))
    if len(_articles(taken)) == 1:
        door.enter(_articles(taken).pop())
    st.rerun()


def _show(
    bar: DeltaGenerator, lang: str, taken: Intake, file: int, files: int, many: int, done: int
) -> None:
    kept = len(taken.new) + len(taken.already) + done
    bar.progress(min(1.0, (file + done / many) / files), plain(say(lang, "Read: {number}", number=kept)))


def _articles(taken: Intake) -> set[int]:
    return {*taken.new, *taken.already}


def _add(taken: Intake, more: Intake) -> None:
    taken.new += more.new
    taken.already += more.already
    taken.refused += more.refused


def told_of_intake(article_id: int) -> None:
    """What became of the last that was brought, under the article that it was."""
    taken: Intake | None = st.session_state.get(_TAKEN)
    if taken and _articles(taken) == {article_id}:
        draw("taken.html", taken=taken)


def _told() -> None:
    taken: Intake | None = st.session_state.get(_TAKEN)
    if taken:
        draw("taken.html", taken=taken)


def _round() -> int:
    """The number of times something was brought: fields named with it start empty again."""
    return int(st.session_state.get(_ROUND, 0))
