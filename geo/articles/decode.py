"""Bytes to clean text: finds the encoding, removes what cannot be seen, says what it did."""

from __future__ import annotations

import codecs
import re
import unicodedata

from geo.articles.language import function_words

_BOMS = [(codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")]
_LEGACY = ("cp1251", "armscii-8", "cp1254", "koi8-r", "cp866")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_CODES, _FEW = frozenset(range(9)) | frozenset(range(14, 27)) | frozenset(range(28, 32)), 0.02
_PLANES, _MOST = frozenset(b"\x00\x04\x05"), 0.7
_ARMSCII = dict(zip(range(0xA2, 0xB2), "և։)(»«—.՝,-֊…՜՛՞", strict=True)) | {
    code: chr((0x531 if code % 2 == 0 else 0x561) + (code - 0xB2) // 2) for code in range(0xB2, 0xFE)
}


def decode(data: bytes) -> tuple[str, list[str]]:
    """The clean text of a file and a sentence for each thing that had to be mended.

    Tries byte-order marks, UTF-8, UTF-16 without a mark, then the old encodings of the region,
    and takes the one in which most common words of a known language are found.
    """
    text, problems = _decoded(data)
    cleaned, removed = clean(text)
    return cleaned, problems + removed


def clean(text: str) -> tuple[str, list[str]]:
    """The text in composed Unicode with line ends as \\n and without invisible or control characters."""
    problems = []
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if "\x00" in text:
        problems.append("NUL bytes stood in the text; they were removed.")
    if re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", text):
        problems.append("Marks that turn the direction of writing stood in the text; they were removed.")
    text = _CONTROL.sub("", _INVISIBLE.sub("", text)).replace("\u00a0", " ").replace("\u202f", " ")
    return unicodedata.normalize("NFC", text), problems


def _decoded(data: bytes) -> tuple[str, list[str]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), []
    wide = _wide(data)
    if wide:
        return data.decode(wide, errors="replace"), [
            f"The text was read as {wide}; it carries no byte-order mark."
        ]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    if _is_binary(data):
        return "", ["The file is no text: it holds bytes that no writing has. It was not read."]
    best = max(_LEGACY, key=lambda encoding: function_words(_read(data[:20000], encoding)))
    if function_words(_read(data[:20000], best)):
        return _read(data, best), [f"The text is not UTF-8; it was read as {best}."]
    text = data.decode("utf-8", errors="replace")
    return text, ["The text is in no encoding we know; letters that could not be read show as �."]


def _is_binary(data: bytes) -> bool:
    """True where more than one byte in fifty is a control code that no text file uses."""
    sample = data[:20000]
    return sum(byte in _CODES for byte in sample) > _FEW * len(sample)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is that of a script we read (Latin, Cyrillic, Armenian)."""
    sample = data[:4000]
    if len(sample) < 8:
        return None
    low, high = (sum(byte in _PLANES for byte in sample[first::2]) / (len(sample) // 2) for first in (0, 1))
    if max(low, high) < _MOST:
        return None
    return "utf-16-le" if high > low else "utf-16-be"


def _read(data: bytes, encoding: str) -> str:
    if encoding == "armscii-8":
        return "".join(_ARMSCII.get(byte, chr(byte)) for byte in data)
    return data.decode(encoding, errors="replace")
