"""Text as it is read: composed letters, words whole that a line end cut, nothing that cannot be seen."""

from __future__ import annotations

import re
import unicodedata

from geo.message import Message

_LIGATURE_CODES = (*range(0xFB00, 0xFB07), *range(0xFB13, 0xFB18))
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in _LIGATURE_CODES}
_MARK = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
# Putting combining marks in order takes the square of their number, so no letter keeps more than eight.
_TOO_MANY_ACCENTS = re.compile(f"({_MARK}{{8}}){_MARK}+")
_CUT_WORD = re.compile(r"(?<=[^\W\d_])[-\u00ad][ \t]{0,4}\n[ \t]{0,40}(?=([^\W\d_]{1,20}))")
_SECOND_HALVES = frozenset(
    ["backed", "based", "born", "controlled", "held", "led", "populated", "run", "speaking"]
)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def clean(text: str) -> tuple[str, list[Message]]:
    """The text with line ends as \\n and a message for each thing that had to be removed."""
    problems: list[Message] = []
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if "\x00" in text:
        problems.append(Message("NUL bytes stood in the text; they were removed."))
    if _TURNING.search(text):
        problems.append(
            Message("Marks that turn the direction of writing stood in the text; they were removed.")
        )
    text = _INVISIBLE.sub("", _CUT_WORD.sub(_joint, text))
    text = _CONTROL.sub("", text).replace("\u00a0", " ").replace("\u202f", " ").translate(_LIGATURES)
    return unicodedata.normalize("NFC", _TOO_MANY_ACCENTS.sub(r"\1", text)), problems


def _joint(cut: re.Match[str]) -> str:
    """Nothing, or the hyphen where a name goes on behind the line end ("Nagorno-/Karabakh")."""
    if cut.group().startswith("\u00ad"):
        return ""
    return "" if cut.group(1)[0].islower() and cut.group(1) not in _SECOND_HALVES else "-"
