"""Finds the places of an article: whole capitalised words in any spelling, namesakes parted by context."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from geo.articles.kinds import read_as
from geo.articles.model import Article, Mention
from geo.articles.roles import role_of
from geo.articles.spellings import Gazetteer, Name
from geo.articles.words import TOKEN, by, compiled, fold, listed, looked_up, lowered, pattern, stems, table

SEVEN = ("kalbajar", "lachin", "qubadli", "zangilan", "jabrayil", "fuzuli", "aghdam")
_LONGEST_NAME, _SHORT_VILLAGE, _OPENING = 4, 6, 3
_NAMES_AROUND, _CHARACTERS_AROUND = 4, 60
_ANY_NAME = "*"


@dataclass(frozen=True)
class _Hit:
    start: int
    end: int
    name: Name
    adjective: bool


@dataclass(frozen=True)
class _FalseFriend:
    """A row of words/false_friends.csv: when a name is not the place it looks like."""

    name: str
    where: str
    words: tuple[str, ...]
    instead: str

    def met(self, before: str, written: str, after: str, around: str) -> bool:
        """True if the words stand where they make it one; "bare": if no word around says which is meant.

        A bare name differs from the place by its letters too: "Susa" is a town of Tunisia, "Şuşa" is not.
        """
        if self.where == "after":
            return any(_begins(after, word) for word in self.words)
        if self.where == "before":
            return any(_ends(before, word) for word in self.words)
        if self.where == "sentence":
            return any(word in around for word in self.words)
        return written.startswith(self.name) and not any(word in around for word in self.words)


def find_places(article: Article, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The place mentions of headline, datelines and body in order; namesakes nobody can part are left out.

    In an article that names neither country nor Karabakh only names of regions count that mean
    nothing else.
    """
    pieces = _pieces(article)
    hits = {
        start: list(_hits(article.text[start:end], gazetteer, article.language)) for start, end, _ in pieces
    }
    near = {region for found in hits.values() for region in _sure(found)}
    mentions = [
        mention
        for start, end, dateline in pieces
        for mention in _mentions(
            article.text[start:end], hits[start], near, start, article.language, dateline
        )
    ]
    mentions += _this_place(article, mentions)
    if not stems("context", read_as(article.language), "subject").search(article.text):
        # A sure place of the atlas vouches for the namesakes beside it; alone, "Lachin" may be a person.
        sure = [m for m in mentions if m.kind == "region" and fold(m.text) not in _friend_rows()]
        mentions = mentions if sure else []
    return tuple(_glossed(sorted(mentions, key=lambda mention: mention.start), article.text))


def _glossed(mentions: list[Mention], text: str) -> Iterator[Mention]:
    """Gives a name that only explains the one before it ("Artsakh (Nagorno-Karabakh)") the role of that."""
    before: Mention | None = None
    for mention in mentions:
        if before and before.region_ids == mention.region_ids and text[before.end : mention.start] == " (":
            mention = replace(mention, role=before.role)
        yield mention
        before = mention


def _this_place(article: Article, mentions: list[Mention]) -> Iterator[Mention]:
    """The town of the dateline where a report calls it "this town" in its opening."""
    datelines = [mention for mention in mentions if mention.role == "dateline"]
    if not datelines:
        return
    for sentence in article.sentences[:_OPENING]:
        match = pattern("this_place", read_as(article.language)).search(sentence.text)
        if match:
            start, end = sentence.start + match.start(), sentence.start + match.end()
            yield replace(datelines[0], start=start, end=end, text=match.group(), role="place")


def _pieces(article: Article) -> list[tuple[int, int, bool]]:
    headline = [
        (piece.start, piece.end, False)
        for piece in article.set_apart
        if piece.reason in ("headline", "standfirst")
    ]
    datelines = [(piece.start, piece.end, True) for piece in article.datelines]
    return headline + datelines + [(sentence.start, sentence.end, False) for sentence in article.sentences]


def _hits(text: str, gazetteer: Gazetteer, language: str | None) -> Iterator[_Hit]:
    tokens = [(match.start(), match.end(), match.group()) for match in TOKEN.finditer(text)]
    index = 0
    while index < len(tokens):
        start, _, word = tokens[index]
        if not word[0].isupper():
            index += 1
            continue
        run = _run(text, tokens, index)
        found = gazetteer.at(run, language)
        if found and not _ordinary(text, tokens, index, found[0]):
            name, adjective = found
            last = tokens[index + len(name.words) - 1]
            yield _Hit(start, last[1], name, adjective)
            index += len(name.words)
        else:
            index += 1


def _run(text: str, tokens: list[tuple[int, int, str]], index: int) -> list[str]:
    """The folded words from here on that stand close enough to make one name."""
    words = [fold(tokens[index][2])]
    for one, two in zip(
        tokens[index : index + _LONGEST_NAME - 1], tokens[index + 1 : index + _LONGEST_NAME], strict=False
    ):
        if text[one[1] : two[0]] not in (" ", "-", "–", ". ", " - ", "‑"):
            break
        words.append(fold(two[2]))
    return words


def _ordinary(text: str, tokens: list[tuple[int, int, str]], index: int, name: Name) -> bool:
    """True for a surname after the name (a person), and for NK inside another abbreviation."""
    after = index + len(name.words)
    if after >= len(tokens) or len(name.words) > 1:
        return False
    word = tokens[after][2]
    close = text[tokens[after - 1][1] : tokens[after][0]] == " "
    return close and word[0].isupper() and len(word) > 4 and word.casefold().endswith(_surnames())


@cache
def _surnames() -> tuple[str, ...]:
    return tuple(ending for row in table("surnames") for ending in listed(row["endings"]))


