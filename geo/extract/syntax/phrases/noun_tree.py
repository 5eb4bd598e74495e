"""A parsed sentence as noun phrases see it: the spans of nouns, their kinds, what counts them, how much they mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geo.date_expressions.counts import number_of
from geo.extract.items import PlaceRef
from geo.extract.syntax.phrases.remembering import remembered
from geo.text import Token, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.extract.items import Offsets
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.trees.parse import Parse, Word
    from geo.records import Extent
    from geo.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase, or one member of a list, with its readings.

    ``pronoun`` is the word of one that stands for something told before. ``control`` phrases are about the control of
    ``places``, whose holder is ``ruler``, with ``co_rulers`` where they share it. ``negative`` phrases say that there
    is nobody (``no soldiers``); an ``amount`` is a number of what is neither a place nor a party (``forty roubles``,
    ``two to nil``).
    """

    head: int
    text: str
    start: int
    end: int
    places: tuple[PlaceRef, ...] = ()
    party: PartyRef | None = None
    pronoun: str | None = None
    control: bool = False
    ruler: PartyRef | None = None
    co_rulers: tuple[PartyRef, ...] = ()
    ruler_pronoun: str | None = None
    negative: bool = False
    forces: bool = False
    civilians: bool = False
    operation: bool = False
    is_state: bool = False
    plural: bool = False
    amount: bool = False

    @property
    def guessed_only(self) -> bool:
        """Whether nothing but its shape makes it a place."""
        return bool(self.places) and all(place.guessed for place in self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class NounTree:
    """One sentence with its names, and what its nouns say by themselves."""

    text: str
    offset: int
    parse: Parse
    names: Mapping[int, Name]
    lexicon: SyntaxLexicon
    world: World
    known: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @remembered
    def kind_of(self, at: int) -> str | None:
        """The kind of place that a common noun says, or None."""
        noun = self.place_noun(at)
        if noun == "capital" and self.modifiers(at) & self.lexicon.lists["lesser_capitals"]:
            return "town"
        return noun if noun and at not in self.names else None

    def extent_of(self, head: int) -> Extent:
        """Whether what stands before a noun makes it a part (``southern``)."""
        for child in self.parse.deps(head, "amod", "compound", "nmod"):
            if self.parse.words[child].lower in self.lexicon.lists["part_adjectives"] and child not in self.names:
                return "part"
        return "whole"

    def part_before(self, head: int, first: int) -> int | None:
        """Where that begins which makes a name a part (``northern and western Aleppo``, ``east Aleppo``), or None."""
        found = [
            child
            for child in self.parse.deps(head, "amod", "compound", "nmod")
            if child < first
            and child not in self.names
            and (
                self.parse.words[child].lower in self.lexicon.lists["part_adjectives"]
                or (child == first - 1 and self.parse.words[child].text in self.lexicon.lists["directions"])
            )
        ]
        return min(found, default=None)

    @remembered
    def place_noun(self, head: int) -> str | None:
        """The singular of a generic noun for places, or None."""
        word = self.parse.words[head]
        if not word.tag.startswith("NN"):
            return None
        found = self.world.place_noun_at((Token(word.start, word.end, word.text, word.lower),), 0)
        return found.values[0].singular if found else self._long_noun(head)

    def _long_noun(self, head: int) -> str | None:
        """The singular of a noun of two words: ``customs post``, ``governor's office``."""
        words = self.parse.words
        first = head - 1 - (words[head - 1].tag == "POS")
        if first < 0:
            return None
        tokens = [Token(word.start, word.end, word.text, word.lower) for word in words[first : head + 1]]
        found = self.world.place_noun_at(tokens, 0)
        return found.values[0].singular if found and found.last == len(tokens) else None

    def is_kind_of_two(self, head: int) -> bool:
        """Whether a noun and the word before it are a kind of place of their own: ``customs house``, ``oil field``."""
        return self._long_noun(head) is not None

    def is_state_house(self, head: int) -> bool:
        """Whether a building is told by whose it is: ``the council building``, ``the FSB building``."""
        if self.parse.words[head].lower not in self.lexicon.lists["state_houses"]:
            return False
        owned = any(at < head for at in self.parse.deps(head, "compound", "nmod"))
        return self.is_kind_of_two(head) or (owned and self.parse.words[head].lower != "house")

    def ends_in_kind_of_two(self, text: str) -> bool:
        """Whether the last two words of a place are a kind of their own: ``the border post``."""
        tokens = tokenize(text)[-2:]
        found = self.world.place_noun_at(tokens, 0) if tokens else None
        return found is not None and found.last == len(tokens) > 1

    def is_one_place(self, head: int) -> bool:
        """Whether a common noun means one thing, of which no two names behind it can tell more: ``the base``."""
        thing = self.place_class(self.place_noun(head)) in ("site", "feature")
        return thing and head not in self.names and self.parse.words[head].tag == "NN"

    def place_class(self, kind: str | None) -> str:
        """The likeliest class of a kind of place: settlement, area, feature, site; empty for none."""
        nouns = self.world.place_nouns.of(kind) if kind else ()
        return nouns[0].classes[0] if nouns else ""

    def is_counted(self, head: int) -> bool:
        """Whether a number, or a word like ``several``, says how many there are."""
        words, lists = self.parse.words, self.lexicon.lists
        return any(
            words[child].dep == "nummod" or words[child].lower in lists["quantifiers"]
            for child in self.parse.deps(head, "nummod", "amod", "det", "quantmod")
        ) or any(words[child].lower in lists["round_numbers"] for child in self.parse.deps(head, "compound", "nmod"))

    @remembered
    def determiners(self, head: int) -> frozenset[str]:
        """The articles, demonstratives and possessives of a noun."""
        return frozenset(
            self.parse.words[child].lower for child in self.parse.deps(head, "det", "poss", "predet", "neg")
        )

    def modifiers(self, head: int) -> frozenset[str]:
        """The adjectives and nouns before a noun."""
        return frozenset(self.parse.words[child].lower for child in self.parse.deps(head, "amod", "compound", "nmod"))

    def is_other(self, head: int) -> bool:
        """Whether a noun means others than those told of (``the surrounding villages``)."""
        others = self.lexicon.lists["others"]
        return any(self.parse.words[child].lower in others for child in self.parse.deps(head, "amod"))

    def falls_short(self, head: int) -> bool:
        """Whether ``all of`` is ``almost all of``."""
        nearly = self.lexicon.lists["nearly"]
        near = range(max(0, self.span(head)[0] - 2), head)
        return any(self.parse.words[at].lower in nearly for at in near)

    @remembered
    def exception(self, head: int) -> int | None:
        """The word that takes something out of what a noun means: ``except X``, ``with the exception of X``."""
        found = [at for at in self._excepting() if at != head]
        over = self._verb_over(head) if found else None
        return next((at for at in found if self._verb_over(at) == over), None)

    @remembered
    def _excepting(self) -> list[int]:
        """The words of the sentence that take something out."""
        excepting = self.lexicon.lists["excepting"]
        return [
            word.at
            for word in self.parse.words
            if word.dep == "except" or (word.lower in excepting and not word.tag.startswith("V"))
        ]

    def _verb_over(self, at: int) -> int | None:
        return next((one for one in self.parse.governors(at) if self.parse.words[one].tag.startswith("V")), None)

    def capital(self, owner: str) -> str | None:
        """The capital of a state by the state's name or adjective; None where it has several."""
        states = {self.world.states[one.id].capitals for one in self.world.parties(owner) if one.kind == "state"}
        return states.pop()[0] if len(states) == 1 and all(len(capitals) == 1 for capitals in states) else None

    def capital_at(self, head: int) -> str | None:
        """The name of ``the Yemeni capital``; None of any other noun, and of a rebels' or a province's capital."""
        if self.kind_of(head) != "capital":
            return None
        sides = (self.names.get(child) for child in self.parse.deps(head, "amod", "compound", "nmod"))
        return next((self.capital(side.text) for side in sides if side and side.nature == "adjective"), None)

    def reach(self, end: int) -> int:
        """Behind the word that ends at an offset."""
        return next((word.at + 1 for word in self.parse.words if word.end >= end), len(self.parse.words))

    def number(self, head: int) -> int | None:
        """How many a noun says that there are, or None."""
        for child in self.parse.deps(head, "nummod"):
            if (number := number_of(self.parse.words[child].lower)) is not None:
                return number
        return 2 if self.is_of_two(head) else None

    def number_said(self, head: int) -> int | None:
        """The number that a word says by itself, or None: ``four`` of ``four of the towns``."""
        word = self.parse.words[head]
        return number_of(word.lower) if word.tag == "CD" and head not in self.names else None

    def is_of_two(self, head: int) -> bool:
        """Whether a noun takes up two: ``both towns``, ``neither valley``."""
        of_two = self.lexicon.lists["of_two"]
        return any(
            self.parse.words[c].lower in of_two
            for c in self.parse.deps(head, "det", "predet", "preconj", "cc", "advmod")
        )

    def says_part(self, head: int) -> bool:
        """Whether an adjective makes a noun a part (``the eastern district``)."""
        return any(
            self.parse.words[c].lower in self.lexicon.lists["part_adjectives"]
            for c in self.parse.deps(head, "amod")
            if c not in self.names
        )

    @remembered
    def head_flags(self, head: int) -> frozenset[str]:
        """What a noun of a party says of it: forces, government, a person."""
        pair = self._pair(head)
        found = self.world.head_at(pair if self.is_pair(head) else pair[-1:], 0)
        return frozenset(found.values[0].flags) if found else frozenset()

    def is_person(self, text: str) -> bool:
        """Whether words are nothing but a noun for one person: ``general``, ``governor``."""
        tokens = tokenize(text)
        found = self.world.head_at(tokens, 0)
        one = found is not None and found.last == len(tokens) and "person" in found.values[0].flags
        return one and text.lower() == found.values[0].singular if found and one else False

    @remembered
    def is_pair(self, head: int) -> bool:
        """Whether a noun of a party and the word before it are one noun: ``police officers``."""
        found = self.world.head_at(self._pair(head), 0) if head > 0 else None
        return found is not None and found.last == 2  # noqa: PLR2004 - two words

    def _pair(self, head: int) -> tuple[Token, ...]:
        words = self.parse.words[max(0, head - 1) : head + 1]
        return tuple(Token(word.start, word.end, word.text, word.lower) for word in words)

    def relative_owner(self, at: int) -> int | None:
        """The noun that ``whose`` stands for."""
        words = self.parse.words
        if words[at].lower != "whose":
            return None
        clause = next((n for n in self.parse.governors(at) if words[n].dep == "relcl"), None)
        return None if clause is None else words[clause].head

    @remembered
    def is_negative(self, head: int) -> bool:
        """Whether a phrase says that there is nobody or nothing: ``no soldiers``, ``not one of them``."""
        words = self.parse.words
        if words[head].lower in ("nothing", "none", "nobody"):
            return True
        before = list(self.parse.deps(head, "det", "neg", "preconj", "cc"))
        more = [c for c in self.parse.deps(head, "amod", "advmod") if words[c].lower == "more"]  # "no more soldiers"
        before += [below for c in more for below in self.parse.deps(c, "det", "neg")]
        if any(words[c].lower in ("no", "neither", "nor", "none") for c in before):
            return True
        return any(
            words[c].lower == "not" and words[c + 1].lower in ("one", "a", "an", "any") for c in before if c < head
        )

    @remembered
    def span(self, head: int, *, core: bool = False) -> tuple[int, int]:
        """A noun with what stands before it; without the article for its core."""
        first, article = head, self.parse.dep(head, "det")
        for child in self.parse.children[head]:
            if article is not None and child < article and self.parse.words[child].dep == "prep":
                continue  # "took X in May and in June the hill beside it"
            if child < head and self.parse.words[child].dep not in (
                "punct",
                "cc",
                "preconj",
                "relcl",
                "appos",
                "advcl",
                "mark",
            ):
                low, high = self.parse.edges(child)
                if not any(self.parse.words[at].dep == "cc" for at in range(high, head)):
                    first = min(first, low)
        if core:
            lists = self.lexicon.lists
            before = lists["definite"] | lists["in_turn"] | {"a", "an", "only", "just", "even"}  # "and then the bridge"
            while first < head and (self.parse.words[first].lower in before or self.parse.words[first].dep == "punct"):
                first += 1
        return first, head + 1

    def ref(self, name: Name) -> PlaceRef:
        """A name as a place."""
        return self.place(name.first, name.last, place=name.place, guessed=name.nature in ("open", "person"))

    def place(
        self,
        first: int,
        last: int,
        *,
        place: str | None = None,
        kind: str | None = None,
        extent: Extent = "whole",
        counted: bool = False,
        guessed: bool = False,
        anaphor: bool = False,
        unnamed: bool = False,
        name: str | None = None,
    ) -> PlaceRef:
        """Words of the sentence as a place."""
        start, end = self.parse.words[first].start, self.parse.words[last - 1].end
        return PlaceRef(
            text=self.text[start - self.offset : end - self.offset],
            start=start,
            end=end,
            place=place,
            kind=kind,
            extent=extent,
            counted=counted,
            guessed=guessed,
            anaphor=anaphor,
            unnamed=unnamed,
            name=name,
        )

    def links(self, head: int) -> Iterator[int]:
        """The prepositions of a noun, with an ``of`` right behind it that the parser hung on the verb."""
        for link in self.parse.deps(head, "prep"):
            yield link
            if self.parse.dep(link, "pobj") is not None:  # "at X and in Y", and not "in and around X"
                yield from (at for at in self.parse.deps(link, "conj") if self.parse.words[at].tag in ("IN", "TO"))
        for beside in self.parse.deps(head, "amod"):  # "the zones adjacent to X"
            if beside == head + 1 and self.parse.words[beside].lower in self.lexicon.lists["adjoining"]:
                yield from self.parse.deps(beside, "prep")
        behind = head + 1
        if behind < len(self.parse.words) and self.parse.words[behind].head != head:
            word = self.parse.words[behind]
            if word.dep == "prep" and word.head == self.parse.words[head].head and word.lower in ("of", "over"):
                yield behind

    def has_of(self, head: int) -> bool:
        """Whether an ``of`` stands behind a noun."""
        return any(self.parse.words[child].lower == "of" for child in self.links(head))

    def offsets(self, first: int, last: int) -> Offsets:
        """Where words of the sentence stand in the article."""
        return self.parse.words[first].start, self.parse.words[last - 1].end

    def phrase(self, head: int, first: int, last: int, **readings: object) -> Phrase:
        """Words of the sentence as a phrase with its readings."""
        start, end = self.parse.words[first].start, self.parse.words[last - 1].end
        text = self.text[start - self.offset : end - self.offset]
        return Phrase(head=head, text=text, start=start, end=end, **readings)  # type: ignore[arg-type]


_BEFORE_NOUNS = frozenset({"DT", "CD", "PRP$", "RB", "IN", "JJR", "JJS", "PDT", "TO", "CC", "WDT"})
_COUNTING = frozenset({
    "some", "several", "many", "few", "hundreds", "thousands", "dozens", "more", "last", "remaining", "further",
    "other",
    "final", "additional", "own", "single", "lone", "solitary", "surviving",
})  # fmt: skip
"""Words before a party that say how many there are or are left, and not who they are."""


def said(words: Sequence[Word], first: int, last: int) -> str:
    """The words of a party without what counts it: ``600 Congolese soldiers``, ``20 to 30 gunmen``."""
    while first < last - 1 and (words[first].tag in _BEFORE_NOUNS or words[first].lower in _COUNTING):
        if words[first].tag == "RB" and words[first + 1].tag in ("VBN", "HYPH"):
            break  # "internationally recognised government", "little-known group"
        first += 1
    return words[first].text + "".join(
        (" " if word.start > before.end else "") + word.text
        for before, word in zip(words[first:last], words[first + 1 : last], strict=False)
    )
