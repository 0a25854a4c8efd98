"""What did not happen is no event, in any of the five languages; what did happen stays one beside a "not"."""

from __future__ import annotations

import pytest

from tests.articles.conftest import Read

PUBLISHED = "2020-11-25"

DENIED = [
    # English
    "Azerbaijan never captured Hadrut in Nagorno-Karabakh on 9 October 2020.",
    "Hadrut in Nagorno-Karabakh was not captured on 9 October 2020.",
    "Hadrut in Nagorno-Karabakh did not fall on 9 October 2020.",
    "Armenian troops didn't enter Lachin on 18 May 1992.",
    "Neither Hadrut nor Shusha was captured by Azerbaijan on 9 October 2020.",
    "Neither Armenia nor Azerbaijan shelled Lachin on 9 October 2020.",
    "Lachin was neither shelled nor captured by Armenia on 18 May 1992.",
    "If Azerbaijan had captured Hadrut on 9 October 2020, the road would be open.",
    "Had Azerbaijan captured Hadrut on 9 October 2020, the road would be open.",
    "Azerbaijan could have captured Hadrut on 9 October 2020.",
    "Armenia denied that Azerbaijan had captured Hadrut on 9 October 2020.",
    "Azerbaijan failed to capture Hadrut on 9 October 2020.",
    "No Armenian shells fell on Lachin on 18 May 1992.",
    "None of the villages of Lachin was captured by Armenia on 18 May 1992.",
    "The capture of Hadrut by Azerbaijan on 9 October 2020 never happened.",
    "Lachin has never been shelled by Armenia, as was said on 18 May 1992.",
    # Azerbaijani
    "2020-ci il noyabrın 8-də Qarabağda Şuşa şəhəri işğaldan azad edilməyib.",
    "Azərbaycan Ordusu 2020-ci il noyabrın 8-də Şuşaya daxil olmayıb və bu barədə məlumat yoxdur.",
    "1992-ci il mayın 18-də Laçın erməni qüvvələri tərəfindən işğal edilmədi.",
    "1992-ci il mayın 18-də nə Laçın, nə Şuşa Ermənistan tərəfindən atəşə tutulub.",
    "Ermənistan 1992-ci il mayın 18-də Laçının işğal olunduğunu təkzib edib.",
    "1992-ci il mayın 18-də Laçın Ermənistan tərəfindən işğal edilsəydi, yol bağlanardı.",
    "Azərbaycan Ordusu 2020-ci il noyabrın 8-də heç vaxt Şuşanı atəşə tutmayıb.",
    # Turkish
    "Azerbaycan ordusu 8 Kasım 2020'de Karabağ'da Şuşa'yı ele geçirmedi.",
    "8 Kasım 2020'de Karabağ'daki Şuşa kenti işgalden kurtarılmadı ve bu haber doğrulanmadı.",
    "Ermeni güçleri 18 Mayıs 1992'de Laçın kentine girmedi ve bu konuda bir açıklama yok.",
    "18 Mayıs 1992'de ne Laçın ne Şuşa Ermeni güçleri tarafından ele geçirildi.",
    "Ermenistan, Azerbaycan ordusunun 8 Kasım 2020'de Şuşa'yı ele geçirdiğini yalanladı.",
    "Azerbaycan ordusu 8 Kasım 2020'de Şuşa'yı ele geçirseydi yol açılırdı ve bu bir gerçek.",
    "Azerbaycan ordusu 8 Kasım 2020'de Şuşa'ya hiçbir saldırı düzenlemedi ve bu böyle bilinir.",
    # Russian
    "8 ноября 2020 года Шуша в Нагорном Карабахе не была захвачена.",
    "Азербайджан никогда не захватывал Гадрут в Нагорном Карабахе 9 октября 2020 года.",
    "Армянские войска 18 мая 1992 года не вошли в Лачин.",
    "Ни Гадрут, ни Шуша в Карабахе не были взяты 9 октября 2020 года.",
    "Если бы Азербайджан захватил Гадрут 9 октября 2020 года, дорога была бы открыта.",
    "Армения опровергла захват Гадрута Азербайджаном 9 октября 2020 года.",
    "Захвачен Гадрут в Карабахе 9 октября 2020 года не был.",
    "Армянская артиллерия 18 мая 1992 года Лачин не обстреливала.",
    "Войска Армении чуть не захватили Лачин 18 мая 1992 года.",
    # Armenian
    "Լեռնային Ղարաբաղում Շուշին 2020 թվականի նոյեմբերի 8-ին չի գրավվել։",
    "Ադրբեջանը 2020 թվականի հոկտեմբերի 9-ին չգրավեց Հադրութը։",
    "Ադրբեջանի զորքերը 2020 թվականի նոյեմբերի 8-ին երբեք չեն մտել Շուշի։",
    "Ո՛չ Շուշին, ո՛չ Հադրութը 2020 թվականի նոյեմբերի 8-ին Ադրբեջանը չի գրավել։",
    "Եթե Ադրբեջանը 2020 թվականի նոյեմբերի 8-ին գրավեր Շուշին, ճանապարհը բաց կլիներ։",
    "Հայաստանը հերքել է, որ Ադրբեջանը 2020 թվականի նոյեմբերի 8-ին գրավել է Շուշին։",
    "Շուշին 2020 թվականի նոյեմբերի 8-ին Ադրբեջանի կողմից գրավված չէ։",
]

