"""Files of every format: what is read of them, what is refused in a sentence, and what is quietly left."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from geo.articles import Raw, Reader, raw_documents, raw_of_bytes, read
from tests.articles.made import docx_of, pdf_of, zip_of, zip_with_raw_name

HANDOVERS = [("2020-11-20", "aghdam"), ("2020-12-01", "lachin")]
LIST = """<html><body><h1>Two districts change hands</h1><p>Under the accord these districts were returned,
officials of the ministry of defence of Azerbaijan told reporters that day:</p><ul><li>Aghdam district was
handed over on 20 November 2020;</li><li>Lachin district was handed over on 1 December 2020.</li></ul><p>
Observers saw convoys on the road all night, the ministry said, and there was no firing
anywhere.</p></body></html>"""
TABLE = """<html><head><title>Two districts change hands</title></head><body><article><h1>Two districts change
hands</h1><p>Under the accord these districts were returned, officials of the ministry of defence of
Azerbaijan said:</p><table><tr><td>20 November 2020</td><td>Aghdam district was handed over.</td></tr><tr>
<td>1 December 2020</td><td>Lachin district was handed over.</td></tr></table><p>Observers saw convoys all
night, the ministry said, and there was no firing anywhere near them.</p></article></body></html>"""
MHTML = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://news.example/story
Subject: =?utf-8?Q?Two=20districts=20change=20hands?=
Date: Tue, 5 Mar 2024 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----x"

------x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://news.example/story

<html><head><title>Two districts change hands</title></head><body><p>Aghdam district was handed over on=
 20 November 2020.</p><p>Lachin=C2=A0district was handed over on 1 December 2020.</p></body></html>
------x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------x--
"""
RTF = (
    rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}\f0 "
    rb"Aghdam district was handed over on 20 November 2020.\par "
    rb"Lachin district was handed over on 1 December 2020.\par}"
)
TWO = (
    "Aghdam district was handed over on 20 November 2020.",
    "Lachin district was handed over on 1 December 2020.",
)
ROWS = (
    ("20 November 2020", "Aghdam district was handed over."),
    ("1 December 2020", "Lachin district was handed over."),
)
LD_JSON = '<script type="application/ld+json">{"@type": "Article", "datePublished": "1993-01-01"}</script>'
EPUB = zip_of({"mimetype": b"application/epub+zip"})
XLSX = zip_of({"[Content_Types].xml": b"x", "xl/a": b"x"})
NO_DOCX = zip_of({"[Content_Types].xml": b"x", "word/document.xml": b"x"})
NO_MHTML = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\n<"
ACLED = (
    b"event_id_cnty,event_date,year,event_type,location,notes\n"
    b'AZE1,"09 October 2020",2020,Battles,Hadrut,"Forces clashed in Hadrut, both sides said."\n'
    b'AZE2,"10 October 2020",2020,Battles,Fuzuli,"Forces clashed near Fuzuli."\n'
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("list.html", LIST.encode()),
        ("table.html", TABLE.encode()),
        ("page.mhtml", MHTML),
        ("page", MHTML),
        ("text.rtf", RTF),
        ("text.docx", docx_of(*TWO)),
        ("rows.docx", docx_of("Two districts changed hands.", table=ROWS)),
        ("text.pdf", pdf_of([line.encode() for line in TWO])),
        ("text.md", "\n\n".join(f"- **{line}**" for line in TWO).encode()),
    ],
)
def test_both_events_of_each_format_are_found(reader: Reader, name: str, data: bytes) -> None:
    (raw,) = raw_of_bytes(data, name)
    drafts = read(raw, reader).drafts
    found = [(str(draft.first), region) for draft in drafts for region in draft.region_ids]
    assert [pair for pair in found if pair in HANDOVERS] == HANDOVERS


def test_a_saved_page_keeps_its_address_and_not_the_day_it_was_saved() -> None:
    (raw,) = raw_of_bytes(MHTML, "page.mhtml")
    assert (raw.title, raw.url, raw.published) == (
        "Two districts change hands", "https://news.example/story", None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Шуша взята 8&nbsp;ноября 2020&nbsp;года.</p>", "Шуша взята 8 ноября 2020 года."),
        ("<p>Fire &amp; smoke over L&aacute;chin.</p>", "Fire & smoke over Láchin."),
        ("<p>One &lt;two&gt;</p>", "One <two>"),
    ],
)
def test_entities_are_letters(reader: Reader, html: str, text: str) -> None:
    (raw,) = raw_of_bytes(f"<html><body>{html}</body></html>".encode(), "a.html")
    assert read(raw, reader).article.text == text


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ('<meta property="article:published_time" content="2021-01-01T14:05:00+04:00">', "2021-01-01"),
        ('<meta property="article:published_time" content="1992-05-09T14:05:00+04:00">', "1992-05-09"),
        ('<meta name="date" content="2021">', None),
        (LD_JSON, "1993-01-01"),
        ("", None),
    ],
)  # fmt: skip
def test_the_day_of_a_page_is_the_one_it_states(page: str, day: str | None) -> None:
    body = (
        "<p>The accord of 10 November 2020 ended it.</p>",
        "<p>Signed: 12 May 2021</p><p>Expires: 3 May 2022</p>",
    )
    html = f"<html><head><title>Two soldiers wounded</title>{page}</head><body>{''.join(body)}</body></html>"
    (raw,) = raw_of_bytes(html.encode(), "a.html")
    assert (str(raw.published) if raw.published else None) == day


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("the district of Kal-\nbajar in", "the district of Kalbajar in"),
        ("the district of Kal\u00ad\nbajar in", "the district of Kalbajar in"),
        ("the district of Kal\u00adbajar in", "the district of Kalbajar in"),
        ("in Nagorno-\nKarabakh on", "in Nagorno-Karabakh on"),
        ("the Armenian-\ncontrolled part", "the Armenian-controlled part"),
        ("the oﬀensive on ﬁve fronts", "the offensive on five fronts"),
        ("10-\n11 November", "10-\n11 November"),
    ],
)
def test_words_cut_by_line_ends_are_whole(reader: Reader, written: str, read_as: str) -> None:
    (raw,) = raw_of_bytes(f"They met {written} 2020, the ministry said.".encode(), "a.txt")
    assert read_as in read(raw, reader).article.text


