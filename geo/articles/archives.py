"""What a zip holds, within limits, and its members unpacked; names as their writer meant them."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from pathlib import PurePosixPath, PureWindowsPath

from geo.message import Message

MAX_UNPACKED = 200 * 2**20
MAX_MEMBERS = 5000
MAX_RATIO = 200
NOT_A_ZIP = Message("This is not a zip that can be opened, or it is damaged; pack the articles again.")
_UTF8_NAMES = 0x800
_FAULTS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, RuntimeError, OSError, EOFError, ValueError,
    OverflowError, IndexError, KeyError, MemoryError,
)  # fmt: skip


def archive_of(data: bytes) -> zipfile.ZipFile | Message:
    """The zip in these bytes, or a message why it is not opened."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS:
        return NOT_A_ZIP
    files = [info for info in archive.infolist() if not info.is_dir()]
    total = sum(info.file_size for info in files)
    if total > MAX_UNPACKED or len(files) > MAX_MEMBERS or total > MAX_RATIO * max(len(data), 1):
        return Message(
            "It would unpack to {number} files and {size} MB; that is more than is read: at most {files} "
            "files, {most} MB and {ratio} times its own size. Bring the articles in smaller parts.",
            number=len(files),
            size=round(total / 2**20),
            files=MAX_MEMBERS,
            most=MAX_UNPACKED // 2**20,
            ratio=MAX_RATIO,
        )
    return archive


def members(archive: zipfile.ZipFile) -> list[tuple[str, zipfile.ZipInfo]]:
    """The files in a zip with their names, in order of name."""
    found = [(_name(info), info) for info in archive.infolist() if not info.is_dir()]
    return sorted(found, key=lambda member: member[0])


def leads_out(name: str) -> bool:
    """True for a member that asks to lie outside the zip: by "..", or by a path from the root of a disk."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or bool(PureWindowsPath(name).drive)


def unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, limit: int) -> bytes | Message:
    """The bytes of a member, or a message why it is not unpacked; at most `limit` bytes."""
    if info.file_size > limit:
        return too_large(info.file_size, limit)
    try:
        with archive.open(info) as file:
            content = file.read(limit + 1)
    except _FAULTS as error:
        why = str(error) or type(error).__name__
        return Message("The file in the zip cannot be unpacked: {fault}.", fault=why)
    if len(content) > limit:
        return Message("The file in the zip is larger than it says; it was not read.")
    return content


def too_large(size: int, limit: int) -> Message:
    """The message that a file of `size` bytes is larger than the limit."""
    return Message(
        "The file has {size} MB; at most {most} MB are read.", size=round(size / 2**20), most=limit // 2**20
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
