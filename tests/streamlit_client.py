"""A reader without a browser: Streamlit's websocket, its protobuf messages in and out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any, TypeVar
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

Value = TypeVar("Value")


@asynccontextmanager
async def session(
    url: str, *, host: str = "", origin: str = "", timeout: float = 60
) -> AsyncIterator[ClientConnection]:
    """A session of the server at the loopback address; `host` and `origin` as a browser would send them."""
    address = urlsplit(url)
    async with connect(
        f"ws://{host or address.netloc}{address.path}/_stcore/stream",
        host=address.hostname,
        port=address.port,
        origin=Origin(origin or url),
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        open_timeout=timeout,
        compression=None,
        ping_interval=None,
        proxy=None,
    ) as connection:
        yield connection


async def run(connection: ClientConnection, state: ClientState | None = None) -> list[ForwardMsg]:
    """Asks for a run of the script; every message until it has finished."""
    await connection.send(BackMsg(rerun_script=state or ClientState()).SerializeToString())
    messages: list[ForwardMsg] = []
    while not messages or messages[-1].WhichOneof("type") != "script_finished":
        messages.append(ForwardMsg.FromString(await connection.recv(decode=False)))
    return messages


def finished(coroutine: Coroutine[Any, Any, Value]) -> Value:
    """What the coroutine returns, run in a thread of its own: Playwright has a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()
