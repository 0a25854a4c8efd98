"""The languages of the page and of the names in the data: the one list that every other is made from.

CONTRIBUTING.md says which files a further language touches.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """A language of the page: its code (ISO 639, which Babel and browsers know) and a few words of it.

    `name` is its own name; `around` stands before a day that is known to a few days or to the week;
    `avoided` is a pattern of word beginnings that take a side, which no text of the project may have;
    `alphabet` is its small letters in order, without a space between two that count as one letter.
    `in_tables` is true where the tables of data/ have a column of names for it; the names of other
    languages stand in data/translations/<code>.csv.
    """

    code: str
    name: str
    around: str
    avoided: str
    alphabet: str
    in_tables: bool = False


_LANGUAGES = (
    Language(
        code="en",
        name="English",
        around="around {}",
        avoided="occup|liberat|separatis|terroris|aggress|enem|so-called|invader",
        alphabet="a b c d e f g h i j k l m n o p q r s t u v w x y z",
        in_tables=True,
    ),
    Language(
        code="az",
        name="Azərbaycanca",
        around="təxminən {}",
        avoided="işğal|azad e[dt]|azad ol|terror|separat|təcavüz|düşmən|qondarma|quldur|qəsbkar",
        alphabet="a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z w",
        in_tables=True,
    ),
    Language(
        code="hy",
        name="Հայերեն",
        around="մոտավորապես {}",
        avoided="բռնազավթ|զավթ|օկուպ|ազատագր|ահաբեկ|անջատողական|ագրես|թշնամ|այսպես կոչված",
        alphabet="ա բ գ դ ե զ է ը թ ժ ի լ խ ծ կ հ ձ ղ ճ մ յ ն շ ո չ պ ջ ռ ս վ տ ր ց ւ փ ք օ ֆ",
        in_tables=True,
    ),
    Language(
        code="ru",
        name="Русский",
        around="около {}",
        avoided="оккуп|освобо[жд]|террор|сепарат|агресс|враг|враж|захват|боевик|так называем",
        alphabet="а б в г д её ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
        in_tables=True,
    ),
)

BY_CODE = {language.code: language for language in _LANGUAGES}
LANGUAGES = tuple(BY_CODE)
# Translations are complete in these; in others what lacks is shown in English.
TABLE_LANGUAGES = tuple(language.code for language in _LANGUAGES if language.in_tables)
FURTHER_LANGUAGES = tuple(language.code for language in _LANGUAGES if not language.in_tables)
