"""A page on the web as a raw document, when there is a network: public addresses only, within limits.

The address is resolved once and that very address is asked, so that a name cannot point at a public
machine when it is checked and at a private one when it is fetched.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from geo.articles.jobs import Job
from geo.articles.matching import KnownEvent
from geo.message import Message

MAX_BYTES = 5 * 2**20
MAX_SECONDS = 15.0
MAX_REDIRECTS = 5
_AGENT = "KarabakhAtlas/1.0 (reads one article for a person)"
_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
}

# What may stand in a path and query as it is; all else is percent-encoded.
_IN_PATHS = "/?%:@!$&'()*+,;=~-._"

Resolve = Callable[[str, int], str]


class RefusedError(ValueError):
    """An address that is not fetched; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True)
class Page:
    """What an address holds: its final address, its bytes, the ending of such a file, and its encoding."""

    url: str
    address: str
    data: bytes
    ending: str
    charset: str | None

    def job(self, *, published: date | None = None, events: tuple[KnownEvent, ...] = ()) -> Job:
        """The page as something to read, under the address that was asked for."""
        return Job(
            self.url, self.data, ending=self.ending, charset=self.charset, found_at=self.address,
            published=published, events=events,
        )  # fmt: skip


def page_at(url: str, *, resolve: Resolve | None = None) -> Page:
    """The page at a web address; raises RefusedError where it cannot be had.

    Follows at most 5 redirects, reads at most 5 MB in at most 15 seconds in all, and asks only public
    addresses over http or https on their usual ports. `resolve` gives the address of a host.
    """
    try:
        return _followed(url, resolve or public_address)
    except (OSError, http.client.HTTPException, ValueError) as problem:
        if isinstance(problem, RefusedError):
            raise
        why = f"{type(problem).__name__}, {problem}"
        raise RefusedError(Message("The address could not be read: {fault}.", fault=why)) from None


def public_address(host: str, port: int) -> str:
    """The first numeric address of the host, if all its addresses are public; else raises RefusedError."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        raise RefusedError(
            Message("No machine is known under the name {host}; is there a network?", host=host)
        ) from None
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        if not ipaddress.ip_address(address.split("%")[0]).is_global:
            raise RefusedError(
                Message("{host} is not a public address; only the public web is asked.", host=host)
            )
    return addresses[0]


def _followed(url: str, resolve: Resolve) -> Page:
    deadline = time.monotonic() + MAX_SECONDS
    asked = url
    for _ in range(MAX_REDIRECTS + 1):
        parts = _checked(url)
        with _answer(parts, resolve, deadline) as answer:
            if answer.status in (301, 302, 303, 307, 308):
                url = _led_on(url, answer.getheader("Location", ""))
                continue
            if answer.status != 200:
                raise RefusedError(
                    Message(
                        "The server of {host} answered {answer}.",
                        host=parts.hostname or "",
                        answer=f"{answer.status} {answer.reason}",
                    )
                )
            ending, charset = _kind(answer), answer.headers.get_content_charset()
            page = Page(asked, url, _body(answer), ending, charset)
            _left(deadline)
            return page
    raise RefusedError(Message("The address leads on more than {number} times.", number=MAX_REDIRECTS))


def _led_on(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        raise RefusedError(Message("That is not a web address; write https://host/path.")) from None


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        usual = parts.port in (None, 80, 443)
    except ValueError:
        raise RefusedError(Message("That is not a web address; write https://host/path.")) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise RefusedError(
            Message("Only addresses that begin with http:// or https:// and name a host are fetched.")
        )
    if not usual:
        raise RefusedError(
            Message("Only the usual ports 80 and 443 are asked, not {port}.", port=str(parts.port))
        )
    return parts


@contextmanager
def _answer(parts: SplitResult, resolve: Resolve, deadline: float) -> Iterator[http.client.HTTPResponse]:
    """What the server answers; the connection is cut at the deadline, however slowly it speaks."""
    host = _ascii(parts.hostname or "")
    port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    plain = socket.create_connection((resolve(host, port), port), timeout=_left(deadline))
    cut = threading.Timer(_left(deadline), _cut, [plain])
    cut.daemon = True
    cut.start()
    connection = http.client.HTTPConnection(host, port, timeout=_left(deadline))
    try:
        connection.sock = _secured(plain, host) if parts.scheme == "https" else plain
        path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_IN_PATHS)
        accepted = "text/html, text/plain, application/pdf"
        connection.request("GET", path, headers={"User-Agent": _AGENT, "Accept": accepted})
        yield connection.getresponse()
    except (OSError, http.client.HTTPException):
        if time.monotonic() < deadline:
            raise
        raise _too_slow() from None
    finally:
        cut.cancel()
        connection.close()
        plain.close()


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise _too_slow()
    return left


def _secured(plain: socket.socket, host: str) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _cut(plain: socket.socket) -> None:
    with suppress(OSError):
        plain.shutdown(socket.SHUT_RDWR)


def _too_slow() -> RefusedError:
    return RefusedError(
        Message(
            "The page took longer than {seconds} seconds; bring it as a file.", seconds=round(MAX_SECONDS)
        )
    )


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        raise RefusedError(Message("{host} is not the name of a host.", host=host)) from None


def _kind(answer: http.client.HTTPResponse) -> str:
    kind = answer.headers.get_content_type()
    if kind not in _KINDS:
        raise RefusedError(
            Message("The address holds {kind}; articles are read from HTML, plain text and PDF.", kind=kind)
        )
    return _KINDS[kind]


def _body(answer: http.client.HTTPResponse) -> bytes:
    body = answer.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        raise RefusedError(
            Message("The page has more than {most} MB; bring it as a file.", most=MAX_BYTES // 2**20)
        )
    return body
