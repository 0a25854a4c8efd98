"""Texts of word processors (.docx, .rtf) to raw documents."""

from __future__ import annotations

import io

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph
from striprtf.striprtf import rtf_to_text

from geo.articles.archives import NOT_A_ZIP, archive_of
from geo.articles.model import Raw
from geo.message import Message

_NO_WORD = Message(
    "This is not a Word document that can be opened, or it is damaged; save the article again as .docx, "
    "PDF or text."
)


def from_docx(data: bytes, name: str) -> Raw:
    """The paragraphs and rows of tables of a Word document, in order; a message where it is broken."""
    archive = archive_of(data)
    if isinstance(archive, Message):
        return Raw(name, "", problems=(_NO_WORD if archive == NOT_A_ZIP else archive,))
    try:
        document = docx.Document(io.BytesIO(data))
        lines = [line for block in document.iter_inner_content() for line in _lines(block)]
        title = document.core_properties.title
    except Exception as error:  # python-docx passes on whatever zipfile and lxml raise on broken files
        fault = type(error).__name__
        return Raw(name, "", problems=(Message("The Word document cannot be read: {fault}.", fault=fault),))
    if not "".join(lines).strip():
        return Raw(name, "", problems=(Message("The Word document holds no text."),))
    return Raw(name, "\n".join(lines), title if len(title.split()) > 2 else None)


def from_rtf(data: bytes, name: str) -> Raw:
    """The text of an RTF file without its marks; a message where it is broken or has none."""
    try:
        text = rtf_to_text(data.decode("latin-1"), errors="replace")
    except Exception as error:  # striprtf raises whatever its tables and codecs do on broken files
        fault = type(error).__name__
        return Raw(name, "", problems=(Message("The RTF file cannot be read: {fault}.", fault=fault),))
    return (
        Raw(name, text) if text.strip() else Raw(name, "", problems=(Message("The RTF file holds no text."),))
    )


def _lines(block: Paragraph | Table) -> list[str]:
    if isinstance(block, Table):
        return [" ".join(cell.text.strip() for cell in row.cells) for row in block.rows]
    style = (block.style.name or "") if block.style else ""
    return [f"- {block.text}" if style.startswith("List") else block.text]
