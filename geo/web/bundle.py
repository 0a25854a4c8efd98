"""The package's modules, its style sheets and Leaflet -> one plain script, which runs from any page.

Modules cannot be imported by a page opened from a file, and a map's frame fetches its scripts one after
the other: one script serves both. Each module becomes a function that returns its exports, in the
order of the imports; what cannot be joined so is refused.
"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from xstatic.pkg import leaflet

FOLDER = Path(__file__).parent
ENTRY = Path("page.js")
SHEETS = ("tokens", "timeline", "map", "search", "panel", "page")

_LEAFLET = Path(leaflet.BASE_DIR)
_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.{1,2}/[\w./-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|const|class) (\w+))", re.MULTILINE)
_UNJOINED = re.compile(r"^(?:import\b.*|export\b.*)$", re.MULTILINE)
_IMAGE = re.compile(r"url\((images/[^)]+)\)")


class BundleError(ValueError):
    """A module that cannot be joined; says which, what stands there and what to write."""


@dataclass(frozen=True)
class Module:
    """A module's path below the folder, the names it imports by module, its exports and its body."""

    path: Path
    imports: tuple[tuple[Path, str], ...]
    exports: tuple[str, ...]
    body: str


@cache
def script(folder: Path = FOLDER, entry: Path = ENTRY) -> str:
    """The script: it defines Leaflet's `L`, and the entry's exports as `globalThis.karabakhAtlas`."""
    library = (_LEAFLET / "leaflet.js").read_text(encoding="utf-8")
    # Imported as a module the script has no `this`, which Leaflet falls back on without a need.
    return f"{library}\n{joined_modules(folder, entry, sheets(folder))}"


def joined_modules(folder: Path, entry: Path, styles: dict[str, str]) -> str:
    """The modules that the entry needs as one function call; raises BundleError."""
    modules = modules_in_order(folder, entry)
    numbers = {module.path: f"m{number}" for number, module in enumerate(modules)}
    lines = [
        "(() => {",
        '"use strict";',
        f"globalThis.ATLAS_SHEETS = {json.dumps(styles, ensure_ascii=False)};",
        *(_wrapped(module, numbers) for module in modules),
        f"globalThis.karabakhAtlas = Object.assign(globalThis.karabakhAtlas ?? {{}}, {numbers[entry]});",
        "})();",
    ]
    return "\n".join(lines) + "\n"


def modules_in_order(folder: Path, entry: Path) -> list[Module]:
    """The entry and all that it needs, each once, the needed ones first; raises BundleError."""
    found: dict[Path, Module] = {}

    def visit(path: Path, way: tuple[Path, ...]) -> None:
        if path in way:
            raise BundleError(
                f"{way[-1]} imports {path}, which needs it already: {' -> '.join(map(str, way))}"
            )
        if path in found:
            return
        module = read_module(folder, path)
        for needed, _ in module.imports:
            visit(needed, (*way, path))
        found[path] = module

    visit(entry, ())
    missing = [problem for module in found.values() for problem in _missing_exports(module, found)]
    if missing:
        raise BundleError("; ".join(missing))
    return list(found.values())


def read_module(folder: Path, path: Path) -> Module:
    """The module of a file; raises BundleError where it is not there or uses another form."""
    if not (folder / path).is_file():
        raise BundleError(f"there is no {path} in {folder.name}/")
    text = (folder / path).read_text(encoding="utf-8")
    imports = tuple((_resolved(path, where), names) for names, where in _IMPORT.findall(text))
    body = _EXPORT.sub("", _IMPORT.sub("", text))
    unjoined = _UNJOINED.search(body)
    if unjoined:
        raise BundleError(
            f"{path}: {unjoined[0]!r} cannot be joined; "
            'write import { name } from "./file.js"; and export before function, const or class'
        )
    return Module(path, imports, tuple(_EXPORT.findall(text)), body)


@cache
def sheets(folder: Path = FOLDER) -> dict[str, str]:
    """The style sheets by name; the map's begins with Leaflet's."""
    found = {name: (folder / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS}
    return found | {"map": _leaflet_style() + found["map"]}


def _wrapped(module: Module, numbers: dict[Path, str]) -> str:
    lines = [
        f"// {module.path.as_posix()}",
        f"const {numbers[module.path]} = (() => {{",
        *(f"const {{{_renamed(names)}}} = {numbers[path]};" for path, names in module.imports),
        module.body,
        f"return {{ {', '.join(module.exports)} }};",
        "})();",
    ]
    return "\n".join(lines)


def _renamed(names: str) -> str:
    """The names of an import as those of a destructuring: `a as b` is `a: b` there."""
    return re.sub(r"\s+as\s+", ": ", names)


def _missing_exports(module: Module, found: dict[Path, Module]) -> list[str]:
    return [
        f"{module.path} imports {name}, which {path} does not export"
        for path, names in module.imports
        for name in (part.split(" as ")[0].strip() for part in names.split(","))
        if name and name not in found[path].exports
    ]


def _resolved(path: Path, where: str) -> Path:
    parts = list(path.parent.parts)
    for part in where.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return Path(*parts)


def _leaflet_style() -> str:
    """Leaflet's style sheet with its few small pictures inside."""
    style = (_LEAFLET / "leaflet.css").read_text(encoding="utf-8")
    return _IMAGE.sub(lambda found: f"url({_picture(found[1])})", style)


def _picture(name: str) -> str:
    return f"data:image/png;base64,{base64.b64encode((_LEAFLET / name).read_bytes()).decode()}"