def _mentions(
    text: str, hits: list[_Hit], near: set[str], offset: int, language: str | None, dateline: bool
) -> Iterator[Mention]:
    here = _sure(hits)
    low = lowered(text)
    for number, hit in enumerate(hits):
        region = _adjacent_district(number, hits, low, read_as(language)) or _region_of(hit, low, here, near)
        if region is None or (
            hit.name.kind == "settlement" and not _village(hit, low, here, near, region, read_as(language))
        ):
            continue
        mention = Mention(
            hit.start + offset, hit.end + offset, text[hit.start : hit.end], (region,), kind=hit.name.kind
        )
        role = (
            "dateline"
            if dateline
            else role_of(low, hit.start, hit.end, region, text[hit.start : hit.end], language, hit.adjective)
        )
        yield replace(mention, role=role)
    for match in _groups(read_as(language)).finditer(low):
        yield Mention(
            match.start() + offset,
            match.end() + offset,
            text[match.start() : match.end()],
            SEVEN,
            kind="group",
        )


def _sure(hits: list[_Hit]) -> set[str]:
    """The regions that names of regions and places stand for without doubt."""
    return {
        hit.name.region_ids[0]
        for hit in hits
        if len(hit.name.region_ids) == 1 and hit.name.kind != "settlement"
    }


def _adjacent_district(number: int, hits: list[_Hit], low: str, language: str) -> str | None:
    """The district that a village's name stands beside ("Zeylik village of Kalbajar district"), or None."""
    hit = hits[number]
    if hit.name.kind == "region":
        return None
    for other in hits[max(0, number - _NAMES_AROUND) : number + _NAMES_AROUND + 1]:
        name = other.name
        if name.kind != "region" or len(name.region_ids) != 1 or name.region_ids == ("nkao",):
            continue
        one, two = sorted((hit, other), key=lambda each: each.start)
        if pattern("village_beside_district", language).fullmatch(low[one.end : two.start]):
            return name.region_ids[0]
    return None


def _region_of(hit: _Hit, low: str, here: set[str], near: set[str]) -> str | None:
    """The one region the name stands for in its sentence, or None if it is no place or cannot be decided."""
    key = " ".join(hit.name.words)
    friend = _false_friend(key, low, hit)
    if friend is not None:
        return friend or None
    chosen = _namesake(key, low)
    if chosen:
        return chosen
    ids = set(hit.name.region_ids)
    for known in (here, near):
        if len(ids) > 1 and len(ids & known) == 1:
            ids &= known
    return ids.pop() if len(ids) == 1 else None


@cache
def _friend_rows() -> dict[str, list[_FalseFriend]]:
    rows: dict[str, list[_FalseFriend]] = {}
    for row in table("false_friends"):
        friend = _FalseFriend(
            lowered(row["name"]), row["where"], tuple(looked_up(row["words"])), row["instead"]
        )
        rows.setdefault(fold(row["name"]) or _ANY_NAME, []).append(friend)
    return rows


def _false_friend(key: str, low: str, hit: _Hit) -> str | None:
    """None if the name is what it seems; else the region it stands for instead, "" for none."""
    if len(hit.name.words) > 1:
        return None
    rows = _friend_rows()
    before = low[max(0, hit.start - _CHARACTERS_AROUND) : hit.start].rstrip(" -–.,(“\"«'’")
    after = low[hit.end : hit.end + _CHARACTERS_AROUND].lstrip(" -–'’”\"»").removeprefix("s ")
    for friend in (*rows.get(fold(key), ()), *rows[_ANY_NAME]):
        if friend.met(before, low[hit.start : hit.end], after, low[: hit.start] + " " + low[hit.end :]):
            return "" if friend.instead in ("", "-") else friend.instead
    return None


def _begins(text: str, word: str) -> bool:
    return text.startswith(word) and not text[len(word) : len(word) + 1].isalpha()


def _ends(text: str, word: str) -> bool:
    return text.endswith(word) and not text[-len(word) - 1 : -len(word)].isalpha()


@cache
def _namesake_rows() -> dict[str, list[tuple[str, list[str]]]]:
    return {
        fold(name): [(row["region_id"], looked_up(row["cues"])) for row in rows]
        for name, rows in by("namesakes", "name").items()
    }


def _namesake(key: str, low: str) -> str | None:
    for region, cues in _namesake_rows().get(fold(key), ()):
        if not cues or any(cue in low for cue in cues):
            return region
    return None


def _village(hit: _Hit, low: str, here: set[str], near: set[str], region: str, language: str) -> bool:
    """True if a settlement's name is backed by a village word beside it or by its region.

    The region must stand in the same sentence for short names, anywhere in the article for others.
    """
    before = low[max(0, hit.start - _CHARACTERS_AROUND) : hit.start].rstrip(' -–,(«"')
    after = low[hit.end : hit.end + _CHARACTERS_AROUND].lstrip(" -–'’»\"")
    first, last = _village_words(language)
    if any(_ends(before, word) for word in first) or any(_begins(after, word) for word in last):
        return True
    short = max(len(word) for word in hit.name.words) < _SHORT_VILLAGE
    return region in here or (not short and region in near)


@cache
def _village_words(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that say "village" before a name, and those that say so after it."""
    rows = [(row["where"], lowered(row["word"])) for row in table("villages", language)]
    before, after = (tuple(word for where, word in rows if where == side) for side in ("before", "after"))
    return before, after


@cache
def _groups(language: str) -> re.Pattern[str]:
    phrases = sorted((lowered(row["phrase"]) for row in table("groups", language)), key=len, reverse=True)
    return compiled(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})", ignore_case=False)
