"""Whatever comes in, one clear sentence comes out: nothing crashes and nothing is lost."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pypdf
import pytest

from geo.articles import Raw, Reader, raw_documents, raw_of_bytes, read
from geo.articles.__main__ import main
from geo.articles.decode import decode
from geo.articles.files import MAX_FILE, Document
from geo.articles.jobs import Job, result_of

RUSSIAN = "Войска вошли в город Шуша, и об этом сообщили из Армении в среду."
ARMENIAN = "Զորքը մտել է Շուշի, և այդ մասին հայտնել են Հայաստանից այս օրը։"
TURKISH = "Ordu bu sabah Şuşa'ya girdi ve Azerbaycan için bir gün daha doğdu."
ENGLISH = "“Lachin is ours,” the minister’s aide said – and that was all he would say."
# None of the letters that only Turkish has make a frequent word here.
DECLARED = "Kuşçular şehrini terk etti, dağlık köylerde kış çabuk geldi."


def armscii(text: str) -> bytes:
    """The text in ARMSCII-8, as old Armenian sites wrote it."""
    signs = dict(zip("և։)(»«—.՝,-֊…՜՛՞", range(0xA2, 0xB2), strict=True))
    letters = {chr(base + i): 0xB2 + 2 * i + odd for i in range(38) for base, odd in ((0x531, 0), (0x561, 1))}
    return bytes({**signs, **letters}.get(char, ord(char) if ord(char) < 128 else 63) for char in text)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (RUSSIAN.encode("cp1251"), RUSSIAN),
        (RUSSIAN.encode("koi8-r"), RUSSIAN),
        (RUSSIAN.encode("utf-16"), RUSSIAN),
        (RUSSIAN.encode("utf-16-le"), RUSSIAN),
        (RUSSIAN.encode("utf-8-sig"), RUSSIAN),
        (armscii(ARMENIAN), ARMENIAN),
        (TURKISH.encode("cp1254"), TURKISH),
        (ENGLISH.encode("cp1252"), ENGLISH),
        ("Lachin\u202e fell\x00 \U0001f600 today\u200b.".encode(), "Lachin fell \U0001f600 today."),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decode(data)[0].strip() == text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="iso-8859-9">', "iso8859-9"),
        ("<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=windows-1254'>", "cp1254"),
        ("<meta charset='utf-7'><meta charset=x>", "utf-8"),
        ("<meta charset=iso-8859-9>", "utf-8"),
        ("<meta charset=windows-1251>", "utf-16"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares(head: str, encoding: str) -> None:
    page = f"<html><head>{head}</head><body><p>{DECLARED}</p></body></html>"
    (raw,) = raw_of_bytes(page.encode(encoding), "a.html")
    assert raw.text == DECLARED


def bomb() -> bytes:
    """A zip of a few kilobytes that would unpack to hundreds of megabytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(12):
            archive.writestr(f"{number}.txt", b"0" * 19_000_000)
    return buffer.getvalue()


def blank_pdf() -> bytes:
    """A PDF of one empty page."""
    buffer = io.BytesIO()
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(buffer)
    return buffer.getvalue()


