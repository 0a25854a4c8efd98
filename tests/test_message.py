"""Messages: one text with values, in English for commands and in a language for the page."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from geo.language import localize
from geo.message import Message

DAY = Message("The sentence names {words}, a span of known days.", words="the {war}")


@pytest.mark.parametrize(
    ("message", "english", "russian"),
    [
        (Message(""), "", ""),
        (Message("The text gives no day."), "The text gives no day.", "День в тексте не указан."),
        (Message("No such text: {a}, {b}", a="{b}", b=1200), "No such text: {b}, 1,200", None),
        (Message("{0.__class__} {a.b} {c}", a="x"), "{0.__class__} {a.b} {c}", None),
        (Message("{day}: {number}", day=date(2020, 11, 9), number=1234567), "2020-11-09: 1,234,567",
         "9 ноября 2020: 1\u00a0234\u00a0567"),
        (Message("{all}.", all=(DAY, Message("The text gives no day."))),
         "The sentence names the {war}, a span of known days.; The text gives no day..",
         "В предложении назван промежуток с известными днями: the {war}.; День в тексте не указан.."),
    ],
)  # fmt: skip
def test_a_message_is_told(message: Message, english: str, russian: str | None) -> None:
    assert str(message) == english
    assert localize("en", message) == english.replace("2020-11-09", "9 November 2020")
    assert localize("ru", message) == (english.replace("1,200", "1\u00a0200") if russian is None else russian)


def test_a_message_travels_between_processes_and_into_sets() -> None:
    assert pickle.loads(pickle.dumps(DAY)) == DAY
    assert len({DAY, Message(DAY.text, words="the {war}"), Message(DAY.text, words="x")}) == 2
    assert Message("{a} {b}", a=1, b=2) == Message("{a} {b}", b=2, a=1)
