"""What a predicate asks of its verb: its tense and aspect, and what stands beside and behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from geo.date_expressions import find_dates
from geo.extract.syntax.date_lexicon import date_lexicon
from geo.extract.syntax.filling.existing import is_existential
from geo.extract.syntax.filling.reached import goes_on

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geo.extract.syntax.clauses.clauses import ClauseReader
    from geo.extract.syntax.lexicon import SyntaxLexicon
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
    "at_no_occasion": ("occasions", frozenset({"at", "during", "for", "in"})),
    "no_window": ("windows", frozenset({"from"})),
    "no_pole": ("poles", frozenset({"from", "over", "at", "on", "above", "atop", "in"})),
}
"""Needs that are not met where a noun of a list stands behind one of these prepositions."""

_ASKED = {
    "under_siege": ("sieges", frozenset({"under"})),
    "on_duty": ("duties", frozenset({"on"})),
}
"""Needs that are met only where one does."""

_TIMES_APART = ("before", "earlier", "ago", "after")
"""Adverbs behind a time: ``had gone the day before``."""
_NEAR = 9
"""Words behind a ``but`` in which it is told what became of an attack."""
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)$").match


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbNeeds:
    """Whether verbs of one sentence are such as predicates ask for."""

    clauses: ClauseReader
    lexicon: SyntaxLexicon

    @property
    def _parse(self) -> Parse:
        return self.clauses.parse

    def is_met(self, need: str, verb: int) -> bool:
        """Whether a verb meets a need; one that asks nothing of verbs is met."""
        if need in self._ANSWERS:
            is_so, wanted = self._ANSWERS[need]
            return is_so(self, verb) is wanted
        if need in _ASKED:
            return self._stands_behind(verb, *_ASKED[need])
        return need not in _REFUSED or not self._stands_behind(verb, *_REFUSED[need])

    def _is_said_passive(self, verb: int) -> bool:
        """``Was taken``, with its auxiliary."""
        return self._parse.dep(verb, "auxpass") is not None

    def _has_mood(self, verb: int) -> bool:
        """``Left happy``: what somebody was when they did it."""
        return self._parse.dep(verb, "oprd") is not None

    def _is_existential(self, verb: int) -> bool:
        """``There are soldiers in the town``."""
        return is_existential(self._parse, verb)

    def _is_joined(self, verb: int) -> bool:
        """``Came and went``."""
        return self._parse.words[verb].dep == "conj"

    def _is_aside(self, verb: int) -> bool:
        """``Left before the army arrived``: told as the time of something else, which may never have come."""
        return self._parse.words[verb].dep in ("advcl", "relcl", "acl", "pcomp")

    def _has_complement(self, verb: int) -> bool:
        """Whether a verb of being says what somebody is, and not where: ``who had been captives in the town``."""
        complement = self._parse.dep(verb, "attr", "acomp")
        return complement is not None and self._parse.words[complement].lower not in self.lexicon.lists["of_a_time"]

    def _is_condition(self, verb: int) -> bool:
        """``Damascus fell silent``: how it has become, and into nobody's hands."""
        words = self._parse.words
        behind = (child for child in self._parse.deps(verb, "acomp", "advmod", "oprd", "prt") if child > verb)
        return any(words[child].lower in self.lexicon.lists["fallen_so"] for child in behind)

    def _is_of_a_time(self, verb: int) -> bool:
        """``were still in the town``: a state told of on purpose."""
        words = self._parse.words
        beside = {words[child].lower for child in self._parse.deps(verb, "advmod", "acomp")}
        if beside & self.lexicon.lists["of_a_time"]:
            return True
        links = [child for child in self._parse.deps(verb, "prep") if words[child].lower in ("since", "by")]
        return any(words[noun].tag in ("NNP", "CD", "NN") for link in links for noun in self._parse.deps(link, "pobj"))

    def _is_lasting(self, verb: int) -> bool:
        """``Are still present in the town``, ``remain present``: who was to be gone by now."""
        still = any(self._parse.words[child].lower == "still" for child in self._parse.deps(verb, "advmod"))
        return still or self._parse.words[verb].lemma in ("remain", "stay")

    def _is_confined_to_quarters(self, verb: int) -> bool:
        """``Remain confined to their bases in the town``, but not ``to the old town``."""
        words, parse, quarters = self._parse.words, self._parse, self.lexicon.lists["own_quarters"]
        links = [link for at in (verb, *parse.deps(verb, "acomp", "oprd")) for link in parse.deps(at, "prep")]
        nouns = [noun for link in links if words[link].lower == "to" for noun in parse.deps(link, "pobj")]
        return any({words[noun].lower, words[noun].lower.removesuffix("s")} & quarters for noun in nouns)

    def _is_simple_present(self, verb: int) -> bool:
        """``Federal troops occupy the bank``, ``is occupied by``: told of now, and not of a day."""
        auxiliaries = {self._parse.words[child].lower for child in self._parse.deps(verb, "aux", "auxpass")}
        word = self._parse.words[verb]
        joined = (
            word.tag == "VB" and word.dep == "conj" and self._parse.words[word.head].tag == "VBN"
        )  # "has taken X and"
        return auxiliaries <= {"is", "are"} and (bool(auxiliaries) or joined or word.tag in ("VBZ", "VBP"))

    def _is_told_now(self, verb: int) -> bool:
        """``Are in the town``, ``have been there since``; no ``had been``, ``will be`` or ``hopes to be``."""
        words, parse = self._parse.words, self._parse
        auxiliaries = {words[child].lower for child in parse.deps(verb, "aux")}
        if any(words[child].lower in self.lexicon.lists["conditionals"] for child in parse.deps(verb, "mark")):
            return False
        behind = words[verb + 1 : parse.edges(verb)[1]]
        comes_and_goes = any(word.lower == "off" and word.at > verb + 1 for word in behind)  # "on and off"
        return auxiliaries <= {"have", "has", "'ve"} and words[verb].tag != "VB" and not comes_and_goes

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

    def _goes_onward(self, verb: int) -> bool:
        """``Walked in from the north``, ``moved up the valley from the ford``: that is no leaving."""
        beside = self._parse.deps(verb, "prt", "advmod")
        links = [link for link in self._parse.deps(verb, "prep") if self._parse.words[link].lower != "in"]
        on = any(self._parse.words[child].lower == "on" for child in beside)
        if on and any(self._parse.words[c].tag == "VB" for c in self._parse.deps(verb, "xcomp", "advcl")):
            return True  # "from the ridge they went on to take the town"
        return any(self._parse.words[child].lower in self.lexicon.lists["onward"] for child in (*beside, *links))

    def _is_brought_in(self, verb: int) -> bool:
        """``A unit flown in from the capital``: told for where it came to."""
        words = self._parse.words
        return any(
            words[child].lower in self.lexicon.lists["onward"] and words[child + 1].lower == "from"
            for child in self._parse.deps(verb, "prt", "advmod", "prep")
            if child + 1 < len(words) and not self._parse.children[child]
        )

    def _are_inhabitants(self, verb: int) -> bool:
        """``Some 200 Serbs stayed in the town``, ``thousands of Serbs left``: people of it, who are counted."""
        subject, parse = self.clauses.subject(verb), self._parse
        if subject is None:
            return False
        many = parse.words[subject].lemma in self.lexicon.lists["multitudes"]
        of = [noun for link in parse.deps(subject, "prep") for noun in parse.deps(link, "pobj")] if many else []
        heads = [subject] if parse.dep(subject, "nummod") is not None else of
        names = [self.clauses.phrases.names.get(head) for head in heads]
        world = self.clauses.phrases.tree.world
        told = (world.parties(name.text) for name in names if name is not None and not name.forces)
        return any(one.form == "people" for readings in told for one in readings)

    def _is_what_is_left(self, verb: int) -> bool:
        """``Only Marib was left to the government``, ``is still left to it``: what it has, and nobody's gift."""
        words, parse = self._parse.words, self._parse
        auxiliaries = {words[child].lower for child in parse.deps(verb, "aux", "auxpass")}
        if auxiliaries <= {"is", "are", "'s"} and auxiliaries:
            return True
        subject = self.clauses.subject(verb)
        beside = [*parse.children[verb], *(parse.children[subject] if subject is not None else ())]
        return any(words[child].lower in ("only", "still") for child in beside)

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
            if (
                word.dep == "advmod"
                and child > verb
                and word.lower not in (*self.lexicon.lists["orders"], *_TIMES_APART)
            ):
                return False
            if word.dep == "prep" and child > verb:
                behind = [words[noun] for noun in self._parse.deps(child, "pobj")]
                if not behind or any(one.tag not in ("NNP", "CD") for one in behind) or self._names(behind):
                    return False
        return True

    def _names(self, words: list[Word]) -> bool:
        return any(word.at in self.clauses.phrases.names for word in words)

    def _is_beaten_off(self, verb: int) -> bool:
        """``Stormed the base but were driven off``, ``but failed to take it``: an attack, and no taking."""
        words, lists = self._parse.words, self.lexicon.lists
        turn = next((word.at for word in words[verb:] if word.lower in lists["turns"]), len(words))
        for word, behind in pairwise(words[turn : turn + _NEAR]):
            near = {other.lower for other in words[word.at + 1 : word.at + 3]} & lists["backwards"]
            if word.lemma in lists["repelling"] or (word.lemma in lists["driving_back"] and near):
                return True
            if word.lemma == "fail" and behind.lower == "to":
                return True
        return False

    def _is_in_a_ward(self, verb: int) -> bool:
        """``Are in jail in the town``, ``in a hospital``, but not ``inside the hospital``."""
        parse, lists = self._parse, self.lexicon.lists
        links = [at for at in range(verb + 1, parse.edges(verb)[1]) if parse.words[at].lower in ("in", "at")]
        own = [at for at in links if self._clause_of(at) == verb]  # no "where the wounded are in hospital"
        nouns = [parse.words[noun] for link in own for noun in parse.deps(link, "pobj")]
        return any(
            noun.lemma in lists["wards"] or (noun.lemma in lists["sickbeds"] and not self._is_a_certain_one(noun.at))
            for noun in nouns
        )

    def _clause_of(self, at: int) -> int | None:
        """The verb in whose clause a word stands."""
        return next((over for over in self._parse.governors(at) if self._parse.words[over].tag.startswith("V")), None)

    def _is_a_certain_one(self, noun: int) -> bool:
        """``The hospital``, ``Shifa hospital``; no ``hospital``, no ``a hospital``."""
        before = self._parse.deps(noun, "det", "compound", "poss")
        return any(self._parse.words[at].lower not in ("a", "an") for at in before)

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

    _ANSWERS: ClassVar[Mapping[str, tuple[Callable[[VerbNeeds, int], bool], bool]]] = {
        "said_passive": (_is_said_passive, True),
        "no_complement": (_has_complement, False),
        "not_brought_in": (_is_brought_in, False),
        "no_inhabitants": (_are_inhabitants, False),
        "no_condition": (_is_condition, False),
        "no_mood": (_has_mood, False),
        "existential": (_is_existential, True),
        "of_a_time": (_is_of_a_time, True),
        "lasting": (_is_lasting, True),
        "to_quarters": (_is_confined_to_quarters, True),
        "simple_present": (_is_simple_present, True),
        "told_now": (_is_told_now, True),
        "in_no_role": (_has_role, False),
        "come_about": (_came_about, True),
        "once": (_is_counted, False),
        "not_of_old": (_is_of_old, False),
        "perfect": (_is_perfect, True),
        "place_first": (_begins_with_place, True),
        "reached": (_is_reached, True),
        "no_entry": (_goes_onward, False),
        "as_a_state": (_is_what_is_left, True),
        "joined": (_is_joined, True),
        "in_no_aside": (_is_aside, False),
        "goes_alone": (_goes_alone, True),
        "in_no_ward": (_is_in_a_ward, False),
        "not_beaten_off": (_is_beaten_off, False),
    }
    """What a need asks of the verb, and the answer that meets it."""
