"""Lists of names behind a noun: ``the town, Hama``, ``four villages: Talish, Sus and Madagiz``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.items import PlaceRef
    from geo.extract.syntax.naming import Name
    from geo.extract.syntax.noun_tree import NounTree
    from geo.extract.syntax.phrases import PhraseReader


@dataclass(frozen=True, slots=True)
class NameLists:
    """The places that names behind common nouns of a sentence name."""

    tree: NounTree
    phrases: PhraseReader

    def in_apposition(self, head: int) -> tuple[PlaceRef, ...]:
        """The places named behind a noun: ``the town, Hama``, ``four villages: Talish, Sus and Madagiz``."""
        found: list[PlaceRef] = []
        for child in (*self.tree.parse.deps(head, "appos"), *self._called(head)):
            for at in (*self._before_last(child), child, *self.phrases.conjuncts(child)):
                name = self.tree.names.get(at)
                if name is not None and self._is_listed_place(name, head):
                    found.append(self.tree.ref(name))
        if found or self.tree.parse.words[head].tag != "NNS" or head in self.tree.names:
            return tuple(found)
        return self._listed_behind(head)

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
