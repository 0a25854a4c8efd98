"""Articles by address: from a server on loopback that the test passes off as public, and refusals."""

from __future__ import annotations

import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from geo.articles import fetch
from geo.articles.fetch import RefusedError, page_at, public_address
from geo.articles.jobs import documents_of

SENTENCE = "Units entered Lachin on 1 December 2020, the ministry said."
PAGE = f"""<html><head><title>Troops enter Lachin</title></head><body><article><h1>Troops enter Lachin</h1>
<p>{SENTENCE}</p>
{"<p>People of the district had been told of the handover for some weeks, and most had left.</p>" * 6}
</article><script>alert(1)</script></body></html>"""


SLOW = {
    "/slow-head": (b"HTTP/1.1 200 OK\r\nX: ", b"x"),
    "/slow-body": (b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", b"x"),
    "/slow-chunks": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"0",
    ),
    "/continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


class _Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path in SLOW:
            self._drip(*SLOW[self.path])
            return
        status, headers, body = {
            "/article": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode()),
            "/moved": (302, {"Location": "/article"}, b""),
            "/inside": (302, {"Location": "http://10.0.0.1/secret"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/odd": (302, {"Location": "http://["}, b""),
            "/round": (302, {"Location": "/round"}, b""),
            "/image": (200, {"Content-Type": "image/png"}, b"png"),
            "/large": (200, {"Content-Type": "text/plain"}, b"x" * (fetch.MAX_BYTES + 1)),
        }.get(self.path, (404, {"Content-Type": "text/html"}, b"no"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _drip(self, head: bytes, piece: bytes) -> None:
        """Sends a little again and again, until the other side is gone."""
        with suppress(OSError):
            self.wfile.write(head)
            while not self.server.stopped.wait(0.02):  # type: ignore[attr-defined]
                self.wfile.write(piece)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server that stands for news.example on port 80; every other host is checked as ever."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    server.stopped = threading.Event()  # type: ignore[attr-defined]
    monkeypatch.setattr(fetch, "MAX_SECONDS", 1.0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    connect = fetch.socket.create_connection
    monkeypatch.setattr(
        fetch.socket,
        "create_connection",
        lambda address, timeout: connect(("127.0.0.1", server.server_port), timeout=timeout),
    )
    yield "http://news.example"
    server.stopped.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


def _resolve(host: str, port: int) -> str:
    return "93.184.216.34" if host == "news.example" else public_address(host, port)


@pytest.mark.parametrize("path", ["/article", "/moved"])
def test_a_public_article_is_read(public: str, path: str) -> None:
    page = page_at(public + path, resolve=_resolve)
    (document,) = documents_of(page.job())
    raw = document.raw()
    assert document.name == public + path
    assert page.address == f"{public}/article"
    assert not raw.problems
    assert SENTENCE in raw.text
    assert "alert" not in raw.text


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/missing", "answered 404"),
        ("/inside", "10.0.0.1 is not a public address"),
        ("/file", "Only addresses that begin with http:// or https://"),
        ("/round", "leads on more than 5 times"),
        ("/image", "holds image/png"),
        ("/large", "more than 5 MB"),
        ("/odd", "That is not a web address"),
        ("/slow-head", "took longer than 1 seconds"),
        ("/slow-body", "took longer than 1 seconds"),
        ("/slow-chunks", "took longer than 1 seconds"),
        ("/continue", "took longer than 1 seconds"),
    ],
)
def test_what_is_not_read_is_said_in_a_sentence(public: str, path: str, sentence: str) -> None:
    with pytest.raises(RefusedError, match=re.escape(sentence)):
        page_at(public + path, resolve=_resolve)


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.1.2.3/", "http://192.168.0.1/",
     "http://169.254.169.254/latest/meta-data", "http://0.0.0.0/", "http://2130706433/", "https://user@host/",
     "ftp://host/file", "file:///etc/passwd", "javascript:alert(1)", "http://host:8080/", "http://[broken/",
     "", "http://[::ffff:127.0.0.1]/", "https://a..b/", "http://" + "a" * 64 + "/", "http://host:99999/"],
)  # fmt: skip
def test_private_and_odd_addresses_are_never_asked(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch.socket, "create_connection", lambda *_, **__: pytest.fail("asked"))
    with pytest.raises(RefusedError):
        page_at(url)


def test_a_host_is_refused_if_any_of_its_addresses_is_private(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("127.0.0.1", 80))]
    monkeypatch.setattr(fetch.socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(RefusedError, match="not a public address"):
        public_address("rebinding.example", 80)
