"""A message to a person: an English text with {places} and the values that fill them.

It travels from where something happens to where it is shown. There the text is looked up in the
catalogues of geo/language; commands and logs take the English of `str()`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

_PLACE = re.compile(r"\{(\w+)\}")

# A number counts something and is written as the language writes it; an id or a port goes as text.
Scalar: TypeAlias = str | int | date
Value: TypeAlias = "Scalar | Message | tuple[Message, ...]"


@dataclass(frozen=True, init=False)
class Message:
    """An English text, which is its own code, and its values by the name of their place.

    A value that is a message is translated too; several messages are joined with "; ".
    """

    text: str
    values: tuple[tuple[str, Value], ...]

    def __init__(self, text: str, /, **values: Value) -> None:
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "values", tuple(sorted(values.items())))

    def __str__(self) -> str:
        return self.localize(str, english)

    def localize(self, translate: Callable[[str], str], write: Callable[[Scalar], str]) -> str:
        """The sentence: its text and those of its messages by `translate`, other values by `write`.

        A place without a value stays as it is written.
        """

        def shown(value: Value) -> str:
            if isinstance(value, Message):
                return value.localize(translate, write)
            if isinstance(value, tuple):
                return "; ".join(map(shown, value))
            return write(value)

        values = dict(self.values)
        text = translate(self.text) if self.text else ""  # gettext answers "" with the catalogue's head
        return _PLACE.sub(lambda met: shown(values[met[1]]) if met[1] in values else met[0], text)


def english(value: Scalar) -> str:
    """A value in English: a day as YYYY-MM-DD, a number with commas between its thousands."""
    if isinstance(value, int):
        return f"{value:,}"
    return value.isoformat() if isinstance(value, date) else value


def message_of(text: str, **values: Value) -> Message:
    """A message whose text stands in no code: what a person wrote, or the library has stored."""
    return Message(text, **values)
