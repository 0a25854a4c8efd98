"""What was found in each sentence: places, days, event cues, claimant."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from geo.articles.claims import NOBODY, claim_in
from geo.articles.kinds import Cue, affirmed, cues_in, read_as
from geo.articles.model import Article, Claim, Dated, Mention, Sentence
from geo.articles.words import lowered, pattern

TALK = ("agreement", "ceasefire", "diplomacy")


@dataclass(frozen=True)
class Facts:
    """A sentence of number `number` with what was found in it.

    `cues` are only those of its own event; `language` is the one whose words are looked for.
    """

    number: int
    sentence: Sentence
    mentions: tuple[Mention, ...]
    dates: tuple[Dated, ...]
    cues: tuple[Cue, ...]
    claim: Claim
    language: str

    @property
    def places(self) -> list[Mention]:
        """The mentions that may be the scene of something; a route only where the sentence names no other."""
        scenes = [mention for mention in self.mentions if mention.role == "place"]
        return scenes or [mention for mention in self.mentions if mention.role == "route"]


@dataclass(frozen=True)
class ArticleFacts:
    """The facts of every sentence in order, and from which sentence on the text has named two wide areas.

    `oblast_from` is the number of the first sentence that names the former oblast, `group_from` of the
    first with words such as "seven districts"; the number of sentences where none does.
    """

    sentences: tuple[Facts, ...]
    oblast_from: int
    group_from: int


def facts_of(article: Article, mentions: tuple[Mention, ...], dates: tuple[Dated, ...]) -> ArticleFacts:
    """What was found in each sentence of the article, from its mentions and dates."""
    mentions_in, dates_in = _by_sentence(mentions, article), _by_sentence(dates, article)
    language = read_as(article.language)
    found: list[Facts] = []
    last = NOBODY
    for number, sentence in enumerate(article.sentences):
        claim = claim_in(sentence.text, article.language, last)
        last = claim if claim.name else last
        cues = affirmed(cues_in(sentence.text, article.language), sentence.text, article.language)
        found.append(
            Facts(
                number,
                sentence,
                tuple(mentions_in[number]),
                tuple(dates_in[number]),
                _reporting(sentence.text, cues, language),
                claim,
                language,
            )
        )
    with_claims = tuple(_quoted(found))
    oblast = [facts.number for facts in found if any("nkao" in m.region_ids for m in facts.mentions)]
    group = [facts.number for facts in found if any(m.kind == "group" for m in facts.mentions)]
    return ArticleFacts(with_claims, (oblast or [len(found)])[0], (group or [len(found)])[0])


def number_of(start: int, article: Article) -> int:
    """The number of the sentence that begins at `start`, or of the first that begins behind it."""
    return bisect_left(article.sentences, start, key=lambda sentence: sentence.start)


_Found = TypeVar("_Found", Mention, Dated)


def _by_sentence(found: Iterable[_Found], article: Article) -> dict[int, list[_Found]]:
    """What begins inside a sentence, by the sentence's number."""
    groups: defaultdict[int, list[_Found]] = defaultdict(list)
    for each in found:
        number = number_of(each.start + 1, article) - 1
        if number >= 0 and each.start < article.sentences[number].end:
            groups[number].append(each)
    return groups


def _reporting(text: str, cues: list[Cue], language: str) -> tuple[Cue, ...]:
    """The cues without the accords the sentence only refers to ("under the agreement, troops entered")."""
    before, after = pattern("cue_before", language), pattern("cue_after", language)
    text = lowered(text)
    framed = [cue for cue in cues if cue.event_type in TALK and (
        before.search(text[max(0, cue.start - 80) : cue.start]) or after.search(text[cue.end : cue.end + 60])
    )]  # fmt: skip
    own = tuple(cue for cue in cues if cue not in framed)
    return own or tuple(cues)


def _quoted(found: list[Facts]) -> list[Facts]:
    """Gives a sentence inside an open quotation the claimant that the quotation's end names."""
    for index in range(len(found) - 2, -1, -1):
        text, after = found[index].sentence.text, found[index + 1]
        quoting = (
            text.count("“") + text.count("«") > text.count("”") + text.count("»") or text.count('"') % 2 == 1
        )
        if (
            quoting
            and found[index].claim == NOBODY
            and after.sentence.paragraph == found[index].sentence.paragraph
        ):
            found[index] = replace(found[index], claim=after.claim)
    return found
