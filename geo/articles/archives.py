"""What a zip holds, within limits, and its members unpacked; names as their writer meant them."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

MAX_UNPACKED = 200 * 2**20
MAX_MEMBERS = 5000
MAX_RATIO = 200
_UTF8_NAMES = 0x800
_FAULTS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, RuntimeError, OSError, EOFError, ValueError,
    OverflowError, IndexError, KeyError, MemoryError,
)  # fmt: skip


def archive_of(data: bytes) -> zipfile.ZipFile | str:
    """The zip in these bytes, or a sentence why it is not opened."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS:
        return "The file ends in .zip but is not a zip that can be opened."
    files = [info for info in archive.infolist() if not info.is_dir()]
    total = sum(info.file_size for info in files)
    if total > MAX_UNPACKED or len(files) > MAX_MEMBERS or total > MAX_RATIO * max(len(data), 1):
        return (
            f"The zip would unpack to {len(files)} files and {total / 2**20:.0f} MB; "
            "that is more than is read."
        )
    return archive


def members(archive: zipfile.ZipFile) -> list[tuple[str, zipfile.ZipInfo]]:
    """The files in a zip with their names, in order of name."""
    found = [(_name(info), info) for info in archive.infolist() if not info.is_dir()]
    return sorted(found, key=lambda member: member[0])


def unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, limit: int) -> bytes | str:
    """The bytes of a member, or a sentence why it is not unpacked; at most `limit` bytes."""
    if info.file_size > limit:
        return f"The file has {info.file_size / 2**20:.0f} MB; at most {limit // 2**20} MB are read."
    try:
        with archive.open(info) as file:
            content = file.read(limit + 1)
    except _FAULTS as error:
        return f"The file in the zip cannot be unpacked: {str(error) or type(error).__name__}."
    return (
        content if len(content) <= limit else "The file in the zip is larger than it says; it was not read."
    )


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name; zipfile reads one without the mark of UTF-8 as cp437, and DOS wrote cp866."""
    if info.flag_bits & _UTF8_NAMES or info.filename.isascii():
        return info.filename
    try:
        written = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        russian = written.decode("cp866", errors="replace")
        return russian if any("а" <= char.casefold() <= "я" for char in russian) else info.filename
