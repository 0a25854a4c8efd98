"""Leaflet, the style sheets and static/*.js -> one plain script: all of the map in one request.

streamlit-folium fetches its files one after the other, so each further one costs the first picture a
round trip; and a page that was saved needs no folder to import from. Our modules stand in the order
of their imports; they keep to `import { name } from "./file.js"` and plain `export`, and their
top-level names differ.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from pathlib import Path

from xstatic.pkg import leaflet

STATIC = Path(__file__).parent / "static"
DOOR = "atlas.js"

_LEAFLET = Path(leaflet.BASE_DIR)
_IMPORT = re.compile(r'^import \{[\w\s,]+\} from "\./(\w+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_IMAGE = re.compile(r"url\((images/[^)]+)\)")


@cache
def joined() -> str:
    """The script: it defines Leaflet's `L` and `window.atlas`, and dresses the page when it runs."""
    modules = "\n".join(_EXPORT.sub("", _IMPORT.sub("", _text(name))) for name in _in_order(DOOR, []))
    library = (_LEAFLET / "leaflet.js").read_text(encoding="utf-8")
    sheets = json.dumps([_leaflet_style(), _text("atlas.css")])
    return f'{library}\n(() => {{\n"use strict";\nconst SHEETS = {sheets};\n{modules}}})();\n'


def write_script(folder: Path) -> str:
    """Writes the script into the folder; its file's name, which changes with what it says."""
    name = f"atlas-{hashlib.sha256(joined().encode()).hexdigest()[:12]}.js"
    (folder / name).write_text(joined(), encoding="utf-8")
    return name


def _in_order(name: str, found: list[str]) -> list[str]:
    """The module and all before it that it needs, each once, the needed ones first."""
    for needed in _IMPORT.findall(_text(name)):
        if needed not in found:
            _in_order(needed, found)
    if name not in found:
        found.append(name)
    return found


def _leaflet_style() -> str:
    """Leaflet's style sheet with its few small pictures inside."""
    style = (_LEAFLET / "leaflet.css").read_text(encoding="utf-8")
    return _IMAGE.sub(lambda found: f"url({_picture(found[1])})", style)


def _picture(name: str) -> str:
    return f"data:image/png;base64,{base64.b64encode((_LEAFLET / name).read_bytes()).decode()}"


def _text(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")
