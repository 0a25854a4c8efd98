"""Drop files, paste text or name an address: the ways in, and what became of what came."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.articles.article import FIRST_DAY, LAST_DAY
from geo.articles.fetch import RefusedError, page_at
from geo.articles.jobs import Job
from geo.articles.library import Library, LibraryError
from geo.articles.workers import NotStartedError, Workers
from geo.language import say
from geo.message import Message
from geo.page.articles import decisions, routes
from geo.page.articles.ingest import IngestResult, ingest, pasted
from geo.page.articles.templates import draw
from geo.page.templates import plain

_ROUND, _RESULT = "articles-round", "articles-result"
_WORKERS = 2
_log = logging.getLogger(__name__)


def upload(library: Library, data: str, version: float, lang: str) -> None:
    """Draws the ways in; what comes is read at once."""
    names = say(lang, "Drop files"), say(lang, "Paste text"), say(lang, "From the web")
    dropped, typed, linked = st.tabs(names)
    with dropped:
        files = st.file_uploader(
            say(lang, "Articles: text, Markdown, HTML, PDF, Word, RTF, JSON lines, or a zip of these"),
            accept_multiple_files=True,
            key=f"files-{_round()}",
        )
    with typed:
        ready = _pasted_now(lang)
    with linked:
        address = _address_now(lang)
    accept: Callable[..., None] = partial(_accept, library, data, version, lang)
    if files:
        accept([lambda file=file: Job(file.name, file.getvalue()) for file in files])
    elif ready is not None:
        job, problems = ready
        accept([lambda: job], problems=problems)
    elif address:
        accept([lambda: page_at(address).job()])
    _show_result()


@st.cache_resource(show_spinner=False, max_entries=2)
def _workers(data: str, version: float) -> Workers:
    return Workers(data, count=_WORKERS)


def _pasted_now(lang: str) -> tuple[Job, list[Message]] | None:
    """The document just pasted and what was wrong with its address; None without one."""
    with st.form(f"paste-{_round()}", border=False):
        text = st.text_area(say(lang, "Text of the article"), height=180, key=f"text-{_round()}")
        left, middle, right = st.columns(3)
        published = left.date_input(
            say(lang, "Published (if you know it)"),
            value=None,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format="YYYY-MM-DD",
            key=f"published-{_round()}",
        )
        publisher = middle.text_input(say(lang, "Publisher"), key=f"publisher-{_round()}", max_chars=200)
        url = right.text_input(say(lang, "Address (URL)"), key=f"url-{_round()}", max_chars=2000)
        pressed = st.form_submit_button(say(lang, "Read this text"), type="primary", key="read-text")
    if not pressed:
        return None
    return pasted(text, publisher=publisher, url=url, published=published)


def _address_now(lang: str) -> str:
    """The web address just asked for, or nothing: the only thing here that leaves this machine."""
    with st.form(f"web-{_round()}", border=False):
        address = st.text_input(
            say(lang, "Address of an article (asks its server)"), key=f"web-url-{_round()}", max_chars=2000
        )
        pressed = st.form_submit_button(say(lang, "Fetch and read"), type="primary", key="read-web")
    return address.strip() if pressed else ""


def _accept(
    library: Library,
    data: str,
    version: float,
    lang: str,
    jobs: Sequence[Callable[[], Job]],
    *,
    problems: Iterable[Message] = (),
) -> None:
    """Reads and saves all of it under a progress bar, then starts again with empty fields."""
    result = IngestResult(refused=list(problems))
    bar = st.progress(0.0, say(lang, "Reading"))
    try:
        for number, job in enumerate(jobs):
            show = partial(_show_progress, bar, lang, result, number, len(jobs))
            result.add(ingest(job(), _workers(data, version), library, who=decisions.who(), progress=show))
    except RefusedError as error:
        result.refused.append(error.message)
    except (LibraryError, NotStartedError) as error:
        _log.error("%s", error)
        result.refused.append(error.message)
    st.session_state[_RESULT] = result
    st.session_state[_ROUND] = _round() + 1
    decisions.leave_note(decisions.Note(0))
    if len(result.articles) == 1:
        routes.open_articles(result.articles.pop())
    st.rerun()


def _show_progress(
    bar: DeltaGenerator, lang: str, result: IngestResult, file: int, files: int, done: int, share: float
) -> None:
    number = len(result.new) + len(result.already) + done
    bar.progress(min(1.0, (file + share) / files), plain(say(lang, "Read: {number}", number=number)))


def show_result_of(article_id: int) -> None:
    """Draws what became of the last upload, under the article that it was."""
    result: IngestResult | None = st.session_state.get(_RESULT)
    if result and result.articles == {article_id}:
        draw("upload_result.html", result=result)


def _show_result() -> None:
    result: IngestResult | None = st.session_state.get(_RESULT)
    if result:
        draw("upload_result.html", result=result)


def _round() -> int:
    """How often something was uploaded: fields named with it start empty again."""
    return int(st.session_state.get(_ROUND, 0))
