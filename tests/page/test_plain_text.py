"""Text of links, data, files and errors is text: Markdown reads nothing out of it, anywhere on the page."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.hostile import TEXTS
from tests.serving import ROOT, loopback_only, served

FILES = [ROOT / "app.py", *sorted((ROOT / "geo" / "page").rglob("*.py"))]
# The calls whose first argument Streamlit reads as Markdown, and the keywords that it reads so anywhere.
READERS = {
    "button", "caption", "checkbox", "date_input", "download_button", "error", "expander", "file_uploader",
    "form_submit_button", "header", "info", "link_button", "markdown", "multiselect", "number_input",
    "page_link", "pills", "popover", "radio", "segmented_control", "selectbox", "slider", "spinner",
    "subheader", "success", "tabs", "text_area", "text_input", "title", "toast", "toggle", "warning",
}  # fmt: skip
KEYWORDS = {"help", "label", "body", "caption", "captions"}
OPTIONS_TOO = {"pills", "radio", "segmented_control"}
OUR_OWN = {"text"}  # geo.page.method.text: a Markdown file that we ship


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_markdown_reads_only_what_is_ours_or_plain(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [
        f"line {part.lineno}: {ast.unparse(part)}" for part in read_as_markdown(tree) if not safe(part, tree)
    ] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def f(x): st.warning(x)", 1),
        ("def f(x): st.warning(str(x))", 1),
        ("def f(x): st.warning(f'{plain(x)} {x}')", 1),
        ("def f(x): st.button(say('en', 'Open {x}', x=x))", 1),
        ("def f(x): st.button('ok', help=x)", 1),
        ("def f(x): st.radio('ok', x, format_func=str)", 1),
        ("def f(x): g(x)\ndef g(y): st.button(y)", 1),
        ("def f(x): left.button(x)", 1),
        ("def f(x):\n y = x\n st.button(y)", 1),
        ("def f(x): st.warning(plain(x))", 0),
        ("def f(x): st.button(plain(say('en', 'Open {x}', x=x)))", 0),
        ("def f(x):\n y = say('en', 'Open')\n st.button(y, help='ok')", 0),
        ("def f(x): g(plain(x))\ndef g(y): st.button(y)", 0),
    ],
)  # fmt: skip
def test_the_check_itself_finds_what_is_live(code: str, found: int) -> None:
    tree = ast.parse(code)
    assert len([part for part in read_as_markdown(tree) if not safe(part, tree)]) == found


@pytest.mark.browser
def test_a_plain_text_is_shown_letter_by_letter(page: Page) -> None:
    with served("tests/page/plain_app.py") as url:
        page.goto(url)
        page.locator("#whole").wait_for(state="attached")
        for number, text in enumerate(TEXTS):
            shown = page.locator(f".st-key-shown-{number}")
            expect(shown.get_by_test_id("stMarkdownContainer").first).to_be_visible()
            told = [
                part.replace("\u2060", "")
                for part in shown.get_by_test_id("stMarkdownContainer").all_inner_texts()
            ]
            assert [part for part in told if part != text] == []
        assert live(page) == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("key", "text"),
    [
        *(("date", text) for text in TEXTS[:3]),
        *((key, TEXTS[1]) for key in ("region", "lang", "window", "event")),
    ],
)
def test_a_link_brings_no_markdown_to_life(browser: Browser, atlas_url: str, key: str, text: str) -> None:
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.route("**/*", loopback_only)
    page = context.new_page()
    page.goto(f"{atlas_url}/?{urlencode({key: text})}")
    expect(page.get_by_test_id("stAlert")).to_contain_text("evil.example", timeout=60_000)
    assert live(page) == []
    assert [url for url in asked if not url.startswith((atlas_url, "blob:", "data:"))] == []
    context.close()


def live(page: Page) -> list[str]:
    """What of the hostile texts the page made a link, a picture or an icon of."""
    inside = "[data-testid='stMarkdownContainer'] :is(img, svg, [role='img'])"
    made = f"a[href*='evil'], img[src*='evil'], {inside}"
    found: list[str] = page.locator(made).evaluate_all(
        "nodes => nodes.map(node => node.outerHTML.slice(0, 200))"
    )
    return found


def read_as_markdown(tree: ast.Module) -> Iterator[ast.expr]:
    """Each argument of the module that Streamlit would read as Markdown."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        name = call.func.attr
        if name in READERS or ast.unparse(call.func) == "st.write":
            yield from call.args[:1]
            yield from (keyword.value for keyword in call.keywords if keyword.arg in KEYWORDS)
        if name == "progress":
            yield from call.args[1:2]
        if name in OPTIONS_TOO:
            formats = [keyword.value for keyword in call.keywords if keyword.arg == "format_func"]
            yield from formats or call.args[1:2]


def safe(part: ast.expr, tree: ast.Module) -> bool:
    """True if the expression is a text of ours without values, or was made plain."""
    if isinstance(part, ast.Constant):
        return True
    if isinstance(part, ast.Call):
        name = ast.unparse(part.func)
        ours = name in ("say", "count", *OUR_OWN) and not part.keywords
        return name == "plain" or ours
    if isinstance(part, ast.Lambda):
        return safe(part.body, tree)
    if isinstance(part, ast.IfExp):
        return safe(part.body, tree) and safe(part.orelse, tree)
    if isinstance(part, (ast.Tuple, ast.List)):
        return all(safe(one, tree) for one in part.elts)
    if isinstance(part, ast.JoinedStr):
        return all(safe(one.value, tree) for one in part.values if isinstance(one, ast.FormattedValue))
    return isinstance(part, ast.Name) and _named(part, tree)


def _named(name: ast.Name, tree: ast.Module) -> bool:
    """True if all that the name can stand for in its function is safe: what is assigned, or handed in."""
    functions = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and name in set(ast.walk(node))
    ]
    if not functions:
        return False
    function = functions[-1]
    given = list(_assigned(name.id, function))
    names = [argument.arg for argument in function.args.args]
    if name.id in names:
        calls = [
            call
            for call in ast.walk(tree)
            if isinstance(call, ast.Call) and ast.unparse(call.func) == function.name
        ]
        given += [call.args[names.index(name.id)] for call in calls]
    return bool(given) and all(safe(one, tree) for one in given)


def _assigned(name: str, function: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name) and target.id == name:
                    yield node.value
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    pairs = zip(target.elts, node.value.elts, strict=True)
                    yield from (value for one, value in pairs if isinstance(one, ast.Name) and one.id == name)
