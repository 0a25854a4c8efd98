"""Files whose names carry a hash go out compressed, once, and for good; everything else as it was."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from starlette.responses import FileResponse
from starlette.types import Message, Receive, Scope, Send

from geo.page.server.compressed import CompressedFiles
from tests.page.server.asking import GZIP, Files, asked
from tests.streamlit_client import finished

_BODY = b"export const answer = 42;\n" * 200
_SCRIPT = "/static/js/index.DormvYxC.js"


@pytest.mark.parametrize(
    ("path", "base"),
    [
        (_SCRIPT, ""),
        ("/static/css/index.C1JORDN2.css", ""),
        ("/component/geo.page.assets.facts/atlas-a6c0de0c26fe.js", ""),
        ("/component/geo.page.served.scripts/1f0ef5405445ce50.js", ""),
        ("/component/streamlit_folium.st_folium/static/js/main.521860b0.js", ""),
        (f"/atlas{_SCRIPT}", "atlas"),
    ],
)
def test_a_file_with_a_hash_is_compressed_once_and_never_asked_again(path: str, base: str) -> None:
    inner = Files(_BODY, "text/javascript; charset=utf-8", **{"last-modified": "yesterday", "etag": '"1"'})
    app = CompressedFiles(inner, base=base)
    for _ in range(2):
        found = asked(app, path, headers=GZIP)
        assert gzip.decompress(found.body) == _BODY
        assert found.headers["content-encoding"] == "gzip"
        assert found.headers["content-length"] == str(len(found.body))
        assert found.headers["cache-control"] == "public, immutable, max-age=31536000"
        assert found.headers["vary"] == "Accept-Encoding"
        assert "etag" not in found.headers, "the tag was that of the other bytes"
    assert len(inner.asked) == 1
    assert not inner.asked[0]["headers"], "what is behind must not compress too"


def test_a_reader_who_leaves_while_a_file_is_read_leaves_it_whole_for_the_next(tmp_path: Path) -> None:
    file = tmp_path / "index.DormvYxC.js"
    file.write_bytes(_BODY * 200)
    app = CompressedFiles(FileResponse(file, media_type="text/javascript"))

    async def gone() -> Message:
        return {"type": "http.disconnect"}

    async def nowhere(message: Message) -> None:
        pass

    headers = [(b"accept-encoding", b"gzip")]
    left = {"type": "http", "method": "GET", "path": _SCRIPT, "query_string": b"", "headers": headers}
    finished(app(left, gone, nowhere))
    assert gzip.decompress(asked(app, _SCRIPT, headers=GZIP).body) == _BODY * 200


def test_half_an_answer_is_neither_sent_nor_stored() -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/css")]}
        )
        await send({"type": "http.response.body", "body": b"a{}", "more_body": True})

    app = CompressedFiles(broken)
    for _ in range(2):
        with pytest.raises(RuntimeError, match="ended after 3 bytes"):
            asked(app, _SCRIPT, headers=GZIP)


@pytest.mark.parametrize(
    ("path", "method", "headers"),
    [
        (_SCRIPT, "GET", {}),
        (_SCRIPT, "HEAD", GZIP),
        (_SCRIPT, "GET", GZIP | {"Range": "bytes=0-9"}),
        ("/static/media/SourceSans.BsWL4Kly.woff2", "GET", GZIP),
        ("/component/geo.page.facts/facts-en-a6c0de0c26fe.json.gz", "GET", GZIP),
        ("/component/geo.page.facts/atlas.js", "GET", GZIP),
        ("/component/streamlit_folium.st_folium/index.html", "GET", GZIP),
        ("/media/1f0ef5405445ce50.csv", "GET", GZIP),
        ("/", "GET", GZIP),
    ],
)
def test_every_other_request_goes_on_as_it_came(path: str, method: str, headers: dict[str, str]) -> None:
    inner = Files(_BODY, "text/javascript")
    found = asked(CompressedFiles(inner), path, method=method, headers=headers)
    assert (found.body, "content-encoding" in found.headers) == (_BODY, False)
    assert len(inner.asked[0]["headers"]) == len(headers)


@pytest.mark.parametrize(
    "inner",
    [
        Files(_BODY, "text/html; charset=utf-8"),
        Files(_BODY, "text/javascript", status=404),
        Files(_BODY, "text/javascript", **{"set-cookie": "a=1"}),
    ],
    ids=["the page in place of a missing file", "an error", "a cookie of one reader"],
)
def test_what_is_no_lasting_file_is_not_kept(inner: Files) -> None:
    app = CompressedFiles(inner)
    assert [asked(app, _SCRIPT, headers=GZIP).body for _ in range(2)] == [_BODY, _BODY]
    assert len(inner.asked) == 2


def test_the_oldest_file_goes_where_all_are_too_much() -> None:
    inner = Files(_BODY, "text/css")
    one = len(gzip.compress(_BODY, 9))
    app = CompressedFiles(inner, most_bytes=2 * one)
    for name in "aabcca":
        asked(app, f"/static/{name}.css", headers=GZIP)
    assert [scope["path"][8] for scope in inner.asked] == ["a", "b", "c", "a"]


def test_the_icon_of_the_tab_is_asked_for_once() -> None:
    path = f"/media/{'0a' * 32}.png"
    icon = asked(CompressedFiles(Files(b"picture", "image/png")), path, headers=GZIP)
    assert (icon.body, "immutable" in icon.headers["cache-control"]) == (b"picture", True)
    other = asked(CompressedFiles(Files(b"csv", "text/csv")), f"/media/{'0a' * 32}.csv", headers=GZIP)
    assert "cache-control" not in other.headers
