"""The atlas as one plain HTML page that needs no server: script, facts and relief are inside it."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.languages import LANGUAGES
from geo.web.bundle import script, sheets
from geo.web.facts import facts
from geo.web.served import packed
from geo.web.shapes import shapes
from geo.web.texts import texts

if TYPE_CHECKING:
    from geo.atlas import Atlas

_TEMPLATE = Path(__file__).with_name("plain_page.html")


def plain_page(atlas: Atlas, *, languages: Sequence[str] = LANGUAGES, title: str = "Karabakh Atlas") -> str:
    """The page's HTML with every instrument, in the languages given; it opens from a file or any host."""
    contents = {"shapes": shapes(atlas), "texts-en": texts(atlas)}
    contents |= {f"facts-{lang}": facts(atlas, lang) for lang in languages}
    values = {
        "TITLE": escape(title),
        "SHEET": sheets()["tokens"] + sheets()["page"],
        "DATA": "\n".join(data_element(key, content) for key, content in contents.items()),
        # The script holds no "</script", but a text in a sheet or a message may one day.
        "SCRIPT": script().replace("</script", "<\\/script"),
        "RELIEF": _picture(atlas.folder / "layers" / "relief.jpg"),
    }
    page = _TEMPLATE.read_text(encoding="utf-8")
    for name, value in values.items():
        page = page.replace(f"@{name}@", value)
    return page


def data_element(key: str, content: Any) -> str:
    """A script element of that id that holds the content as base64 of gzip JSON (core/facts.js reads it)."""
    return f'<script type="application/gzip" id="{key}">{base64.b64encode(packed(content)).decode()}</script>'


def _picture(path: Path) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(path.read_bytes()).decode()}" if path.is_file() else ""
