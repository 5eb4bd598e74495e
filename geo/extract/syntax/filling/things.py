"""Casts things that stand for ground into the parts of a predicate: flags, posts, garrisons, and where they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from geo.extract.items import PlaceRef
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.clauses.parts import Parts
    from geo.extract.syntax.lexicon import Predicate, SyntaxLexicon
    from geo.extract.syntax.phrases.phrases import Phrase, PhraseReader
    from geo.extract.syntax.trees.parse import Parse
    from geo.records import Extent


@dataclass(frozen=True, slots=True)
class ThingCaster:
    """Fills parts from the things of one sentence."""

    _parse: Parse
    _phrases: PhraseReader
    _lexicon: SyntaxLexicon

    def put(self, parts: Parts, phrases: Sequence[Phrase], predicate: Predicate, *, flag: bool) -> bool:
        """Put what phrases name into the parts, with its owner and places; False where it is no such thing."""
        flags = self._lexicon.lists["flags"]
        wanted = predicate.things or flags
        head = self.counted(phrases[0].head)
        word = self._parse.words[head]
        lemma = word.lower.removesuffix("s") if word.lower.removesuffix("s") in wanted else word.lemma
        pair = f"{self._parse.words[head - 1].lower} {lemma}" if head else lemma  # "an observation point"
        lemma = lemma if lemma in wanted or pair not in wanted else pair
        if lemma not in wanted:
            return False
        parts.nobody = parts.nobody or phrases[0].negative
        owner = self._phrases.owner(head)
        if owner and owner.party is None and not self._is_named(owner) and lemma not in flags:
            owner = None  # "commandant posts", "police posts"
        if owner and (flag or lemma in flags):
            parts.parties.setdefault("gained_by" if predicate.kind == "capture" else "actor", [owner])
        elif owner:
            parts.parties.setdefault("owner", [owner])
        parts.thing = True
        places = [ref for phrase in phrases for ref in phrase.places if ref.place or not (ref.counted or ref.is_bare)]
        parts.new_thing = not self._is_known(phrases[0].head)
        named = [ref for ref in places if last_noun(ref) not in (lemma, lemma.removesuffix("s"))]
        behind = [one for link, one in self._phrases.prepositional(head) if link in predicate.place]
        inner = [ref for one in behind for ref in one.places]
        sure = [ref for ref in inner if ref.place or not (ref.counted or ref.is_bare)]
        named = inner if len(inner) > max(1, len(named)) else named or sure  # "a garrison in the villages of X and Y"
        extent: Extent = "unspecified" if predicate.kind == "deployment" else "part"
        parts.places += [replace(ref, extent=extent) for ref in named if not ref.anaphor]
        return True

    def _is_known(self, head: int) -> bool:
        """Whether the hearer is taken to know a thing: ``its garrison``, ``the garrison``, but not ``a garrison``."""
        before = {self._parse.words[child].lower for child in self._parse.deps(head, "det", "poss")}
        return bool(before & self._lexicon.lists["definite"]) or self._parse.dep(head, "poss") is not None

    def _is_named(self, owner: PartyRef) -> bool:
        named = any(char.isupper() for char in owner.text)
        return named or owner.text in self._lexicon.lists["bare_parties"]

    def counted(self, head: int) -> int:
        """The noun behind a number: ``four of its posts``."""
        if (
            self._parse.words[head].tag not in ("CD", "JJ", "JJS", "DT")
            and self._parse.words[head].lemma
            not in self._lexicon.lists["quantity_nouns"] | self._lexicon.lists["shares"]
        ):
            return head
        links = [link for link in self._parse.deps(head, "prep") if self._parse.words[link].lower == "of"]
        return next((noun for link in links for noun in self._parse.deps(link, "pobj")), head)


def nouns_told(ref: PlaceRef, links: Collection[str]) -> set[str]:
    """The last word of a place's words, and the one before what says where it lies: ``20 towns in the region``."""
    words = ref.text.lower().split()
    link = next((at for at, word in enumerate(words) if at and word in links and word != "of"), len(words))
    return {last_noun(ref), words[link - 1].removesuffix("s")}


def last_noun(ref: PlaceRef) -> str:
    """The last word of a place's words, as a lemma."""
    return ref.text.split()[-1].lower().removesuffix("s")
