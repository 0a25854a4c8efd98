"""Every text of ours that the page says, found in its code and templates, and the catalogues held to them.

Only the command and the tests need this; the page reads the catalogues alone.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po, write_po

from geo.language import FOLDER
from geo.languages import LANGUAGES

ROOT = Path(__file__).parents[2]
# Which argument of which function is a text: say(lang, text), count(lang, one, many, number) and so on.
KEYWORDS = DEFAULT_KEYWORDS | {"say": (2,), "count": (2, 3), "later": (1,), "_mangled": (1,), "Message": (1,)}
_TEMPLATES = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}


def texts() -> Catalog:
    """A catalogue of every text, without translations, each with the files that say it."""
    found = Catalog()
    for path in _files():
        name = str(path.relative_to(ROOT).as_posix())
        if path.suffix == ".html":
            messages = extract_from_file("jinja2", path, KEYWORDS, options=_TEMPLATES)
        else:
            messages = extract_from_file("python", path, KEYWORDS)
        for _, text, _, _ in messages:
            found.add(text, locations=[(name, 1)])
    return found


def translated() -> tuple[str, ...]:
    """The languages that have a catalogue, or should."""
    return tuple(lang for lang in LANGUAGES if lang != "en")


def read(lang: str) -> Catalog:
    """The catalogue of a language as it is written; an empty one if there is none yet."""
    path = FOLDER / f"{lang}.po"
    with BytesIO(path.read_bytes() if path.is_file() else b"") as source:
        return read_po(source, locale=lang)


def write(lang: str, catalog: Catalog) -> None:
    """Writes the catalogue of a language."""
    (FOLDER / f"{lang}.po").write_text(written(lang, catalog), encoding="utf-8")


def written(lang: str, catalog: Catalog) -> str:
    """The catalogue as a .po file: the same text whatever the day and the numbers of lines."""
    body = BytesIO()
    write_po(body, catalog, width=100, omit_header=True, ignore_obsolete=True, include_lineno=False)
    plural = f"nplurals={catalog.num_plurals}; plural={catalog.plural_expr};"
    head = f"""# The page's own words; python -m geo.language brings this file up to the texts.
msgid ""
msgstr ""
"Language: {lang}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""
    return head + body.getvalue().decode("utf-8")


def missing(catalog: Catalog) -> list[Message]:
    """The texts without a whole translation."""
    return [message for message in catalog if message.id and (message.fuzzy or not _whole(message))]


def _whole(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, (tuple, list)) else bool(message.string)


def _files() -> list[Path]:
    found = [path for part in ("articles", "page") for path in (ROOT / "geo" / part).rglob("*.*")]
    written = sorted(path for path in found if path.suffix in (".py", ".html"))
    return [ROOT / "app.py", ROOT / "geo" / "view.py", *written]
