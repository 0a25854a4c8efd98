"""Where a sentence lets something happen: the places it names, or those the text around it speaks of."""

from __future__ import annotations

from datetime import timedelta

from geo.articles.facts import TALK, ArticleFacts, Facts
from geo.articles.kinds import event_type_of
from geo.articles.model import Article, Dated, Draft, Mention
from geo.articles.places import SEVEN
from geo.articles.roles import CAPITALS
from geo.articles.words import compiled, lowered, pattern, stems

_WIDE = ("battle", "capture", "ceasefire", "agreement", "handover")
_NEWS = timedelta(days=7)
_AND = r"\b(?:and|as well as|while|и|а также|və|ve|և|եւ)\b"
_TIED = compiled(rf"[\s,]*{_AND}\s+(?:in\s+|the\s+)*")
_APART = compiled(rf"[,;]|{_AND}")
_TIES = compiled(_AND)
_CONTAINER_GAP = 48


def regions_of(part: Facts) -> tuple[str, ...]:
    """The regions the sentence names as a scene.

    The former oblast is dropped where it only says where another place lies, a capital where
    fighting elsewhere is reported.
    """
    found = dict.fromkeys(region for mention in part.places for region in mention.region_ids)
    oblast = [mention for mention in part.places if mention.region_ids == ("nkao",)]
    if oblast and len(found) > 1 and all(_contains(part, mention) for mention in oblast):
        del found["nkao"]
    only_talk = all(cue.event_type in ("diplomacy", "agreement", "political") for cue in part.cues)
    if any(region not in CAPITALS for region in found) and not only_talk:
        found = dict.fromkeys(region for region in found if region not in CAPITALS)
    return tuple(found)


def _contains(part: Facts, oblast: Mention) -> bool:
    """True if the oblast's name only says where another place lies ("Martuni in Nagorno-Karabakh").

    So it is behind another place, unless "and" ties the two, and close before one.
    """
    text, offset = part.sentence.text, part.sentence.start
    others = [other for other in part.places if other.kind != "group" and "nkao" not in other.region_ids]
    if not others or any(other.kind == "group" for other in part.places):
        return False
    behind = [other for other in others if other.end <= oblast.start]
    if behind:
        gap = text[behind[-1].end - offset : oblast.start - offset]
        return _TIED.fullmatch(gap) is None
    gap = text[oblast.end - offset : others[0].start - offset]
    return len(gap) <= _CONTAINER_GAP and not _TIES.search(gap)


def nearest(part: Facts, regions: tuple[str, ...], day: Dated, dates: list[Dated]) -> tuple[str, ...]:
    """The regions nearer to this day than to the sentence's other days; all where that leaves none."""
    if len(dates) == 1 or len(regions) == 1:
        return regions
    mine = [
        region
        for mention in part.places
        for region in mention.region_ids
        if region in regions and min(dates, key=lambda other: _gap(part, mention, other)) is day
    ]
    return tuple(dict.fromkeys(mine)) or regions


def _gap(part: Facts, mention: Mention, day: Dated) -> int:
    """Characters between a place and a day, with commas and semicolons counted as far."""
    one, two = (mention.end, day.start) if mention.end <= day.start else (day.end, mention.start)
    between = part.sentence.text[one - part.sentence.start : two - part.sentence.start]
    return len(between) + 30 * len(_APART.findall(between))


def scene_around(
    part: Facts, day: Dated, facts: ArticleFacts, drafts: list[Draft], article: Article
) -> tuple[str, ...]:
    """The regions of a sentence that names none: those of "the town" before, of the news, or the conflict.

    Conflict-wide sentences are placed in the former oblast, and in the seven districts too where
    the text has spoken of both.
    """
    if part.places or not part.cues or _only_shown(part):
        return ()
    wide = day.prec > 4 or pattern("front", part.language).search(lowered(part.sentence.text))
    named = facts.oblast_from < (len(facts.sentences) if wide else part.number + 1)
    last = drafts[-1] if drafts else None
    apart = part.sentence.paragraph - last.sentence.paragraph if last else 9
    if last and apart <= 1 and stems("context", part.language, "place_before").search(part.sentence.text):
        return last.region_ids if len(last.region_ids) == 1 else ()
    meant = _meant(part, facts)
    if meant:
        return meant
    kind = event_type_of(list(part.cues), ())
    recent = article.published and day.last and abs(article.published - day.last) <= _NEWS
    if last and recent and kind not in TALK and apart <= 1 and last.first == day.first:
        return last.region_ids
    if kind not in _WIDE or not named:
        return ()
    spread = day.prec <= 2 and facts.group_from < part.number
    return ("nkao", *SEVEN) if spread else ("nkao",)


def _meant(part: Facts, facts: ArticleFacts) -> tuple[str, ...]:
    """The region of the sentence before, in its paragraph, where this one has a pronoun or no subject.

    Azerbaijani and Turkish leave the subject out: "It was taken in 1993" then has no word for "it".
    """
    before = facts.sentences[part.number - 1] if part.number else None
    if before is None or before.sentence.paragraph != part.sentence.paragraph:
        return ()
    pronoun = pattern("pronoun", part.language).match(lowered(part.sentence.text))
    if part.language not in ("az", "tr") and not pronoun:
        return ()
    regions = {region for mention in before.places for region in mention.region_ids} - {"nkao"}
    moved = any(cue.event_type in ("capture", "handover") for cue in part.cues)
    return tuple(regions) if moved and len(regions) == 1 else ()


def _only_shown(part: Facts) -> bool:
    """True if the sentence tells of a film or picture rather than of an event."""
    return pattern("shown", part.language).search(lowered(part.sentence.text)) is not None
