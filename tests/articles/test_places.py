"""Places: every spelling in inflected text, false friends left alone, namesakes by context, roles."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from geo.articles import Raw, open_reader, read
from geo.articles.words import fold, table
from tests.articles.conftest import Read
from tests.toy import REAL_DATA


@pytest.mark.parametrize(
    ("sentence", "region"),
    [
        ("Armenia said Kelbadjar was shelled.", "kalbajar"),
        ("Armenia said KALBAJAR was shelled.", "kalbajar"),
        ("Troops of Armenia stood in Karvachar's streets.", "kalbajar"),
        ("Azərbaycan Ordusu Kəlbəcərə daxil olub.", "kalbajar"),
        ("Azərbaycan Ordusu Kəlbəcər rayonundadır.", "kalbajar"),
        ("Azerbaycan ordusu Kelbecer'e girdi ve bu kent için dedi.", "kalbajar"),
        ("Azerbaycan ordusu Kelbecer’den çekildi ve bu kent için dedi.", "kalbajar"),
        ("В Азербайджане сообщили о бое в Кельбаджаре.", "kalbajar"),
        ("Войска Армении вошли в Кельбаджарский район.", "kalbajar"),
        ("Армия Азербайджана была под Карвачаром.", "kalbajar"),
        ("Հայաստանը հայտնել է, որ մարտեր են Քարվաճառում։", "kalbajar"),
        ("Azərbaycan: Xocalıya, Şuşaya yol.", "shusha"),
        ("Азербайджан сообщил о пожаре в Шуше.", "shusha"),
        ("Բաքվում և Երևանում, Շուշիից լուրեր Ադրբեջանի մասին։", "shusha"),
        ("Азербайджан обстрелял Мартунинский район.", "khojavend"),
        ("Armenians left the village of Gishi near Karabakh.", "khojavend"),
        ("Units of Azerbaijan entered Red Bazaar and Karmir Shuka.", "khojavend"),
        ("Azerbaijan took Mets Tagher village.", "khojavend"),
        ("Ադրբեջանը գնդակոծել է Մարտակերտի շրջանը։", "aghdara"),
        ("Azərbaycan: Ağdamda döyüş gedir.", "aghdam"),
        ("Troops of Azerbaijan took seven adjacent regions.", "zangilan"),
        ("Azerbaijan and Armenia clashed near Vardenis.", "am-gegharkunik"),
        ("İlham Əliyev: Azərbaycan Ordusu Xəlfəli kəndinə girib.", "shusha"),
        ("Ermənistan ordusu Qaraxanbəyli kəndini atəşə tutub.", "fuzuli"),
        ("Azerbaycan ordusu Qazanzemi köyünü vurdu ve Laçın'a girdi.", "lachin"),
    ],
)
def test_a_spelling_leads_to_its_region(read_text: Read, sentence: str, region: str) -> None:
    assert region in {found for mention in read_text(sentence).mentions for found in mention.region_ids}


@pytest.mark.parametrize(
    "sentence",
    [
        "Qarabag FC of Azerbaijan won in Lisbon.",
        "Azerbaijan honours the poet Fuzuli.",
        "Lachin Mammadov of Azerbaijan won a prize.",
        "Shushan of Armenia sang.",
        "Azerbaijan banned smoking Ganja in parks.",
        "The lachin, a falcon of Azerbaijan, is rare.",
        "He ate tartar sauce in Armenia.",
        "Stepan Shahumyan, a Bolshevik from Armenia, was shot.",
        "A Kazakh officer came to Azerbaijan.",
        "The Van is a lake far from Armenia.",
        "Rasta singers smoke Ganja.",
        "Two bottles of Agdam wine came from Azerbaijan.",
        "The Lachin newspaper of Azerbaijan has a new editor.",
        "He read it in the newspaper “Lachin”, Azerbaijan wrote.",
        "The shop stands on Shusha Street, Azerbaijan.",
        "Azərbaycanda “Laçın” qəzetinin redaktoru dəyişib.",
        "В Азербайджане вспомнили портвейн «Агдам».",
        "Газета «Лачин» вышла в Азербайджане.",
        "Azerbaycan'da Laçın gazetesi yeniden çıktı ve bu bir haber.",
        "Հայաստանում «Շուշի» կոնյակ են խմում։",
    ],
)
def test_false_friends_are_not_places(read_text: Read, sentence: str) -> None:
    regions = {region for mention in read_text(sentence).mentions for region in mention.region_ids}
    assert regions <= {"baku", "am-yerevan"}


@pytest.mark.parametrize(
    ("sentence", "region", "other"),
    [
        ("Fire was opened at Martuni on the shore of Sevan, Armenia said.", "am-gegharkunik", "khojavend"),
        ("Fire was opened at Martuni, Azerbaijan said.", "khojavend", "am-gegharkunik"),
        ("The Shahumyan district was emptied, Armenia said.", "goranboy", "kalbajar"),
        ("In Karvachar and New Shahumyan Armenians packed.", "kalbajar", "goranboy"),
        ("Azerbaijan lost the Zeylik village of Kalbajar district.", "kalbajar", "aghdara"),
        ("Mughanli village of Zangilan district was taken by Azerbaijan.", "zangilan", "aghdam"),
    ],
)
def test_context_decides_between_namesakes(read_text: Read, sentence: str, region: str, other: str) -> None:
    regions = {found for mention in read_text(sentence).mentions for found in mention.region_ids}
    assert region in regions
    assert other not in regions


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Baku said Armenia had fired first.", "Baku", "government"),
        ("Armenia's envoy spoke to the ministry in Baku.", "Baku", "government"),
        ("A bomb of 1990 was found in Baku, Azerbaijan.", "Baku", "place"),
        ("He met refugees from Lachin in Azerbaijan.", "Lachin", "origin"),
        ("Armenia sent flour via Lachin.", "Lachin", "route"),
        ("The Nagorno-Karabakh conflict divides Armenia and Azerbaijan.", "Nagorno-Karabakh", "topic"),
        ("The Artsakh Defense Army of Armenia denied it.", "Artsakh", "authority"),
        ("After the capture of Lachin and Kelbajar Armenia took Fizuli.", "Kelbajar", "earlier"),
        ("Yerevan denied it, Azerbaijan wrote.", "Yerevan", "government"),
        ("Thousands rallied in Yerevan, Armenia.", "Yerevan", "place"),
        ("In Baku, a ministry spokesman of Azerbaijan said nothing.", "Baku", "government"),
        ("Посол Турции в Баку поблагодарил власти Азербайджана.", "Баку", "government"),
        ("Azerbaijan mourns the victims of Khojaly.", "Khojaly", "origin"),
        ("После взятия Шуши армянские войска пошли на Лачин.", "Шуши", "earlier"),
    ],
)
def test_a_mention_has_a_role(read_text: Read, sentence: str, name: str, role: str) -> None:
    assert [mention.role for mention in read_text(sentence).mentions if mention.text == name] == [role]


def test_a_dateline_is_a_mention_only(read_text: Read) -> None:
    reading = read_text("BAKU (AP) - Azerbaijan shelled Lachin on Monday.", "1992-05-11")
    assert (reading.mentions[0].text, reading.mentions[0].role) == ("BAKU", "dateline")
    assert {region for draft in reading.drafts for region in draft.region_ids} == {"lachin"}


def test_offsets_point_at_the_words(read_text: Read) -> None:
    reading = read_text("Azerbaijan took Lachin.\n\nArmenia lost Kelbajar and the town of Shusha.")
    for mention in reading.mentions:
        assert reading.article.text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Shells fell on Shusha. Rockets hit the town of Lachin on 2 October 2009.", {"shusha", "lachin"}),
        ("Lachin came home late and made tea for her sister.", set()),
    ],
)
def test_a_sure_place_vouches_for_a_namesake(text: str, regions: set[str]) -> None:
    reader = open_reader(REAL_DATA)
    reading = read(Raw("text", text), reader)
    assert {region for mention in reading.mentions for region in mention.region_ids} == regions


FRIENDS = sorted({row["name"] for row in table("false_friends")} - {"*"})
SENTENCES = {
    "latin": "Karabağda döyüşlər gedir və ordu bildirib ki, {} şəhəri atəşə tutulub.",
    "cyrillic": "Бои в Карабахе продолжаются, обстрелян город {}.",
    "armenian": "Ղարաբաղում մարտեր են, հրետակոծվել է {} քաղաքը։",
}


def spellings_with_other_letters() -> list[tuple[str, str]]:
    """A spelling of a region and the region where a false friend looks the same without its marks."""
    with (Path(REAL_DATA) / "names.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["subject_kind"] == "region"]
    folded = {fold(name): name for name in FRIENDS}
    return sorted(
        {
            (row["name"], row["subject_id"])
            for row in rows
            if folded.get(fold(row["name"]), row["name"].casefold()) != row["name"].casefold()
        }
    )


@pytest.mark.parametrize(("name", "region"), spellings_with_other_letters())
def test_a_real_name_is_no_false_friend(read_text: Read, name: str, region: str) -> None:
    script = "armenian" if name[0] > "Ա" else "cyrillic" if name[0] > "А" else "latin"
    mentions = read_text(SENTENCES[script].format(name)).mentions
    assert region in {found for mention in mentions for found in mention.region_ids}


def test_shusha_in_its_own_letters_is_shelled(read_text: Read) -> None:
    text = (
        "Noyabrın 8-də Şuşa şəhəri atəşə tutulub.\n"
        "Müdafiə Nazirliyi bildirib ki, Qarabağda döyüşlər davam edir və ordu irəliləyir."
    )
    drafts = read_text(text, "2020-11-10").drafts
    assert ("strike", "2020-11-08", ("shusha",)) in {
        (d.event_type, str(d.first), d.region_ids) for d in drafts
    }


def test_a_town_of_the_same_plain_letters_is_not_meant(read_text: Read) -> None:
    assert read_text("A ship left Susa for Armenia.").mentions == ()
