"""Fills the predicates of verbs from their clauses, in one sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef
from geo.extract.syntax.clauses.parts import Parts
from geo.extract.syntax.filling.clause_needs import ClauseNeeds
from geo.extract.syntax.filling.fitting import fits
from geo.extract.syntax.filling.left_places import left_free, named_garrison, taken_beside
from geo.extract.syntax.filling.tellers import TellerReader
from geo.extract.syntax.filling.verb_needs import VerbNeeds
from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.items import PlaceRef
    from geo.extract.syntax.clauses.clauses import Clause, ClauseReader
    from geo.extract.syntax.filling.casting import Caster
    from geo.extract.syntax.filling.states import HolderReader
    from geo.extract.syntax.lexicon import Predicate, SyntaxLexicon
    from geo.extract.syntax.phrases.phrases import Phrase
    from geo.extract.syntax.story.antecedents import Antecedents


_STATE_LINKS = frozenset({"in", "with", "without", "as", "to", "under"})
_BY_LINES = frozenset({"lie-behind", "be-on-side"})
"""Predicates of whose land lies where, seen from a front."""

_HEMMED_IN = frozenset({"be-besieged", "be-cut-off", "stay-besieged", "stay-under-siege"})
"""Predicates of forces that hold where they stand, whatever land that lies in."""


def _is_elsewhere(places: Sequence[PlaceRef], others: Sequence[PlaceRef]) -> bool:
    """Whether places are surely not among others, of which ``four villages`` can be any."""
    here, there = ({word for ref in refs for word in _names(ref)} for refs in (places, others))
    return bool(here and there) and not here & there and not any(ref.counted for ref in others)


def _names(ref: PlaceRef) -> set[str]:
    written = {word for word in ref.text.split() if word[0].isupper()}
    return written | {ref.place} if ref.place else written


class VerbalFiller:
    """Puts the phrases of clauses where a predicate asks for them."""

    def __init__(
        self,
        clauses: ClauseReader,
        lexicon: SyntaxLexicon,
        caster: Caster,
        holders: HolderReader,
        antecedents: Antecedents,
    ) -> None:
        self._clauses = clauses
        self._parse = clauses.parse
        self._phrases = clauses.phrases
        self._lexicon = lexicon
        self._caster = caster
        self._holders = holders
        self._antecedents = antecedents
        self.tellers = TellerReader(clauses=clauses, lexicon=lexicon)
        of_verbs = VerbNeeds(clauses=clauses, lexicon=lexicon)
        self._needs = ClauseNeeds(clauses=clauses, lexicon=lexicon, of_verbs=of_verbs)

    def fill(self, predicate: Predicate, clause: Clause, *, told_before: bool) -> Parts | None:
        """The parts of a verb's predicate; None where they do not fit."""
        passive = clause.voice == "passive" and clause.lemma not in self._lexicon.lists["never_passive"]
        if not self._needs.allow(predicate, clause, passive=passive):
            return None
        parts = Parts()
        subject, target = (clause.agent, clause.subject) if passive else (clause.subject, clause.object)
        subject = subject or self._takers_joined(predicate, clause, passive=passive)
        for part, phrases in ((predicate.object, target), (predicate.subject, subject)):
            if (part == "place" and not phrases) or not self._caster.put(parts, part, phrases, predicate):
                return None
        if predicate.holder and (ruler := self._ruler(clause, target, passive=passive)):
            parts.parties[predicate.holder] = [ruler]
        self._put_adjuncts(parts, predicate, clause)
        if (
            predicate.subject == "actor"
            and predicate.kind == "hold"
            and passive
            and not parts.parties
            and (holder := self.tellers.speaking_side(clause.verb))
        ):
            parts.parties["actor"] = [holder]
        if predicate.complement and (holder := self._holders.of_verb(clause.verb, parts)):
            parts.parties[predicate.complement] = [holder]
        if (
            passive
            and predicate.subject == "gained_by"
            and not parts.parties
            and (doer := self.tellers.proclaimer(clause.verb))
        ):
            parts.parties["gained_by"] = [doer]
        self._put_owner_of_lost(parts, predicate, target if passive else ())
        self._settle_places(parts, predicate, clause)
        if not parts.parties and (side := self._flag_side(predicate, clause, target or subject, parts)):
            parts.parties["actor" if predicate.kind == "hold" else "gained_by"] = [side]
        return parts if fits(parts, predicate, clause, passive=passive, told_before=told_before) else None

    def _ruler(self, clause: Clause, target: Sequence[Phrase], *, passive: bool) -> PartyRef | None:
        """Whose control is told of: ``confirmed rebel control of X``, ``the control of X by the rebels``."""
        held = [phrase for phrase in target if phrase.control]
        inner = [one for phrase in held for link, one in self._phrases.prepositional(phrase.head) if link == "by"]
        by = () if passive or not held else (*inner, *clause.behind("by"))
        rulers = (*(phrase.ruler for phrase in held), *(one.party for one in by))
        return next((ruler for ruler in rulers if ruler), None)

    def _put_owner_of_lost(self, parts: Parts, predicate: Predicate, lost: Sequence[Phrase]) -> None:
        """``Our towns were occupied``: from those who speak."""
        if predicate.kind not in ("loss", "capture") or "lost_by" in parts.parties or predicate.object != "place":
            return
        ours = any("our" in self._phrases.tree.determiners(phrase.head) for phrase in lost)
        owner = self._caster.pronoun_party("our", lost[0].head, parts) if ours else None
        if owner is not None:
            parts.parties["lost_by"] = [owner]

    def _takers_joined(self, predicate: Predicate, clause: Clause, *, passive: bool) -> tuple[Phrase, ...]:
        """Who leaves what they are told to have taken: ``was seized by the rebels and abandoned a day later``."""
        if not passive or predicate.subject != "mover" or self._is_left_so(clause):
            return ()
        words, word = self._parse.words, self._parse.words[clause.verb]
        joined = word.dep == "conj" and self._parse.dep(word.at, *SUBJECTS) is None
        told = self._lexicon.verbs.get(words[word.head].lemma, ()) if joined else ()
        had = any(
            one.kind in ("capture", "hold") and one.subject in ("gained_by", "actor") for one in told
        ) and self._clauses.is_passive(word.head)
        return tuple(one for one in self._clauses.clause(word.head).agent if one.party) if had else ()

    def _is_left_so(self, clause: Clause) -> bool:
        """``was captured and left in ruins``, ``left without water``: what became of it, and nobody leaves."""
        if clause.lemma != "leave":
            return False
        words = self._parse.words
        behind = [child for child in self._parse.children[clause.verb] if child > clause.verb]
        links = [
            child for child in behind if words[child].dep in ("prep", "prt") and words[child].lower in _STATE_LINKS
        ]
        nouns = [noun for link in links for noun in self._parse.deps(link, "pobj")]
        complements = any(words[child].dep in ("acomp", "oprd", "xcomp", "ccomp", "dobj", "attr") for child in behind)
        return complements or any(words[noun].tag in ("NN", "NNS") for noun in nouns)

    def is_instead(self, at: int) -> bool:
        """``rather than leave them to Azerbaijan``."""
        before = {self._parse.words[child].lower for child in self._parse.children[at] if child < at}
        before |= {word.lower for word in self._parse.words[max(0, at - 1) : at]}  # a conjunction hangs elsewhere
        return bool(before & {"than", "instead"})

    # what stands behind prepositions

    def _put_adjuncts(self, parts: Parts, predicate: Predicate, clause: Clause) -> None:
        self._put_parties(parts, predicate, clause)
        if predicate.object == "place" and parts.places:
            named = (one for one in clause.behind("along with", "together with") if one.places and not one.is_state)
            self._caster.put_places(parts, tuple(named))
        if predicate.place and not parts.places and not self._stands_with_forces(predicate, clause):
            behind = clause.behind(*predicate.place)
            held = tuple(one for one in behind if one.control and one.places)  # "in Darfur, in control of Nyala"
            self._caster.put(parts, "place", held or behind, predicate)
        if predicate.id in _BY_LINES:
            self._put_owner_of_line(parts, predicate, clause)
        elif predicate.ruled_under and predicate.ruler:
            self._put_ruler(parts, predicate, clause)

    def _stands_with_forces(self, predicate: Predicate, clause: Clause) -> bool:
        """``In the north, the garrison in Knin is encircled``: the place is where they are who are shut in."""
        inner = (one for phrase in clause.subject for _, one in self._phrases.prepositional(phrase.head))
        return predicate.id in _HEMMED_IN and any(one.places for one in inner)

    def _put_parties(self, parts: Parts, predicate: Predicate, clause: Clause) -> None:
        """Who stands behind the prepositions that bring a party."""
        for preposition, part in predicate.parties.items():
            if preposition == "dative":
                self._caster.put(parts, part, clause.dative, predicate)
            elif preposition == "with_party":
                self._caster.put(parts, part, clause.behind("with"), predicate)
            elif preposition != "by":
                behind = tuple(one for one in clause.behind(preposition) if not self._is_place_of(one, parts))
                self._caster.put(parts, part, tuple(phrase for phrase in behind if not phrase.control), predicate)
                rulers = [one for p in behind if p.control and p.ruler for one in (p.ruler, *p.co_rulers)]
                if rulers:
                    parts.parties.setdefault(part, rulers)

    def _is_place_of(self, phrase: Phrase, parts: Parts) -> bool:
        """Whether a phrase is a place told already: ``of Hama`` in ``the old city of Hama was purged of rebels``."""
        starts = {place.start for place in phrase.places}
        return bool(starts) and starts <= {place.start for place in parts.places}

    def _put_ruler(self, parts: Parts, predicate: Predicate, clause: Clause) -> None:
        """The party behind ``under the control of``, ``in its hands``."""
        if predicate.ruler is None:
            return
        for phrase in clause.behind(*predicate.ruled_under):
            if predicate.kind == "hold" and predicate.ruler and (holder := self._holders.of_land(phrase.head)):
                parts.parties.setdefault(predicate.ruler, [holder])
                parts.control = parts.ruled = True
            ruler = self._ruler_of(phrase, parts, predicate, clause) if phrase.control else None
            if ruler:
                parts.parties.setdefault(predicate.ruler, [ruler, *phrase.co_rulers])
            if ruler or (self._is_brought_under_control(phrase, predicate) and parts.places):  # whose, the story tells
                parts.control = parts.ruled = True
            if ruler is None and self._is_simply_under_control(phrase, predicate):
                self._put_speaking_ruler(parts, predicate, clause)
        under = clause.behind("under") if "under" in predicate.ruled_under and not parts.ruled else ()
        ruling = [phrase for phrase in under if phrase.party and self._rules(phrase)]
        rulers = [party for one in ruling if (party := self._antecedents.party_like(one) or one.party)]
        rulers += [one for phrase in under if predicate.subject == "place" and (one := self._occupier(phrase))]
        if rulers and predicate.ruler:
            parts.parties.setdefault(predicate.ruler, rulers[:1])
            parts.control = parts.ruled = True

    def _ruler_of(self, phrase: Phrase, parts: Parts, predicate: Predicate, clause: Clause) -> PartyRef | None:
        """Whose control a phrase tells of: of whom it names, else of the taker, else of who says so."""
        if phrase.ruler is not None:
            return phrase.ruler
        ruler = parts.first("gained_by") if predicate.subject != "place" else None
        if ruler is None and phrase.ruler_pronoun:
            return self._caster.pronoun_party(phrase.ruler_pronoun, phrase.head, parts)
        return ruler or (self.tellers.speaking_side(clause.verb) if self._is_bare_control(phrase) else None)

    def _put_owner_of_line(self, parts: Parts, predicate: Predicate, clause: Clause) -> None:
        """Whoever has the land behind a line of theirs: ``lies behind Russian lines``, ``is now on the Greek side``."""
        for phrase in clause.behind(*predicate.ruled_under):
            of_a_front = self._parse.words[phrase.head].lemma in self._lexicon.lists["front_lines"]
            owner = self._phrases.owner(phrase.head) if of_a_front else None
            if owner is not None and not owner.guessed and predicate.ruler is not None:
                parts.parties.setdefault(predicate.ruler, [owner])
                parts.control = parts.ruled = True

    def _is_bare_control(self, phrase: Phrase) -> bool:
        """``under full control``: with nobody named, of whoever says so."""
        words = self._parse.words
        return not any(
            words[c].dep in ("prep", "poss", "compound", "nmod", "det") for c in self._parse.children[phrase.head]
        )

    def _is_brought_under_control(self, phrase: Phrase, predicate: Predicate) -> bool:
        """``The heights were brought under control``: with nobody named."""
        noun = self._parse.words[phrase.head].lemma
        return predicate.subject == "gained_by" and noun == "control" and self._is_bare_control(phrase)

    def _is_simply_under_control(self, phrase: Phrase, predicate: Predicate) -> bool:
        """``The border is now entirely under control``: with nobody named, and no ``the control``."""
        noun = self._parse.words[phrase.head].lemma
        return predicate.subject == "place" and noun == "control" and self._is_bare_control(phrase)

    def _put_speaking_ruler(self, parts: Parts, predicate: Predicate, clause: Clause) -> None:
        """Put who says that a place is under control as who has it."""
        ruler = self.tellers.speaking_side(clause.verb)
        watch = ruler is not None and ruler.text.lower() in self._lexicon.lists["watchmen"]
        if ruler is not None and not watch and predicate.ruler is not None:
            parts.parties.setdefault(predicate.ruler, [ruler])
            parts.control = parts.ruled = True

    def _occupier(self, phrase: Phrase) -> PartyRef | None:
        """``Remains under occupation``: whoever that is, it is the adversary of those who say so."""
        word = self._parse.words[phrase.head]
        return (
            PartyRef(text="occupier", head="forces", at=(word.start, word.end)) if word.lemma == "occupation" else None
        )

    def _rules(self, phrase: Phrase) -> bool:
        """Whether a place can be said to be under somebody: ``under the militia``, ``under Islamic State``."""
        name = self._phrases.names.get(phrase.head)
        if name is None:  # who patrols a town does not rule it
            lists, noun = self._lexicon.lists, self._parse.words[phrase.head].lemma
            return (phrase.forces and noun not in lists["passing_forces"]) or noun in lists["ruling_powers"]
        return name.known_party and name.nature in ("known", "people", "organisation") and not name.is_place

    # places without a preposition

    def _settle_places(self, parts: Parts, predicate: Predicate, clause: Clause) -> None:
        if "left_free" in predicate.needs:  # who takes charge of what is told takes no other place
            parts.places = [] if parts.places else left_free(parts, self._antecedents)
        elif not parts.places:
            self._put_place_of_no_preposition(parts, predicate, clause)
        if "in_part" in predicate.needs:
            parts.places = [replace(place, extent="part") for place in parts.places]

    def _put_place_of_no_preposition(self, parts: Parts, predicate: Predicate, clause: Clause) -> None:
        """``there``; the place of a building or of those who act; the one told of before, where it may be left out."""
        if {"in", "at"} & set(predicate.place) and self._says_there(clause.verb):
            parts.places += self._antecedents.places_there(clause.verb)
            parts.effort += 1
        if not parts.places and ("flag" in predicate.things or predicate.subject == "flag"):
            sites = [phrase.head for phrase in clause.behind(*predicate.place)]
            self._caster.put_places(parts, [one for site in sites for _, one in self._phrases.prepositional(site)])
        for need, phrases, links in (
            ("place_of_subject", clause.subject, ("of", "in", "at", "from")),
            ("place_held", clause.subject, ("of", "in", "at")),
            ("place_of_object", clause.object or clause.subject, ("in", "at")),
            ("of_a_loser", clause.behind("from"), ("in", "at")),
            ("to_quarters", clause.behind("to"), ("in", "at", "near", "outside")),
        ):
            if need in predicate.needs and not parts.places:
                heads = [phrase.head for phrase in phrases]
                inner = [one for head in heads for link, one in self._phrases.prepositional(head) if link in links]
                self._caster.put_places(parts, inner)
                if need == "place_of_subject" and not parts.places:
                    parts.places += named_garrison(clause, self._phrases, self._lexicon)
        leaves = predicate.kind == "withdrawal" and "from" in predicate.place and clause.lemma != "be"
        back = predicate.id in ("be-back", "be-there", "remain-in")
        if not parts.places and (leaves or back) and self._parse.words[0].dep == "lead":
            parts.places += self._antecedents.label()
        if not parts.places and predicate.left_out:
            left_out = taken_beside(predicate, clause, self._antecedents) or self._antecedents.place_left_out(
                clause.verb
            )
            begins = self._parse.words[0].start if "joined" in predicate.needs else 0
            parts.places += [place for place in left_out if place.start >= begins]
            if predicate.subject == "mover" and self._has_taken(parts, clause):
                parts.places = []
            elif "in_question" in predicate.needs:
                self._keep_in_question(parts, predicate, clause)
            parts.effort += 1

    def _keep_in_question(self, parts: Parts, predicate: Predicate, clause: Clause) -> None:
        """Keep of the places left out those whose control was just told of, and from which nobody has left yet."""
        movers = {party.name for party in parts.parties.get("lost_by", ())}
        gone = bool(movers & self._caster.leavers(parts))
        told = [] if gone else [one for one in parts.places if self._antecedents.is_in_question(one)]
        beside = self._parse.words[clause.verb].dep in ("advcl", "conj")
        same = beside and any(one.pronoun for one in clause.object)  # "took it before the army threw them out"
        if not (same or self._says_there(clause.verb) or self._needs.is_garrison(clause)):
            involved = [party for row in parts.parties.values() for party in row]
            by_kind = "known_side" not in predicate.needs and not any(
                self._phrases.number(one.head) for one in clause.subject
            )
            told = [one for one in told if self._antecedents.is_left_by(involved, one, by_kind=by_kind)]
        parts.places = told

    def _has_taken(self, parts: Parts, clause: Clause) -> bool:
        """Whether those who leave are who came: ``rebels moved in before the soldiers left`` does not mean rebels."""
        change = self._antecedents.story.last_change
        word = self._parse.words[clause.verb]
        named = not any(one.pronoun for one in clause.subject)  # "took the town before they left it"
        beside = named and word.dep == "advcl" and change is not None and change.at == word.head
        taker = change.gained_by if beside and change is not None else None
        return taker is not None and taker.name in {party.name for party in parts.parties.get("lost_by", ())}

    def _says_there(self, verb: int) -> bool:
        objects = [verb, *self._parse.deps(verb, "dobj", "nsubjpass")]
        counted = [link for at in objects[1:] for link in self._parse.deps(at, "prep")]  # "the last of its posts there"
        objects += [noun for link in counted for noun in self._parse.deps(link, "pobj")]
        beside = {self._parse.words[child].lower for at in objects for child in self._parse.deps(at, "advmod")}
        misread = (
            child for child in self._parse.deps(verb, "expl") if self._parse.words[child - 1].tag.startswith("N")
        )
        return "there" in beside or any(misread)  # "the detachment there was chased out"

    def _flag_side(
        self, predicate: Predicate, clause: Clause, flags: Sequence[Phrase], parts: Parts
    ) -> PartyRef | None:
        """Whose a flag is: ``our flag``, and ``the flag`` that flies of the side that tells of it."""
        if predicate.subject != "flag" and "flag" not in predicate.things:
            return None
        for flag in flags:
            said = self._phrases.tree.determiners(flag.head) & self._lexicon.lists["possessives"]
            for pronoun in sorted(said):
                owner = self._caster.pronoun_party(pronoun, flag.head, parts)
                return None if owner is None or self._caster.is_mere_person(owner) else owner
        return self._side_of_the_flag(clause.verb, parts) if predicate.subject == "flag" else None

    def _side_of_the_flag(self, verb: int, parts: Parts) -> PartyRef | None:
        """Whose ``the flag`` is: of the side that tells of it, else of who took this place, else of the outlet."""
        speaker, story = self.tellers.speaker(verb), self._antecedents.story
        if speaker is not None and (speaker.party or self._phrases.tree.world.parties(speaker.text)):
            return speaker
        change = story.last_change
        gainer = change.gained_by if change is not None and not _is_elsewhere(parts.places, change.places) else None
        return gainer or story.parties.voice or speaker
