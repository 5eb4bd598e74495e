"""Reads nouns of control: who shares it with its owner, and whether it is of a place at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.syntax.date_lexicon import date_lexicon
from geo.extract.syntax.phrases.party_nouns import is_left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.parties import PartyRef
    from geo.extract.syntax.phrases.noun_tree import NounTree
    from geo.extract.syntax.phrases.party_nouns import PartyNouns
    from geo.extract.syntax.phrases.phrases import PhraseReader


@dataclass(frozen=True, slots=True)
class ControlNouns:
    """What stands with the nouns of control of a sentence; ``phrases`` reads it, ``parties`` knows whose it is."""

    tree: NounTree
    phrases: PhraseReader
    parties: PartyNouns

    def co_rulers(self, head: int, ruler: PartyRef, depth: int) -> tuple[PartyRef, ...]:
        """Who else holds what is shared: ``in the hands of the army and the militia``, ``under A and B control``."""
        behind = self.phrases.prepositional(head, depth)
        ruled = [one for link, one in behind if link == "of" and one.party]  # "of Moscow and of Wagner"
        listed = [one for one in ruled if one.party and (not one.places or not one.party.guessed)]
        alike = listed[1:] if listed and listed[0].party and listed[0].party.at == ruler.at else []
        others = (self.phrases.single(other) for other in self.tree.parse.deps(head, "conj"))
        alike += [one for one in others if listed and one.forces]  # "the hands of A and B troops"
        sharing = (one.party for one in alike if not one.civilians and not is_left_out(self.tree.parse, one.head))
        return (*self.parties.others_owning(head), *(party for party in sharing if party and not party.guessed))

    def is_either(self, head: int) -> bool:
        """``under Russian or Turkish control``: it is not said whose; ``of the army or its allies`` is the army's."""
        parse, own = self.tree.parse, self.tree.lexicon.lists["possessives"]
        owners = (*parse.deps(head, "amod", "compound", "nmod"), *self._behind_of(head))
        return any(
            any(parse.words[joining].lower in ("or", "nor") for joining in parse.deps(owner, "cc"))
            and not any(self.tree.determiners(other) & own for other in parse.deps(owner, "conj"))
            for owner in owners
        )

    def _behind_of(self, head: int) -> Iterator[int]:
        for link in self.tree.links(head):
            if self.tree.parse.words[link].lower == "of":
                yield from self.tree.parse.deps(link, "pobj")

    def is_of_no_place(self, head: int) -> bool:
        """``took control in X of the match``, ``lost their hold in X on voters``: of what lies nowhere."""
        words, lists = self.tree.parse.words, self.tree.lexicon.lists
        if self._is_of_a_thing(head):
            return True
        if words[head].lemma not in lists["had_in"] or words[min(head + 1, len(words) - 1)].lower != "in":
            return False
        for noun in self.tree.parse.deps(head + 1, "pobj"):
            link = words[min(noun + 1, len(words) - 1)]
            of = self.tree.parse.dep(link.at, "pobj") if link.lower in lists["control_links"] - {"in"} else None
            if of is not None and words[of].tag in ("NN", "NNS") and words[of].lemma not in date_lexicon().time_nouns:
                return not any(phrase.places or phrase.pronoun for phrase in self.phrases.read(of))
        return False

    def _is_of_a_thing(self, head: int) -> bool:
        """``control of bread prices in X``: of what has no ground, and X only says where."""
        words, lists = self.tree.parse.words, self.tree.lexicon.lists
        link = words[min(head + 1, len(words) - 1)]
        thing = self.tree.parse.dep(link.at, "pobj") if link.lower in ("of", "over") else None
        if thing is None or words[thing].tag not in ("NN", "NNS") or thing in self.tree.names:
            return False
        if self.tree.kind_of(thing) or words[thing].lemma in lists["scope_nouns"] | lists["bare_land"]:
            return False
        if words[thing].lemma in lists["situations"]:
            return False
        return not any(one.places or one.pronoun or one.party for one in self.phrases.read(thing))
