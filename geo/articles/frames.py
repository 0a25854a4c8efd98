"""What passes between a worker and the process that started it: objects, each after its length."""

from __future__ import annotations

import pickle
import struct
from dataclasses import dataclass
from typing import Any, BinaryIO

_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True)
class Ready:
    """The worker waits for jobs, unless a `fault` kept it from starting; `detail` may name files."""

    fault: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Started:
    """A document is about to be read; `share` says how far into its job it ends (0 to 1)."""

    name: str
    share: float


@dataclass(frozen=True)
class Done:
    """All documents of the job are read."""


def write_frame(stream: BinaryIO, message: object) -> None:
    """Writes the object whole; raises OSError if nobody reads."""
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: BinaryIO) -> Any:
    """The next object; raises EOFError where the stream ends."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return pickle.loads(_exactly(stream, length))


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
