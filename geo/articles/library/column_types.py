"""How text and messages lie in the library's columns, whatever characters and version they came with."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Dialect, Text, TypeDecorator

from geo.message import Message, Value, message_of

_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
_PACKED = '{"text": '


def storable(value: str) -> str:
    """The text with each NUL as ␀ and each half of a surrogate pair as �; the length stays."""
    return _NOT_TEXT.sub(lambda found: "␀" if found.group() == "\x00" else "\ufffd", value)


class StorableText(TypeDecorator[str]):
    """Text that every database and page takes; see storable()."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


class MessageText(TypeDecorator[Message]):
    """A message as JSON text; a plain sentence, as libraries of version 1 hold it, comes back as it is."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Message | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(packed_message(value), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Message | None:
        if value is None:
            return None
        return unpacked_message(json.loads(value) if value.startswith(_PACKED) else value)


def packed_message(message: Message) -> dict[str, Any]:
    """The message ready for JSON: its text and its values, days and further messages as objects."""
    values = {name: _packed(value) for name, value in message.values}
    return {"text": storable(message.text), "values": values}


def unpacked_message(stored: Mapping[str, Any] | str) -> Message:
    """The message that was packed; of a plain sentence, that sentence."""
    if isinstance(stored, str):
        return message_of(stored)
    return message_of(stored["text"], **{name: _unpacked(value) for name, value in stored["values"].items()})


def _packed(value: Value) -> object:
    if isinstance(value, Message):
        return packed_message(value)
    if isinstance(value, tuple):
        return [packed_message(part) for part in value]
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return storable(value) if isinstance(value, str) else value


def _unpacked(stored: Any) -> Value:
    if isinstance(stored, list):
        return tuple(unpacked_message(part) for part in stored)
    if isinstance(stored, dict):
        return date.fromisoformat(stored["day"]) if "day" in stored else unpacked_message(stored)
    value: Value = stored
    return value
