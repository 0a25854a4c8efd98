"""The catalogues are whole and neutral, and no text reaches the page but through them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages import Catalog, Message

from geo import Atlas, language
from geo.language import FOLDER, count, say, texts
from geo.language.__main__ import main
from geo.languages import BY_CODE, LANGUAGES, TABLE_LANGUAGES
from geo.page.method import text as method
from tests.serving import ROOT

TRANSLATED = texts.translated()
PLACE = re.compile(r"%\(\w+\)s|\{\w+\}")
# Texts that are the same word in both languages.
SAME = {
    "Escape", "Home, End", "Page Up, Page Down", "Shift ← →", "Status", "km²", "%(km2)s km²",
    "± {km} km", "{km2} km²",
    "{first} – {last}", "{name}: {what}", "%(name)s: %(what)s",
}  # fmt: skip


@pytest.fixture(scope="module")
def wanted() -> Catalog:
    """Every text of the page."""
    return texts.texts()


@pytest.fixture(scope="module", params=TRANSLATED)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    """A language's catalogue."""
    return texts.read(request.param)


def messages(catalog: Catalog) -> list[Message]:
    """The catalogue's texts without its head."""
    return [message for message in catalog if message.id]


def forms(message: Message) -> list[str]:
    """The translation, or each of its plural forms."""
    return list(message.string) if isinstance(message.string, (tuple, list)) else [message.string]


def translations(catalog: Catalog) -> list[tuple[str, str]]:
    """Each translated form and its English; what a language still lacks is left out."""
    return [
        (form, message.id if isinstance(message.id, str) else message.id[1])
        for message in messages(catalog)
        for form in forms(message)
        if form
    ]


def test_every_text_is_translated_and_no_other(catalog: Catalog, wanted: Catalog) -> None:
    ids = {message.id for message in messages(catalog)}
    told = "; run python -m geo.language, then translate"
    assert ids >= {message.id for message in messages(wanted)}, f"texts are missing{told}"
    assert ids <= {message.id for message in messages(wanted)}, f"texts of no page{told}"
    if str(catalog.locale) in TABLE_LANGUAGES:
        still = [message.id for message in texts.missing(catalog)]
        assert not still, f"fill in the msgstr in geo/language/{catalog.locale}.po of {still}"
    assert not catalog.obsolete


def test_every_place_is_filled_in_every_form(catalog: Catalog) -> None:
    for form, english in translations(catalog):
        assert sorted(PLACE.findall(form)) == sorted(PLACE.findall(english)), english
        assert re.sub(r"%\(\w+\)s|%%", "", form).count("%") == english.count("%%"), english


def test_no_translation_is_the_english_or_has_markup_of_its_own(catalog: Catalog) -> None:
    for form, english in translations(catalog):
        assert form != english or english in SAME, english
        assert re.findall(r"</?\w+>", form) == re.findall(r"</?\w+>", english), english
        assert form.count('"') == english.count('"'), english
        assert form == form.strip(), english


