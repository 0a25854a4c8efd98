"""Scripts of ours that the browser fetches once instead of getting them with every run of the page.

Streamlit sends a component's inline script again each time; a declared component's folder it serves,
at /component/<module>.<name>/.
"""

from __future__ import annotations

import hashlib
import tempfile
from functools import cache
from pathlib import Path

import streamlit.components.v1 as components

_FOLDER = "scripts"


@cache
def module(text: str) -> str:
    """A few lines that stand for the JavaScript module `text`, which exports one function by default."""
    file = f"{hashlib.sha256(text.encode()).hexdigest()[:16]}.js"
    (_folder() / file).write_text(text, encoding="utf-8")
    lines = Path(__file__).with_name("served.js").read_text(encoding="utf-8")
    return lines.replace("ADDRESS", f"component/{__name__}.{_FOLDER}/{file}")


@cache
def _folder() -> Path:
    made = Path(tempfile.mkdtemp(prefix="karabakh-atlas-"))
    components.declare_component(_FOLDER, path=str(made))
    return made
