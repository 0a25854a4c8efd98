"""The page arrives with its first text in it, and never worse than Streamlit sends it."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path

import pytest
import streamlit

from geo.page.server.preloads import Preload
from geo.page.server.shell import FirstText, PageShell, backend
from tests.page.server.asking import GZIP, Files, asked

_INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
_TEXT = FirstText("az", 'Atlas <1> & "2"', 'Who "held" <what>', '<div id="first-text">text</div>')


def _text(page: str, query: Mapping[str, str]) -> FirstText:
    return FirstText("az", page, repr(sorted(query.items())), '<div id="first-text">text</div>')


def test_the_page_has_language_title_preloads_and_text() -> None:
    preloads = {"az": [Preload("component/facts-az.json", "fetch")]}
    app = PageShell(
        Files(_INDEX, "text/html; charset=utf-8", etag='"1"', **{"last-modified": "yesterday"}),
        text=lambda page, query: _TEXT,
        preloads=lambda lang: preloads[lang],
    )
    found = asked(app, "/", headers=GZIP | {"If-None-Match": '"1"'})
    html = gzip.decompress(found.body).decode("utf-8")
    assert '<html lang="az">' in html
    assert "<title>Atlas &lt;1&gt; &amp; &quot;2&quot;</title>" in html
    assert '<meta name="description" content="Who &quot;held&quot; &lt;what&gt;">' in html
    assert html.index('href="./component/facts-az.json" as="fetch"') < html.index("</head>")
    assert 'as="font"' in _INDEX.decode() and 'as="font"' not in html, (
        "the atlas has the reader's own typeface"
    )
    parts = [
        '<div id="first-text">text</div>',
        '<link rel="stylesheet" crossorigin href="./static/css/',
        '<div id="root">',
    ]
    assert [html.count(part) for part in parts] == [1, 1, 1]
    assert sorted(parts, key=html.index) == parts, "no style sheet holds the text up"
    assert found.headers["cache-control"] == "no-cache"
    assert {"etag", "last-modified"}.isdisjoint(found.headers.keys()), "the text changes without the file"


@pytest.mark.parametrize(
    ("path", "base", "page"),
    [
        ("/", "", ""),
        ("/chronicle", "", "chronicle"),
        ("/atlas", "atlas", ""),
        ("/atlas/", "atlas", ""),
        ("/atlas/method", "atlas", "method"),
        ("/atlases", "atlas", "atlases"),
    ],
)
def test_a_page_is_named_by_its_path_and_its_keys(path: str, base: str, page: str) -> None:
    app = PageShell(Files(_INDEX, "text/html"), text=_text, base=base)
    html = asked(app, path, query="date=2020-11-25&region=&lang=hy").body.decode("utf-8")
    assert f"<title>{page}</title>" in html
    assert "(&#x27;region&#x27;, &#x27;&#x27;)" in html


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("/static/js/index.DormvYxC.js", "GET"),
        ("/component/streamlit_folium.st_folium/index.html", "GET"),
        ("/_stcore/health", "GET"),
        ("/media/1.html", "GET"),
        ("/favicon.png", "GET"),
        ("/", "HEAD"),
        ("/", "POST"),
    ],
)
def test_what_is_no_page_goes_on_as_it_came(path: str, method: str) -> None:
    assert asked(PageShell(Files(_INDEX, "text/html"), text=_text), path, method=method).body == _INDEX


@pytest.mark.parametrize(
    ("path", "base"), [("/\ufffd", ""), ("/method/\ufffd\ufffd", ""), ("/atlas/\ufffd", "atlas")]
)
def test_an_address_that_is_no_text_leads_to_the_atlas(path: str, base: str) -> None:
    found = asked(PageShell(Files(_INDEX, "text/html"), text=_text, base=base), path)
    assert (found.status, found.headers["location"]) == (307, f"/{base}/" if base else "/")


def _failing(page: str, query: Mapping[str, str]) -> FirstText:
    raise RuntimeError("the data cannot be shown")


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (Files(_INDEX, "text/html"), _failing),
        (Files(_INDEX.replace(b'<div id="root">', b'<div id="app">'), "text/html"), _text),
        (Files(_INDEX, "text/html", status=404), _text),
        (Files(_INDEX, "text/plain"), _text),
    ],
    ids=["no text", "another file", "an error", "no page"],
)
def test_without_text_or_place_for_it_the_page_is_as_streamlit_sends_it(inner: Files, text: object) -> None:
    found = asked(PageShell(inner, text=text), "/")  # type: ignore[arg-type]
    assert found.body == asked(inner, "/").body


@pytest.mark.parametrize(
    ("page", "base", "told"),
    [("", "", None), ("", "atlas", None), ("articles", "", '"/"'), ("articles", "atlas", '"/atlas"')],
)
def test_below_another_page_streamlit_is_told_where_its_server_is(
    page: str, base: str, told: str | None
) -> None:
    element = backend(page, base)
    assert (element == "") if told is None else (f"new URL({told}, location.href)" in element)
