"""Opening a file takes time in proportion to it, whatever it holds."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from geo.articles import pdf as pdf_module
from geo.articles import raw_of_bytes
from geo.articles.model import MAX_CHARACTERS
from tests.articles.made import docx_of, pdf_of, zip_of

SHORT, LONG = 30_000, 120_000
IN_MARKDOWN = (
    "[", "\n", "![a](", "<", "<!--", "<script ", "* ", "`", "> ", "# ", "---\n", "a: b\n", "[a](b) ", "**a",
    "]", "[a](", "#", "- \n", "\u0301", "<script>", "</style>",
)  # fmt: skip
IN_HTML = (
    "<script ", "<meta ", "<div>", "<p>Lachin fell.", "<table>", "<td>", "<li>", "<b>", "<", "<!--", "&",
    "&#", "<ul><li>a</ul>", "<table><tr><td>a</table>", "<a href=x>y</a> ", "Lachin ", "<br>", "</p>",
    "<style>", "<meta name=date content=2020>", "<time>", "|a|\n",
)  # fmt: skip
IN_TEXT = ("a\u0301\u0316", "-\n", "a-\n", "a\u00ad\n", "a,b,c,d\n", "\xad")


def repeated(piece: str, head: str = "", tail: str = "") -> Callable[[int], bytes]:
    """Makes so many characters of the piece, between head and tail."""
    return lambda length: (head + piece * (length // len(piece)) + tail).encode()


@pytest.mark.parametrize(
    ("name", "made"),
    [
        *[("a.md", repeated(piece)) for piece in IN_MARKDOWN],
        ("a.md", repeated("a: b\n", "---\n")),
        *[("a.html", repeated(piece, "<html><body>")) for piece in IN_HTML],
        *[("a.txt", repeated(piece)) for piece in IN_TEXT],
        ("a.txt", repeated("\u0316\u0301", "a")),
        ("a.txt", lambda length: b"\xe9" * length),
        ("a.rtf", repeated("{\\b ", "{\\rtf1 ")),
        ("a.rtf", repeated("\\par ", "{\\rtf1 ")),
        ("a.mht", repeated("--x\n\n", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n")),
        ("a.json", repeated("[")),
        ("a.json", repeated('{"text":')),
        ("a.jsonl", lambda length: (json.dumps({"text": "Lachin fell."}) + "\n").encode() * (length // 30)),
        ("a.zip", lambda length: zip_of({f"{number}.txt": b"x" for number in range(length // 100)})),
        ("a.docx", lambda length: docx_of(*["Lachin fell."] * (length // 200))),
    ],
)  # fmt: skip
def test_four_times_the_file_takes_about_four_times_as_long(name: str, made: Callable[[int], bytes]) -> None:
    short, long = (_seconds(made(length), name) for length in (SHORT, LONG))
    assert long < 8 * max(short, 0.05)


def _seconds(data: bytes, name: str) -> float:
    start = time.process_time()
    for _ in raw_of_bytes(data, name):
        pass
    return time.process_time() - start


def test_pages_of_a_pdf_that_share_a_stream_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    extract = pdf_module.pypdf.PageObject.extract_text
    monkeypatch.setattr(
        pdf_module.pypdf.PageObject, "extract_text", lambda page: asked.append(page) or extract(page)
    )
    (raw,) = raw_of_bytes(pdf_of([b"Lachin fell."], [b"Kalbajar fell."], shared=90), "a.pdf")
    assert len(asked) == 2
    assert raw.text.count("Lachin fell.") == 90


def test_a_pdf_is_read_as_far_as_an_article_reaches(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(
        pdf_module.pypdf.PageObject,
        "extract_text",
        lambda page: asked.append(page) or "x" * (MAX_CHARACTERS // 3),
    )
    list(raw_of_bytes(pdf_of(*[[b"%d" % number] for number in range(9)]), "a.pdf"))
    assert len(asked) == 4
