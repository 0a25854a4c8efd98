"""A page on the web as a raw document, when there is a network: public addresses only, within limits.

The address is resolved once and that very address is asked, so that a name cannot point at a public
machine when it is checked and at a private one when it is fetched.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from geo.articles.files import raw_of_bytes, refused
from geo.articles.model import Raw
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


def fetched(url: str, *, resolve: Resolve | None = None) -> Iterator[Raw]:
    """The documents at a web address; one with a sentence in `problems` where it cannot be had.

    Follows at most 5 redirects, reads at most 5 MB in at most 15 seconds, and asks only public
    addresses over http or https on their usual ports. `resolve` gives the address of a host.
    """
    try:
        address, kind, body = _followed(url, resolve or public_address)
    except RefusedError as problem:
        yield refused(url, problem.message)
        return
    except (OSError, http.client.HTTPException) as problem:
        why = f"{type(problem).__name__}, {problem}"
        yield refused(url, Message("The address could not be read: {fault}.", fault=why))
        return
    for raw in raw_of_bytes(body, f"page{kind}"):
        yield replace(raw, name=url, url=raw.url or address)


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


def _followed(url: str, resolve: Resolve) -> tuple[str, str, bytes]:
    """The final address, the ending its content asks for, and the content."""
    deadline = time.monotonic() + MAX_SECONDS
    for _ in range(MAX_REDIRECTS + 1):
        parts = _checked(url)
        answer, connection = _asked(parts, resolve, deadline)
        try:
            if answer.status in (301, 302, 303, 307, 308):
                url = urljoin(url, answer.getheader("Location", ""))
                continue
            if answer.status != 200:
                raise RefusedError(
                    Message(
                        "The server of {host} answered {answer}.",
                        host=parts.hostname or "",
                        answer=f"{answer.status} {answer.reason}",
                    )
                )
            return url, _kind(answer), _body(answer, deadline)
        finally:
            connection.close()
    raise RefusedError(Message("The address leads on more than {number} times.", number=MAX_REDIRECTS))


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


def _asked(
    parts: SplitResult, resolve: Resolve, deadline: float
) -> tuple[http.client.HTTPResponse, http.client.HTTPConnection]:
    host = _ascii(parts.hostname or "")
    port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    left = max(0.1, deadline - time.monotonic())
    plain = socket.create_connection((resolve(host, port), port), timeout=left)
    connection = http.client.HTTPConnection(host, port, timeout=left)
    secure = (
        ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        if parts.scheme == "https"
        else plain
    )
    connection.sock = secure
    path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_IN_PATHS)
    connection.request(
        "GET", path, headers={"User-Agent": _AGENT, "Accept": "text/html, text/plain, application/pdf"}
    )
    return connection.getresponse(), connection


def _ascii(host: str) -> str:
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        raise RefusedError(Message("{host} is not the name of a host.", host=host)) from None


def _kind(answer: http.client.HTTPResponse) -> str:
    kind = answer.headers.get_content_type()
    if kind not in _KINDS:
        raise RefusedError(
            Message("The address holds {kind}; articles are read from HTML, plain text and PDF.", kind=kind)
        )
    return _KINDS[kind]


def _body(answer: http.client.HTTPResponse, deadline: float) -> bytes:
    body = b""
    while part := answer.read1(65_536):
        body += part
        if len(body) > MAX_BYTES:
            raise RefusedError(
                Message("The page has more than {most} MB; bring it as a file.", most=MAX_BYTES // 2**20)
            )
        if time.monotonic() > deadline:
            raise RefusedError(
                Message(
                    "The page took longer than {seconds} seconds; bring it as a file.",
                    seconds=int(MAX_SECONDS),
                )
            )
    return body
