"""Reads the nouns that tell events of control: ``the handover of Agdam to Baku``, ``its withdrawal from Kherson``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.syntax.clauses.manner import Manner
from geo.extract.syntax.clauses.parts import Parts
from geo.extract.syntax.filling.excuses import excusing_verb
from geo.extract.syntax.filling.fitting import fits

if TYPE_CHECKING:
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.clauses.clauses import ClauseReader
    from geo.extract.syntax.filling.casting import Caster
    from geo.extract.syntax.lexicon import Part, Predicate, SyntaxLexicon
    from geo.extract.syntax.phrases.phrases import Phrase
    from geo.extract.syntax.story.antecedents import Antecedents
    from geo.records import Kind

_OBJECTS = ("dobj", "attr", "nsubjpass")
_PLACE_OF = {"its": "it", "their": "they"}
_OF_EITHER = frozenset({"from", "to", "at", "into"})
_SUBJECT_OF_GERUND = ("nsubj", "dobj", "pobj", "nsubjpass")


class NominalFiller:
    """Fills the predicates of nouns from the phrases around them, in one sentence."""

    def __init__(self, clauses: ClauseReader, lexicon: SyntaxLexicon, caster: Caster, antecedents: Antecedents) -> None:
        self._clauses = clauses
        self._parse = clauses.parse
        self._phrases = clauses.phrases
        self._lexicon = lexicon
        self._caster = caster
        self._antecedents = antecedents

    def predicates(self, at: int) -> tuple[Predicate, ...]:
        """The predicates that a word can be, if it is a noun."""
        word = self._parse.words[at]
        gerund = word.tag == "VBG" and word.dep in _SUBJECT_OF_GERUND
        if at in self._phrases.names or not (word.tag.startswith("N") or gerund):
            return ()
        if word.lower in self._lexicon.lists["plural_homonyms"]:
            return ()
        found = self._lexicon.nouns.get(self._joined(at)) or self._lexicon.nouns.get(word.lemma) or ()
        return tuple(predicate for predicate in found if "governed" not in predicate.needs)

    def _joined(self, at: int) -> str:
        """A word with what a hyphen parts from it: ``pull-out``."""
        words = self._parse.words
        if at > 1 and words[at - 1].text == "-" and words[at - 2].end == words[at - 1].start:
            return f"{words[at - 2].lower}-{words[at].lower}"
        return words[at].lower

    def fill(self, predicate: Predicate, at: int, *, told_before: bool) -> Parts | None:
        """The parts of a noun's predicate; None where they do not fit."""
        parts = Parts()
        behind = self._behind(predicate, at)
        of = [phrase for link, phrase in behind if link == "of"]
        if of and not self._caster.put(parts, predicate.object, of, predicate):
            return None
        left = [phrase for link, phrase in behind if link in predicate.place and phrase.places]
        self._put_owner(parts, predicate, at, [*of, *left])
        for link, phrase in behind:
            if link in predicate.parties and link != "of":
                self._caster.put(parts, predicate.parties[link], [phrase], predicate)
            elif link in predicate.place:
                self._caster.put_places(parts, [phrase])
        elsewhere = any(link in (*predicate.place, "in") or phrase.places for link, phrase in behind)
        if predicate.left_out and not parts.places and not elsewhere:
            self._put_left_out(parts, at)
        slot = self._slot_of_doer(predicate, at)
        doer = self._doer(at) if slot and not parts.parties else None
        if slot is None and not parts.parties and predicate.kind == "withdrawal":
            slot, doer = "lost_by", self._excuser(at)
        if slot and doer:
            parts.parties[slot] = [doer]
            parts.forces = True
        return parts if fits(parts, predicate, None, passive=True, told_before=told_before) else None

    def kind(self, predicate: Predicate, at: int, parts: Parts) -> Kind:
        """What a noun tells: the end of somebody's presence, or what ended it, is their withdrawal."""
        if predicate.kind != "deployment" or "actor" not in parts.parties or not self._is_ended(at):
            return predicate.kind
        parts.parties["lost_by"] = parts.parties.pop("actor")
        return "withdrawal"

    def _is_ended(self, at: int) -> bool:
        """``The end of the rebel presence``, ``ended the rebel presence``."""
        words, word = self._parse.words, self._parse.words[at]
        over = (
            words[words[word.head].head] if word.dep == "pobj" and words[word.head].lower == "of" else words[word.head]
        )
        direct = word.dep in ("dobj", "nsubjpass") and over.tag.startswith("V")
        named = over.tag.startswith("N") and over.lemma in self._lexicon.lists["ends_of"]
        return (direct and over.lemma in self._lexicon.lists["ending"]) or (word.dep == "pobj" and named)

    def _behind(self, predicate: Predicate, at: int) -> list[tuple[str, Phrase]]:
        """The prepositions of a noun, and those that the parser hung on what stands behind its ``of``."""
        own = list(self._phrases.prepositional(at))
        if self._parse.words[at].dep in ("dobj", "nsubjpass"):  # "announced the withdrawal of troops from"
            verb = self._parse.words[at].head
            own += [(link, one) for link, one in self._phrases.prepositional(verb) if link in _OF_EITHER]
        inner = [
            (link, phrase)
            for word, of in own
            if word == "of"
            for link, phrase in self._phrases.prepositional(of.head)
            if link in (*_OF_EITHER, "by") or (link in predicate.place and of.head not in self._phrases.names)
        ]
        return [*own, *inner]

    def _put_owner(self, parts: Parts, predicate: Predicate, at: int, of: list[Phrase]) -> None:
        """Whose deed it is; or, where nothing stands behind ``of``, the place of a possessive (``Baga's fall``)."""
        owner = self._phrases.owner(at)
        possessive = self._parse.dep(at, "poss")
        if possessive is not None:
            relative = self._phrases.tree.relative_owner(possessive)
            possessive = possessive if relative is None else relative
        pronoun = self._parse.words[possessive].lower if possessive is not None else ""
        if not of and predicate.object == "place" and possessive is not None:
            if (phrase := self._phrases.single(possessive)).places and not phrase.is_state:
                self._caster.put_places(parts, [phrase])
                return
            if pronoun == "whose" and self._put_antecedent(parts, at):
                return
            stands_for = _PLACE_OF.get(pronoun)
            if stands_for and self._caster.put_places(parts, [replace(phrase, pronoun=stands_for)]):
                return
        if predicate.subject is None:
            return
        if owner and not any(phrase.party == owner for phrase in of):
            parts.parties.setdefault(predicate.subject, [owner])
            parts.forces = parts.forces or not owner.guessed
        elif (
            pronoun != "whose"
            and pronoun in self._lexicon.lists["possessives"]
            and (party := self._caster.pronoun_party(pronoun, possessive or at, parts))
        ):
            parts.parties.setdefault(predicate.subject, [party])
            parts.forces = True

    def _put_left_out(self, parts: Parts, at: int) -> None:
        """The place that was left, where a clause of time leaves it out: ``entered Gao after the rebels' retreat``."""
        words, word = self._parse.words, self._parse.words[at]
        told_as_done = word.dep == "pobj" and words[word.head].lower in self._lexicon.lists["done_before"]
        lost = parts.parties.get("lost_by", ())
        movers = {party.name for party in lost}
        if not told_as_done or not movers:
            return
        parts.places += [
            one for one in self._antecedents.place_in_question(at) if self._antecedents.is_left_by(lost, one)
        ]
        parts.effort += 1
        if movers & self._caster.leavers(parts):
            parts.places = []

    def _put_antecedent(self, parts: Parts, at: int) -> bool:
        """``Shusha, whose capture ended the war``: the place that a relative clause is said of."""
        words = self._parse.words
        verb = next((governor for governor in self._parse.governors(at) if words[governor].dep == "relcl"), None)
        return verb is not None and self._caster.put_places(parts, [self._phrases.single(words[verb].head)])

    def _slot_of_doer(self, predicate: Predicate, at: int) -> Part | None:
        """The part of whoever tells of a deed: of their own, or of a fall that they hail or mourn."""
        governor = self._parse.words[self._parse.words[self._first(at)].head].lemma
        lists = self._lexicon.lists
        if self._is_accepted(at):
            return "gained_by"
        if predicate.kind == "loss" and governor in lists["triumphing"]:
            return "gained_by"
        told = lists["conceding"] if predicate.kind == "loss" else lists["own_deeds"]
        return predicate.subject if governor in told else None

    def _is_accepted(self, at: int) -> bool:
        """``accepted the surrender of the fort``: it came about, and whoever accepted has it."""
        words = self._parse.words
        governor = words[words[at].head]
        accepts = governor.lemma in self._lexicon.lists["accepting"] and words[at].dep == "dobj"
        return accepts and words[at].lemma in self._lexicon.lists["surrenders"]

    def _first(self, at: int) -> int:
        """The first noun of the list in which a noun stands."""
        words = self._parse.words
        while words[at].dep == "conj" and words[words[at].head].tag.startswith("N"):
            at = words[at].head
        return at

    def _doer(self, at: int) -> PartyRef | None:
        """Who tells of a deed as of their own: ``Kyiv announced the recapture``, ``they completed the capture``."""
        words = self._parse.words
        first = self._first(at)
        head = words[first].head
        return self._who_tells(head) if words[first].dep in ("dobj", "pobj") else None

    def _excuser(self, at: int) -> PartyRef | None:
        """Who explains a leaving as their own: ``officers called the pullback from Sake tactical``."""
        verb = excusing_verb(self._parse, at, self._lexicon)
        party = None if verb is None else self._who_tells(verb)
        kinds = {one.kind for one in self._antecedents.story.places.world.parties(party.text)} if party else set()
        return None if kinds & {"peacekeepers", "alliance"} else party  # who may speak of somebody else's

    def _who_tells(self, verb: int) -> PartyRef | None:
        """The party of a verb's subject."""
        subject = self._clauses.subject(verb)
        if subject is None or self._clauses.is_passive(verb):
            return None
        phrase = self._phrases.single(subject)
        if phrase.party and phrase.party.bare and phrase.pronoun:
            return self._caster.pronoun_party(phrase.pronoun, subject, Parts())
        name = self._phrases.names.get(subject)
        if phrase.party is None or (name is not None and name.nature == "person"):
            return self._antecedents.side_of_person(subject)
        known = not phrase.party.guessed and not phrase.party.bare
        return (self._antecedents.party_like(phrase) or phrase.party) if known else None

    # manner

    def manner(self, at: int) -> Manner | None:
        """How a noun of control is meant by what governs it; None where it tells no event."""
        words = self._parse.words
        dep, head = words[at].dep, words[at].head
        if dep == "conj":
            return self.manner(head) if words[head].tag.startswith("N") else Manner()
        lists = self._lexicon.lists
        below = {words[c].lower: c for c in self._parse.deps(at, "det", "amod")}
        before = below.keys()
        if before & lists["unreal_adjectives"]:
            return None
        negated = "no" in before
        found = self._governed(at, dep, head)
        if found is None:
            return None
        planned = found.planned or bool(before & lists["planned_adjectives"])
        by = found.by | {below[word] for word in before & (lists["planned_adjectives"] | {"no"})}
        return replace(found, planned=planned, negated=found.negated != negated, by=by)

    def _governed(self, at: int, dep: str, head: int) -> Manner | None:
        words = self._parse.words
        if dep == "pobj":
            return self._behind_preposition(head)
        if dep in _OBJECTS and words[head].tag.startswith("V"):
            return self._as_object(head, at)
        if dep == "nsubj" and words[head].tag.startswith(("V", "M")):
            above = self._clauses.manner(head)
            if words[head].lemma in self._lexicon.lists["coming_to_nothing"]:
                return None
            complements = [c for c in self._parse.children[head] if words[c].lemma in self._lexicon.lists["to_come"]]
            if words[head].lemma == "be" and complements:
                return Manner(planned=True, by=frozenset(complements))
            above = self._coming_about(head) or above
            return Manner(planned=above.planned, possible=above.possible, negated=above.negated, by=above.by)
        return Manner()

    def _coming_about(self, verb: int) -> Manner | None:
        """``The withdrawal is to begin``, ``has yet to take place``: how what has to come about is meant."""
        words = self._parse.words
        if words[verb].lemma not in ("be", "have"):
            return None
        to_come = (c for c in self._parse.deps(verb, "xcomp") if words[c].lemma in self._lexicon.lists["coming_about"])
        return next((self._clauses.manner(c) for c in to_come), None)

    def _behind_preposition(self, preposition: int) -> Manner | None:
        words = self._parse.words
        governor = words[words[preposition].head]
        how, by = None, governor.at
        if governor.lemma in self._lexicon.say_nouns | self._lexicon.deny_nouns:
            return Manner()
        if governor.lemma in self._lexicon.lists["signs"] and self._phrases.tree.is_negative(governor.at):
            return self._of_no_sign(preposition, governor.at)
        if governor.tag.startswith("N"):
            how = self._lexicon.control_nouns.get(governor.lemma)
            if how is None and governor.lemma in self._lexicon.lists["about_plans"]:
                return None
        elif governor.tag.startswith("V"):
            how = self._lexicon.control_verbs.get(governor.lemma)
            how = None if how == "happened" else how
        if how is None:
            how, by = self._lexicon.prepositions.get(words[preposition].lower), preposition
        return _manner_of(how, by)

    def _of_no_sign(self, preposition: int, sign: int) -> Manner | None:
        """``There is no sign of a Russian presence`` denies it; of a capture it leaves open whether it was."""
        words = self._parse.words
        noun = self._parse.dep(preposition, "pobj")
        told = self._lexicon.nouns.get(words[noun].lemma, ()) if noun is not None else ()
        there = any(one.kind == "deployment" for one in told)
        return Manner(negated=True, by=frozenset({sign})) if there else None

    def _as_object(self, verb: int, at: int) -> Manner | None:
        above = self._clauses.manner(verb)
        lemma = self._parse.words[verb].lemma
        subject = self._clauses.subject(verb)
        if subject is not None and self._parse.words[subject].lemma in self._lexicon.lists["plans"]:
            return Manner(planned=True, by=frozenset({subject}))
        if lemma in self._lexicon.say | self._lexicon.deny:
            return None if above.unreal else Manner(planned=above.planned, possible=above.possible, by=above.by)
        excused = excusing_verb(self._parse, at, self._lexicon) is not None
        found = Manner() if excused else _manner_of(self._clauses.control(verb), verb)
        if found is None or above.unreal:
            return None
        if self._is_accepted(at):
            return above
        return replace(
            found,
            planned=found.planned or above.planned,
            possible=above.possible,
            negated=found.negated != above.negated,
            by=found.by | above.by,
        )


def _manner_of(how: str | None, at: int) -> Manner | None:
    if how == "sought":
        return None
    by = frozenset({at}) if how in ("planned", "failed") else frozenset[int]()
    return Manner(planned=how == "planned", negated=how == "failed", by=by)
