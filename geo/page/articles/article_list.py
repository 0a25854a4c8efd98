"""The library as a list: what each article holds, which are open, and the export of what was confirmed."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from geo.articles.library import Library
from geo.atlas import Atlas
from geo.language import say
from geo.message import Message
from geo.page.articles import routes
from geo.page.articles.ingest import shown_name
from geo.page.articles.templates import draw
from geo.page.templates import plain
from geo.when import format_days

_A_PAGE = 20


def article_list(library: Library, lang: str) -> None:
    """Draws the list, newest first, with a field to find and pages."""
    articles = library.articles().iloc[::-1]
    if articles.empty:
        draw("empty.html")
        return
    draw("count.html", count=len(articles))
    if len(articles) > _A_PAGE:
        with st.container(key="find-bar", horizontal=True, vertical_alignment="bottom"):
            articles = _page(_found(articles, lang), lang)
    for row in articles.to_dict("records"):
        _line({str(name): value for name, value in row.items()}, lang)


@st.cache_data(show_spinner=False, max_entries=8)
def export_zip(
    _library: Library, _atlas: Atlas, where: str, stamp: tuple[int, ...]
) -> tuple[bytes, list[Message]]:
    """What is confirmed, as a zip of CSV files in the schema of data/, and why anything was left out."""
    packed = io.BytesIO()
    with (
        tempfile.TemporaryDirectory() as folder,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        exported = _library.export_csv(folder, atlas=_atlas)
        for name in exported.rows:
            archive.write(Path(folder) / name, f"karabakh-atlas-own/{name}")
    return packed.getvalue(), list(exported.problems)


def export_button(library: Library, atlas: Atlas, lang: str) -> None:
    """The button that saves what was confirmed, and a message for each record that had to stay."""
    confirmed = int(library.articles()["confirmed"].sum()) + len(library.excerpts(state="confirmed"))
    if not confirmed:
        return
    packed, problems = export_zip(library, atlas, library.where, library.stamp())
    st.download_button(
        say(lang, "Export what is confirmed (CSV, zip)"),
        packed,
        file_name="karabakh-atlas-own.zip",
        mime="application/zip",
        key="export",
        on_click="ignore",
    )
    if problems:
        draw("problems.html", title=say(lang, "Not in the export"), messages=problems)


def _found(articles: pd.DataFrame, lang: str) -> pd.DataFrame:
    words = say(lang, "Find in headlines and publishers")
    sought = st.text_input(words, key="find").casefold().strip()
    columns = ["headline", "publisher", "agency", "name"]
    texts = articles[columns].fillna("").agg(" ".join, axis=1)
    return articles[[sought in text.casefold() for text in texts]]


def _page(articles: pd.DataFrame, lang: str) -> pd.DataFrame:
    pages = max(1, -(-len(articles) // _A_PAGE))
    words = plain(say(lang, "Page (of {pages})", pages=pages))
    number = st.number_input(words, 1, pages, 1, key="page") if pages > 1 else 1
    return articles.iloc[(int(number) - 1) * _A_PAGE : int(number) * _A_PAGE]


def _line(article: dict[str, Any], lang: str) -> None:
    with st.container(key=f"line-{article['article_id']}"):
        st.button(
            plain(article["headline"] or shown_name(article["name"], lang), limit=160),
            key=f"open-{article['article_id']}",
            on_click=routes.open_articles,
            args=(int(article["article_id"]),),
            type="tertiary",
        )
        draw("line.html", a=article, published=_published(article, lang))


def _published(article: dict[str, Any], lang: str) -> str:
    day = article["published"]
    unknown = day is None or pd.isna(day)
    return say(lang, "no publication date") if unknown else format_days(day, lang=lang)
