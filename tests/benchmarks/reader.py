"""One reader of the page without a browser: fetches its files, opens a session, changes the language."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.asyncio.client import ClientConnection

from tests.streamlit_client import run, session

_FILES = re.compile(r'(?:href|src)="\./([\w./-]+\.(?:js|css|woff2|json|gz|jpg))"')
_CONNECTIONS = 6
_HEADER = "atlas_header"


@dataclass
class Reader:
    """A reader of the server at `url`, of the view that `query` names; times are milliseconds."""

    url: str
    query: str
    timeout: float
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _connection: ClientConnection | None = None
    _header: str | None = None
    _languages: Iterator[str] = field(default_factory=lambda: cycle(("az", "hy", "ru", "en")))

    async def fetch(self) -> float:
        """Fetches the page and every file that it names, as a browser with an empty cache; how long."""
        start = time.perf_counter()
        async with asyncio.timeout(self.timeout):
            html = (await _get(self.url, [f"/?{self.query}"]))[0].decode()
            files = [f"/{name}" for name in dict.fromkeys(_FILES.findall(html))]
            await asyncio.gather(*(_get(self.url, files[n::_CONNECTIONS]) for n in range(_CONNECTIONS)))
        return _since(start)

    async def open(self) -> float:
        """Opens a session and runs the page; how long until it is whole."""
        start = time.perf_counter()
        async with asyncio.timeout(self.timeout):
            self._connection = await self._stack.enter_async_context(session(self.url, timeout=self.timeout))
            for message in await self._run(ClientState(query_string=self.query)):
                self._header = _header(message) or self._header
        return _since(start)

    async def change_language(self) -> float:
        """Has the server write the page in another language, as the header asks; how long it takes."""
        assert self._header, "the page that was opened has no header"
        start = time.perf_counter()
        state = ClientState(query_string=self.query)
        value = WidgetState(id=self._header, json_value=json.dumps({"lang": next(self._languages)}))
        state.widget_states.CopyFrom(WidgetStates(widgets=[value]))
        async with asyncio.timeout(self.timeout):
            await self._run(state)
        return _since(start)

    async def close(self) -> None:
        """Closes the session."""
        await self._stack.aclose()

    async def _run(self, state: ClientState) -> list[ForwardMsg]:
        """The messages of one run."""
        assert self._connection, "open first"
        return await run(self._connection, state)


def _header(message: ForwardMsg) -> str | None:
    """The id of the header's component, if the message draws it."""
    element = message.delta.new_element.bidi_component
    return element.id if element.component_name.endswith(_HEADER) else None


def _since(start: float) -> float:
    return 1000 * (time.perf_counter() - start)


async def _get(url: str, paths: list[str]) -> list[bytes]:
    """The bodies of the addresses, one after the other over one connection, unpacked or not."""
    address: Any = urlsplit(url)
    reading, writing = await asyncio.open_connection(address.hostname, address.port)
    try:
        bodies = []
        for path in paths:
            encoding = "identity" if path.startswith("/?") else "gzip"
            head = f"GET {path} HTTP/1.1\r\nHost: {address.netloc}\r\nAccept-Encoding: {encoding}\r\n\r\n"
            writing.write(head.encode())
            bodies.append(await _body(reading, path))
        return bodies
    finally:
        writing.close()


async def _body(reading: asyncio.StreamReader, path: str) -> bytes:
    head = (await reading.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    status = head.split(" ", 2)[1]
    if status != "200":
        raise OSError(f"{path}: the server answered {status}")
    length = re.search(r"content-length: (\d+)", head)
    if length:
        return await reading.readexactly(int(length[1]))
    body = bytearray()
    while size := int(await reading.readline(), 16):
        body += await reading.readexactly(size)
        await reading.readline()
    await reading.readline()
    return bytes(body)
