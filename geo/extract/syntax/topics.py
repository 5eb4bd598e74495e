"""What the paragraphs of an article are about: whether words of taking and holding are meant of ground at all.

Teams take the lead, parties win provinces, snow takes hold of a road and banks lose markets in the same words as
armies. One word alone decides nothing; the company that it keeps does: a paragraph with several words of one peaceful
topic and fewer of a war tells of no control, nor does a sentence without a word of war in an article of that kind.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.text import Token, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.extract.syntax.trees.parse import Parse, Word
    from geo.text import Sentence
    from geo.world import World

_ENOUGH = 2
"""Words of one topic that make a paragraph's."""

_MOSTLY = 4
"""Words of one topic that make a whole article's, but for what of a war is told beside it."""

ROOM = 150
"""Words of a text that has room to say that it is about a war."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicWords:
    """The words of topics: by each word those that it belongs to, which of them are loose, and the signs of a war."""

    topics: Mapping[str, tuple[str, ...]]
    signs: frozenset[str]
    no_signs: frozenset[str]
    armies: frozenset[str]
    loose: frozenset[str]


@cache
def war_words() -> TopicWords:
    """The words of topics and the signs of a war."""
    with files("geo.extract.syntax").joinpath("topics.toml").open("rb") as file:
        tables = tomllib.load(file)
    found: dict[str, tuple[str, ...]] = {}
    for topic, row in tables["peaceful"].items():
        for word in dict.fromkeys(row):
            found[word] = (*found.get(word, ()), topic)
    war = tables["war"]
    return TopicWords(
        topics=found,
        signs=frozenset(war["signs"]),
        no_signs=frozenset(war["no_signs"]),
        armies=frozenset(war["armies"]),
        loose=frozenset(tables["loose"]["topics"]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """The sentences of one article that tell of peaceful things."""

    peaceful: frozenset[int]

    @classmethod
    def of(cls, parts: Sequence[Sentence], parses: Sequence[Parse], world: World, *, text: str) -> Topics:
        """The topics of an article's sentences, by the paragraphs that they stand in.

        ``text`` is that of the whole article, of which not all sentences need be there.
        """
        paragraphs: dict[int, list[int]] = {}
        for number, part in enumerate(parts):
            paragraphs.setdefault(part.paragraph, []).append(number)
        warlike = [_signs(parse.words, world) for parse in parses]
        if _is_about_peace(parses, warlike, world, text):
            return cls(peaceful=frozenset(range(len(parts))))
        found: set[int] = set()
        topic = _largest(word for parse in parses for word in parse.words)
        if topic >= _MOSTLY and topic > len(frozenset[str]().union(*warlike)):
            found |= {number for number, signs in enumerate(warlike) if not signs}
        for numbers in paragraphs.values():
            topic = _largest(word for number in numbers for word in parses[number].words)
            signs = frozenset[str]().union(*(warlike[number] for number in numbers))
            if topic >= _ENOUGH and topic > len(signs):
                found |= {number for number in numbers if not warlike[number]}
        return cls(peaceful=frozenset(found))


def _is_about_peace(parses: Sequence[Parse], warlike: Sequence[frozenset[str]], world: World, text: str) -> bool:
    """Whether a whole article has nothing of a war: hardly a word of it, and nobody who wages one.

    A few sentences can tell of a war without one of its words (``Hama was taken on Thursday``); an article cannot.
    """
    signs = frozenset[str]().union(*warlike)
    if len(signs) >= _ENOUGH or signs & war_words().armies or len(words_of(text)) < ROOM:
        return False
    return not any(names_fighters(parse.words, world) for parse in parses)


def names_fighters(words: Sequence[Word], world: World) -> bool:
    """Whether a sentence names an organisation that fights or keeps a peace."""
    tokens = [Token(word.start, word.end, word.text, word.lower) for word in words]
    return any(
        reading.kind in ("armed-group", "state-forces", "peacekeepers") and not reading.homonym
        for at in range(len(tokens))
        if tokens[at].text[0].isupper() and (phrase := world.parties_at(tokens, at))
        for reading in phrase.values
    )


def _largest(words: Iterable[Word]) -> int:
    """How many words the commonest peaceful topic has."""
    nouns = [word for word in words if word.tag.startswith("N")]
    told = {form for word in nouns for form in (word.lemma.lower(), word.lower) if form in war_words().topics}
    counted = Counter(topic for word in told for topic in war_words().topics[word])
    return max((number - (topic in war_words().loose) for topic, number in counted.items()), default=0)


def tells_of_war(words: Sequence[Word], world: World) -> bool:
    """Whether a sentence has a word that tells of a war."""
    return any(_sign(word, world) for word in words)


def _signs(words: Sequence[Word], world: World) -> frozenset[str]:
    """The words of a sentence that tell of a war."""
    return frozenset(sign for word in words if (sign := _sign(word, world)))


def _sign(word: Word, world: World) -> str:
    """What a word tells of a war; empty where it tells nothing."""
    if word.lower == "forces":  # "the force" is often the police
        return word.lower
    known, lemma = war_words(), word.lemma.lower()
    if lemma in known.signs:
        return lemma
    nothing = not word.tag.startswith("NN") or lemma in known.no_signs or lemma in known.topics
    return "" if nothing or not _is_force(word, world) else lemma


def _is_force(word: Word, world: World) -> bool:
    found = world.head_at((Token(word.start, word.end, word.text, word.lower),), 0)
    return found is not None and "forces" in found.values[0].flags
