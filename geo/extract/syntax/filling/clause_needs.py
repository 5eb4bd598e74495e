"""What a predicate asks of its clause before its parts are filled: voice, particles, and who and what play a part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geo.extract.syntax.clauses.clauses import Clause, ClauseReader
    from geo.extract.syntax.filling.verb_needs import VerbNeeds
    from geo.extract.syntax.lexicon import Predicate, SyntaxLexicon
    from geo.extract.syntax.phrases.phrases import Phrase
    from geo.extract.syntax.trees.parse import Parse


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseNeeds:
    """Whether clauses of one sentence are such as predicates ask for."""

    clauses: ClauseReader
    lexicon: SyntaxLexicon
    of_verbs: VerbNeeds

    @property
    def _parse(self) -> Parse:
        return self.clauses.parse

    def allow(self, predicate: Predicate, clause: Clause, *, passive: bool) -> bool:
        """Whether the clause's voice, particles, object and complement let a predicate be meant."""
        objectless = not (passive or predicate.complement) and (
            predicate.object is None or "no_object" in predicate.needs
        )
        return (
            (predicate.passive or not passive)
            and (not predicate.particles or bool(predicate.particles & clause.particles))
            and not (objectless and self._has_object(clause))
            and not ("no_object" in predicate.needs and self._is_said_of_its_object(clause))
            and not ("by_somebody" in predicate.needs and not passive and self._is_of_a_thing(clause))
            and all(self._is_met(need, clause) for need in predicate.needs)
            and not self._is_in_a_contest(clause)
            and not self._is_an_election(clause)
        )

    def _is_met(self, need: str, clause: Clause) -> bool:
        """Whether the clause or its verb meets a need; what is asked of their parts is for :mod:`.fitting` to say."""
        if need in self._ANSWERS:
            is_so, wanted = self._ANSWERS[need]
            return is_so(self, clause) is wanted
        return self.of_verbs.is_met(need, clause.verb)

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

    def _is_an_attack(self, clause: Clause) -> bool:
        """``An attack from Agdam was thrown back``: from where it came, and nobody has lost that."""
        heads = (self._parse.words[phrase.head].lemma for phrase in (clause.object or clause.subject))
        return any(head in self.lexicon.lists["attacks"] for head in heads)

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

    def _is_said_of_its_object(self, clause: Clause) -> bool:
        """``A city that the army holds in the province``: what a relative clause is said of is its object."""
        words, parse = self._parse.words, self._parse
        subject = parse.dep(clause.verb, *SUBJECTS)
        if words[clause.verb].dep != "relcl" or subject is None:
            return False
        opened = (*parse.deps(clause.verb, "advmod"), *parse.deps(subject, "poss"))  # "the day when", "whose forces"
        if any(words[at].tag in ("WRB", "WP$") for at in opened):
            return False
        return any(phrase.head < clause.verb and phrase.places for phrase in clause.object)

    def _is_among_people(self, clause: Clause) -> bool:
        """``Surrounded by their families``."""
        return any(one.civilians for one in clause.agent)

    def _leaves_behind(self, verb: int) -> bool:
        """``Left behind their lorries``: whatever object the parser missed."""
        return any(self._parse.words[child].lower == "behind" for child in self._parse.children[verb])

    def _are_several(self, clause: Clause) -> bool:
        """``The battalion``, ``soldiers``, but not ``a soldier``."""
        words = self._parse.words
        for phrase in clause.subject:
            determiners = self.clauses.phrases.tree.determiners(phrase.head)
            if "a" in determiners and words[phrase.head].lemma not in self.lexicon.lists["groups"]:
                return False
        return True

    def _number(self, phrase: Phrase) -> int | None:
        return self.clauses.phrases.number(phrase.head)

    def _are_watchmen(self, clause: Clause) -> bool:
        """``The police``, ``the home team's guards``."""
        heads = (self._parse.words[phrase.head].lower for phrase in clause.subject)
        return any(head in self.lexicon.lists["watchmen"] for head in heads)

    def is_garrison(self, clause: Clause) -> bool:
        """``The garrison fled``: from the place that they held."""
        return any(
            self._parse.words[phrase.head].lemma in self.lexicon.lists["garrisons"]
            and bool(self.clauses.phrases.tree.determiners(phrase.head) & self.lexicon.lists["definite"])
            for phrase in clause.subject
        )

    def _are_defenders(self, clause: Clause) -> bool:
        """``The garrison``, ``a rebel garrison``, ``the Tobruk garrison``: people, and no place."""
        heads = (self._parse.words[phrase.head].lemma for phrase in clause.subject)
        return any(head in self.lexicon.lists["garrisons"] for head in heads)

    def _has_particle(self, clause: Clause) -> bool:
        """``Gave up``, ``fell back``: a verb that means something else by it."""
        return bool(clause.particles & self.lexicon.lists["changing_particles"])

    def _are_counted(self, clause: Clause) -> bool:
        """``Withdrew 200 soldiers``."""
        return any(self._are_some(one.head) for one in clause.object)

    def _are_counted_themselves(self, clause: Clause) -> bool:
        """``200 soldiers left``."""
        return any(self._number(one) for one in clause.subject)

    def _are_many_things(self, clause: Clause) -> bool:
        """``Gave up its posts``."""
        return all(one.plural for one in clause.object)

    def _is_to_come(self, clause: Clause) -> bool:
        """``Are to garrison the town``."""
        return clause.manner.planned

    def _is_done(self, clause: Clause) -> bool:
        """``The rebels left``, but not ``are leaving``, ``would leave``, ``left behind lorries``."""
        manner = clause.manner
        undone = manner.negated or manner.planned or manner.possible or manner.unreal or manner.present
        return not (undone or self._leaves_behind(clause.verb))

    _ANSWERS: ClassVar[Mapping[str, tuple[Callable[[ClauseNeeds, Clause], bool], bool]]] = {
        "no_particle": (_has_particle, False),
        "several": (_are_several, True),
        "unhurt": (_are_harmed, False),
        "no_attack": (_is_an_attack, False),
        "sides_apart": (_are_sides_apart, True),
        "uncounted": (_are_counted, False),
        "uncounted_subject": (_are_counted_themselves, False),
        "many_things": (_are_many_things, True),
        "by_no_crowd": (_is_among_people, False),
        "no_watchmen": (_are_watchmen, False),
        "garrison": (is_garrison, True),
        "no_garrison": (_are_defenders, False),
        "done": (_is_done, True),
        "to_come": (_is_to_come, True),
        "from_a_yoke": (_is_from_a_yoke, True),
        "not_denied": (_is_denied, False),
    }
    """What a need asks of the clause, and the answer that meets it."""
