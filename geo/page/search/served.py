"""The index as a file that Streamlit serves at /component/<module>.index/, named by its content."""

from __future__ import annotations

import tempfile
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

import streamlit.components.v1 as components

from geo.page.search.model import SearchIndex, index_bytes

# Four languages of the last few states of the data, for pages that are still open.
_KEPT = 16


@lru_cache(maxsize=_KEPT)
def index_url(index: SearchIndex) -> str:
    """The address of the index's file, relative to the page."""
    raw = index_bytes(index)
    file = folder() / f"search-{sha256(raw).hexdigest()[:12]}.json"
    file.write_bytes(raw)
    for old in sorted(folder().glob("*.json"), key=lambda path: path.stat().st_mtime)[:-_KEPT]:
        old.unlink(missing_ok=True)
    return f"component/{__name__}.index/{file.name}"


@cache
def folder() -> Path:
    """Where the files lie, empty at first."""
    made = Path(tempfile.mkdtemp(prefix="karabakh-atlas-search-"))
    components.declare_component("index", path=str(made))
    return made