def test_a_hyphen_of_a_pdf_is_a_hyphen(reader: Reader) -> None:
    lines = [
        b"The army entered the district of Kal\xad",
        b"bajar in Nagorno\xadKarabakh on 25 November 2020, it said.",
    ]
    (raw,) = raw_of_bytes(pdf_of(lines), "a.pdf")
    (draft,) = read(raw, reader).drafts
    assert (draft.region_ids, str(draft.first)) == (("kalbajar",), "2020-11-25")
    assert "Nagorno-Karabakh" in draft.sentence.text


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("acled.csv", ACLED, "The file is a table (event_id_cnty, event_date, year, …), not an article"),
        ("acled.txt", ACLED, "The file is a table"),
        ("ucdp.txt", ACLED.replace(b",", b"\t"), "The file is a table"),
        ("one.csv", b"a\n", "The file is a table, not"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "an old Word document, which is not read"),
        ("book.epub", EPUB, "an electronic book, which is not read"),
        ("sheet.xlsx", XLSX, "a spreadsheet, which is not read"),
        ("broken.docx", NO_DOCX, "cannot be read"),
        ("empty.rtf", rb"{\rtf1\ansi}", "holds no text"),
        ("empty.zip", zip_of({"a.png": b"x", "__MACOSX/._a.txt": b"x"}), "holds no file that articles"),
        ("bad.mht", NO_MHTML, "holds no text"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_refused_in_a_sentence(name: str, data: bytes, sentence: str) -> None:
    (raw,) = raw_of_bytes(data, name)
    assert raw.text == ""
    (problem,) = raw.problems
    assert sentence in str(problem)


def test_prose_with_commas_is_no_table() -> None:
    lines = [
        "On Monday, Tuesday, Wednesday, Thursday and Friday shells fell, and people left.",
        "Then, on Saturday, it was quiet.",
        "No one, neither here nor there, slept.",
    ]
    (raw,) = raw_of_bytes("\n".join(lines).encode(), "a.txt")
    assert raw.text and not raw.problems


def test_a_zip_holds_articles_of_all_formats_and_skips_what_lies_beside_them() -> None:
    files = {
        "a.docx": docx_of(*TWO), "b.rtf": RTF, "c_files/style.css": b"p {}", "c_files/logo.png": b"x",
        "__MACOSX/._a.docx": b"x", ".hidden": b"x", "sheet.xlsx": b"x",
    }  # fmt: skip
    raws = list(raw_of_bytes(zip_of(files), "packed.zip"))
    assert [raw.name for raw in raws] == ["packed.zip/a.docx", "packed.zip/b.rtf", "packed.zip/sheet.xlsx"]
    assert [bool(raw.text) for raw in raws] == [True, True, False]


@pytest.mark.parametrize(
    "member", ["../evil.txt", "a/../../evil.txt", "/etc/evil.txt", "..\\evil.txt", "C:\\evil.txt"]
)
def test_a_member_that_leads_out_of_the_zip_is_said(member: str) -> None:
    packed = zip_of({member: b"Lachin fell.", "n.txt": b"It was quiet."})
    evil, good = sorted(raw_of_bytes(packed, "a.zip"), key=lambda raw: raw.name)
    assert good == Raw("a.zip/n.txt", "It was quiet.")
    assert evil.text == ""
    (problem,) = map(str, evil.problems)
    assert problem.startswith(f"The file {member} in the zip a.zip was not read: its path leads out")
    assert "bring the file by itself" in problem


def test_a_name_in_a_zip_is_read_as_its_writer_meant_it() -> None:
    packed = zip_with_raw_name("Шуша.txt".encode("cp866"), b"Lachin fell.")
    assert [raw.name for raw in raw_of_bytes(packed, "a.zip")] == ["a.zip/Шуша.txt"]


def test_a_folder_names_what_it_does_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx_of(*TWO))
    (tmp_path / "b.odt").write_bytes(b"x")
    (tmp_path / "c.png").write_bytes(b"x")
    raws = list(raw_documents(tmp_path))
    assert [(Path(raw.name).name, bool(raw.text)) for raw in raws] == [("a.docx", True), ("b.odt", False)]


def damaged(data: bytes, method: int) -> bytes:
    """The zip with its content broken, said to be packed by another method."""
    out = bytearray(data)
    struct.pack_into("<H", out, 8, method)
    central = data.index(b"PK\x01\x02")
    struct.pack_into("<H", out, central + 10, method)
    start = data.index(b"a.txt") + 5
    out[start : start + 8] = b"\xff" * 8
    return bytes(out)


@pytest.mark.parametrize("method", [8, 12, 14, 9, 99])
def test_a_corrupt_member_costs_only_itself(method: int) -> None:
    packed = damaged(zip_of({"a.txt": b"Lachin fell, they said. " * 40, "b.txt": b"Lachin fell."}), method)
    broken, whole = raw_of_bytes(packed, "a.zip")
    assert "cannot be unpacked" in str(broken.problems[0])
    assert whole == Raw("a.zip/b.txt", "Lachin fell.")
