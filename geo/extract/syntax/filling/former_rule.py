"""From whom a place was taken where a noun tells whose it was: ``retaken after three years of Islamic State rule``.

Who ruled a place until it changed hands is who lost it, and never who took it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.parties import PartyRef
    from geo.extract.syntax.clauses.clauses import ClauseReader
    from geo.extract.syntax.clauses.parts import Event
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.phrases.phrases import Phrase
    from geo.extract.syntax.story.antecedents import Antecedents
    from geo.extract.syntax.story.sides import Sides

_UNTIL = frozenset({"after", "following"})
_BRINGING = frozenset({"of", "under", "by"})
_RULED = frozenset({"of", "over", "in"})


def with_former_ruler(event: Event, asked: Antecedents) -> Event:
    """An event of taking with whoever ruled the place until then; unchanged where nothing tells or a loser is told."""
    taken = event.kind in ("capture", "handover") and event.lost_by is None and not event.manner.negated
    ruler = next(_former_rulers(event, asked.clauses, asked.lexicon), None) if taken else None
    if ruler is None or _is_same(ruler, event.gained_by, asked.story.sides):
        return event
    return replace(event, lost_by=ruler)


def lost_before(event: Event, asked: Antecedents) -> Event:
    """``Retook the hills that were lost on Sunday``: by whoever took them back, where nobody else is named."""
    parse, change = asked.clauses.parse, asked.story.last_change
    word = parse.words[event.at]
    if event.kind not in ("loss", "capture") or event.lost_by or change is None or word.dep not in ("relcl", "acl"):
        return event
    verb = parse.words[word.head].head
    back = parse.words[verb].lemma in asked.lexicon.lists["taking_back"] and word.lemma == "lose"
    taken_back = back and change.at == verb and change.kind == "capture" and change.gained_by != event.gained_by
    return replace(event, lost_by=change.gained_by) if taken_back else event


def _is_same(ruler: PartyRef, taker: PartyRef | None, sides: Sides) -> bool:
    """Whether the taker is of the ruler's side, a plural (``rebel control``, ``the rebels``) being no other."""
    ruled, took = ((sides.of(party) or "").removesuffix("s") for party in (ruler, taker))
    return ruled == took


def _former_rulers(event: Event, clauses: ClauseReader, lexicon: SyntaxLexicon) -> Iterator[PartyRef]:
    """Whose rule ended, as the clause of a verb tells: ``after a decade of``, ``ending a decade of``."""
    parse, verb = clauses.parse, event.at
    words = parse.words
    links = (link for link in parse.deps(verb, "prep") if words[link].lower in _UNTIL)
    ends = (end for end in parse.deps(verb, "advcl", "conj", "xcomp") if words[end].lemma in lexicon.lists["ending"])
    nouns = [noun for link in links for noun in parse.deps(link, "pobj")]
    nouns += [noun for end in ends for noun in parse.deps(end, "dobj")]
    for noun in nouns:
        if words[noun].lemma in lexicon.lists["lengths"]:
            for link, phrase in clauses.phrases.prepositional(noun):
                if link in _BRINGING:
                    yield from _ruler(phrase.head, event, clauses, lexicon, governed=link == "under")
        else:
            yield from _ruler(noun, event, clauses, lexicon, governed=False)


def _ruler(
    noun: int, event: Event, clauses: ClauseReader, lexicon: SyntaxLexicon, *, governed: bool
) -> Iterator[PartyRef]:
    """Whose rule a noun tells of: ``rebel control``, ``occupation by Russia``; ``under the rebels`` where governed."""
    phrases = clauses.phrases
    if clauses.parse.words[noun].lemma not in lexicon.lists["ruling"]:
        party = phrases.single(noun).party if governed else None
    elif _is_of_something_else(noun, event, clauses):
        party = None
    else:
        behind = (one.party for link, one in phrases.prepositional(noun) if link in ("by", "of") and not one.places)
        party = phrases.owner(noun) or next((one for one in behind if one), None)
    if party is not None and party.head != "voices":
        yield party


def _is_of_something_else(noun: int, event: Event, clauses: ClauseReader) -> bool:
    """``Occupation of Afrin``, ``domination of the league``, ``control of the road``: not of the place taken."""
    return any(
        not (_is_of_place(one, event, clauses) if one.places else _may_be_no_ground(link, one))
        for link, one in clauses.phrases.prepositional(noun)
        if link in _RULED
    )


def _is_of_place(ruled: Phrase, event: Event, clauses: ClauseReader) -> bool:
    """Whether the place taken is named again, or stands there as ``the town``."""
    tree = clauses.phrases.tree
    kind = tree.place_class(tree.kind_of(ruled.head))
    taken = {name for ref in event.places for name in (ref.place, ref.text) if name}
    return kind in ("settlement", "area") or any({ref.text, ref.place} & taken for ref in ruled.places)


def _may_be_no_ground(link: str, ruled: Phrase) -> bool:
    """``Rule by`` and ``of`` somebody, ``of it``, ``in 1993``."""
    return link == "in" or ruled.party is not None or ruled.pronoun is not None
