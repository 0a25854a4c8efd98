"""From page to article: layout, publication day, language, sentences; the drafts and excerpts of the seed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from geo.articles import Raw, Reader, read
from geo.articles.language import language_of
from geo.articles.sentences import sentence_spans
from tests.articles.conftest import Read

BODY = (
    "Azerbaijani troops entered the Lachin district at dawn, residents said.\n"
    "They met no fire from Armenians there."
)


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        (
            "Published Date: 10:08 | 25 November 2020\n- Modified Date: 11:03 | 26 November 2020\n",
            "",
            "2020-11-25",
        ),
        ("Agency WORLD\nPublished November 25,2020\n", "", "2020-11-25"),
        ("(Berlin, November 25, 2020) – Rights groups spoke up.\n", "", "2020-11-25"),
        ("Baku/25.11.20/Agency: The ministry spoke up.\n", "", "2020-11-25"),
        ("Modified: 26 November 2020\nPublished: 25 November 2020\n", "", "2020-11-25"),
        ("By A. Writer | Wednesday, 25 November 2020\n", "", "2020-11-25"),
        ("25.11.2020 11:40\n", "", "2020-11-25"),
        ("Nov 25, 2020 - 1:12 PM\n", "© 2026 The Paper\n", "2020-11-25"),
        ("", "Updated: 26 November 2020\n", None),
        ("", "Signed: 26 November 2020\nExpires on 3 May 2022\n", None),
        ("", "Today is Thursday, 26 November 2020\n", None),
        ("LACHIN, November 25, 2020 /TASS/. ", "", "2020-11-25"),
        ("", "", None),
        ("Baku, November 25, AZERTAC\n", "", None),
    ],
)
def test_the_publication_day(read_text: Read, above: str, below: str, day: str | None) -> None:
    reading = read_text(f"Troops enter a district\n{above}{BODY}\n{below}")
    published = reading.article.published
    assert (published.isoformat() if published else None) == day


def test_a_crawl_banner_is_not_the_publication_day(read_text: Read) -> None:
    text = f"Today is Tuesday, 3 March 2026\nTroops enter a district\nPublished on 25 November 2020\n{BODY}"
    assert str(read_text(text).article.published) == "2020-11-25"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Share on Facebook", "share"),
        ("Photo: a tank near Lachin", "caption"),
        ("Armenia - Soldiers near Lachin, May 5, 2022.", "caption"),
        ("© 2020 The Paper. All rights reserved.", "copyright"),
        ("By A. Writer", "byline"),
        ("Read more: Oil steadies after a week of losses", "related"),
        ("Читайте также", "related"),
        ("Paylaş", "share"),
        ("- Ten things to know before lunch", "related"),
        ("Updated: 26 November 2020", "modified"),
    ],
)
def test_boilerplate_is_set_apart_with_a_reason(read_text: Read, line: str, reason: str) -> None:
    article = read_text(f"Troops enter a district\n{BODY}\n{line}\n").article
    assert [piece.reason for piece in article.set_apart if piece.text == line] == [reason]
    assert len(article.sentences) == 2


def test_nothing_of_the_text_is_lost(read_text: Read) -> None:
    article = read_text(
        f"World\nTroops enter a district\n25 November 2020\nBAKU (AP) - {BODY}\nRelated\nOther news\n"
    ).article
    kept = [*article.sentences, *article.set_apart, *article.datelines]
    left = list(article.text)
    for piece in kept:
        assert article.text[piece.start : piece.end] == piece.text
        left[piece.start : piece.end] = [" "] * len(piece.text)
    assert "".join(left).strip() == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The troops of the country have entered the town and it was quiet.", "en"),
        ("Ordu kəndə daxil olub və bu barədə məlumat verilib.", "az"),
        ("2021-ci il 4 mart tarixində Ağdam rayonunda mina partlayışı baş verib, nazirlik bildirib.", "az"),
        ("Bakan Əliyev kente gitti. " + "Halk sokağa çıktı, bu ziyaret sonra açıklandı. " * 15, "tr"),
        ("Ordu kente girdi ve halk sokağa çıktı, açıklandı.", "tr"),
        ("Войска вошли в город, и это было ночью.", "ru"),
        ("Զորքը մտել է քաղաք, և գիշերն էր։", "hy"),
        ("Les troupes sont dans la ville et la nuit est calme pour les habitants.", "fr"),
        ("Війська увійшли до міста, і це було вночі з їхніми машинами.", "uk"),
        ("12345", None),
    ],
)
def test_the_language(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Gen. A. Petrov came on Nov. 25. He left.", "en", 2),
        ("It cost 5.9 billion. “We will see,” he said. “Yes.” She left.", "en", 4),
        ("Это было в 1992 г. в Шуше. Потом стало тихо.", "ru", 2),
        ("Զորքը մտավ քաղաք։ Գիշեր էր։", "hy", 2),
        ("22. Alay geldi. Kent sustu.", "tr", 2),
        ("No full stop here", "en", 1),
    ],
)
def test_sentences(text: str, language: str, count: int) -> None:
    spans = list(sentence_spans(text, language))
    assert len(spans) == count
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


def test_hard_wrapped_lines_are_joined(read_text: Read) -> None:
    words = [
        "Azerbaijani",
        "troops",
        "entered",
        "the",
        "district",
        "of",
        "Lachin",
        "at",
        "dawn",
        "on",
        "Tuesday",
        "after",
        "the",
        "last",
        "of",
        "the",
        "Armenian",
        "families",
        "had",
        "gone",
    ]
    wrapped = "\n".join(" ".join(words[i : i + 3]) for i in range(0, len(words), 3))
    assert len(read_text(f"{wrapped}.").article.sentences) == 1


def seed_page(folder: Path) -> tuple[str, list[dict[str, str]]]:
    """The seed article as its page is laid out, put together from the quotations we curate, and those."""
    with (folder / "excerpts.csv").open(encoding="utf-8") as file:
        quotes = [row for row in csv.DictReader(file) if row["excerpt_id"].startswith("seed-")]
    with (folder / "articles.csv").open(encoding="utf-8") as file:
        headline = next(csv.DictReader(file))["headline"]
    above = [
        "- World",
        "- Anadolu Agency",
        "- Published Date: 10:08 | 25 November 2020",
        "- Modified Date: 11:03 | 25 November 2020",
    ]
    below = ["- Ministers meet on fish quotas", "- Baku stock index slips before holiday"]
    return "\n".join(
        [
            headline,
            "A standfirst tells it all once more here.",
            *above,
            *(row["quote"] for row in quotes),
            *below,
        ]
    ), quotes


def test_the_seed_gives_the_excerpts_we_curated(reader: Reader) -> None:
    page, curated = seed_page(Path("data"))
    reading = read(Raw("seed", page), reader)
    for row in curated:
        found = [excerpt for excerpt in reading.excerpts if excerpt.quote == row["quote"]]
        assert {excerpt.region_id for excerpt in found} == set(row["region_ids"].split(";"))
        for excerpt in found:
            draft = excerpt.draft
            assert [str(draft.first), str(draft.last), str(draft.prec)] == [
                row["date_start"],
                row["date_end"],
                row["date_prec"],
            ]
            assert (draft.claim.name, draft.claim.affiliation) == (
                row["claimant"],
                row["claimant_affiliation"],
            )
    assert {excerpt.quote for excerpt in reading.excerpts} == {row["quote"] for row in curated}


def test_drafts_of_the_seed_match_what_we_know(reader: Reader) -> None:
    page, _ = seed_page(Path("data"))
    drafts = read(Raw("seed", page), reader).drafts
    assert drafts[0].event_ids[0] == "2020-11-25-kalbajar"
    assert [draft.event_type for draft in drafts[:2]] == ["handover", "handover"]
    assert [draft.background for draft in drafts] == [False, False, True, True, True, True]
    assert "2020-11-10-trilateral-statement" in drafts[-1].event_ids


def test_an_unknown_event_is_new(read_text: Read) -> None:
    (draft,) = read_text("Armenian artillery shelled Beylagan on 3 March 2005.", "2005-03-04").drafts
    assert draft.event_ids == ()


def test_excerpts_are_exact_and_short(read_text: Read) -> None:
    long = "Armenian troops captured Lachin on Monday, " + "and shells fell, " * 40 + "witnesses said."
    reading = read_text(long, "1992-05-20")
    for excerpt in reading.excerpts:
        assert excerpt.quote in reading.article.text
        assert len(excerpt.quote.split()) <= 60


def test_a_schwa_typed_as_a_cyrillic_letter_is_read_and_quoted_as_typed(read_text: Read) -> None:
    text = "Azәrbaycan Ordusu Füzuli şәhәrinә daxil olub, Müdafiә Nazirliyi bildirib vә tәsdiq edib."
    reading = read_text(f"Noyabrın 17-dә {text}", "2020-11-18")
    assert [(e.region_id, str(e.draft.first)) for e in reading.excerpts] == [("fuzuli", "2020-11-17")]
    assert reading.excerpts[0].quote == f"Noyabrın 17-dә {text}"
    assert reading.article.text.endswith(text)


def test_the_items_of_a_list_are_read(read_text: Read) -> None:
    text = (
        "Azərbaycan Ordusu bu yerləri işğaldan azad edib:\n- 4 oktyabr 2020-ci il Cəbrayıl şəhəri;\n"
        "- 20 oktyabr 2020-ci il Zəngilan şəhəri;\n- 25 oktyabr 2020-ci il Qubadlı şəhəri."
    )
    found = {(r, str(draft.first)) for draft in read_text(text).drafts for r in draft.region_ids}
    assert found == {("jabrayil", "2020-10-04"), ("zangilan", "2020-10-20"), ("qubadli", "2020-10-25")}


@pytest.mark.parametrize(
    "caption",
    [
        "TOPSHOT - A man walks past a house hit in Barda on 9 October 2020. / AFP / Somebody",
        "A man walks past a house hit in Barda on 9 October 2020.\n"
        "A man walks past a house hit in Barda on 9 October 2020. © Somebody/Getty Images",
    ],
)
def test_a_caption_reports_nothing(read_text: Read, caption: str) -> None:
    body = "Armenian shells fell on Goranboy on Monday, the ministry of Azerbaijan said."
    drafts = read_text(f"Shells fall again\n{caption}\n{body}\n{BODY}", "2020-10-14").drafts
    assert "barda" not in {region for draft in drafts for region in draft.region_ids}


def test_a_dateline_with_an_agency_is_no_caption(read_text: Read) -> None:
    text = "БАКУ, 28 октября. /ТАСС/. Армянские войска обстреляли город Тертер в среду, сообщили власти."
    assert [draft.region_ids for draft in read_text(text, "2020-10-28").drafts] == [("tartar",)]


def test_a_repeat_is_not_quoted_thrice(read_text: Read) -> None:
    text = "\n".join(
        f"Azerbaijani troops entered the Lachin district on Tuesday, {speaker} said."
        for speaker in ("the ministry", "an official", "the police", "the governor")
    )
    assert len(read_text(text, "2020-12-01").excerpts) == 2


@pytest.mark.parametrize(
    ("text", "region", "event_type", "day"),
    [
        (
            "LAÇIN RAYONU 1 DEKABR 2020-Cİ İLDƏ AZƏRBAYCANA QAYTARILDI, DAĞLIQ QARABAĞ.",
            "lachin",
            "handover",
            "2020-12-01",
        ),
        (
            "LAÇIN 1 ARALIK 2020'DE AZERBAYCAN'A İADE EDİLDİ VE BU HABER YAYILDI.",
            "lachin",
            "handover",
            "2020-12-01",
        ),
        ("ЛАЧИН БЫЛ ВОЗВРАЩЁН АЗЕРБАЙДЖАНУ 1 ДЕКАБРЯ 2020 ГОДА.", "lachin", "handover", "2020-12-01"),
        ("ARMENIAN TROOPS CAPTURED LACHIN ON MAY 18, 1992.", "lachin", "capture", "1992-05-18"),
        ("ԼԱՉԻՆԸ ՀԱՆՁՆՎԵՑ ԱԴՐԲԵՋԱՆԻՆ 2020 ԹՎԱԿԱՆԻ ԴԵԿՏԵՄԲԵՐԻ 1-ԻՆ։", "lachin", "handover", "2020-12-01"),
        ("Laçın rayonu 1 dekabr 2020-ci ildə Azərbaycana qaytarıldı", "lachin", "handover", "2020-12-01"),
        ("Armenian troops captured Lachin on 18 May 1992", "lachin", "capture", "1992-05-18"),
        (
            "Breaking news\nArmenian troops captured Lachin on 18 May 1992\n"
            "They shelled the town of Shusha on 8 May 1992",
            "shusha",
            "strike",
            "1992-05-08",
        ),
    ],
)
def test_capitals_and_posts_without_a_full_stop_are_read(
    read_text: Read, text: str, region: str, event_type: str, day: str
) -> None:
    drafts = read_text(text).drafts
    assert (event_type, day) in {(d.event_type, str(d.first)) for d in drafts if region in d.region_ids}
