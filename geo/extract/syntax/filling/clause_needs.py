"""What a predicate asks of its clause before its parts are filled: voice, particles, tense, and what stands beside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.date_expressions import find_dates
from geo.extract.syntax.date_lexicon import date_lexicon
from geo.extract.syntax.filling.reached import goes_on

if TYPE_CHECKING:
    from geo.extract.syntax.clauses.clauses import Clause, ClauseReader
    from geo.extract.syntax.clauses.manner import Manner
    from geo.extract.syntax.lexicon import Predicate, SyntaxLexicon
    from geo.extract.syntax.phrases.phrases import Phrase
    from geo.extract.syntax.trees.parse import Parse, Word

_REFUSED = {
    "no_setting": ("settings", frozenset({"under", "within", "in", "on", "as"})),
    "no_occasion": ("occasions", frozenset({"for", "to", "on"})),
    "no_dispute": ("disputes", frozenset({"in"})),
    "no_repositioning": ("new_lines", frozenset({"to", "into", "onto"})),
    "no_such_line": ("line_kinds", frozenset({"of"})),
    "no_front": ("front_lines", frozenset({"for"})),
    "no_way": ("ways_there", frozenset({"on"})),
    "no_visit": ("occasions", frozenset({"after", "following", "from"})),
    "no_command": ("commands", frozenset({"in"})),
    "no_window": ("windows", frozenset({"from"})),
    "no_pole": ("poles", frozenset({"from", "over", "at", "on", "above", "atop", "in"})),
}
"""Needs that are not met where a noun of a list stands behind one of these prepositions."""

_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)$").match


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseNeeds:
    """Whether clauses of one sentence are such as predicates ask for."""

    clauses: ClauseReader
    lexicon: SyntaxLexicon

    @property
    def _parse(self) -> Parse:
        return self.clauses.parse

    def allow(self, predicate: Predicate, clause: Clause, *, passive: bool) -> bool:
        """Whether the clause's voice, particles, object and complement let a predicate be meant."""
        needs, verb = predicate.needs, clause.verb
        objectless = not (passive or predicate.complement) and (predicate.object is None or "no_object" in needs)
        return (
            (predicate.passive or not passive)
            and (not predicate.particles or bool(predicate.particles & clause.particles))
            and not (objectless and self._has_object(clause))
            and not ("said_passive" in needs and self._parse.dep(verb, "auxpass") is None)
            and not ("no_particle" in needs and bool(clause.particles & self.lexicon.lists["changing_particles"]))
            and not ("by_somebody" in needs and not passive and self._is_of_a_thing(clause))
            and not ("no_complement" in needs and self._has_complement(verb))
            and not ("no_mood" in needs and self._parse.dep(verb, "oprd") is not None)
            and not ("of_a_time" in needs and not self._is_of_a_time(verb))
            and not ("simple_present" in needs and not self._is_simple_present(verb))
            and not ("told_now" in needs and not self._is_told_now(verb))
            and not ("several" in needs and not self._are_several(clause))
            and not ("unhurt" in needs and self._are_harmed(clause))
            and not ("sides_apart" in needs and not self._are_sides_apart(clause))
            and not ("uncounted" in needs and any(self._are_some(one.head) for one in clause.object))
            and not ("uncounted_subject" in needs and any(self._number(one) for one in clause.subject))
            and not ("many_things" in needs and not all(one.plural for one in clause.object))
            and not ("no_watchmen" in needs and self._are_watchmen(clause))
            and not ("in_no_role" in needs and self._has_role(verb))
            and not ("come_about" in needs and not self._came_about(verb))
            and not ("once" in needs and self._is_counted(verb))
            and not ("not_of_old" in needs and self._is_of_old(verb))
            and not ("perfect" in needs and not self._is_perfect(verb))
            and not ("place_first" in needs and not self._begins_with_place(verb))
            and not ("beside_a_taking" in needs and not self._is_beside_a_taking(verb))
            and not ("reached" in needs and not self._is_reached(verb))
            and not ("no_entry" in needs and self._goes_onward(verb))
            and not ("garrison" in needs and not self.is_garrison(clause))
            and not ("as_a_state" in needs and not self._is_what_is_left(verb))
            and not ("done" in needs and (not _is_done(clause.manner) or self._leaves_behind(verb)))
            and not ("joined" in needs and self._parse.words[verb].dep != "conj")
            and not ("goes_alone" in needs and not self._goes_alone(verb))
            and not ("from_a_yoke" in needs and not self._is_from_a_yoke(clause))
            and not ("not_denied" in needs and self._is_denied(clause))
            and not any(self._stands_behind(verb, *row) for need, row in _REFUSED.items() if need in needs)
            and not self._is_in_a_contest(clause)
            and not self._is_an_election(clause)
        )

    def _is_of_a_thing(self, clause: Clause) -> bool:
        """``The victory gave the rebels the road``, ``Orvane gives the army the junction``: what somebody got by it."""
        tree = self.clauses.phrases.tree
        return bool(clause.dative) and any(
            not (
                one.pronoun
                or tree.head_flags(one.head)
                or self._parse.words[one.head].lemma in self.lexicon.basic.deals
            )
            and (one.party is None or (one.party.guessed and bool(one.places)))
            for one in clause.subject
        )

    def _are_some(self, head: int) -> bool:
        """``200 soldiers``, but not ``all 200 soldiers``, ``its last 200 soldiers``."""
        words = self._parse.words[slice(self._parse.edges(head)[0], head)]
        to_the_last = self.lexicon.lists["to_the_last"]
        return bool(self.clauses.phrases.number(head)) and not any(word.lower in to_the_last for word in words)

    def _are_harmed(self, clause: Clause) -> bool:
        """``Brought home the bodies of its soldiers``, ``its wounded soldiers came home``."""
        heads = [phrase.head for phrase in (clause.object or clause.subject)]
        words = (word for head in heads for word in self._parse.words[slice(*self._parse.edges(head))])
        return any({word.lower, word.lemma} & self.lexicon.lists["harmed"] for word in words)

    def _are_sides_apart(self, clause: Clause) -> bool:
        """Whether two sides are told of, and no ``new troops`` in place of ``tired soldiers``, nor the army's own."""
        parse, phrases = self._parse, self.clauses.phrases
        gone = clause.object or clause.behind("from")
        both = [*clause.subject, *clause.agent, *gone]
        anybody = any(
            parse.words[one.head].lemma in self.lexicon.lists["anybodys"]
            and one.head not in phrases.names
            and phrases.owner(one.head) is None
            for one in both
        )
        sides = [one.party.name.lower().removesuffix("s") for one in both if one.party]
        return not anybody and len(sides) == len(set(sides))

    def _is_denied(self, clause: Clause) -> bool:
        """``No flag was seen``, but not ``is no longer seen``."""
        nothing = any(phrase.negative for phrase in (*clause.subject, *clause.object))
        return nothing or (clause.manner.negated and not clause.manner.ended)

    def _stands_behind(self, verb: int, nouns: str, links: frozenset[str]) -> bool:
        """``Has the town under siege``: whatever word the parser hung the phrase on."""
        words = self._parse.words
        behind = range(verb + 1, self._parse.edges(verb)[1])
        return any(
            words[noun].lemma in self.lexicon.lists[nouns]
            for link in behind
            if words[link].lower in links
            for noun in self._parse.deps(link, "pobj")
        )

    def _goes_alone(self, verb: int) -> bool:
        """``If the residence goes``: with nothing behind the verb that says where to, but perhaps when."""
        words = self._parse.words
        subject = self.clauses.subject(verb)
        if subject is None or words[subject].tag.startswith("PRP"):
            return False
        for child in self._parse.children[verb]:
            word = words[child]
            if word.dep in ("prt", "xcomp", "advcl", "acomp", "oprd", "dobj", "attr", "ccomp"):
                return False
            if word.dep == "advmod" and child > verb and word.lower not in self.lexicon.lists["orders"]:
                return False
            if word.dep == "prep" and child > verb:
                behind = [words[noun] for noun in self._parse.deps(child, "pobj")]
                if not behind or any(one.tag not in ("NNP", "CD") for one in behind) or self._names(behind):
                    return False
        return True

    def _names(self, words: list[Word]) -> bool:
        return any(word.at in self.clauses.phrases.names for word in words)

    def _is_from_a_yoke(self, clause: Clause) -> bool:
        """``delivered the village from occupation``: what somebody else held."""
        behind = (self._parse.words[phrase.head].lemma for phrase in clause.behind("from", "of"))
        return any(lemma in self.lexicon.lists["yokes"] for lemma in behind)

    def _is_in_a_contest(self, clause: Clause) -> bool:
        """``lost the town in the election``: votes, matches and courts take no ground."""
        behind = (self._parse.words[phrase.head].lemma for phrase in clause.behind("in", "at", "during"))
        return any(lemma in self.lexicon.lists["contests"] for lemma in behind)

    def _is_an_election(self, clause: Clause) -> bool:
        """``The opposition won the mayor's office``: an office and no house; but armies lose houses."""
        offices = [one.head for one in clause.object if self._parse.words[one.head].lemma == "office"]
        whose = (
            self._parse.words[at].lemma for head in offices for at in self._parse.deps(head, "poss", "amod", "compound")
        )
        fought = clause.lemma == "lose" and any(one.forces for one in clause.subject)
        return (
            clause.lemma in ("win", "lose")
            and not fought
            and any(one in self.lexicon.lists["elected"] for one in whose)
        )

    def _has_object(self, clause: Clause) -> bool:
        """Whether a verb has an object; a name that the parser hung on it as something else is none."""
        heads = (self._parse.words[phrase.head] for phrase in clause.object)
        return any(word.dep in ("dobj", "attr") and word.lemma not in self.lexicon.lists["ways"] for word in heads)

    def _is_of_a_time(self, verb: int) -> bool:
        """``were still in the town``: a state told of on purpose."""
        words = self._parse.words
        beside = {words[child].lower for child in self._parse.deps(verb, "advmod", "acomp")}
        if beside & self.lexicon.lists["of_a_time"]:
            return True
        links = [child for child in self._parse.deps(verb, "prep") if words[child].lower in ("since", "by")]
        return any(words[noun].tag in ("NNP", "CD", "NN") for link in links for noun in self._parse.deps(link, "pobj"))

    def _has_complement(self, verb: int) -> bool:
        """Whether a verb of being says what somebody is, and not where: ``who had been captives in the town``."""
        complement = self._parse.dep(verb, "attr", "acomp")
        return complement is not None and self._parse.words[complement].lower not in self.lexicon.lists["of_a_time"]

    def _leaves_behind(self, verb: int) -> bool:
        """``Left behind their lorries``: whatever object the parser missed."""
        return any(self._parse.words[child].lower == "behind" for child in self._parse.children[verb])

    def _goes_onward(self, verb: int) -> bool:
        """``Walked in from the north``, ``moved up the valley from the ford``: that is no leaving."""
        beside = self._parse.deps(verb, "prt", "advmod")
        links = [link for link in self._parse.deps(verb, "prep") if self._parse.words[link].lower != "in"]
        return any(self._parse.words[child].lower in self.lexicon.lists["onward"] for child in (*beside, *links))

    def _is_reached(self, verb: int) -> bool:
        """``By noon they had the bridge``, ``had it on the 29th``: a day on which it was got, and no lasting state."""
        words = self._parse.words
        if words[verb].tag != "VBD" or self._parse.dep(verb, "aux") is not None or goes_on(self._parse, verb):
            return False
        links = [child for child in self._parse.deps(verb, "prep") if words[child].lower in ("by", "on")]
        behind = [words[noun] for link in links for noun in self._parse.deps(link, "pobj")]
        return any(self._is_time(word) for word in behind)

    def _is_time(self, word: Word) -> bool:
        """``By eleven``, ``by nightfall``, ``on Friday``, ``on the 29th``."""
        told = word.tag == "CD" or word.lemma in date_lexicon().times_of_day or _ORDINAL(word.text)
        return bool(told or find_dates(word.text))

    def _is_told_now(self, verb: int) -> bool:
        """``Are in the town``, ``have been there since``; no ``had been``, ``will be`` or ``hopes to be``."""
        words, parse = self._parse.words, self._parse
        auxiliaries = {words[child].lower for child in parse.deps(verb, "aux")}
        if any(words[child].lower in self.lexicon.lists["conditionals"] for child in parse.deps(verb, "mark")):
            return False
        comes_and_goes = any(word.lower == "off" for word in words[verb : parse.edges(verb)[1]])  # "on and off"
        return auxiliaries <= {"have", "has", "'ve"} and words[verb].tag != "VB" and not comes_and_goes

    def _are_several(self, clause: Clause) -> bool:
        """``The battalion``, ``soldiers``, but not ``a soldier``, ``no soldier``."""
        words = self._parse.words
        for phrase in clause.subject:
            determiners = self.clauses.phrases.tree.determiners(phrase.head)
            if phrase.negative or ("a" in determiners and words[phrase.head].lemma not in self.lexicon.lists["groups"]):
                return False
        return True

    def _number(self, phrase: Phrase) -> int | None:
        return self.clauses.phrases.number(phrase.head)

    def _are_watchmen(self, clause: Clause) -> bool:
        """``The police``, ``the home team's guards``."""
        heads = (self._parse.words[phrase.head].lower for phrase in clause.subject)
        return any(head in self.lexicon.lists["watchmen"] for head in heads)

    def _has_role(self, verb: int) -> bool:
        """``Established itself in the town as the best team``, whatever word the parser hung that on."""
        behind = self._parse.words[verb + 1 : self._parse.edges(verb)[1]]
        return any(word.lower == "as" and self._parse.dep(word.at, "pobj") is not None for word in behind)

    def _came_about(self, verb: int) -> bool:
        """``Became free of rebels``, ``is now``, ``was on Monday``; no ``almost``, and nothing of a time before."""
        words, parse = self._parse.words, self._parse
        near = [word for word in words[slice(*parse.edges(verb))] if verb in (word.head, words[word.head].head)]
        if any(word.lower in self.lexicon.lists["nearly"] or word.lower == "before" for word in near):
            return False
        links = [word.at for word in near if word.dep == "prep" and word.lower in ("on", "by", "since", "in")]
        told = any(self._is_time(words[noun]) for link in links for noun in parse.deps(link, "pobj"))
        newly = any(word.lower in self.lexicon.lists["newly_so"] for word in near if word.dep == "advmod")
        return words[verb].lemma == "become" or told or newly

    def _is_counted(self, verb: int) -> bool:
        """``Changed hands twice``, ``four times``, ``never``: who had it in the end nobody says."""
        heads = (verb, *self._parse.deps(verb, "dobj", "prep"))
        adverbs = [adverb for at in heads for adverb in self._parse.deps(at, "advmod", "npadvmod", "neg")]
        beside = (word for at in adverbs for word in self._parse.words[slice(*self._parse.edges(at))])
        return any(word.lower in self.lexicon.lists["how_often"] for word in beside)

    def _is_of_old(self, verb: int) -> bool:
        """``Has long claimed the city``: by right, and not as taken now."""
        beside = {self._parse.words[adverb].lower for adverb in self._parse.deps(verb, "advmod")}
        return bool(beside & self.lexicon.lists["of_old"])

    def _is_perfect(self, verb: int) -> bool:
        """``By noon they had gone``: told as over."""
        auxiliaries = {self._parse.words[child].lemma for child in self._parse.deps(verb, "aux", "auxpass")}
        return "have" in auxiliaries and "been" not in auxiliaries

    def _begins_with_place(self, verb: int) -> bool:
        """``In Kutum, the garrison withdrew``: where they were, and not where they went."""
        subject = self.clauses.subject(verb)
        links = (link for link in self._parse.deps(verb, "prep") if self._parse.words[link].lower in ("in", "at"))
        return subject is not None and any(link < subject for link in links)

    def _is_beside_a_taking(self, verb: int) -> bool:
        """``Entered the town after the rebels left``: they left what the others took."""
        words, parse = self._parse.words, self._parse
        over = words[verb].head
        if words[verb].dep != "advcl" or not any(self._is_after(mark) for mark in parse.deps(verb, "mark", "advmod")):
            return False
        rows = [row for row in self.lexicon.verbs.get(words[over].lemma, ()) if row.kind == "capture"]
        clause = self.clauses.clause(over) if rows else None
        return clause is not None and any(self._takes_a_place(row, clause) for row in rows)

    def _is_after(self, mark: int) -> bool:
        """``After they left``, ``hours before they left``: they had been there."""
        words = self._parse.words
        shortly = words[mark].lower == "before" and words[mark - 1].tag.startswith("N")
        return shortly or words[mark].lower in self.lexicon.lists["as_others_left"]

    def _takes_a_place(self, predicate: Predicate, clause: Clause) -> bool:
        """``Entered the town``, ``took it``, but not ``captured the mayor of the town``."""
        passive = clause.voice == "passive"
        taken = clause.subject if passive else clause.object
        found = taken if predicate.object == "place" else clause.behind(*predicate.place)
        return any((one.places and one.party is None) or one.pronoun in ("it", "there") for one in found)

    def is_garrison(self, clause: Clause) -> bool:
        """``The garrison fled``: from the place that they held."""
        return any(
            self._parse.words[phrase.head].lemma in self.lexicon.lists["garrisons"]
            and bool(self.clauses.phrases.tree.determiners(phrase.head) & self.lexicon.lists["definite"])
            for phrase in clause.subject
        )

    def _is_what_is_left(self, verb: int) -> bool:
        """``Only Marib was left to the government``, ``is still left to it``: what it has, and nobody's gift."""
        words, parse = self._parse.words, self._parse
        auxiliaries = {words[child].lower for child in parse.deps(verb, "aux", "auxpass")}
        if auxiliaries <= {"is", "are", "'s"} and auxiliaries:
            return True
        subject = self.clauses.subject(verb)
        beside = [*parse.children[verb], *(parse.children[subject] if subject is not None else ())]
        return any(words[child].lower in ("only", "still") for child in beside)

    def _is_simple_present(self, verb: int) -> bool:
        """``Federal troops occupy the bank``, ``is occupied by``: told of now, and not of a day."""
        auxiliaries = {self._parse.words[child].lower for child in self._parse.deps(verb, "aux", "auxpass")}
        word = self._parse.words[verb]
        joined = (
            word.tag == "VB" and word.dep == "conj" and self._parse.words[word.head].tag == "VBN"
        )  # "has taken X and"
        return auxiliaries <= {"is", "are"} and (bool(auxiliaries) or joined or word.tag in ("VBZ", "VBP"))


def _is_done(manner: Manner) -> bool:
    """Whether something happened: ``the rebels left``, but not ``are leaving``, ``would leave``, ``never left``."""
    return not (manner.negated or manner.planned or manner.possible or manner.unreal or manner.present)
