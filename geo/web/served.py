"""The browser's files in one folder: script, facts, texts and shapes as gzip, relief.

Files are named by their content, written when they are wanted and again if somebody deleted them;
when some are written, those of others that are older than a week are removed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Any

from platformdirs import user_cache_path

from geo.languages import LANGUAGES
from geo.web.bundle import script
from geo.web.facts import facts
from geo.web.shapes import shapes
from geo.web.texts import texts

if TYPE_CHECKING:
    from geo.atlas import Atlas

_WEEK_SECONDS = 7 * 24 * 3600


@dataclass(frozen=True)
class Files:
    """Names of the files in the folder; `facts` and `texts` by language."""

    script: str
    shapes: str
    relief: str
    facts: Mapping[str, str]
    texts: Mapping[str, str]


def cache_folder() -> Path:
    """Where the browser's files are written: ATLAS_CACHE, or a folder of the user's cache."""
    return Path(os.environ.get("ATLAS_CACHE") or user_cache_path("karabakh-atlas")) / "web"


def write_files(atlas: Atlas, folder: Path) -> Files:
    """Writes what is not there, or not whole, and removes what is old; the names of the files."""
    contents = _contents(atlas)
    lacking = [name for name, raw in contents.raw.items() if not _is_whole(folder / name, raw)]
    if lacking:
        folder.mkdir(parents=True, exist_ok=True)
        for name in lacking:
            _write(folder / name, contents.raw[name])
        _remove_old(folder, contents.raw)
    return contents.files


def packed(content: Any) -> bytes:
    """The content as gzip of compact UTF-8 JSON, the same bytes for the same facts."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return gzip.compress(text.encode(), 9, mtime=0)


@dataclass(frozen=True)
class _Contents:
    raw: Mapping[str, bytes]
    files: Files


@lru_cache(maxsize=4)
def _contents(atlas: Atlas) -> _Contents:
    raw: dict[str, bytes] = {}

    def add(stem: str, suffix: str, content: bytes) -> str:
        name = f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}{suffix}"
        raw[name] = content
        return name

    relief = atlas.folder.resolve() / "layers" / "relief.jpg"
    later = add("texts", ".json.gz", packed(texts(atlas)))
    files = Files(
        script=add("atlas", ".js", script().encode()),
        shapes=add("shapes", ".json.gz", packed(shapes(atlas))),
        relief=add("relief", ".jpg", relief.read_bytes() if relief.is_file() else b""),
        facts={lang: add(f"facts-{lang}", ".json.gz", packed(facts(atlas, lang))) for lang in LANGUAGES},
        texts=dict.fromkeys(LANGUAGES, later),
    )
    return _Contents(raw, files)


def _is_whole(path: Path, raw: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(raw)


def _write(path: Path, raw: bytes) -> None:
    """Written beside and moved, so that nobody reads half a file."""
    part = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}.part")
    part.write_bytes(raw)
    part.replace(path)


def _remove_old(folder: Path, wanted: Mapping[str, bytes]) -> None:
    for path in folder.iterdir():
        old = time.time() - path.stat().st_mtime > _WEEK_SECONDS
        if path.name not in wanted and old and path.is_file():
            path.unlink(missing_ok=True)
