"""One reader of the page without a browser: fetches its files, opens a session, steps by the timeline."""

from __future__ import annotations

import asyncio
import json
import re
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.asyncio.client import ClientConnection

from tests.streamlit_client import session

_FIRST, _DAYS = date(1992, 1, 1), 11_000
_FILES = re.compile(r'(?:href|src)="\./([\w./-]+\.(?:js|css|woff2|json))"')
_CONNECTIONS = 6
_NUMBERS = count(1)


@dataclass
class Reader:
    """A reader of the server at `url`, of the view that `query` names; times are milliseconds."""

    url: str
    query: str
    timeout: float
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _connection: ClientConnection | None = None
    _timeline: tuple[str, str] | None = None

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
                self._timeline = _timeline(message) or self._timeline
        return _since(start)

    async def step(self) -> float:
        """Has the server draw another day, as the timeline reports it; how long until it is drawn.

        A page whose timeline tells the server nothing is run as a whole.
        """
        start = time.perf_counter()
        state = ClientState(query_string=self.query)
        if self._timeline:
            widget, state.fragment_id = self._timeline
            view = {"day": _day(), "region": "kalbajar", "number": _number(), "model_id": "known"}
            value = WidgetState(id=widget, json_value=json.dumps({"view": view}))
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
        await self._connection.send(BackMsg(rerun_script=state).SerializeToString())
        messages: list[ForwardMsg] = []
        while not messages or messages[-1].WhichOneof("type") != "script_finished":
            messages.append(ForwardMsg.FromString(await self._connection.recv(decode=False)))
        return messages


def _timeline(message: ForwardMsg) -> tuple[str, str] | None:
    """The ids of the timeline's widget and of its fragment, if the message draws it in one."""
    element = message.delta.new_element.bidi_component
    if element.component_name.endswith("timeline") and message.delta.fragment_id:
        return element.id, message.delta.fragment_id
    return None


def _number() -> int:
    return 1_000_000 + next(_NUMBERS)


def _day() -> str:
    """One day after the other, spread over the records."""
    return (_FIRST + timedelta(days=next(_NUMBERS) * 6_791 % _DAYS)).isoformat()


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
