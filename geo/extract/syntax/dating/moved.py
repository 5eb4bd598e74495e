"""Plans whose day was moved: ``the handover, due on 15 November, was put off to the 25th``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.date_lexicon import DateLexicon
    from geo.extract.syntax.dating.calendar import DatedSentence, Timed
    from geo.extract.syntax.trees.parse import Parse, Word

_TARGETS = frozenset({"to", "until", "till", "for", "from"})
"""Prepositions over the day to which something is moved; ``from 15 to 25 November`` is one date with two ends."""


def moved_to(here: DatedSentence, at: int, lexicon: DateLexicon) -> Timed | None:
    """The date to which a planned event was moved; None where it was not, or to no day."""
    for verb in here.parse.words:
        if not _moves(here.parse, verb, lexicon):
            continue
        found = next((one for one in reversed(here.times) if one.span and _is_target(one, verb)), None)
        if found and at in _postponed(here.parse, verb, found, lexicon):
            return found
    return None


def _moves(parse: Parse, verb: Word, lexicon: DateLexicon) -> bool:
    """Whether a verb moves a day: ``postpone``, ``put off``, ``bring forward``."""
    if verb.lemma not in lexicon.moves:
        return False
    particles = lexicon.moves[verb.lemma]
    return not particles or any(parse.words[child].lower in particles for child in parse.children[verb.at])


def _is_target(one: Timed, verb: Word) -> bool:
    return one.word.host == verb.at and one.word.noun is None and one.word.link in _TARGETS


def _postponed(parse: Parse, verb: Word, target: Timed, lexicon: DateLexicon) -> Iterator[int]:
    """The words of what is moved: a noun with what stands under it, or what is to happen on the day that it names."""
    themes = [child for child in parse.deps(verb.at, "dobj", "nsubjpass", "nsubj") if parse.words[child].tag[0] == "N"]
    for noun in themes:
        yield noun
        if parse.words[noun].lemma in lexicon.date_nouns:
            yield from _under(parse, noun)
    for noun in range(target.word.last, min(target.word.last + 4, len(parse.words))):
        if parse.words[noun].lemma in lexicon.date_nouns:  # "to 25 November, the date by which they have to leave"
            yield from _under(parse, noun)


def _under(parse: Parse, noun: int) -> Iterator[int]:
    """What a clause or ``of`` tells of a day: ``the date by which they must leave``, ``the day of the handover``."""
    for child in parse.deps(noun, "relcl", "acl", "advcl", "prep"):
        low, high = parse.edges(child)
        yield from range(low, high)
