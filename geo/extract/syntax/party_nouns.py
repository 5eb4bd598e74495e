"""Reads common nouns of parties: whose ``Russian soldiers``, ``forces loyal to X`` or ``Assad's men`` are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef
from geo.extract.syntax.noun_tree import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.noun_tree import NounTree
    from geo.extract.syntax.phrases import PhraseReader

_MODIFIERS = ("compound", "amod", "nmod", "poss", "nn")
_LONGEST_PARTY = 9
_DEEP = 6


@dataclass(frozen=True, slots=True)
class PartyNouns:
    """The parties that common nouns of a sentence name; ``phrases`` reads what stands behind them."""

    tree: NounTree
    phrases: PhraseReader

    def of_noun(self, head: int) -> tuple[PartyRef | None, bool]:
        """The party that a common noun names: ``Russian soldiers``, ``the rebels``, ``Assad's men``."""
        word = self.tree.parse.words[head]
        flags = self.tree.head_flags(head)
        lists = self.tree.lexicon.lists
        owner = self.owner(head)
        operation = word.lemma in lists["operations"]
        if not flags and not operation and self.tree.has_of(head) and word.lemma in lists["quantity_nouns"]:
            inner = next((p for link, p in self.phrases.prepositional(head, 1) if link == "of" and p.party), None)
            return (inner.party, inner.forces) if inner else (None, False)
        if not flags and not operation and word.lemma not in lists["bare_parties"]:
            if owner is None or word.lemma not in (
                "side",
                "leader",
                "leadership",
                "man",
                "state",
                "people",
                "ally",
                "base",
                "line",
            ):
                return None, False
        forces = (
            bool(flags & {"forces", "attackers", "defenders"})
            or (operation and owner is not None)
            or word.lemma in lists["bare_parties"] - {"government", "regime", "opposition"}
        )
        if operation and not flags:
            return (owner, forces) if owner else (None, False)
        first, last = self.tree.span(head, core=True)
        if owner is None or owner.guessed:
            last = max(last, self._tail(head))
        text = said(self.tree.parse.words, first, last)
        if owner and owner.party is None and self._is_told_by_owner(head, owner, text):
            text = owner.text
        possessed = any(
            self.tree.parse.words[c].lower in lists["possessives"] for c in self.tree.parse.deps(head, "poss")
        )
        ref = PartyRef(
            text=text,
            party=owner.party if owner else None,
            head="forces" if forces else "voices",
            bare=owner is None and possessed,
        )
        return ref, forces

    def _is_told_by_owner(self, head: int, owner: PartyRef, text: str) -> bool:
        """Whether forces go by their owner's name: ``tanks of the Sudanese army``, ``NATO soldiers``, ``M23 rebels``."""
        if owner.text not in text:
            return True
        names = [self.tree.names.get(child) for child in self.tree.parse.deps(head, *_MODIFIERS)]
        return any(name and name.text == owner.text and name.nature in ("known", "organisation") for name in names)

    def owner(self, head: int) -> PartyRef | None:
        """Whose something is: by adjective, possessive, compound, or behind ``of``, ``loyal to``, ``from``."""
        for child in self.tree.parse.deps(head, *_MODIFIERS):
            found = self._owner_at(child)
            if found:
                return found
        for child in self.tree.parse.deps(head, "prep", "amod", "acl"):
            word = self.tree.parse.words[child]
            if word.lower not in ("of", "loyal", "allied", "from", "aligned", "led", "backed", "commanded", "manned", "staffed", "held", "guarded"):
                continue
            for target in self._targets(child):
                for phrase in self.phrases.read(target, depth=_DEEP - 1):
                    if phrase.party and word.lower != "backed":
                        return replace(phrase.party, guessed=phrase.party.guessed)
        return self._seated(head)

    def _seated(self, head: int) -> PartyRef | None:
        """The state in whose capital an office sits: ``the ministry in Baku``, ``officials in Kyiv``."""
        if not self.tree.head_flags(head) & {"government", "voice"} and head not in self.tree.names:
            return None
        for child in self.tree.parse.deps(head, "prep"):
            if self.tree.parse.words[child].lower not in ("in", "at"):
                continue
            for target in self._targets(child):
                name = self.tree.names.get(target)
                if name is not None and name.known_party and name.party and self._is_seat(name.text):
                    return PartyRef(text=name.text, party=name.party if name.party != name.text else None)
        return None

    def _is_seat(self, text: str) -> bool:
        return any(one.form == "capital" for one in self.tree.world.parties(text))

    def _owner_at(self, child: int) -> PartyRef | None:
        name = self.tree.names.get(child)
        word = self.tree.parse.words[child]
        if name is not None:
            if name.party is None or (name.is_place and not name.known_party and word.dep != "poss"):
                return None
            known = name.known_party and name.party != name.text
            return PartyRef(text=name.text, party=name.party if known else None, guessed=not name.known_party)
        flags = self.tree.head_flags(child)
        if word.lemma in self.tree.lexicon.lists["bare_parties"] or flags & {
            "forces",
            "government",
            "attackers",
            "defenders",
        }:
            inner = next(
                (found for c in self.tree.parse.deps(child, *_MODIFIERS) if (found := self._owner_at(c))), None
            )
            if inner:
                return inner
            first = min((c for c in self.tree.parse.deps(child, "amod", "compound")), default=child)
            return PartyRef(text=said(self.tree.parse.words, min(first, child), child + 1), head="forces")
        return None

    def _targets(self, at: int) -> Iterator[int]:
        for child in self.tree.parse.children[at]:
            if self.tree.parse.words[child].dep in ("pobj",):
                yield child
            elif self.tree.parse.words[child].dep in ("prep", "agent"):
                yield from self._targets(child)

    def _tail(self, head: int) -> int:
        """Behind the words that say whose men they are: ``men of the 3rd Brigade``, ``forces loyal to Haftar``."""
        for child in self.tree.parse.deps(head, "prep", "amod", "acl"):
            if child > head and self.tree.parse.words[child].lower in (
                "of",
                "loyal",
                "allied",
                "from",
                "without",
                "in",
                "led",
            ):
                _, last = self.tree.parse.edges(child)
                if last - head <= _LONGEST_PARTY and self.tree.parse.words[child].lower != "in":
                    return last
        return head + 1

    def owner_pronoun(self, head: int) -> str | None:
        """The possessive pronoun that says whose a noun is: ``its forces``, ``the last of its forces``."""
        for child in self.tree.parse.deps(head, "poss"):
            if self.tree.parse.words[child].lower in self.tree.lexicon.lists["possessives"]:
                return self.tree.parse.words[child].lower
        if self.tree.parse.words[head].lemma in self.tree.lexicon.lists["quantity_nouns"]:
            return next((p.pronoun for link, p in self.phrases.prepositional(head, 1) if link == "of" and p.party), None)
        return None
