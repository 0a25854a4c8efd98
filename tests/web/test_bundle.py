"""The joiner: modules in the order of their imports as one script, and what it refuses."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from geo.web.bundle import ENTRY, FOLDER, BundleError, joined_modules, modules_in_order, script, sheets

DAYS = "export const DAY = 1;\nexport function twice(day) {\n  return day * 2;\n}\n"


def written(folder: Path, **modules: str) -> Path:
    """A folder with these modules."""
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder


def test_modules_see_what_they_import_and_nothing_else(tmp_path: Path) -> None:
    page = (
        'import { DAY, twice as doubled } from "./days.js";\n'
        "const hidden = 5;\nexport function answer() {\n  return doubled(DAY) + hidden;\n}\n"
    )
    folder = written(tmp_path, days=DAYS + "const hidden = 7;\n", page=page)
    text = joined_modules(folder, Path("page.js"), {})
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on the PATH")
    run = f"{text}\nconsole.log(JSON.stringify([karabakhAtlas.answer(), typeof DAY, typeof hidden]));"
    done = subprocess.run([node, "-e", run], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [7, "undefined", "undefined"]


def test_a_module_stands_once_after_all_that_it_needs(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        days=DAYS,
        words='import { DAY } from "./days.js";\nexport const WORD = DAY;\n',
        page=(
            'import {\n  DAY,\n} from "./days.js";\nimport { WORD } from "./words.js";\n'
            "export const ALL = [DAY, WORD];\n"
        ),
    )
    order = [module.path.name for module in modules_in_order(folder, Path("page.js"))]
    assert order == ["days.js", "words.js", "page.js"]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ('import { gone } from "./days.js";\n', "imports gone, which days.js does not export"),
        ('import { x } from "./nowhere.js";\n', "there is no nowhere.js"),
        ('import days from "./days.js";\n', "cannot be joined"),
        ('import * as days from "./days.js";\n', "cannot be joined"),
        ("export default function () {}\n", "cannot be joined"),
        ('export { DAY } from "./days.js";\n', "cannot be joined"),
        ('import { other } from "./other.js";\nexport const back = 1;\n', "which needs it already"),
    ],
)
def test_what_cannot_be_joined_is_refused(tmp_path: Path, page: str, told: str) -> None:
    other = 'import { back } from "./page.js";\nexport const other = 1;\n'
    folder = written(tmp_path, days=DAYS, other=other, page=page)
    with pytest.raises(BundleError, match=told):
        joined_modules(folder, Path("page.js"), {})


def test_every_module_of_the_package_is_joined() -> None:
    joined = {module.path for module in modules_in_order(FOLDER, ENTRY)}
    tools = {"eslint.config.js"}
    there = {path.relative_to(FOLDER) for path in FOLDER.rglob("*.js") if "node_modules" not in path.parts}
    assert {str(path) for path in there - joined} == tools


def test_nothing_is_exported_that_nobody_imports() -> None:
    """What a module exports another imports, or a test; the entry's exports are the page's."""
    modules = modules_in_order(FOLDER, ENTRY)
    imported = {
        (path, name.split(" as ")[0].strip())
        for module in modules
        for path, names in module.imports
        for name in names.split(",")
    }
    tests = "\n".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("*.*js"))
    unused = [
        f"{module.path}: {name}"
        for module in modules
        for name in module.exports
        if module.path != ENTRY
        and (module.path, name) not in imported
        and not re.search(rf"import \{{[^}}]*\b{name}\b[^}}]*\}} from", tests)
    ]
    assert unused == []


CLASS = re.compile(r"\.(-?[a-zA-Z][\w-]*)")
# What Streamlit and Leaflet write, and what is put together from a part and an id.
THEIRS = re.compile(r"st[A-Z]|leaflet-|atlas-\w+-path$|atlas-(label|dot)-|group-\d$")


def test_no_sheet_styles_a_class_that_nothing_has() -> None:
    folders = (FOLDER, FOLDER.parent / "page", FOLDER.parent / "map")
    files = [path for folder in folders for path in folder.rglob("*.*") if "node_modules" not in path.parts]
    code = "\n".join(p.read_text(encoding="utf-8") for p in files if p.suffix in (".js", ".py", ".html"))
    words = {*re.findall(r"[\w-]+", code)} | {
        f"atlas-{pane}" for pane in re.findall(r"^  (\w+): \d+,$", code, re.M)
    }
    for path in (FOLDER / "styles").glob("*.css"):
        sheet = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        classes = {name.removeprefix("st-key-") for name in CLASS.findall(re.sub(r"\{[^{}]*\}", " ", sheet))}
        assert not [name for name in sorted(classes - words) if not THEIRS.match(name)], path.name


def test_every_sheet_is_in_the_script_and_asks_nobody() -> None:
    assert {path.stem for path in (FOLDER / "styles").glob("*.css")} == {*sheets()} | {"streamlit"}
    for text in (script(), *sheets().values()):
        assert "@import" not in text
        assert not [
            part for part in text.split("url(")[1:] if not part.startswith(("data:", "#", "'#", '"#', "${"))
        ]