def nested_zip() -> bytes:
    """A zip that holds a zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("inner.zip", b"PK\x03\x04")
    return buffer.getvalue()


def nested(depth: int) -> bytes:
    """A page with a sentence inside so many elements."""
    return b"<html><body>" + b"<div>" * depth + b"Lachin fell." + b"</div>" * depth + b"</body></html>"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"", "The file is empty."),
        ("a.txt", b" \n\t", "The file is empty."),
        ("a.zip", bomb(), "more than is read: at most 5,000 files, 200 MB and 200 times its own size"),
        ("a.zip", b"PK\x03\x04broken", "not a zip that can be opened"),
        ("a.zip", nested_zip(), "A zip inside a zip is not opened."),
        ("a.pdf", b"%PDF-1.4 broken", "it may be damaged or not complete. Save it again"),
        ("a.pdf", b"Lachin fell.", "This is not a PDF, though it is named like one; save"),
        ("a.docx", b"MZ\x90\x00" * 9, "This is not a Word document that can be opened"),
        ("a.html", nested(100_000), "nested too deeply: more than 255 elements"),
        ("a.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "The file is no text"),
        ("a.pdf", blank_pdf(), "The PDF has no text"),
        ("a.jsonl", b'{"title": "x"}\n', "no JSON object with a text"),
        ("a.jsonl", b"not json\n", "no JSON object with a text"),
        ("a.jsonl", b'{"text": "Lachin fell.", "published": "2020-02-31"}', "which is not a day"),
        (
            "a.jsonl",
            b'{"text": "Lachin fell.", "published": "2020-W48-3"}',
            "'2020-W48-3', which is not a day",
        ),
        ("a.html", b"<html><script>alert(1)</script></html>", "The page holds no text."),
        ("a.txt", b"\x00\x01Lachin fell to Armenia.", "NUL bytes"),
        ("a.txt", "Lachin\u202e fell to Armenia.".encode(), "turn the direction"),
        ("a.txt", b"Die Armee ist in der Stadt und das ist nicht neu.", "not in English"),
        ("a.txt", b"Armenia took Lachin on 31 February 2020.", "not a day that exists"),
        ("a.txt", b"World", "no sentence was found"),
        ("a.txt", bytes(range(256)) * 8, "The file is no text"),
    ],
)
def test_each_trouble_gets_one_sentence(reader: Reader, name: str, data: bytes, sentence: str) -> None:
    (raw,) = raw_of_bytes(data, name)
    problems = [str(problem) for problem in read(raw, reader).problems]
    assert [problem for problem in problems if sentence in problem], problems
    assert sum(sentence in problem for problem in problems) == 1


@pytest.mark.parametrize("data", [nested(100_000), b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9])
def test_a_page_without_text_gets_one_message(data: bytes) -> None:
    (raw,) = raw_of_bytes(data, "a.html")
    assert (raw.text, len(raw.problems)) == ("", 1)


def test_a_part_of_a_page_that_is_nested_too_deeply_is_said() -> None:
    page = b"<html><body><p>" + b"Residents said that Lachin was shelled. " * 9 + nested(300)
    (raw,) = raw_of_bytes(page, "a.html")
    assert raw.text.startswith("Residents said")
    assert "nested too deeply" in str(raw.problems[0])


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_text_that_is_too_long_is_refused_before_it_is_cleaned(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("geo.articles.decode.clean")
    (raw,) = raw_of_bytes(b"Lachin fell. " * 800_000, name)
    assert raw.text == ""
    assert [*map(str, raw.problems)] == [
        "The text has 10,400,000 characters; at most 10,000,000 are read. Cut it into its articles."
    ]


def test_a_text_of_any_other_file_that_is_too_long_is_not_read(reader: Reader) -> None:
    document = Document("a.json", 1.0, lambda: Raw("a.json", "Lachin fell. " * 800_000))
    result = result_of(document, Job("a.json", b""), reader, lambda *_, **__: pytest.fail("it was read"))
    assert [*map(str, result.refusal)] == [
        "The text has 10,400,000 characters; at most 10,000,000 are read. Cut it into its articles."
    ]


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 40, b"\xff\xfe\x00", b"<" * 5000, b"[" * 5000, b"(" * 20_000, b"2020-" * 9000],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.json", "a.md", "a.zip"])
def test_rubbish_does_not_crash(reader: Reader, name: str, data: bytes) -> None:
    for raw in raw_of_bytes(data, name):
        read(raw, reader)


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_FILE * 10)
    (raw,) = raw_documents(path)
    assert raw.text == ""
    assert [str(problem) for problem in raw.problems] == ["The file has 200 MB; at most 20 MB are read."]


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    (raw,) = raw_documents(tmp_path / "none.txt")
    assert [*map(str, raw.problems)] == ["The file cannot be opened: No such file or directory."]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Armenia lost Lachin.</p><script>alert(1)</script>",
        "<p>Armenia lost Lachin.<img src=x onerror=alert(1)></p>",
        "<p>Armenia lost Lachin.</p><svg onload=alert(1)></svg>",
        "<p>Armenia lost <a href='javascript:alert(1)'>Lachin</a>.</p>",
    ],
)
def test_no_markup_of_a_page_survives(html: str) -> None:
    (raw,) = raw_of_bytes(f"<html><body>{html}</body></html>".encode(), "a.html")
    assert "Lachin" in raw.text
    assert not any(mark in raw.text for mark in ("<", "alert", "onerror", "javascript"))


def test_folders_zips_and_json_lines_give_every_article(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Armenia lost Lachin.", encoding="utf-8")
    lines = [json.dumps({"text": f"Armenia lost Lachin {n}."}) for n in range(3)]
    (tmp_path / "more.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as archive:
        archive.writestr("deep/two.txt", "Armenia lost Kalbajar.")
        archive.writestr("picture.jpg", b"x")
    names = [Path(raw.name).name for raw in raw_documents(tmp_path)]
    assert names == ["more.jsonl#1", "more.jsonl#2", "more.jsonl#3", "one.txt", "two.txt"]


def test_the_command_prints_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Armenian troops captured Lachin on Monday.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    assert (
        main([str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--json", "--published", "1992-05-20"]) == 1
    )
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert {
        "headline",
        "publisher",
        "published",
        "language",
        "places",
        "events",
        "excerpts",
        "problems",
    } <= set(first)
    (event,) = first["events"]
    assert (event["date_start"], event["date_end"], event["date_prec"]) == ("1992-05-18", "1992-05-18", 1)
    assert (event["region_ids"], event["event_type"], event["status"]) == (["lachin"], "capture", "reported")
    assert first["excerpts"][0]["quote"] == "Armenian troops captured Lachin on Monday."
    assert first["places"] == [{"region_id": "lachin", "mentions": 1}]
    assert second["problems"] == ["The file is empty."]


def test_the_summary_is_readable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Armenian troops captured Lachin on Monday.", encoding="utf-8")
    main([str(tmp_path / "a.txt"), "--published", "1992-05-20"])
    assert "18 May 1992 · lachin · capture, reported" in capsys.readouterr().out


def test_a_document_keeps_its_own_publisher(reader: Reader) -> None:
    reading = read(Raw("x", "Armenia lost Lachin.", publisher="A Paper"), reader)
    assert reading.article.publisher == "A Paper"
