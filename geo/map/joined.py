"""static/*.js -> one plain script: what each module exports, in the order of their imports.

A browser asks for one file, and a page that was saved needs no folder to import from. The modules
keep to `import { name } from "./file.js"` and plain `export`; their top-level names differ.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"
DOOR = "atlas.js"

_IMPORT = re.compile(r'^import \{[\w\s,]+\} from "\./(\w+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


@cache
def joined() -> str:
    """atlas.js and all it needs, as a script that defines nothing but `window.atlas`."""
    parts = "\n".join(_EXPORT.sub("", _IMPORT.sub("", _text(name))) for name in _in_order(DOOR, []))
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


def write_assets(folder: Path) -> None:
    """Writes atlas.js, joined, and atlas.css into the folder that `Assets.atlas` will name."""
    (folder / DOOR).write_text(joined(), encoding="utf-8")
    (folder / "atlas.css").write_bytes((STATIC / "atlas.css").read_bytes())


def _in_order(name: str, found: list[str]) -> list[str]:
    """The module and all before it that it needs, each once, the needed ones first."""
    for needed in _IMPORT.findall(_text(name)):
        if needed not in found:
            _in_order(needed, found)
    if name not in found:
        found.append(name)
    return found


def _text(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")
