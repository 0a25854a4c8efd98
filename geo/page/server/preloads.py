"""What the page asks for after its first scripts, named in its head so that the browser asks at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import streamlit

_STATIC = Path(streamlit.__file__).parent / "static"
# Streamlit's elements that the atlas is made of; it fetches their scripts when their messages have come.
ELEMENTS = ("BidiComponent", "ComponentInstance", "Html", "PageLink")


@dataclass(frozen=True)
class Preload:
    """An address relative to the page, and what it holds: `module`, `fetch`, `style` or `font`.

    What a `frame` of the page asks for is fetched when nothing else waits.
    """

    href: str
    kind: str


Preloads = Callable[[str], Sequence[Preload]]


def no_preloads(lang: str) -> Sequence[Preload]:
    """Nothing, whatever the language."""
    return ()


def links(preloads: Iterable[Preload]) -> str:
    """The elements for the page's head: the preloads first, which take longest, then Streamlit's modules."""
    modules = (
        f'<link rel="modulepreload" crossorigin href="./{escape(name)}">' for name in modules_of(ELEMENTS)
    )
    return "\n".join((*map(_link, preloads), *modules))


def instrument_files(lang: str) -> Sequence[Preload]:
    """The files of the browser's package that an opening page fetches, in the language."""
    from geo.page import loaded
    from geo.page.instruments import FOLDER, files

    found = files(loaded.shipped_atlas())
    facts = found.facts.get(lang, found.facts["en"])
    return (
        Preload(FOLDER + found.script, "module"),
        Preload(FOLDER + facts, "fetch"),
        Preload(FOLDER + found.shapes, "fetch"),
        Preload(FOLDER + found.relief, "frame"),
    )


def _link(one: Preload) -> str:
    address = f'href="./{escape(one.href)}"'
    if one.kind == "module":
        return f'<link rel="modulepreload" {address}>'
    if one.kind == "frame":
        return f'<link rel="prefetch" {address}>'
    crossing = " crossorigin" if one.kind in ("fetch", "font") else ""
    return f'<link rel="preload" {address} as="{escape(one.kind)}"{crossing}>'


@cache
def modules_of(elements: tuple[str, ...]) -> tuple[str, ...]:
    """The scripts of Streamlit's elements and all that they import, but for those of the first page.

    An element that this Streamlit does not know has none.
    """
    path = _STATIC / "manifest.json"
    manifest: Mapping[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    entries = {entry["name"]: key for key, entry in manifest.items() if entry.get("isDynamicEntry")}
    first = _imported(manifest, ["index.html"])
    wanted = _imported(manifest, [entries[name] for name in elements if name in entries])
    return tuple(manifest[key]["file"] for key in wanted if key not in first)


def _imported(manifest: Mapping[str, Any], keys: Sequence[str]) -> list[str]:
    found: dict[str, None] = {}
    left = [key for key in keys if key in manifest]
    while left:
        key = left.pop(0)
        if key not in found:
            found[key] = None
            left.extend(manifest[key].get("imports", ()))
    return list(found)
