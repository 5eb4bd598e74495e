"""Who holds a place by what is said beside a name: ``the rebels, in control of Goma``, ``masters of X``, ``now Y``.

No verb of holding says it. A noun of mastery or of control hangs on whoever holds; an adjective of a side hangs on the
place, and says who holds it where a word of time or firmness stands with it (``Popasna, firmly Ukrainian``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef
from geo.extract.syntax.clauses.manner import Manner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.syntax.clauses.clauses import ClauseReader
    from geo.extract.syntax.filling.states import HolderReader
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.phrases.phrases import Phrase
    from geo.records import Kind

_LASTING = frozenset({"since", "until", "till", "for"})
_ENDING = frozenset({",", ".", ";", ")", ":"})
_BECOMING = frozenset({"become", "make"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Places and whoever is said to hold them, or to have become their master."""

    kind: Kind
    places: Sequence[Phrase]
    holders: Sequence[Phrase] = ()
    holder: PartyRef | None = None
    manner: Manner = field(default_factory=Manner)


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideReader:
    """The holders that stand beside names, in one sentence."""

    clauses: ClauseReader
    lexicon: SyntaxLexicon
    holders: HolderReader

    def read(self, at: int) -> Held | None:
        """What a word says of who holds what, beside a name."""
        word = self.clauses.parse.words[at]
        if word.lemma in self.lexicon.lists["holding_nouns"]:
            return self._in_control(at)
        if word.lemma in self.lexicon.lists["masters"] and at not in self.clauses.phrases.names:
            return self._master(at)
        return self._held_by(at) or self._adjective(at)

    # in control of the town

    def _in_control(self, at: int) -> Held | None:
        words, phrases = self.clauses.parse.words, self.clauses.phrases
        phrase, link = phrases.single(at), words[at].head
        if words[at].dep != "pobj" or words[link].lower != "in" or phrase.ruler or not phrase.places:
            return None
        holder = self._beside(link)
        if holder is None:
            return None
        return Held(kind="hold", places=[phrase, *self._joined(link)], holders=phrases.read(holder))

    def _joined(self, link: int) -> list[Phrase]:
        """What a second ``of`` brings: ``in possession of Mosul since Tuesday and of Tikrit since Wednesday``."""
        parse = self.clauses.parse
        low, high = parse.edges(link)
        links = (word.at for word in parse.words[low:high] if word.lower == "of" and word.dep == "conj")
        return [one for of in links for noun in parse.deps(of, "pobj") for one in self.clauses.phrases.read(noun)]

    def _beside(self, link: int) -> int | None:
        """The noun of which a preposition says something in passing: right before it, or before its comma."""
        words = self.clauses.parse.words
        head, before = words[link].head, self._behind_adverbs(link)
        if before < 0 or any(word.lower in ("not", "longer", "never") for word in words[before:link]):
            return None
        if words[head].tag.startswith("N") and words[link].dep == "prep":
            return head
        if words[head].tag.startswith("V") and words[before].text == ",":
            return self.clauses.subject(head)
        return None

    def _behind_adverbs(self, at: int) -> int:
        """The position before a word and the adverbs in front of it."""
        words = self.clauses.parse.words
        before = at - 1
        while before >= 0 and words[before].tag.startswith("RB"):
            before -= 1
        return before

    # masters of the town

    def _master(self, at: int) -> Held | None:
        words, phrases, parse = self.clauses.parse.words, self.clauses.phrases, self.clauses.parse
        places = [one for link, one in phrases.prepositional(at) if link in ("of", "in", "over") and one.places]
        if not places:
            return None
        head = words[at].head
        if words[at].dep == "appos":
            return Held(kind="hold", places=places, holders=phrases.read(head))
        if words[at].dep not in ("attr", "oprd", "ccomp", "dobj", "xcomp") or not words[head].tag.startswith("V"):
            return None
        lemma = words[head].lemma
        reflexive = any(words[child].lower.endswith(("self", "selves")) for child in parse.children[at])
        reflexive = reflexive or any(words[c].lower.endswith(("self", "selves")) for c in parse.deps(head, "dobj"))
        subject = self.clauses.subject(head)
        if subject is None or not (lemma in self.lexicon.lists["copulas"] or lemma == "become" or reflexive):
            return None
        kind: Kind = "capture" if lemma in _BECOMING else "hold"
        return Held(kind=kind, places=places, holders=phrases.read(subject), manner=self.clauses.manner(head))

    # the town, Serb-held since May

    def _held_by(self, at: int) -> Held | None:
        words, phrases = self.clauses.parse.words, self.clauses.phrases
        if words[at].lower not in self.lexicon.lists["holding_participles"] or at < 3 or words[at - 1].text != "-":  # noqa: PLR2004 - a name, a comma, a holder and a hyphen before it
            return None
        holder, first = phrases.names.get(at - 2), at - 2
        first = holder.first if holder is not None else first
        before = self._behind_adverbs(first)
        place = phrases.names.get(before - 1) if before > 0 and words[before].text == "," else None
        behind = words[at + 1].lower if at + 1 < len(words) else "."
        if place is None or not place.is_place or place.is_state or not (behind in _LASTING or behind in _ENDING):
            return None
        who = self.holders.before_hyphen(at)
        return None if who is None else Held(kind="hold", places=[phrases.single(before - 1)], holder=who)

    # the town, firmly Ukrainian

    def _adjective(self, at: int) -> Held | None:
        words, phrases = self.clauses.parse.words, self.clauses.phrases
        name = phrases.names.get(at)
        if name is None or name.nature != "adjective" or not name.known_party or name.last - 1 != at:
            return None
        before = self._behind_adverbs(name.first)
        if before < 1 or words[before].text != "," or not self._is_of_a_time(name, before):
            return None
        place = phrases.names.get(before - 1)
        if place is None or not place.is_place or place.is_state or place.nature == "person":
            return None
        known = name.party if name.party != name.text else None
        holder = PartyRef(text=name.text, party=known, at=phrases.tree.offsets(name.first, name.last))
        return Held(kind="hold", places=[phrases.single(before - 1)], holder=holder)

    def _is_of_a_time(self, name: Name, comma: int) -> bool:
        """Whether an adjective between commas is said of a time, and of no noun behind it."""
        words, lists = self.clauses.parse.words, self.lexicon.lists
        adverbs = {word.lower for word in words[comma + 1 : name.first]}
        behind = words[name.last].lower if name.last < len(words) else "."
        if adverbs & lists["by_degree"]:
            return False
        if behind in _LASTING or behind in lists["of_a_time"]:
            return True
        return behind in _ENDING and bool(adverbs & lists["of_a_time"])
