"""Lists of names behind a noun: ``the town, Hama``, ``four villages: Talish, Sus and Madagiz``."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.items import PlaceRef
    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.phrases.noun_tree import NounTree
    from geo.extract.syntax.phrases.phrases import PhraseReader


_SUMMING = frozenset({"all", "both", "these", "those", "each", "neither"})


@dataclass(frozen=True, slots=True)
class NameLists:
    """The places that names behind common nouns of a sentence name."""

    tree: NounTree
    phrases: PhraseReader

    def in_apposition(self, head: int) -> tuple[PlaceRef, ...]:
        """The places named behind a noun: ``the town, Hama``, ``four villages: Talish, Sus and Madagiz``."""
        if self._is_excepted(head):
            return ()
        found: list[PlaceRef] = []
        for child in (*self.tree.parse.deps(head, "appos"), *self._called(head)):
            for at in (*self._before_last(child), child, *self.phrases.conjuncts(child)):
                name = self.tree.names.get(at)
                if name is not None and self._is_listed_place(name, head):
                    found.append(self.tree.ref(name))
                elif name is None and (self._has_name(at) or (found and self._is_behind_colon(head, at))):
                    found += self.phrases.single(at).places
        if not found and (before := self._listed_before(head)):
            return before
        if (
            len(found) > 1
            and self.tree.is_one_place(head)
            and not self._is_behind_colon(head, len(self.tree.parse.words))
        ):
            return ()  # "the base, X and Y" are three
        if found or self.tree.parse.words[head].tag != "NNS" or head in self.tree.names:
            return tuple(found)
        return self._listed_behind(head)

    def _is_excepted(self, head: int) -> bool:
        """Whether a noun says what is left out: ``all but three towns: A, B and C``."""
        before = self.tree.parse.words[max(0, head - 4) : head]
        pairs = pairwise(before)
        return any(one.lower in ("all", "everything") and two.lower == "but" for one, two in pairs)

    def _is_behind_colon(self, head: int, at: int) -> bool:
        """Whether a noun goes on a list that a colon begins: ``two places: X and the hills around Y``."""
        return any(word.text == ":" for word in self.tree.parse.words[head:at])

    def _has_name(self, at: int) -> bool:
        """Whether a noun has a place's name before it: ``the last stronghold, the Zavodskoi district``."""
        before = (self.tree.names.get(child) for child in self.tree.parse.deps(at, "compound", "nmod"))
        return self.tree.place_noun(at) is not None and any(name and name.is_place for name in before)

    def heads_a_list(self, head: int) -> bool:
        """Whether a colon stands right behind a noun: ``lost the east: A, B and most of C``."""
        words, parse = self.tree.parse.words, self.tree.parse
        at = self.phrases.end_of(head)
        listed = (parse.edges(child)[0] for child in parse.deps(head, "appos") if child > head)
        return any(words[low - 1].text == ":" for low in listed) or (at < len(words) and words[at].text == ":")

    def _before_last(self, at: int) -> Iterator[int]:
        """Members of a list that the parser hung before its last: ``A and B`` with A below B."""
        for child in self.tree.parse.deps(at, "nmod", "compound"):
            if child in self.tree.names and any(word.dep == "cc" for word in self.tree.parse.words[child:at]):
                yield child

    def _called(self, head: int) -> Iterator[int]:
        """The name in ``a town called Lipa``."""
        for child in self.tree.parse.deps(head, "acl"):
            if self.tree.parse.words[child].lemma in self.tree.lexicon.lists["naming_verbs"]:
                yield from self.tree.parse.deps(child, "oprd", "dobj", "attr")

    def _is_listed_place(self, name: Name, head: int) -> bool:
        """Whether a name in a list of places is one; there a given name is part of a place's (``Malik Payasi``)."""
        if name.nature == "person" and self.tree.place_noun(head) and head not in self.tree.names:
            return True
        if name.is_state and self.tree.parse.words[head].lemma in ("capital", "city"):  # "the capital, Sanaa"
            return any(one.form == "capital" for one in self.tree.world.parties(name.text))
        return name.is_place and not name.is_state

    def _listed_before(self, head: int) -> tuple[PlaceRef, ...]:
        """The names before a colon that a noun sums up: ``In the west, A; in the east, B: both towns``."""
        words, tree = self.tree.parse.words, self.tree
        first = tree.span(head)[0]
        if first < 2 or words[first - 1].text != ":" or not tree.determiners(head) & _SUMMING:  # noqa: PLR2004
            return ()
        names = dict.fromkeys(tree.names[at] for at in range(first - 1) if at in tree.names)
        listed = [name for name in names if name.is_place and not name.is_state and not self._is_alias(name)]
        number = tree.number(head)
        enough = len(listed) == number if number else len(listed) > 1
        return tuple(tree.ref(name) for name in listed) if enough else ()

    def _is_alias(self, name: Name) -> bool:
        """Whether a name is a second one of the place before it: ``Firuzkoh, also called Chaghcharan``."""
        before = self.tree.parse.words[max(0, name.first - 2) : name.first]
        verbs = self.tree.lexicon.lists["naming_verbs"]
        return any(word.lemma in verbs for word in before) or (bool(before) and before[-1].text == "(")

    def _listed_behind(self, head: int) -> tuple[PlaceRef, ...]:
        """A list of names behind a colon, a dash or a comma, as long as the number says where there is one."""
        words = self.tree.parse.words
        at = self.phrases.end_of(head)
        end = next((n for n in range(head + 1, len(words)) if words[n].text in (":", "\u2014", "\u2013", ";")), None)
        if end is None or words[end].text == ";":
            if at >= len(words) or words[at].text not in (",", "("):
                return ()
            end = at
        found: list[PlaceRef] = []
        at = end + 1
        while at < len(words):
            name = self.tree.names.get(at)
            if name is not None and self._is_listed_place(name, head):
                found.append(self.tree.ref(name))
                at = name.last
            elif words[at].lower in (",", "and", "&", "the"):
                at += 1
            else:
                break
        number = self.tree.number(head)
        enough = len(found) == number if number else len(found) > 1 and words[end].text != ","
        return tuple(found) if enough else ()
