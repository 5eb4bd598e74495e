"""Whose a place is said to be, where no verb of holding says it.

``The town is theirs``, ``Sarybaba is Armenian again``, ``the coast is still government land``; and a phrase beside a
name: ``Kalbajar, in Armenian hands since the 1990s, ...``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef

if TYPE_CHECKING:
    from geo.extract.syntax.clauses.parts import Parts
    from geo.extract.syntax.filling.casting import Caster
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.phrases.phrases import Phrase, PhraseReader

_COMPLEMENTS = ("attr", "acomp", "oprd", "pcomp")
_LASTING = ("since", "until", "for", "till")
_AT_PRESENT = frozenset({"now", "still", "again", "already", "today", "currently", "firmly", "fully"})


_DENYING = frozenset({"not", "n't", "never", "no", "longer", "more"})


class HolderReader:
    """The holders that one sentence's complements name."""

    def __init__(self, phrases: PhraseReader, lexicon: SyntaxLexicon, caster: Caster) -> None:
        self._phrases = phrases
        self._parse = phrases.parse
        self._lexicon = lexicon
        self._caster = caster

    def of_verb(self, verb: int, parts: Parts) -> PartyRef | None:
        """Whose the subject of a verb of being is, by its complement."""
        complement = self._parse.dep(verb, *_COMPLEMENTS)
        if complement is None and self._parse.words[verb].lemma in ("remain", "stay"):
            complement = self._parse.dep(verb, "dobj")  # "stayed Azerbaijani"
        if complement is None:
            return None
        word = self._parse.words[complement]
        owner = self._lexicon.owned.get(word.lower)
        if owner:
            left = frozenset() if self._is_denied(verb) else self._caster.leavers(parts)
            holder = self._caster.pronoun_party(owner, complement, parts, without=left)
            return None if holder is None or self._caster.is_mere_person(holder) else holder
        if self._parse.dep(complement, "case") is not None:
            return self._phrases.single(complement).party
        if word.lemma in self._lexicon.lists["owned_land"]:
            return self._phrases.owner(complement)
        if word.lower in self._lexicon.lists["holding_participles"]:
            return self.before_hyphen(complement)
        return self._by_label(complement, verb) or self._by_adjective(complement, verb)

    def _is_denied(self, verb: int) -> bool:
        """``The town is not theirs``, ``is theirs no more``."""
        return any(self._parse.words[child].lower in _DENYING for child in self._parse.children[verb])

    def before_hyphen(self, participle: int) -> PartyRef | None:
        """``Armenian-run``, ``rebel-held``: whoever stands before the hyphen."""
        if participle < 2 or self._parse.words[participle - 1].text != "-":  # noqa: PLR2004 - a word and its hyphen
            return None
        name = self._phrases.names.get(participle - 2)
        if name is None:
            word = self._parse.words[participle - 2]
            return PartyRef(text=word.text, head="forces", at=(word.start, word.end))
        known = name.known_party and name.party != name.text
        at = self._phrases.tree.offsets(name.first, name.last)
        return PartyRef(text=name.text, party=name.party if known else None, at=at)

    def _by_label(self, complement: int, verb: int) -> PartyRef | None:
        """``Hama: SDF``, where the parser was given ``remains`` for the colon: a list of places tells who has each."""
        word, name = self._parse.words[verb], self._phrases.names.get(complement)
        if word.end - word.start >= len(word.text):
            return None
        if name is None and self._is_bare_side(complement):
            return self._bare_side(complement)
        if name is None or name.last - 1 != complement:
            return None
        if name.party is None or not name.known_party:
            return None
        at = self._phrases.tree.offsets(name.first, name.last)
        return PartyRef(text=name.text, party=name.party if name.party != name.text else None, at=at)

    def _by_adjective(self, complement: int, verb: int) -> PartyRef | None:
        """``Armenian again``: an adjective alone says who lives there, one with a time says who holds it."""
        name = self._phrases.names.get(complement)
        if name is None and self._is_bare_side(complement) and self._is_of_a_time(verb, complement):
            return self._bare_side(complement)
        if name is None or name.party is None or not self._is_of_a_side(name):
            return None
        if name.last - 1 != complement or not self._is_of_a_time(verb, complement):
            return None
        known = name.known_party and name.party != name.text
        at = self._phrases.tree.offsets(name.first, name.last)
        return PartyRef(text=name.text, party=name.party if known else None, guessed=not name.known_party, at=at)

    def _bare_side(self, complement: int) -> PartyRef:
        word = self._parse.words[complement]
        return PartyRef(text=word.text, head="forces", at=(word.start, word.end))

    def _is_bare_side(self, complement: int) -> bool:
        """``has been rebel since May``, ``is government again``: a word for a side, with nothing before it."""
        bare = self._parse.dep(complement, "det", "amod", "compound", "poss", "prep") is None
        return bare and self._parse.words[complement].lemma in self._lexicon.lists["bare_parties"]

    def _is_of_a_side(self, name: Name) -> bool:
        """``is Ukrainian again``, ``has been Taliban since``: a side's adjective, or the bare name of a movement."""
        movement = name.nature in ("known", "organisation") and name.known_party and not name.is_place
        bare = self._parse.words[name.first].tag != "DT" and self._parse.dep(name.last - 1, "det", "prep") is None
        return name.nature in ("adjective", "people") or (movement and bare)

    def _is_of_a_time(self, verb: int, complement: int) -> bool:
        words, lists = self._parse.words, self._lexicon.lists
        beside = [
            words[child].lower
            for at in (verb, complement)
            for child in self._parse.children[at]
            if words[child].dep in ("advmod", "npadvmod", "prep")
        ]
        if any(word in lists["by_degree"] for word in beside):
            return False
        if self._is_in_an_aspect(verb, complement):
            return False
        lasts = words[verb].lemma in ("stay", "remain") and words[verb].tag != "VB"
        if lasts or self._is_on_a_day(verb, complement):
            return True
        return any(word in lists["of_a_time"] or word in _LASTING for word in beside)

    def _is_in_an_aspect(self, verb: int, complement: int) -> bool:
        """``remained Armenian in culture``: that says nothing of who holds it."""
        words, parse = self._parse.words, self._parse
        links = [
            link for at in (verb, complement) for link in parse.deps(at, "prep") if words[link].lower in ("in", "by")
        ]
        nouns = [noun for link in links for noun in parse.deps(link, "pobj")]
        return any(words[noun].lemma in self._lexicon.lists["aspects"] for noun in nouns)

    def _is_on_a_day(self, verb: int, complement: int) -> bool:
        """``was Kenyan on Friday``: on a day a place is somebody's, and no people's home."""
        words = self._parse.words
        links = [*self._parse.deps(verb, "prep"), *self._parse.deps(complement, "prep")]
        days = [noun for link in links if words[link].lower in ("on", "by") for noun in self._parse.deps(link, "pobj")]
        return any(words[day].tag == "NNP" and words[day].lower in self._lexicon.lists["deadlines"] for day in days)

    def told_as(self, participle: int) -> tuple[PartyRef, int] | None:
        """The holder and the head of the place of ``is shaded as Ukrainian-held``, ``describe it as rebel-held``."""
        words = self._parse.words
        if words[participle].lower not in self._lexicon.lists["holding_participles"]:
            return None
        holder, verb = self.before_hyphen(participle), words[participle].head
        if words[verb].lower == "as":
            verb = words[verb].head
        elif not any(words[child].lower == "as" for child in self._parse.children[participle]):
            return None
        place = self._parse.dep(verb, "dobj", "nsubjpass") if words[verb].tag.startswith("V") else None
        return None if holder is None or place is None else (holder, place)

    def before_name(self, participle: int) -> tuple[PartyRef, int] | None:
        """The holder and the head of ``rebel-held Goma``, ``the rebel-held town of Sake``."""
        words, word = self._parse.words, self._parse.words[participle]
        if word.lower not in self._lexicon.lists["holding_participles"] or word.dep not in ("amod", "compound", "nmod"):
            return None
        head = word.head
        name = self._phrases.names.get(head)
        named = self._phrases.single(head).places if name is None else ()
        is_place = name is not None and name.is_place and not name.is_state
        is_place = is_place or any(ref.place or any(map(str.isupper, ref.text)) for ref in named if not ref.counted)
        holder = self.before_hyphen(participle) if is_place and head > participle else None
        return None if holder is None or words[head].tag == "NNS" else (holder, head)

    def of_land(self, noun: int) -> PartyRef | None:
        """Who has the land in which a place is said to lie: ``territory held by M23``, ``rebel-held territory``."""
        words, parse = self._parse.words, self._parse
        if words[noun].lemma not in self._lexicon.lists["owned_land"]:
            return None
        for held in parse.deps(noun, "acl", "amod"):
            if words[held].lower not in self._lexicon.lists["holding_participles"]:
                continue
            agents = [one for by in parse.deps(held, "agent", "prep") for one in parse.deps(by, "pobj")]
            if not agents:
                return self.before_hyphen(held)
            return self._phrases.single(agents[0]).party
        return None

    def beside(self, control: int) -> Phrase | None:
        """The place beside which ``under Ukrainian control`` stands without a verb of being, or None."""
        words = self._parse.words
        link = words[control].head
        if words[control].dep != "pobj" or words[link].lower not in ("under", "in", "within"):
            return None
        if words[link].lower == "in" and self._is_of_the_controller(control):
            return None
        head = words[link].head
        if words[head].tag.startswith("N") and words[link].dep == "prep":
            named = self._named_before(head)
            if self._places(named):
                return self._phrases.single(named)
        before = link - 1
        while before > 0 and words[before].tag == "RB" and words[before].lower in _AT_PRESENT:
            before -= 1
        if words[before].text != ",":
            before = self._opens_aside(link, control)
        if before > 0 and words[before].text == "," and before - 1 in self._phrases.names:
            name = self._phrases.names[before - 1]
            return self._phrases.single(before - 1) if name.is_place and not name.is_state else None
        return None

    def _named_before(self, head: int) -> int:
        """The name that a noun stands beside: ``Afrin, a town under Turkish control``."""
        words, kinds = self._parse.words, self._phrases.tree.world.place_nouns
        while words[head].dep == "appos" and words[head].head < head and kinds.of(words[head].lemma):
            head = words[head].head
        return head

    def _opens_aside(self, link: int, control: int) -> int:
        """The comma before ``on higher ground and in Ukrainian hands,``: all between two commas is said of one name."""
        words = self._parse.words
        if [word.text for word in words[control + 1 : control + 2]] != [","]:
            return 0
        for at in range(link - 1, 0, -1):
            if words[at].text == ",":
                return at
            if words[at].tag.startswith(("V", "MD", "W", "PRP")) or at in self._phrases.names:
                return 0
        return 0

    def _is_of_the_controller(self, control: int) -> bool:
        """``in full control of X``, without an article: said of whoever controls X, and not of what X controls."""
        words, parse = self._parse.words, self._parse
        of = any(words[c].lower == "of" for c in parse.deps(control, "prep"))
        bare = parse.dep(control, "det", "poss") is None and control - 1 not in self._phrases.names
        return words[control].lemma in self._lexicon.lists["holding_nouns"] and of and bare

    def freed(self, at: int) -> int | None:
        """The head of what is said to be free: the adjective's own subject, or that of the verb which it completes.

        What is free of somebody's forces tells that they are gone, and not who drove them out.
        """
        words, parse = self._parse.words, self._parse
        links = [link for link in parse.deps(at, "prep") if words[link].lower in ("of", "from")]
        gone = [self._phrases.single(noun) for link in links for noun in parse.deps(link, "pobj")]
        if words[at].dep == "acomp" and any(one.forces for one in gone):
            return None
        if words[at].dep == "ccomp":
            return parse.dep(at, "nsubj")
        if words[at].dep not in ("acomp", "oprd"):
            return None
        return parse.dep(words[at].head, "nsubj" if words[at].dep == "acomp" else "nsubjpass", "dobj")

    def _places(self, head: int) -> bool:
        """Whether a noun is a place with a name: ``Goma``, ``the Tabqa dam``."""
        places = self._phrases.single(head).places
        before = [self._parse.words[child].text for child in self._parse.deps(head, "compound", "nmod")]
        named = any(text[0].isupper() for text in before)
        return any(place.place or place.guessed or (named and not place.counted) for place in places)
