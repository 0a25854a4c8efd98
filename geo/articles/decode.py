"""Bytes to text: finds the encoding and says which it took where the file does not say so itself."""

from __future__ import annotations

import codecs
import re

from geo.articles.clean import clean
from geo.articles.language import function_words
from geo.articles.model import too_long
from geo.message import Message

_BOMS = [(codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")]
_REGIONAL = ("cp1251", "armscii-8", "koi8-r", "cp866")
_TURKISH_LETTERS = frozenset(b"\xd0\xdd\xde\xf0\xfd\xfe")
_DECLARED = re.compile(
    rb"charset\s{0,9}=\s{0,9}[\"']?([\w:.-]{2,40})|<\?xml[^<>]{0,80}encoding=[\"']([\w.-]{2,40})",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"cp125\d|cp866|iso8859-\d+|koi8-[ru]|mac-cyrillic|utf-8|gb\w+|big5|euc_\w+|shift_jis|ascii"
)
_AS_BROWSERS_READ = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
_MIXED = re.compile("[A-Za-z][\u0400-\u058f]|[\u0400-\u058f][A-Za-z]")
_NO_LETTERS = re.compile("[\u0080-\u00a0\u2500-\u259f\ufffd]")
_SAMPLE, _FEW_FOREIGN, _FEW_BROKEN = 20_000, 0.15, 0.1
_CODES, _FEW = frozenset(range(9)) | frozenset(range(14, 27)) | frozenset(range(28, 32)), 0.02
_PLANES, _MOST = frozenset(b"\x00\x04\x05"), 0.7
_ARMSCII = dict(zip(range(0xA2, 0xB2), "և։)(»«—.՝,-֊…՜՛՞", strict=True)) | {
    code: chr((0x531 if code % 2 == 0 else 0x561) + (code - 0xB2) // 2) for code in range(0xB2, 0xFE)
}


def decode(data: bytes, declared: str | None = None, *, most: int | None = None) -> tuple[str, list[Message]]:
    """The clean text of a file and a message for each thing that had to be mended.

    Tries byte-order marks, UTF-8, UTF-16 without a mark, the encoding that the file declares, then the
    old encodings of the region, and takes the one in which most common words of a known language are found.
    Of a text of more than `most` characters only the message why it is not read: cleaning it takes long.
    """
    text, problems = _decoded(data, declared)
    if most is not None and len(text) > most:
        return "", [too_long(len(text))]
    cleaned, removed = clean(text)
    return cleaned, problems + removed


def declared_encoding(page: bytes) -> str | None:
    """The encoding that the head of a page declares, as Python calls it; None if none, or none of a text."""
    match = _DECLARED.search(page[:4096])
    return known_encoding((match.group(1) or match.group(2)).decode("ascii", "replace")) if match else None


def known_encoding(label: str | None) -> str | None:
    """Python's name of an encoding of text, as browsers understand its label; None if it is none."""
    try:
        name = codecs.lookup(label or "").name
    except (LookupError, ValueError):
        return None
    return _AS_BROWSERS_READ.get(name, name) if _ALLOWED.fullmatch(name) else None


def _decoded(data: bytes, declared: str | None) -> tuple[str, list[Message]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), []
    wide = _wide(data)
    if wide:
        note = Message("The text was read as {encoding}; it carries no byte-order mark.", encoding=wide)
        return data.decode(wide, errors="replace"), [note]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    if _is_binary(data):
        return "", [Message("The file is no text: it holds bytes that no writing has. It was not read.")]
    if declared and declared != "utf-8":
        return data.decode(declared, errors="replace"), []
    return _guessed(data)


def _guessed(data: bytes) -> tuple[str, list[Message]]:
    text = data.decode("utf-8", errors="replace")
    broken, foreign = text.count("\ufffd"), sum(not char.isascii() for char in text)
    encoding = None if broken <= _FEW_BROKEN * foreign else _best(data)
    if encoding:
        note = Message("The text is not UTF-8; it was read as {encoding}.", encoding=encoding)
        return _read(data, encoding), [note]
    return text, [Message("The text is in no encoding we know; letters that could not be read show as �.")]


def _best(data: bytes) -> str | None:
    """The encoding that gives most common words and fewest letters of two scripts in one word."""
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    sample = b"\n".join(lines)[:_SAMPLE]
    latin = "cp1254" if _TURKISH_LETTERS & set(sample) else "cp1252"
    scores = {encoding: _score(_read(sample, encoding)) for encoding in (latin, *_REGIONAL)}
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] > 0:
        return best
    foreign = sum(byte > 127 for byte in data[:_SAMPLE])
    return latin if foreign < _FEW_FOREIGN * len(data[:_SAMPLE]) and scores[latin] == 0 else None


def _score(text: str) -> int:
    return function_words(text) - len(_MIXED.findall(text)) - len(_NO_LETTERS.findall(text))


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
