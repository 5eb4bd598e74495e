"""From whom a place was taken where a noun tells whose it was: ``retaken after three years of Islamic State rule``.

Who ruled a place until it changed hands is who lost it, and never who took it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.parties import PartyRef
    from geo.extract.syntax.clauses import ClauseReader
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.parts import Event

_UNTIL = frozenset({"after", "following"})
_BRINGING = frozenset({"of", "under", "by"})


def with_former_ruler(event: Event, clauses: ClauseReader, lexicon: SyntaxLexicon) -> Event:
    """An event of taking with whoever ruled the place until then; unchanged where nothing tells or a loser is told."""
    taken = event.kind in ("capture", "handover") and event.lost_by is None and not event.manner.negated
    ruler = next(_former_rulers(event.at, clauses, lexicon), None) if taken else None
    if ruler is None or (event.gained_by is not None and event.gained_by.name == ruler.name):
        return event
    return replace(event, lost_by=ruler)


def _former_rulers(verb: int, clauses: ClauseReader, lexicon: SyntaxLexicon) -> Iterator[PartyRef]:
    """Whose rule ended, as the clause of a verb tells: ``after a decade of``, ``ending a decade of``."""
    parse = clauses.parse
    words = parse.words
    links = (link for link in parse.deps(verb, "prep") if words[link].lower in _UNTIL)
    ends = (end for end in parse.deps(verb, "advcl", "conj", "xcomp") if words[end].lemma in lexicon.lists["ending"])
    nouns = [noun for link in links for noun in parse.deps(link, "pobj")]
    nouns += [noun for end in ends for noun in parse.deps(end, "dobj")]
    for noun in nouns:
        if words[noun].lemma in lexicon.lists["lengths"]:
            for link, phrase in clauses.phrases.prepositional(noun):
                if link in _BRINGING:
                    yield from _ruler(phrase.head, clauses, lexicon, governed=link == "under")
        else:
            yield from _ruler(noun, clauses, lexicon, governed=False)


def _ruler(noun: int, clauses: ClauseReader, lexicon: SyntaxLexicon, *, governed: bool) -> Iterator[PartyRef]:
    """Whose rule a noun tells of: ``rebel control``, ``occupation by Russia``; ``under the rebels`` where governed."""
    phrases = clauses.phrases
    if clauses.parse.words[noun].lemma not in lexicon.lists["ruling"]:
        party = phrases.single(noun).party if governed else None
    else:
        behind = (one.party for link, one in phrases.prepositional(noun) if link in ("by", "of") and not one.places)
        party = phrases.owner(noun) or next((one for one in behind if one), None)
    if party is not None and party.head != "voices":
        yield party
