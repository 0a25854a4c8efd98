"""Which day a sentence's event was, where it happened, and what an article only looks back on."""

from __future__ import annotations

import pytest

from tests.articles.conftest import Read

PUBLISHED = "2021-03-10"

Pairs = set[tuple[str, str | None]]


def told(read_text: Read, text: str, published: str | None = PUBLISHED) -> Pairs:
    """Region and first day of every draft."""
    drafts = read_text(text, published).drafts
    return {(region, str(d.first) if d.first else None) for d in drafts for region in d.region_ids}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Azerbaijani soldiers crossed the line on March 8. Grenades then fell on the Tovuz district.",
            {("tovuz", "2021-03-08")},
        ),
        (
            "Armenian shells hit houses in the town of Barda. The incident occurred on Monday, police said.",
            {("barda", "2021-03-08")},
        ),
        (
            "Azerbaijan took three villages in Qubadli. The president announced it on March 9.",
            {("qubadli", "2021-03-09")},
        ),
        (
            "Armenia broke the truce 40 times over the past 24 hours.\n"
            "Azerbaijani positions were shelled from hills in the Fuzuli district.",
            {("fuzuli", "2021-03-09")},
        ),
        (
            "Armenian troops shelled Goranboy on Tuesday. Earlier they withdrew from Lachin.",
            {("goranboy", "2021-03-09"), ("lachin", None)},
        ),
        (
            "Azerbaijan's army shelled Martuni on March 3. The fire at Martuni ended on the following day.",
            {("khojavend", "2021-03-03"), ("khojavend", "2021-03-04")},
        ),
    ],
)
def test_the_sentence_beside_gives_the_day(read_text: Read, text: str, pairs: Pairs) -> None:
    assert told(read_text, text) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Armenian forces captured Zangilan in October 1993, long before the 44-day war.",
            {("zangilan", "1993-10-01")},
        ),
        (
            "Two villages of Jabrayil were taken in an operation triggered by an Armenian attack of March 2.",
            {("jabrayil", None)},
        ),
        (
            "Under the deal Armenia was to hand over Aghdam by February 20, and Azerbaijan waited.",
            set(),
        ),
        (
            "Wreaths were laid on the 29th anniversary of Khojaly's fall on March 9, 2021. "
            "Armenian forces had stormed Khojaly on 26 February 1992.",
            {("khojaly", "1992-02-26")},
        ),
        ("The army of Azerbaijan showed a video of tanks on Monday.", set()),
        ("The line at Tovuz remains calm and Armenia made no new attacks.", set()),
    ],
)
def test_a_day_that_is_not_the_event_s(read_text: Read, text: str, pairs: Pairs) -> None:
    assert told(read_text, text) == pairs


@pytest.mark.parametrize(
    ("text", "published", "pairs"),
    [
        (
            "Azerbaycan ordusu Laçın kentine girdi. 1992 yılında Ermeni güçler tarafından ele geçirilmişti.",
            "2020-12-02",
            {("lachin", None), ("lachin", "1992-01-01")},
        ),
        (
            "2021-ci il 4 mart tarixində Ağdam rayonunda mina partlayışı baş verib, nazirlik bildirib.",
            PUBLISHED,
            {("aghdam", "2021-03-04")},
        ),
        (
            "Şuşa şəhərində olan qonaqlar İkinci Qarabağ müharibəsindən sonra salınan yolu görüblər, "
            "nazirlik bildirib.",
            PUBLISHED,
            set(),
        ),
        (
            "После освобождения Шуши азербайджанские войска обстреляли Мартуни 7 марта.",
            PUBLISHED,
            {("khojavend", "2021-03-07")},
        ),
        (
            "Ադրբեջանի զինված ուժերը մարտի 7-ին կրակ են բացել Մարտակերտի շրջանի Մաղավուզ գյուղի վրա։",
            PUBLISHED,
            {("aghdara", "2021-03-07")},
        ),
    ],
)
def test_the_other_languages(read_text: Read, text: str, published: str, pairs: Pairs) -> None:
    assert told(read_text, text, published) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "A festival of folk music opened in Shusha.\nSingers and musicians gave a concert.\n"
            "The exhibition of carpets lasts until Sunday.\nThe town was captured by Armenian troops.\n"
            "On May 8, 1992, Armenian troops captured Shusha.",
            {("shusha", "1992-05-08")},
        ),
        (
            "Investment in the Aghdam industrial park reached 90 million manat.\n"
            "It was established by decree in May 2021.\nExports and production of materials grow.",
            set(),
        ),
        (
            "Qarabag FC won the match in the Europa League, the coach said.\nThe football club from Aghdam "
            "scored two goals.\nThe team left Aghdam when the town was captured on 23 July 1993.",
            set(),
        ),
    ],
)
def test_a_page_on_something_else(read_text: Read, text: str, pairs: Pairs) -> None:
    assert told(read_text, text, "2022-05-13") == pairs


def test_this_town_is_the_town_of_the_dateline(read_text: Read) -> None:
    text = "BARDA, Azerbaijan (AP) - Armenian rockets hit this quiet market town on Monday."
    assert told(read_text, text) == {("barda", "2021-03-08")}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Armenia was to hand over Aghdam on February 20, the ministry said.", set()),
        ("Armenia is to hand over Aghdam on March 20, the ministry said.", {("aghdam", "2021-03-20")}),
        (
            "The Armenian soldier, born in 1992, was killed by shells at Martuni on March 8.",
            {("khojavend", "2021-03-08")},
        ),
        ("Armenian troops shelled Goranboy last November.", {("goranboy", "2020-11-01")}),
        (
            "The ombudsman of Artsakh (Nagorno-Karabakh) met reporters today. "
            "Shells fell on Martuni on Monday.",
            {("khojavend", "2021-03-08")},
        ),
    ],
)
def test_plans_gone_by_births_and_glosses(read_text: Read, text: str, pairs: Pairs) -> None:
    assert told(read_text, text) == pairs
