"""Gathers what was found in each sentence: places, days, event cues, claimant."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from geo.articles.claims import NOBODY, claim_in
from geo.articles.kinds import Cue, cues_in
from geo.articles.model import Article, Claim, Dated, Mention, Sentence
from geo.articles.words import document

TALK = ("agreement", "ceasefire", "diplomacy")


@dataclass(frozen=True)
class Told:
    """A sentence of number `number` with what was found in it; `cues` only those that tell its event."""

    number: int
    sentence: Sentence
    mentions: tuple[Mention, ...]
    dates: tuple[Dated, ...]
    cues: tuple[Cue, ...]
    claim: Claim

    @property
    def places(self) -> list[Mention]:
        """The mentions that may be the scene of something; a route only where the sentence names no other."""
        scenes = [mention for mention in self.mentions if mention.role == "place"]
        return scenes or [mention for mention in self.mentions if mention.role == "route"]


def told_by(article: Article, mentions: tuple[Mention, ...], dates: tuple[Dated, ...]) -> list[Told]:
    """One Told a sentence, in order."""
    found: list[Told] = []
    last = NOBODY
    for number, sentence in enumerate(article.sentences):
        claim = claim_in(sentence.text, article.language, last)
        last = claim if claim.name else last
        found.append(Told(
            number, sentence,
            tuple(m for m in mentions if sentence.start <= m.start < sentence.end),
            tuple(d for d in dates if sentence.start <= d.start < sentence.end),
            _telling(sentence.text, cues_in(sentence.text, article.language)),
            claim,
        ))  # fmt: skip
    return _quoted(found)


def _telling(text: str, cues: list[Cue]) -> tuple[Cue, ...]:
    """The cues without the accords the sentence only refers to ("under the agreement, troops entered")."""
    before, after = _framing()
    framed = [cue for cue in cues if cue.event_type in TALK and (
        before.search(text[max(0, cue.start - 80) : cue.start]) or after.search(text[cue.end : cue.end + 60])
    )]  # fmt: skip
    kept = tuple(cue for cue in cues if cue not in framed)
    return kept or tuple(cues)


@cache
def _framing() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rules = document("references")
    return re.compile(rules["cue_before"], re.IGNORECASE), re.compile(rules["cue_after"], re.IGNORECASE)


def _quoted(found: list[Told]) -> list[Told]:
    """Gives a sentence inside an open quotation the claimant that the quotation's end names."""
    for index in range(len(found) - 2, -1, -1):
        text, after = found[index].sentence.text, found[index + 1]
        opened = (
            text.count("“") + text.count("«") > text.count("”") + text.count("»") or text.count('"') % 2 == 1
        )
        if (
            opened
            and found[index].claim == NOBODY
            and after.sentence.paragraph == found[index].sentence.paragraph
        ):
            found[index] = replace(found[index], claim=after.claim)
    return found
