"""Who says it, what sort of event it is, and whether it happened."""

from __future__ import annotations

import pytest

from tests.articles.conftest import Read

PUBLISHED = "2020-11-25"


@pytest.mark.parametrize(
    ("text", "claimant", "affiliation"),
    [
        (
            "Lachin was shelled, the Azerbaijani Defense Ministry said.",
            "Ministry of Defence of Azerbaijan",
            "azerbaijani_state",
        ),
        (
            "The Ministry of Defence of Armenia reported fire at Kalbajar.",
            "Ministry of Defence of Armenia",
            "armenian_state",
        ),
        (
            "Fire was opened at Martuni, Artsakh's Defense Army said.",
            "Karabakh Armenian Defence Army",
            "karabakh_armenian_authorities",
        ),
        ("Aliyev said the army of Azerbaijan took Zangilan.", "President of Azerbaijan", "azerbaijani_state"),
        ("Shelling of Shushi hit a church, Pashinyan wrote.", "Prime Minister of Armenia", "armenian_state"),
        (
            "Russia's defence ministry said troops entered Farrukh, in Karabakh.",
            "Ministry of Defence of Russia",
            "russian_state",
        ),
        ("Rockets hit Barda in Azerbaijan, Human Rights Watch found.", "Human Rights Watch", "ngo"),
        ("Baku said the troops of Azerbaijan took Fuzuli.", "Government of Azerbaijan", "azerbaijani_state"),
        (
            "Bakı: Müdafiə Nazirliyi bildirib ki, Azərbaycan Ordusu Ağdama daxil olub.",
            "Ministry of Defence of Azerbaijan",
            "azerbaijani_state",
        ),
        ("Минобороны Армении сообщило об обстреле Шуши.", "Ministry of Defence of Armenia", "armenian_state"),
        (
            "Ստեփանակերտը հրետակոծվել է, հայտնել է Արցախի պաշտպանության բանակը։",
            "Karabakh Armenian Defence Army",
            "karabakh_armenian_authorities",
        ),
    ],
)
def test_the_claimant(read_text: Read, text: str, claimant: str, affiliation: str) -> None:
    (draft, *_) = read_text(text, PUBLISHED).drafts
    assert (draft.claim.name, draft.claim.affiliation) == (claimant, affiliation)
    assert draft.status == "claimed"


@pytest.mark.parametrize(
    "text",
    [
        "Hadrut in Nagorno-Karabakh was shelled on 4 October 2020, officials said.",
        "Shusha in Nagorno-Karabakh was shelled on 5 October 2020, officials said.",
        "Officials said on Monday that Hadrut in Karabakh was shelled.",
        "In Karabakh officials said Hadrut was shelled on 4 October 2020.",
        "Hadrut in Karabakh was shelled on 4 October 2020, police said.",
        "The defence ministry said Armenian forces shelled Hadrut on 4 October 2020.",
        "Laçın 18 Mayıs 1992'de işgal edildi, Dağlık Karabağ'da çatışmalar bir ay sürdü, dedi yetkililer.",
        "Гадрут в Нагорном Карабахе обстреляли 4 октября 2020 года, сообщили власти.",
        "4 октября 2020 года власти сообщили об обстреле Гадрута в Карабахе.",
        "Qarabağda Hadrut 4 oktyabr 2020-ci ildə atəşə tutulub, rəsmilər bildirib.",
        "Հադրութը Ղարաբաղում հրետակոծվել է, հայտնել են իշխանությունները։",
    ],
)
def test_a_place_lends_officials_no_side(read_text: Read, text: str) -> None:
    (draft, *_) = read_text(text, PUBLISHED).drafts
    assert draft.claim.name is None


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Karabakh officials said Hadrut was shelled on Monday.", "Karabakh Armenian Government"),
        ("Azerbaijani officials said Hadrut in Karabakh was shelled.", "Government of Azerbaijan"),
        ("Hadrut was shelled, officials in Nagorno-Karabakh said.", "Karabakh Armenian Government"),
        ("Hadrut was shelled, officials of the Republic of Azerbaijan said.", "Government of Azerbaijan"),
        (
            "The Azerbaijani army entered Kalbajar, the country's Defense Ministry said on Wednesday.",
            "Ministry of Defence of Azerbaijan",
        ),
        (
            "Azerbaycan ordusu dün Laçın'a girdi, ülkenin Savunma Bakanlığı açıkladı.",
            "Ministry of Defence of Azerbaijan",
        ),
        ("Karabağ'daki yetkililer Hadrut'un bombalandığını söyledi.", "Karabakh Armenian Government"),
        ("Власти Нагорного Карабаха сообщили об обстреле Гадрута.", "Karabakh Armenian Government"),
        ("Azərbaycan rəsmiləri bildirib ki, Hadrut atəşə tutulub.", "Government of Azerbaijan"),
        ("Արցախի իշխանությունները հայտնել են, որ Հադրութը հրետակոծվել է։", "Karabakh Armenian Government"),
    ],
)
def test_officials_with_their_side(read_text: Read, text: str, claimant: str) -> None:
    (draft, *_) = read_text(text, PUBLISHED).drafts
    assert draft.claim.name == claimant


