"""Reads common nouns of parties: whose ``Russian soldiers``, ``forces loyal to X`` or ``Assad's men`` are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from geo.extract.parties import PartyRef
from geo.extract.syntax.phrases.called import called, is_group, named_behind, of_group
from geo.extract.syntax.phrases.noun_tree import said
from geo.extract.syntax.phrases.party_flags import flags_of
from geo.extract.syntax.phrases.remembering import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.phrases.noun_tree import NounTree, Phrase
    from geo.extract.syntax.phrases.phrases import PhraseReader
    from geo.extract.syntax.trees.parse import Parse

_MODIFIERS = ("compound", "amod", "nmod", "poss", "nn")
_LONGEST_PARTY = 9
_DEEP = 6
_JOINING = frozenset({"of", "from"})
_FIGHTING = frozenset({"forces", "attackers", "defenders"})


@dataclass(frozen=True, slots=True)
class PartyNouns:
    """The parties that common nouns of a sentence name; ``phrases`` reads what stands behind them."""

    tree: NounTree
    phrases: PhraseReader
    known: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @remembered
    def of_noun(self, head: int) -> tuple[PartyRef | None, bool]:
        """The party that a common noun names, and whether it fights: ``Russian soldiers``, ``Assad's men``."""
        lists = self.tree.lexicon.lists
        word = self.tree.parse.words[head]
        flags = flags_of(self.tree, head, owned=self.owner(head) is not None)
        operation = word.lemma in lists["operations"]
        owner = self.owner(head) or (self._mounted(head) if operation or self._is_word(head) else None)
        alone = word.lemma in lists["abstract_alone"] and not self.tree.parse.children[head]
        if word.tag == "NN" and (alone or (owner is None and self._is_motion(head))):
            return None, False
        if not flags and not operation:
            if self.tree.has_of(head) and word.lemma in lists["quantity_nouns"]:
                inner = next((p for link, p in self.phrases.prepositional(head, 1) if link == "of" and p.party), None)
                return (inner.party, inner.forces) if inner else (None, False)
            if word.lemma not in lists["bare_parties"] and (owner is None or word.lemma not in lists["owned_parties"]):
                return None, False
        forces = bool(flags & _FIGHTING) or (operation and owner is not None) or word.lemma in lists["bare_forces"]
        if operation and not flags:
            return (owner, forces) if owner else (None, False)
        if named := named_behind(self.tree, head) or called(self.tree, head, owned=owner is not None):
            return named, forces
        first, last = self.tree.span(head, core=True)
        text = said(self.tree.parse.words, first, last)
        mere = owner is not None and self._is_mere_person(owner)  # "forces loyal to the ousted president"
        if owner and owner.party is None and not mere and self._goes_by(head, owner, text):
            text = owner.text
        elif owner is None or owner.party is None:
            text = said(self.tree.parse.words, first, max(last, self._tail(head)))
        possessed = owner is None and bool(self.tree.determiners(head) & lists["possessives"])
        ref = PartyRef(
            text=text,
            party=owner.party if owner else None,
            head="forces"
            if forces
            else owner.head
            if owner and self._is_word(head) and self._is_behind(owner, head)
            else "voices",
            bare=possessed,
            at=self.tree.offsets(first, last),
        )
        return ref, forces

    def _goes_by(self, head: int, owner: PartyRef, text: str) -> bool:
        """Whether forces go by their owner's name, who can be a relative pronoun's: ``Somaliland, whose troops``."""
        before = any(self.tree.parse.words[child].lower == "whose" for child in self.tree.parse.deps(head, "poss"))
        word = self._is_word(head) or (self._is_word(self._over(head)) and owner == self._seated(head))
        if before or (word and not owner.guessed):
            return True
        return not owner.guessed and self._is_told_by_owner(head, owner, text)

    def _is_motion(self, head: int) -> bool:
        """``Movement of vehicles``: what ``of`` brings is neither a party nor people."""
        if self.tree.parse.words[head].lemma not in self.tree.lexicon.lists["motions"]:
            return False
        behind = [phrase for link, phrase in self.phrases.prepositional(head, 1) if link == "of"]
        named = any(phrase.head in self.tree.names for phrase in behind)
        return bool(behind) and not named and not any(phrase.party or phrase.civilians for phrase in behind)

    def _is_mere_person(self, owner: PartyRef) -> bool:
        """Whether an owner is told by what one person is, and by no name: ``the ousted president``."""
        return owner.text.islower() and self.tree.is_person(owner.text.split()[-1])

    def _is_word(self, head: int) -> bool:
        """Whether somebody's word is meant: ``a statement from the army``."""
        return self.tree.parse.words[head].lemma in self.tree.lexicon.say_nouns

    def _over(self, head: int) -> int:
        """The noun behind which another stands: ``a statement from the presidency``."""
        return self.tree.parse.words[self.tree.parse.words[head].head].head

    def _is_behind(self, owner: PartyRef, head: int) -> bool:
        """Whether an owner stands behind what is theirs, where it is they who act next: ``from M23``."""
        return owner.at is not None and owner.at[0] > self.tree.parse.words[head].start

    def _is_told_by_owner(self, head: int, owner: PartyRef, text: str) -> bool:
        """Whether forces go by their owner's name: ``tanks of the Malian army``, ``NATO soldiers``, ``M23 rebels``."""
        if any(name.is_state and name.text == owner.text for name in self.tree.names.values()):
            return False  # "the army of the Sarajevo government" is no city's
        if owner.text not in text:
            return True
        names = [self.tree.names.get(child) for child in self.tree.parse.deps(head, *_MODIFIERS)]
        return any(name and name.text == owner.text and name.nature in ("known", "organisation") for name in names)

    def of_name(self, head: int, name: Name) -> PartyRef:
        """The party of a name, with whoever its words say that it belongs to.

        ``Azerbaijan's Third Corps`` and ``Russian President Vladimir Putin`` act for their states.
        """
        if name.nature == "people" and (group := self._group_behind(head)):
            return group
        known = name.known_party
        ref = PartyRef(
            text=name.text,
            party=name.party if known and name.party != name.text else None,
            head="forces" if name.forces else "name",
            guessed=not known,
            at=self.tree.offsets(name.first, name.last),
        )
        if name.nature not in ("organisation", "person") or ref.party:
            return ref
        for child in self.tree.parse.deps(head, *_MODIFIERS):
            owner = self._owner_at(child) if not name.first <= child < name.last else None
            if owner and not self._needs_no_owner(child, name, owner):
                low, _ = self.tree.parse.edges(child)
                text = said(self.tree.parse.words, low, name.last) if child < name.first else name.text
                return replace(ref, text=text, party=owner.party)
        return ref

    def _needs_no_owner(self, child: int, name: Name, owner: PartyRef) -> bool:
        """Whether an owner without a name stands before an organisation that has one: ``the army's Fifth Corps``.

        ``The Bosnian army's Fifth Corps`` tells of which state it is.
        """
        possessor = self.tree.parse.words[child].dep == "poss" and child not in self.tree.names
        of_state = any(one.kind == "state" for one in self.tree.world.parties(owner.text))
        return possessor and name.nature == "organisation" and not of_state

    def _group_behind(self, head: int) -> PartyRef | None:
        """The group whose members a people's name tells: ``Islamists of al-Shabaab``, ``Croats of the HVO``."""
        links = (link for link in self.tree.parse.deps(head, "prep") if self.tree.parse.words[link].lower in _JOINING)
        nouns = [noun for link in links for noun in self.tree.parse.deps(link, "pobj")]
        nouns += [child for noun in nouns if noun not in self.tree.names for child in self._before(noun)]
        names = (self.tree.names.get(noun) for noun in nouns)
        return next((of_group(self.tree, name) for name in names if name and is_group(name)), None)

    def _before(self, noun: int) -> Iterator[int]:
        """The names before a noun for a group: ``the al-Shabaab group``."""
        if self.tree.parse.words[noun].lemma in self.tree.lexicon.lists["groups"]:
            yield from self.tree.parse.deps(noun, "compound", "nmod")

    def _group_before(self, head: int) -> PartyRef | None:
        """The group that stands between a land and its members: ``Ugandan ADF rebels``, ``Lebanese Hezbollah men``."""
        names = [self.tree.names.get(child) for child in self.tree.parse.deps(head, "amod", "compound", "nmod")]
        if len({name.first for name in names if name}) < 2 or "forces" not in self.tree.head_flags(head):  # noqa: PLR2004
            return None
        last = next((name for name in reversed(names) if name), None)
        own = last is not None and is_group(last) and not self._is_hyphened(last)
        return of_group(self.tree, last) if last and own and self._is_movement(of_group(self.tree, last)) else None

    def _only_describes(self, head: int, child: int, owner: PartyRef) -> bool:
        """Whether a word tells a people or a faith, or of what land rebels are: ``Congolese rebels of the M23``."""
        if child not in self.tree.names:
            return False
        if self.tree.parse.words[head].lemma in self.tree.lexicon.lists["irregulars"]:
            return True
        told = {one.id for one in self.tree.world.parties(owner.text)}
        return bool(told) and told <= self.tree.world.peoples.keys()

    def shared(self, first: int, head: int, party: PartyRef) -> PartyRef:
        """The party of a bare noun in a list, whose owner the first has before it: ``Iraqi police and soldiers``."""
        own = self.tree.parse.dep(head, "det", "poss", "nummod", *_MODIFIERS) is not None or self.tree.has_of(head)
        if own or head in self.tree.names:
            return party
        band = self.tree.parse.words[head].lemma in self.tree.lexicon.lists["bands"]  # "Houthi fighters and tribesmen"
        for child in self.tree.parse.deps(first, "amod", "poss", "compound", "nmod"):
            owner = self._owner_at(child)
            if owner and not owner.guessed and not (band and self._is_movement(owner)):
                return replace(party, text=f"{owner.text} {party.text}", party=owner.party)
        return party

    def _is_movement(self, owner: PartyRef) -> bool:
        return any(one.kind == "armed-group" for one in self.tree.world.parties(owner.text))

    def co_owners(self, head: int) -> list[PartyRef]:
        """All whose a noun is where they are several: ``Russian and Syrian forces`` are two parties."""
        word = self.tree.parse.words[head].text
        for child in self.tree.parse.deps(head, "amod", "compound", "nmod"):
            owner = self._owner_at(child)
            if owner is None:
                continue
            others = [self._owner_at(other) for other in self._joined(child) if other < head]
            if any(others):
                owners = [owner, *(other for other in others if other)]
                return [replace(one, text=f"{one.text} {word}", head="forces") for one in owners]
        return self._co_owners_behind(head)

    def _co_owners_behind(self, head: int) -> list[PartyRef]:
        """All who stand behind forces as their owners: ``soldiers from Uganda and Burundi`` are of two."""
        words = self.tree.parse.words
        if "forces" not in self.tree.head_flags(head):
            return []
        for link in self.tree.parse.deps(head, "prep"):
            if words[link].lower not in _JOINING:
                continue
            for noun in self.tree.parse.deps(link, "pobj"):
                members = self.phrases.read(noun, depth=_DEEP - 1)
                if any(is_left_out(self.tree.parse, one.head) for one in members[1:]):
                    return []
                owners = [one.party for one in members if one.party and not one.party.guessed]
                if len(owners) == len(members) > 1:
                    return [replace(one, head="forces") for one in owners]
        return []

    def others_owning(self, head: int) -> list[PartyRef]:
        """Who has a thing beside its owner: ``joint Ethiopian and Eritrean control``."""
        own = next((c for c in self.tree.parse.deps(head, "amod", "compound", "nmod") if self._owner_at(c)), None)
        joined = () if own is None else (other for other in self._joined(own) if other < head)
        others = (self._owner_at(other) for other in joined if not is_left_out(self.tree.parse, other))
        return [other for other in others if other is not None]

    def _mounted(self, head: int) -> PartyRef | None:
        """Whose an attack is by those behind it: ``an offensive by the army``, ``an assault mounted by the rebels``."""
        for child in self.tree.parse.deps(head, "prep", "acl"):
            word = self.tree.parse.words[child]
            if word.lower == "by" or word.tag == "VBN":
                behind = (one for at in self._targets(child) for one in self.phrases.read(at, depth=_DEEP - 1))
                if found := next(
                    (one.party for one in behind if one.party and (one.forces or not one.party.guessed)), None
                ):
                    return found
        return None

    def _joined(self, at: int) -> Iterator[int]:
        """What is joined to a word, and to what is joined to it: ``Russian, Moldovan and Transnistrian``."""
        for other in self.tree.parse.deps(at, "conj"):
            yield other
            yield from self._joined(other)

    @remembered
    def owner(self, head: int) -> PartyRef | None:
        """Whose something is: by adjective, possessive, compound, or behind ``of``, ``loyal to``, ``from``."""
        if (group := self._group_before(head)) is not None:
            return group
        for child in self.tree.parse.deps(head, *_MODIFIERS):
            within = child == head - 1 and child not in self.tree.names and self.tree.is_pair(head)
            if not within and (found := self._owner_at(child)):
                return (self._group_behind(head) if self._only_describes(head, child, found) else None) or found
        return next((phrase.party for phrase in self.behind(head) if phrase.party), None) or self._seated(head)

    def behind(self, head: int) -> Iterator[Phrase]:
        """The phrases behind what brings a noun's owner: ``of``, ``full of``, ``loyal to``."""
        for child in self._owning(head):
            for target in self._targets(child):
                yield from self.phrases.read(target, depth=_DEEP - 1)

    def _owning(self, head: int) -> Iterator[int]:
        """What stands behind a noun and brings its owner: ``of``, ``loyal to``, ``led by``."""
        words, links = self.tree.parse.words, self.tree.lexicon.lists["owning_links"]
        for child in self.tree.parse.deps(head, "prep", "amod", "acl"):
            named = any(words[link].lower == "as" for link in self.tree.parse.deps(child, "prep"))
            if (words[child].lower in links or (words[child].lower == "known" and named)) and not self._is_ordeal(
                child
            ):
                yield child

    def _is_ordeal(self, link: int) -> bool:
        """``Was left by the militants under air strikes``: how they left, and nobody that they are under."""
        words, parse = self.tree.parse.words, self.tree.parse
        ordeals = self.tree.lexicon.lists["ordeals"]
        return words[link].lower == "under" and any(words[at].lemma in ordeals for at in parse.deps(link, "pobj"))

    def _seated(self, head: int) -> PartyRef | None:
        """The state in whose capital an office sits: ``the ministry in Baku``, ``officials in Kyiv``."""
        organ = self.tree.parse.words[head].lemma in ("army", "military")
        if not (organ or self.tree.head_flags(head) & {"government", "voice"}) and head not in self.tree.names:
            return None
        for child in (*self.tree.parse.deps(head, "prep"), *self._opening(head)):
            if self.tree.parse.words[child].lower not in ("in", "at"):
                continue
            for target in self._targets(child):
                name = self.tree.names.get(target)
                if name is not None and name.known_party and name.party and self._is_seat(name.text):
                    party = name.party if name.party != name.text else None
                    text = self._governed_from(name.text)
                    return PartyRef(text=text, party=party, at=self.tree.offsets(name.first, name.last))
        return None

    def _governed_from(self, capital: str) -> str:
        """The one state that has a capital; the capital itself where it is that of several, or governments contend."""
        world = self.tree.world
        states = {one.id for one in world.parties(capital) if one.form == "capital"}
        contended = any(one.kind == "government" and one.state in states for one in world.organisations.values())
        return world.states[states.pop()].names[0] if len(states) == 1 and not contended else capital

    def _opening(self, head: int) -> Iterator[int]:
        """What opens the clause before its subject: ``In Kyiv the general staff said``."""
        words = self.tree.parse.words
        if words[head].dep == "nsubj":
            yield from (child for child in self.tree.parse.deps(words[head].head, "prep") if child < head)

    def _is_seat(self, text: str) -> bool:
        return any(one.form == "capital" for one in self.tree.world.parties(text))

    def _owner_at(self, child: int) -> PartyRef | None:
        owner = self.tree.relative_owner(child)
        if owner is not None:
            return self.phrases.single(owner).party
        name = self.tree.names.get(child)
        word = self.tree.parse.words[child]
        if name is not None:
            mere_place = name.is_place and not name.known_party and word.dep != "poss"
            if name.party is None or mere_place or self._is_hyphened(name):
                return None
            known = name.known_party and name.party != name.text
            return PartyRef(
                text=name.text,
                party=name.party if known else None,
                guessed=not name.known_party,
                at=self.tree.offsets(name.first, name.last),
            )
        flags = self.tree.head_flags(child)
        if word.lemma in self.tree.lexicon.lists["bare_parties"] or flags & (_FIGHTING | {"government"}):
            inner = next(
                (found for c in self.tree.parse.deps(child, *_MODIFIERS) if (found := self._owner_at(c))), None
            )
            if inner:
                return inner
            first = min((c for c in self.tree.parse.deps(child, "amod", "compound")), default=child)
            first = min(first, child)
            text = said(self.tree.parse.words, first, child + 1)
            return PartyRef(text=text, head="forces", at=self.tree.offsets(first, child + 1))
        return None

    def _is_hyphened(self, name: Name) -> bool:
        """Whether a name only stands in an adjective: ``the UN-backed government`` is not the UN's."""
        words = self.tree.parse.words
        tail = words[name.last + 1].lower if name.last + 1 < len(words) else ""
        return tail in self.tree.lexicon.lists["after_hyphen"] and words[name.last].text == "-"

    def _targets(self, at: int) -> Iterator[int]:
        for child in self.tree.parse.children[at]:
            if self.tree.parse.words[child].dep == "pobj":
                yield child
            elif self.tree.parse.words[child].dep in ("prep", "agent"):
                yield from self._targets(child)

    def _tail(self, head: int) -> int:
        """Behind the words that say whose men they are: ``men of the 3rd Brigade``, ``forces loyal to Haftar``."""
        for child in self._owning(head):
            targets = list(self._targets(child)) if child > head else []
            if targets and not self._only_tells_leader(head, child):
                last = self.tree.reach(self.phrases.read(targets[-1], depth=_DEEP - 1)[-1].end)
                return last if last - head <= _LONGEST_PARTY else head + 1
        return head + 1

    def _only_tells_leader(self, head: int, link: int) -> bool:
        """Whether forces that say whose they are have their leader behind them: ``rebel forces under General X``."""
        if self.tree.parse.words[link].lower not in self.tree.lexicon.lists["leading_links"]:
            return False
        return bool(self.tree.modifiers(head) & self.tree.lexicon.lists["bare_parties"])

    def owner_pronoun(self, head: int) -> str | None:
        """The possessive pronoun that says whose a noun is: ``its forces``, ``the last of its forces``.

        ``Own troops``, with nobody's name before, is what a communiqué calls those of its side.
        """
        words, owners = self.tree.parse.words, self.tree.parse.deps(head, "poss")
        for child in owners:
            if words[child].lower in self.tree.lexicon.lists["possessives"]:
                return words[child].lower
        if not owners and any(words[child].lower == "own" for child in self.tree.parse.deps(head, "amod")):
            return "our"
        if self.tree.parse.words[head].lemma in self.tree.lexicon.lists["quantity_nouns"]:
            return next(
                (p.pronoun for link, p in self.phrases.prepositional(head, 1) if link == "of" and p.party), None
            )
        return None


def is_left_out(parse: Parse, other: int) -> bool:
    """Whether a member of a list is not surely meant: ``Russian and not Turkish``, ``the army or its allies``."""
    return any(word.lower in ("not", "or") for word in parse.words[parse.words[other].head : other])