HAPPENED = [
    ("Azerbaijan captured Hadrut on 9 October 2020 but did not enter Shusha.", "capture"),
    ("Azerbaijan not only captured Hadrut on 9 October 2020, it also took the road.", "capture"),
    ("Lachin in Azerbaijan was not captured until 18 May 1992.", "capture"),
    ("It is not known who shelled Lachin in Azerbaijan on 18 May 1992.", "strike"),
    ("No one knows why Armenian troops shelled Lachin on 18 May 1992.", "strike"),
    ("Armenia did not stop shelling Lachin on 18 May 1992.", "strike"),
    ("Armenian troops captured Lachin on 18 May 1992, and no one was in the streets.", "capture"),
    ("Azerbaijani troops, who had not slept, captured Hadrut on 9 October 2020.", "capture"),
    ("Azərbaycan Ordusu 2020-ci il noyabrın 8-də Şuşanı azad edib, amma Laçına girməyib.", "capture"),
    ("1992-ci il mayın 18-də Laçın erməni qüvvələri tərəfindən işğal edilmişdi.", "capture"),
    ("Azərbaycan Ordusu 2020-ci il noyabrın 8-də Əhmədov adına küçədə Şuşanı azad edib.", "capture"),
    ("Azerbaycan ordusu 8 Kasım 2020'de Şuşa'yı ele geçirdi ama Laçın'a girmedi.", "capture"),
    ("8 ноября 2020 года азербайджанские войска не только вошли в Шушу.", "capture"),
    ("Армения 18 мая 1992 года не прекращала обстрел Лачина.", "strike"),
    ("Войска Армении захватили Лачин 18 мая 1992 года, потерь не имели.", "capture"),
    ("Ադրբեջանը 2020 թվականի նոյեմբերի 8-ին գրավել է Շուշին, բայց չորս գյուղ մնացել է։", "capture"),
    ("Ադրբեջանը 2020 թվականի նոյեմբերի 8-ին գրավել է Շուշին, իսկ Լաչին չի մտել։", "capture"),
]


@pytest.mark.parametrize("sentence", DENIED)
def test_what_is_denied_is_no_event(read_text: Read, sentence: str) -> None:
    reading = read_text(sentence, PUBLISHED)
    assert reading.mentions and reading.dates
    assert {draft.status for draft in reading.drafts} <= {"did_not_happen", "denied"}


@pytest.mark.parametrize(("sentence", "event_type"), HAPPENED)
def test_what_happened_stays_an_event(read_text: Read, sentence: str, event_type: str) -> None:
    drafts = read_text(sentence, PUBLISHED).drafts
    assert (event_type, "reported") in {(draft.event_type, draft.status) for draft in drafts}
