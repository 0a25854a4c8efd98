"""The server as `.streamlit/config.toml` starts it: whom it answers, and what a reader sees of a failure."""

from __future__ import annotations

import socket
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus

from tests.serving import ROOT, served
from tests.streamlit_client import finished, run, session

_OUR_HOSTS = ["localhost", "127.0.0.1"]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of a page whose script fails, served with our configuration."""
    with served("tests/page/raising_app.py") as url:
        yield url


@pytest.mark.parametrize("host", _OUR_HOSTS)
def test_the_server_answers_on_loopback(url: str, host: str) -> None:
    address = f"{host}:{urlsplit(url).port}"
    with urllib.request.urlopen(f"http://{address}/_stcore/health") as answer:
        assert answer.read() == b"ok"
    assert _run(url, host=address, origin=f"http://{address}")


def test_the_server_listens_on_loopback_only(url: str) -> None:
    with socket.socket() as other:
        try:
            other.bind(("127.0.0.2", 0))
        except OSError:
            pytest.skip("this system has one loopback address only")
    with socket.socket() as other:
        other.bind(("127.0.0.2", urlsplit(url).port or 0))


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("evil.example", "http://evil.example"),
        ("evil.example:{port}", "http://evil.example:{port}"),
        ("localhost.evil.example:{port}", "http://localhost.evil.example:{port}"),
        ("evil.example:{port}", "http://127.0.0.1:{port}"),
    ],
)
def test_a_foreign_host_or_origin_is_refused(url: str, host: str, origin: str) -> None:
    port = urlsplit(url).port
    with pytest.raises(InvalidStatus, match="403"):
        _run(url, host=host.format(port=port), origin=origin.format(port=port))


def test_a_reader_sees_no_trace_of_a_failure(url: str) -> None:
    shown = [message.SerializeToString() for message in _run(url) if message.HasField("delta")]
    assert len(shown) == 1, "the reader is told that it failed"
    for hidden in (b"secret of the server", b"RuntimeError", bytes(ROOT), b"Traceback"):
        assert hidden not in shown[0], hidden


def _run(url: str, *, host: str = "", origin: str = "") -> list[ForwardMsg]:
    """The messages of one run of the script for a session of that host and origin."""

    async def opened() -> list[ForwardMsg]:
        async with session(url, host=host, origin=origin) as connection:
            return await run(connection)

    return finished(opened())