def test_the_ministry_takes_up_the_one_before(read_text: Read) -> None:
    text = "Lachin was shelled, Armenia's Defense Ministry said.\nTroops entered Kalbajar, the ministry said."
    assert [draft.claim.name for draft in read_text(text, PUBLISHED).drafts] == [
        "Ministry of Defence of Armenia"
    ] * 2


def test_signers_do_not_say(read_text: Read) -> None:
    text = "Troops entered Lachin under an accord signed by the president of Azerbaijan, residents said."
    assert read_text(text, PUBLISHED).drafts[0].claim.name == "Witnesses"


def test_without_a_claimant_the_agency_stands(read_text: Read) -> None:
    text = "Battle near Lachin\nAnadolu Agency\nHeavy fighting raged near Lachin in Azerbaijan on Monday."
    (excerpt,) = read_text(text, PUBLISHED).excerpts
    assert (excerpt.draft.claim.name, excerpt.draft.claim.affiliation) == ("Anadolu Agency", "turkish_state")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Armenian troops entered Lachin on Monday.", "reported"),
        ("Armenia denied that Lachin was shelled on Monday.", "denied"),
        ("Armenian troops will be withdrawn from Lachin on December 1.", "planned"),
        ("No shelling of Lachin by Armenia was heard on Monday.", "did_not_happen"),
        ("Ermənistan qüvvələri dekabrın 1-də Laçından çıxarılacaq və bu gün üçün hazırdır.", "planned"),
        ("Минобороны Армении опровергло обстрел Лачина в среду.", "denied"),
        ("Հայաստանը հերքել է Լաչինի գնդակոծումը երեկ։", "denied"),
    ],
)
def test_the_status(read_text: Read, text: str, status: str) -> None:
    assert read_text(text, PUBLISHED).drafts[0].status == status


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Armenian troops captured Lachin on Monday.", "capture"),
        ("Lachin was handed over to Azerbaijan on Monday.", "handover"),
        ("Armenian artillery shelled Lachin on Monday.", "strike"),
        ("Fighting raged near Lachin on Monday between Armenians and Azerbaijanis.", "battle"),
        ("Armenia and Azerbaijan clashed near Tovuz on Monday.", "border_clash"),
        ("A massacre of Armenians took place in Martuni on Monday.", "violence_against_civilians"),
        ("Thousands of Azerbaijanis fled Lachin on Monday.", "displacement"),
        ("Under the agreement Armenian troops entered Lachin on Monday.", "capture"),
        ("Azerbaijanis blocked the Lachin corridor to Armenia with a convoy on Monday.", "humanitarian"),
    ],
)
def test_the_sort_of_event(read_text: Read, text: str, event_type: str) -> None:
    assert [draft.event_type for draft in read_text(text, PUBLISHED).drafts] == [event_type]