def test_the_catalogues_take_no_side(catalog: Catalog, wanted: Catalog) -> None:
    loaded = re.compile(rf"(?<!\w)(?:{BY_CODE[str(catalog.locale)].avoided})", re.IGNORECASE)
    assert [form for message in messages(catalog) for form in forms(message) if loaded.search(form)] == []
    english = re.compile(rf"(?<!\w)(?:{BY_CODE['en'].avoided})", re.IGNORECASE)
    assert [message.id for message in messages(wanted) if english.search(str(message.id))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_and_words_of_the_data_take_no_side(real: Atlas, lang: str) -> None:
    loaded = re.compile(rf"(?<!\w)(?:{BY_CODE[lang].avoided})", re.IGNORECASE)
    for table in (real.units, real.regions, real.lines, real.context, real.holders, real.terms, real.eras):
        assert [name for name in table[f"name_{lang}"] if loaded.search(name)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_about_has_the_same_figures_and_takes_no_side(lang: str) -> None:
    assert figures(method(lang)) == figures(method("en"))
    assert method(lang).count("\n\n") == method("en").count("\n\n")
    assert sorted(re.findall(r"`\S+`", method(lang))) == sorted(re.findall(r"`\S+`", method("en")))
    assert not re.search(rf"(?<!\w)(?:{BY_CODE[lang].avoided})", method(lang), re.IGNORECASE)


def figures(text: str) -> list[str]:
    """Every figure of the text, whatever parts its thousands and decimals."""
    return sorted(re.sub(r"\D", "", figure) for figure in re.findall(r"\d+(?:[.,\u00a0 ]\d+)*", text))


@pytest.mark.parametrize(
    ("lang", "number", "told"),
    [
        ("en", 1, "the last 1 day"),
        ("en", 7, "the last 7 days"),
        ("az", 1, "son 1 gün"),
        ("az", 365, "son 365 gün"),
        ("hy", 30, "վերջին 30 օրը"),
        ("ru", 1, "последний 1 день"),
        ("ru", 3, "последние 3 дня"),
        ("ru", 365, "последние 365 дней"),
    ],
)
def test_things_are_counted_as_the_language_does(lang: str, number: int, told: str) -> None:
    assert count(lang, "the last {number} day", "the last {number} days", number) == told


def test_what_is_not_translated_is_said_in_english() -> None:
    assert say("az", "No such text, {name}.", name="x") == "No such text, x."
    assert say("tlh", "Save") == "Save"


def test_a_number_of_things_that_is_not_translated_is_counted_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = 'msgid "{number} day"\nmsgid_plural "{number} days"\nmsgstr[0] ""\n'
    (tmp_path / "ka.po").write_text(texts.written("ka", Catalog("ka")) + empty, encoding="utf-8")
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    language.catalogue.cache_clear()
    counted = [count("ka", "{number} day", "{number} days", number) for number in (1, 30)]
    language.catalogue.cache_clear()
    assert counted == ["1 day", "30 days"]


def test_the_command_takes_in_and_lists_what_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(texts, "FOLDER", tmp_path)
    given = (FOLDER / "ru.po").read_text(encoding="utf-8")
    less = given.replace('msgid "Save"\nmsgstr "Сохранить"\n', 'msgid "Gone"\nmsgstr "Ушло"\n')
    assert less != given
    (tmp_path / "ru.po").write_text(less, encoding="utf-8")
    assert main(["ru"]) == 1
    assert "  'Save'\n" in capsys.readouterr().out
    kept = (tmp_path / "ru.po").read_text(encoding="utf-8")
    assert kept == texts.written("ru", texts.read("ru"))
    assert "Gone" not in kept and kept.replace('"Save"\nmsgstr ""', '"Save"\nmsgstr "Сохранить"') == given


def page_files(suffix: str) -> list[Path]:
    """The page's files with that ending, but for the catalogues' own command."""
    page = texts.ROOT / "geo" / "page"
    return [path for path in sorted(page.rglob(f"*{suffix}")) if path.parent != FOLDER]


@pytest.mark.parametrize("path", page_files(".html"), ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(path: Path) -> None:
    body = path.read_text(encoding="utf-8")
    said = r"\{#.*?#\}|\{%-?\s*trans\b.*?endtrans\s*-?%\}|\{\{.*?\}\}|\{%.*?%\}"
    body = re.sub(said, " ", body, flags=re.DOTALL)
    spoken = re.findall(r'(?:title|aria-label|alt|placeholder)="([^"]*)"', body)
    bare = " ".join([*spoken, re.sub(r"<[^>]*>", " ", body)])
    assert re.findall(r"[^\W\d_]{2,}", bare) == []


ARTICLES = sorted((texts.ROOT / "geo" / "articles").rglob("*.py"))

# What of a call to streamlit its reader reads.
SPOKEN = {"label", "help", "placeholder", "text", "body", "title", "caption", "show_spinner"}
SPEAKERS = {
    "button", "caption", "checkbox", "date_input", "download_button", "error", "expander", "file_uploader",
    "form_submit_button", "header", "info", "markdown", "multiselect", "number_input", "popover", "progress",
    "radio", "segmented_control", "selectbox", "slider", "spinner", "subheader", "success", "tabs", "text",
    "text_area", "text_input", "title", "toast", "toggle", "warning", "write",
}  # fmt: skip


@pytest.mark.parametrize("path", [texts.ROOT / "app.py", *page_files(".py")], ids=lambda path: path.stem)
def test_no_widget_is_given_words_of_its_own(path: Path) -> None:
    bare = []
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            first = call.args[: 2 if call.func.attr == "progress" else 1]
            given = first if call.func.attr in SPEAKERS else []
            given += [keyword.value for keyword in call.keywords if keyword.arg in SPOKEN]
            bare += [text for part in given for text in _words(part)]
    assert not bare, f"say(lang, text) instead of {bare}"


@pytest.mark.parametrize("path", [texts.ROOT / "app.py", *page_files(".py")], ids=lambda path: path.stem)
def test_every_text_said_is_found(path: Path, wanted: Catalog) -> None:
    """A call inside an f-string is not found: say it first."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    given = [call.args[1] for call in calls if _name(call) in ("say", "count") and len(call.args) > 1]
    said = {part.value for part in given if isinstance(part, ast.Constant)}
    ids = {message.id if isinstance(message.id, str) else message.id[0] for message in wanted}
    assert said - ids == set()


# Where messages are written; message.py and view.py make theirs of a text that is handed to them.
CARRIERS = [
    path
    for path in [*(texts.ROOT / "geo").glob("*.py"), *ARTICLES, *page_files(".py"), texts.ROOT / "app.py"]
    if path.name not in ("message.py", "view.py")
]


@pytest.mark.parametrize("path", CARRIERS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_message_is_found_and_filled(path: Path, wanted: Catalog) -> None:
    assert not_found(ast.parse(path.read_text(encoding="utf-8")), {message.id for message in wanted}) == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_is_said_of_articles_is_a_message(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert path.name == "own.py" or sentences_outside(tree) == []
    library = path.parent.name == "library"
    assert library or not any(
        _name(node) == "message_of" for node in ast.walk(tree) if isinstance(node, ast.Call)
    )


@pytest.mark.parametrize(
    ("code", "known", "outside"),
    [
        ("Message('It is {name}.', name=x)", True, 0),
        ("Message('It is ' 'so.')", True, 0),
        ("Message('It is {name}.')", False, 0),
        ("Message('It is so.', name=x)", False, 0),
        ("Message('Not in any catalogue.')", False, 0),
        ("Message(f'It is {x}.')", False, 0),
        ("Message('It is so.' if x else 'It is.')", False, 0),
        ("text = 'It is so.'\nMessage(text)", False, 1),
        ("Message('It is {name}.', **values)", False, 0),
        ("raise LibraryError(f'It is {x}, and no other.')", True, 1),
        ("def f():\n    'It is a docstring, no more.'", True, 0),
    ],
)
def test_the_check_itself_finds_a_text_that_is_lost(code: str, known: bool, outside: int) -> None:
    tree = ast.parse(code)
    assert (not_found(tree, {"It is {name}.", "It is so.", "It is."}) == []) is known
    assert len(sentences_outside(tree)) == outside


def not_found(tree: ast.Module, known: set[str]) -> list[str]:
    """The messages whose text no catalogue can have, or whose values are not those of its places."""
    found = []
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _name(call) == "Message":
            text = call.args[0].value if isinstance(call.args[0], ast.Constant) else None
            places = set(re.findall(r"\{(\w+)\}", str(text)))
            if text not in known or places != {keyword.arg for keyword in call.keywords}:
                found.append(f"line {call.lineno}: {ast.unparse(call)}")
    return found


def sentences_outside(tree: ast.Module) -> list[str]:
    """The English sentences that stand in no message and no docstring."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) == "Message"]
    inside = {part for call in calls for part in ast.walk(call)}
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [node for node in ast.walk(tree) if isinstance(node, (ast.Constant, ast.JoinedStr))]
    spoken = [node for node in texts if node not in inside and node not in docstrings]
    return [words for node in spoken if re.match(r"[A-Z][a-z]+ \S.*[.;]\Z", words := _said(node), re.DOTALL)]


def _said(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _words(part: ast.expr) -> list[str]:
    """The texts with letters that stand in the expression outside of any call."""
    if isinstance(part, ast.Call):
        return []
    if isinstance(part, ast.Constant):
        return [part.value] if isinstance(part.value, str) and re.search(r"[^\W\d_]{2}", part.value) else []
    inside = [child for child in ast.iter_child_nodes(part) if isinstance(child, ast.expr)]
    return [text for child in inside for text in _words(child)]


def test_no_text_of_the_browser_hides_in_a_template_string() -> None:
    inside = re.compile(r"\$\{[^}]*\b(?:say|count)\(")
    scripts = [path for path in (ROOT / "geo" / "web").rglob("*.js") if "node_modules" not in path.parts]
    assert scripts
    assert [path.name for path in scripts if inside.search(path.read_text(encoding="utf-8"))] == []
