"""Drop files, paste text or name an address: the ways in, and what became of what came."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from geo.articles.article import FIRST_DAY, LAST_DAY
from geo.articles.fetch import RefusedError, page_at
from geo.articles.jobs import Job
from geo.articles.library import Library, LibraryError
from geo.articles.workers import NotStartedError, Workers
from geo.language import figure, say
from geo.message import Message
from geo.page.articles import decisions, routes
from geo.page.articles.ingest import IngestResult, ingest, pasted
from geo.page.articles.templates import draw
from geo.page.articles.waiting import Waiting, finish, waiting
from geo.page.templates import plain

_ROUND, _RESULT = "articles-round", "articles-result"
_WORKERS = 2
_log = logging.getLogger(__name__)


def upload(lang: str) -> DeltaGenerator:
    """Draws the ways in and takes what comes; the place where read_waiting() shows how it is read."""
    names = say(lang, "Drop files"), say(lang, "Paste text"), say(lang, "From the web")
    dropped, typed, linked = st.tabs(names)
    with dropped:
        files = st.file_uploader(
            say(lang, "Articles: text, Markdown, HTML, PDF, Word, RTF, JSON lines, or a zip of these"),
            accept_multiple_files=True,
            key=f"files-{_round()}",
            on_change=_take_back,
        )
    with typed:
        ready = _pasted_now(lang)
    with linked:
        address = _address_now(lang)
    queue = waiting()
    for file in files:
        queue.add(_name_of(file), partial(_job_of, file))
    if ready is not None:
        job, problems = ready
        queue.add(f"text {hash(job)}", lambda: job)
        queue.result.refused += problems
    if address:
        queue.add(f"web {address}", lambda: page_at(address).job())
    place = st.empty()
    _show_result()
    return place


def read_waiting(place: DeltaGenerator, library: Library, data: str, version: float, lang: str) -> None:
    """Reads what waits, under a progress bar in that place; draws nothing where nothing does."""
    queue = waiting()
    if queue.jobs:
        with place:
            _read(queue, library, data, version, lang)


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


def _read(queue: Waiting, library: Library, data: str, version: float, lang: str) -> None:
    """Reads and saves all that waits under a progress bar, then starts again with empty fields."""
    bar = st.progress(0.0, plain(_progress(queue, lang)))
    with queue.lock:
        bar.progress(0.0, plain(_progress(queue, lang)))  # a run that was stopped meanwhile ends here
        try:
            for job in queue.each():
                _read_one(
                    queue, job, library, _workers(data, version), partial(_show_progress, bar, lang, queue)
                )
        except (LibraryError, NotStartedError) as error:
            _log.error("%s", error)
            queue.result.refused.append(error.message)
        result = finish()
    st.session_state[_RESULT] = result
    st.session_state[_ROUND] = _round() + 1
    decisions.leave_note(decisions.Note(0))
    if len(result.articles) == 1:
        routes.open_articles(result.articles.pop())
    st.rerun()


def _read_one(
    queue: Waiting,
    job: Callable[[], Job],
    library: Library,
    workers: Workers,
    show: Callable[[float], None],
) -> None:
    """Reads what is not yet read of the job; notes each document before it draws, which may end the run."""

    def progress(done: int, share: float) -> None:
        queue.read = done
        show(share)

    try:
        ingest(
            job(),
            workers,
            library,
            who=decisions.who(),
            progress=progress,
            skip=queue.read,
            into=queue.result,
        )
    except RefusedError as error:
        queue.result.refused.append(error.message)


def _show_progress(bar: DeltaGenerator, lang: str, queue: Waiting, share: float) -> None:
    read = len(queue.seen) - len(queue.jobs)
    bar.progress(min(1.0, (read + share) / max(1, len(queue.seen))), plain(_progress(queue, lang)))


def _progress(queue: Waiting, lang: str) -> str:
    """How many documents are read and how many files are left, the one being read among them."""
    words = "Read: {number}. Files left to read: {left}. Keep this page open until they are read."
    return say(lang, words, number=figure(lang, queue.result.number), left=figure(lang, len(queue.jobs)))


def show_left() -> None:
    """Draws how many files wait, on a page that does not read them."""
    left = len(waiting().jobs)
    if left:
        draw("left.html", left=left)


def _take_back() -> None:
    """Leaves out the files that the reader took from the list before they were read."""
    files = st.session_state.get(f"files-{_round()}") or []
    waiting().leave_only([_name_of(file) for file in files], start="file ")


def _job_of(file: UploadedFile) -> Job:
    """The file as a job, named as on its owner's disk: browsers send a quotation mark as %22."""
    return Job(file.name.replace("%22", '"'), file.getvalue())


def _name_of(file: UploadedFile) -> str:
    return f"file {file.file_id}"


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
