"""Finds what plays a part in a clause: subject, object and adjuncts, wherever English leaves them.

A subject is looked for in the clause, before a conjunction, over a relative pronoun, over a verb of control (``ordered
its troops to leave``), before a participle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.syntax.clauses.identified import identified
from geo.extract.syntax.clauses.makers import maker
from geo.extract.syntax.mending.clauses import gives_time
from geo.extract.syntax.phrases.of_which import leaves_no_object, share_at
from geo.extract.syntax.phrases.ways import has_far_end
from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.phrases.phrases import Phrase, PhraseReader
    from geo.extract.syntax.trees.parse import Parse
    from geo.extract.syntax.trees.voice import VoiceReader

_DEEPEST = 8
"""Clauses that a search for a subject climbs: no sentence nests deeper."""
_WHERE = frozenset({"in", "at", "on", "inside", "within"})
_FIRST_HALVES = frozenset({"out", "on", "along", "together"})
"""First words of prepositions of two: ``out of``, ``on to``, ``along with``."""
_DASHES = frozenset({"-", "\u2013", "\u2014", ":", "--", ")"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentReader:
    """The arguments of one sentence's verbs."""

    parse: Parse
    phrases: PhraseReader
    voice: VoiceReader
    lexicon: SyntaxLexicon

    # subjects

    def subject(self, verb: int, *, depth: int = 0) -> int | None:
        """The head of the grammatical subject, wherever it stands."""
        if depth > _DEEPEST:
            return None
        own = self._own_subject(verb)
        if own is None:
            return self._inherited(verb, depth)
        if self._is_relative(own):
            antecedent = identified(self.parse, verb, self._antecedent(verb))
            return own if antecedent is None else antecedent
        return own

    def _own_subject(self, verb: int) -> int | None:
        fronted = self._fronted(verb) if self.parse.dep(verb, "dobj") is None else None
        subjects = [c for c in self.parse.deps(verb, *SUBJECTS) if c != fronted]
        agents = [c for c in subjects if not self.parse.words[c].text[0].isdigit()]  # "On Sunday the 8th the army took"
        own = next(iter(agents or subjects), None)
        if own is None and self.parse.dep(verb, "expl") is not None:  # "there are soldiers in the town"
            own = self.parse.dep(verb, "attr", "dobj")
        return self._mislaid(verb) if own is None else own

    def _inherited(self, verb: int, depth: int) -> int | None:
        """The subject that a clause without one takes from what it hangs on."""
        words, parse = self.parse.words, self.parse
        dep, head = words[verb].dep, words[verb].head
        is_verb = self.voice.is_verb(head)
        if dep in ("acl", "relcl") and any(words[c].lower == "to" for c in parse.deps(verb, "aux")):
            return self._subject_over_noun(head, depth)
        if dep in ("relcl", "acl") and (not is_verb or head in self.phrases.names):
            return self._named_by(head)
        if dep in ("xcomp", "ccomp", "oprd") and is_verb:
            return self._controller(verb, head, depth)
        if dep in ("xcomp", "ccomp") and words[head].dep in ("acomp", "oprd", "attr"):
            return self.subject(words[head].head, depth=depth + 1)
        if dep in ("conj", "advcl", "dep", "parataxis", "relcl", "acl", "acomp") and is_verb:
            return self.subject(head, depth=depth + 1)
        return self._subject_over_preposition(head, depth) if dep in ("pcomp", "pobj") else None

    def _controller(self, verb: int, head: int, depth: int) -> int | None:
        """Who does what a verb of control governs: its object (``ordered the army to leave``), else its subject."""
        words, target = self.parse.words, self.parse.dep(head, "dobj")
        if gives_time(self.parse, head, self.lexicon):  # "gave the rebels a week to leave", "got a week to leave"
            return self._given_time(head, depth)
        taking = words[head].lemma in self.lexicon.lists["taking_time"]
        takes_time = taking and target is not None and words[target].lemma in self.lexicon.lists["durations"]
        gerund = words[verb].tag == "VBG" and target is not None
        its_own = (
            gerund and words[target or 0].lower in self.lexicon.lists["relative_pronouns"]
        )  # "which they deny losing"
        apart = target is None or target > verb or its_own or takes_time  # "took three weeks to retake the town"
        return self.subject(head, depth=depth + 1) if apart else target

    def _given_time(self, verb: int, depth: int) -> int | None:
        """Who has a time for what they are to do: who is given it, else who has it."""
        words, durations = self.parse.words, self.lexicon.lists["durations"]
        objects = [c for c in self.parse.deps(verb, "dative", "dobj", "iobj") if words[c].lemma not in durations]
        return objects[0] if objects else self.subject(verb, depth=depth + 1)

    def _subject_over_preposition(self, preposition: int, depth: int) -> int | None:
        words, parse = self.parse.words, self.parse
        governor = words[preposition].head
        while words[governor].dep == "prep" and governor != words[governor].head:
            governor = words[governor].head
        if self.voice.is_verb(governor):
            target = parse.dep(governor, "dobj")
            if target is not None and words[governor].lemma in self.lexicon.lists["object_controls_preposition"]:
                return target
            return self.subject(governor, depth=depth + 1)
        return self._owner(governor)

    def _mislaid(self, verb: int) -> int | None:
        """A subject that the parser hung elsewhere, right before its verb.

        On a conjunction (``after Azerbaijan lost control``), or on a noun before it (``south of Shusha and Armenian
        forces controlled it``).
        """
        words, parse = self.parse.words, self.parse
        first = min((c for c in parse.deps(verb, "aux", "auxpass")), default=verb)
        mark = parse.dep(verb, "mark")
        if words[first].tag not in ("VBD", "VBZ", "VBP"):
            return None
        at = verb - 1
        while at > 0 and (words[at].tag in ("RB", "MD") or words[at].dep in ("aux", "auxpass", "neg", "punct")):
            at -= 1
        if at <= 0 or not words[at].tag.startswith(("N", "PRP")):
            return None
        if mark is not None and words[at].head != mark:
            return None
        first = at
        while words[first].dep == "conj" and words[words[first].head].tag.startswith("N"):
            first = words[first].head
        if words[first].dep == "pobj" and words[words[first].head].lower in self.lexicon.lists["conjunctions_of_time"]:
            return first
        if words[at].dep == "pobj":
            return at if words[words[at].head].lower in self.lexicon.lists["conjunctions_of_time"] else None
        close = not any(word.dep == "punct" for word in words[at:verb])
        strayed = words[at].dep in ("conj", "appos", "nmod") and words[words[at].head].tag.startswith("N")
        return at if close and strayed and words[verb].dep in ("ROOT", "advcl", "ccomp") else None

    def _subject_over_noun(self, noun: int, depth: int) -> int | None:
        """Who is to do it: the owner of a plan, who has it, or ``the last to leave`` itself."""
        words = self.parse.words
        head = words[noun].head
        if words[noun].lemma in self.lexicon.control_nouns or words[noun].lemma in self.lexicon.say_nouns:
            owner = self._owner(noun)
            if owner is not None:
                return owner
            return self.subject(head, depth=depth + 1) if words[noun].dep == "dobj" else None
        return self._named_by(noun)

    def _owner(self, noun: int) -> int | None:
        """Whose a plan or a report is: ``its plan to``, ``a Russian claim to``, ``claims by the rebels to``."""
        owner = self.parse.dep(noun, "poss")
        sides = (child for child in self.parse.deps(noun, "amod", "compound") if self._is_side(child))
        found = next(sides, None) if owner is None else owner
        return maker(self.parse, noun) if found is None else found

    def _is_side(self, at: int) -> bool:
        """Whether what stands before a noun tells a party: ``a Russian claim``, ``a rebel claim``."""
        name = self.phrases.names.get(at)
        if name is None:
            return self.parse.words[at].lemma in self.lexicon.lists["bare_parties"]
        return name.party is not None and name.known_party

    def _antecedent(self, verb: int) -> int | None:
        """The noun that a relative clause is said of."""
        at = self._relative(verb)
        return None if at is None else self._named_by(self._on_border(self.parse.words[at].head))

    def _on_border(self, noun: int) -> int:
        """The place on a border, where the parser takes the neighbour: ``Sake on the border with X, which it took``."""
        words = self.parse.words
        at = words[words[noun].head].head
        if words[noun].dep != "pobj" or words[at].lemma not in self.lexicon.lists["borders"]:
            return noun
        over = words[words[at].head].head
        on_it = words[at].dep == "pobj" and words[over].tag.startswith("N")
        return over if on_it else noun

    def _relative(self, verb: int) -> int | None:
        """The verb of the relative clause that a verb stands in."""
        words = self.parse.words
        at = verb
        while (
            words[at].dep in ("conj", "ccomp", "xcomp") and words[at].head != at and self.voice.is_verb(words[at].head)
        ):
            at = words[at].head
        return at if words[at].dep in ("relcl", "acl") else None

    def _named_by(self, noun: int) -> int:
        """The name that a noun describes: ``Kunduz, the only one that``, ``Hama was the first town to``."""
        word = self.parse.words[noun]
        if noun in self.phrases.names:
            return noun
        if word.dep == "appos" and word.head in self.phrases.names:
            return word.head
        if word.dep == "attr":
            subject = self.parse.dep(word.head, "nsubj")
            if subject is not None and subject in self.phrases.names:
                return subject
        return noun

    # objects

    def object(self, verb: int) -> int | None:
        """The head of the direct object, wherever it stands."""
        own = self._own_object(verb)
        if own is None:
            return next(
                (at for at in (self._shared_object(verb), self._gap(verb), self._fronted(verb)) if at is not None), None
            )
        is_relative = self._is_relative(own) or self.parse.words[own].tag in ("WDT", "WP")
        return identified(self.parse, verb, self._antecedent(verb)) if is_relative else own

    def _is_relative(self, at: int) -> bool:
        """``which``, ``most of which``: what stands for the noun that the clause is said of."""
        pronoun = self.parse.words[at].lower in self.lexicon.lists["relative_pronouns"]
        return pronoun or share_at(self.parse, at, self.lexicon) is not None

    def _own_object(self, verb: int) -> int | None:
        words, parse = self.parse.words, self.parse
        own = parse.dep(verb, "dobj", "attr") if words[verb].lemma != "be" else None
        if own is not None:
            return own
        for particle in parse.deps(
            verb, "prt"
        ):  # "hand over Agdam", where the parser takes the particle for a preposition
            if (behind := parse.dep(particle, "pobj")) is not None:
                return behind
        for link in parse.deps(verb, "prep"):  # "signed over the town to the rebels"
            if link == verb + 1 and words[link].lower == "over" and words[verb].lemma in self.lexicon.lists["giving"]:
                return parse.dep(link, "pobj")
        behind_verb = (c for c in parse.deps(verb, "advmod", "npadvmod", "acomp", "oprd", "prt") if c > verb)
        return next((c for c in behind_verb if c in self.phrases.names), None)  # a name unknown to the tagger

    def _shared_object(self, verb: int) -> int | None:
        """``captured and later lost Agdam``, but not ``had fallen and asked residents``."""
        if self.parse.words[verb].lemma in self.lexicon.lists["objectless"]:
            return None
        for child in self.parse.deps(verb, "conj"):
            if self.parse.words[child].tag.startswith("V") and self.parse.dep(child, *SUBJECTS) is None:
                shared = self.parse.dep(child, "dobj")
                if shared is not None and self.parse.dep(verb, "prep") is None:
                    return shared
        return None

    def _gap(self, verb: int) -> int | None:
        """The noun whose place as an object a relative clause leaves open: ``the town they captured``."""
        at = self._relative(verb)
        if at is None or self.parse.words[at].dep != "relcl":
            return None
        subject = self.parse.dep(at, *SUBJECTS)
        if subject is None or self.parse.words[subject].lower in self.lexicon.lists["relative_pronouns"]:
            return None
        return None if leaves_no_object(self.parse, at) else self._named_by(self.parse.words[at].head)

    def _fronted(self, verb: int) -> int | None:
        """``Al-Bukamal they got too``: a name before the subject, which no dash sets off as a dateline."""
        words = self.parse.words
        subject = max(self.parse.deps(verb, "nsubj"), default=None)
        if subject is None or words[verb].lemma == "be":
            return None
        for child in self.parse.deps(verb, "dep", "npadvmod", "nsubj", "advmod", "ccomp"):
            between = words[child:subject]
            if child < subject and child in self.phrases.names and not any(word.text in _DASHES for word in between):
                return child
        return None

    def dative(self, verb: int) -> int | None:
        """The head of an indirect object: ``gave Baku the town``."""
        own = next((c for c in self.parse.deps(verb, "dative", "iobj") if self.parse.words[c].tag != "IN"), None)
        return self._run_together(verb) if own is None else own

    def _run_together(self, verb: int) -> int | None:
        """The first of two names right behind a verb that the parser took for one: ``gave Azerbaijan Agdam``."""
        target, names = self.parse.dep(verb, "dobj"), self.phrases.names
        if target is None or target not in names:
            return None
        for child in self.parse.deps(target, "compound", "nmod"):
            name = names.get(child)
            apart = name is not None and name.last == names[target].first and name is not names[target]
            if name is not None and apart and name.party and name.known_party and name.nature != "adjective":
                return child
        return None

    def agent(self, verb: int) -> tuple[Phrase, ...]:
        """What stands behind ``by``."""
        found: list[Phrase] = []
        for by in self.parse.deps(verb, "agent", "prep"):
            if self.parse.words[by].lower != "by":
                continue
            for noun in self.parse.deps(by, "pobj"):
                found += self.phrases.read(noun)
        return tuple(found) if found or not self.voice.is_passive(verb) else tuple(self._strayed_agent(verb))

    def _strayed_agent(self, verb: int) -> Iterator[Phrase]:
        """The agent of a passive, where a noun between has drawn it: ``were sent to the villages by M23``."""
        parse = self.parse
        nouns = [noun for link in parse.deps(verb, "prep") for noun in parse.deps(link, "pobj")]
        inner = [one for noun in nouns for link in parse.deps(noun, "prep") for one in parse.deps(link, "pobj")]
        for noun in (*nouns, *inner):
            for by in parse.deps(noun, "prep"):
                if parse.words[by].lower == "by" and not parse.words[noun].tag.startswith("V"):
                    agents = (one for agent in parse.deps(by, "pobj") for one in self.phrases.read(agent))
                    yield from (agent for agent in agents if agent.party)

    # adjuncts

    def adjuncts(self, verb: int) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
        """The prepositions of a verb with their phrases, and those of its object: the parser cannot always tell."""
        yield from self._prepositions(verb, "")
        for child in self.parse.deps(verb, "dobj", "nsubjpass", "attr", "prt", "advmod", "acomp", "oprd"):
            yield from self._prepositions(child, "")
            if self.parse.words[child].tag == "CD":  # "closed four of its posts near X"
                for counted in self._objects_of(child):
                    yield from self._prepositions(counted, "")
        yield from self._relative_place(verb)

    def _objects_of(self, number: int) -> Iterator[int]:
        """What a number counts: ``four of its posts``."""
        links = (link for link in self.parse.deps(number, "prep") if self.parse.words[link].lower == "of")
        yield from (noun for link in links for noun in self.parse.deps(link, "pobj"))

    def _relative_place(self, verb: int) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
        """``where they are stationed``, ``from which they had begun to withdraw``, ``that they withdrew from``."""
        words, parse = self.parse.words, self.parse
        relative = self._relative(verb)
        if relative is None or words[relative].dep != "relcl":
            return
        antecedent = tuple(self.phrases.read(self._named_by(words[relative].head)))
        for at in {verb, relative}:
            if any(words[c].lower == "where" for c in parse.deps(at, "advmod")):
                yield "in", antecedent
            for child in parse.deps(at, "prep"):
                behind = list(parse.deps(child, "pobj", "pcomp", "prep"))
                if any(words[c].lower in ("which", "whom") for c in behind) or (
                    not behind and self._gap(verb) is not None
                ):
                    yield words[child].lower, antecedent

    def _prepositions(self, at: int, before: str) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
        words = self.parse.words
        firsts = list(self.parse.deps(at, "prep", "dative", "agent"))
        links = [(head, words[head].lower) for head in firsts]
        links += [(other, self._shared_link(head, other)) for head in firsts for other in self._joined_links(head)]
        for child, word in links:
            if word == "according":
                continue  # its "to" brings who says so
            if has_far_end(self.parse, child):
                continue  # "the road from X to Y"
            link = f"{before} {'' if word == 'back' else word}".strip()
            nouns = [
                n
                for n in self.parse.deps(child, "pobj", "pcomp")
                if not words[n].tag.startswith("V") or n in self.phrases.names
            ]
            for noun in nouns:
                yield (
                    link,
                    tuple(
                        p for p in self.phrases.read(noun) if p.pronoun not in self.lexicon.lists["relative_pronouns"]
                    ),
                )
            if not nouns or link in ("out", "off", "back", "over", "from", "along", "together"):
                yield from self._prepositions(child, link if link in _FIRST_HALVES else "")

    def _joined_links(self, link: int) -> Iterator[int]:
        return (other for other in self.parse.deps(link, "conj") if self.parse.words[other].tag in ("IN", "TO"))

    def _shared_link(self, first: int, other: int) -> str:
        """What stands for the preposition of a second place: ``in X and on Y`` are both places to be in.

        ``Out of X and of Y`` is out of both.
        """
        links = [self.parse.words[at].lower for at in (first, other)]
        halves = {self.parse.words[at].lower for at in self.parse.deps(first, "prep")}
        if links[0] in _FIRST_HALVES and links[1] in halves:
            return f"{links[0]} {links[1]}"
        return links[0] if _WHERE.issuperset(links) else links[1]

    def particles(self, verb: int) -> frozenset[str]:
        """The particles, adverbs and adjectives of a verb, and its prepositions."""
        words, parse = self.parse.words, self.parse
        beside = parse.deps(verb, "prt", "advmod", "prep", "acomp", "oprd")
        ranks = (child for child in parse.deps(verb, "attr") if words[child].tag.startswith("J"))  # "the first into"
        return frozenset(words[child].lower for child in (*beside, *ranks))
