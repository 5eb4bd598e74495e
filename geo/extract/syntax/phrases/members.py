"""Finds the members of lists: what the tree joins, and what it loses behind brackets, aliases and numbers.

``Padar (in Gubadli), Mollu and Tumas`` and ``six villages of Fuzuli, seven of Jabrayil`` are lists, however they were
parsed: where the tree does not say so, the order of names, commas and conjunctions does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.syntax.dating.words import REMNANT
from geo.extract.syntax.trees.parse import PLURAL_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.items import PlaceRef
    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.phrases.noun_tree import NounTree

_COMMAS = frozenset({",", ";"})
_ANDS = frozenset({"and", "&", "plus"})
_LONGEST_BRACKET = 9
_SUBJECTS = ("nsubj", "nsubjpass")
_LONGEST_TIME = 7
_OF_TIMES = ("IN", "DT", "JJ", "NN", "NNP", "CD")


@dataclass(frozen=True, slots=True)
class MemberFinder:
    """The members of the lists of one sentence."""

    tree: NounTree

    def behind(self, head: int) -> list[int]:
        """The heads of the other members of the list whose first member stands at a position, in the text's order."""
        found = dict.fromkeys(self._joined(head))
        found.update(dict.fromkeys(at for member in (head, *found) for at in self._chained(member)))
        found.update(dict.fromkeys(self._included(head)))
        return sorted(found.keys() - {head})

    # what the tree joins

    def _joined(self, head: int) -> Iterator[int]:
        for child in (*self.tree.parse.deps(head, "conj"), *self._behind_number(head)):
            if self.tree.parse.words[child].tag.startswith("V") and child not in self.tree.names:
                continue
            if self._begins_clause(child) or self._has_a_holder(child):
                continue
            yield child
            yield from self._joined(child)
        yield from self._apposed(head)
        yield from self._hung_before(head)
        yield from self._behind_alias(head)
        yield from self._strayed(head)
        yield from self._by_direction(head)

    def _behind_number(self, head: int) -> Iterator[int]:
        """``Height 168.0 and X``: what follows hangs on the number that ends a name."""
        name = self.tree.names.get(head)
        last = name.last - 1 if name else head
        if last > head and self.tree.parse.words[last].tag == "CD":
            yield from self.tree.parse.deps(last, "conj")

    def _has_a_holder(self, at: int) -> bool:
        """``Russia holds Donetsk, Ukraine Kharkiv``: a side right before a place is another one's clause."""
        names, name = self.tree.names, self.tree.names.get(at)
        if name is None or name.first < 2:  # noqa: PLR2004 - a side and a comma
            return False
        side = names.get(name.first - 1)
        apart = side is not None and side is not name and side.is_state and side.known_party and side.nature == "known"
        return apart and side is not None and self.tree.parse.words[side.first - 1].text in (",", ";", "and")

    def _begins_clause(self, at: int) -> bool:
        """Whether the auxiliary of a verb without a subject follows: ``were in Hadrut and Talish was captured``."""
        words = self.tree.parse.words
        behind = words[at + 1] if at + 1 < len(words) else words[at]
        if behind.dep not in ("aux", "auxpass") or behind.head <= at or behind.tag not in ("VBD", "VBZ", "VBP", "MD"):
            return False
        return self.tree.parse.dep(behind.head, *_SUBJECTS) is None

    def _apposed(self, head: int) -> Iterator[int]:
        """Members that the parser took for an apposition: ``Kalbajar, Lachin, and part of Agdam``."""
        parse, names = self.tree.parse, self.tree.names
        if not (names[head].is_place if head in names else self.tree.is_one_place(head)):
            return
        for child in parse.deps(head, "appos"):
            enumerates = parse.dep(child, "cc", "appos") is not None
            listed = child in names and names[child].is_place and parse.words[names[child].first - 1].text == ","
            if enumerates and (listed or self._is_share(child)):
                yield child
                yield from self._joined(child)

    def _hung_before(self, head: int) -> Iterator[int]:
        """Members before the last that the parser took for what qualifies it: ``X's bridge and Y town``."""
        words, names = self.tree.parse.words, self.tree.names
        for child in self.tree.parse.deps(head, "nmod"):
            joined = child < head and any(word.dep == "cc" for word in words[child + 1 : head])
            name = names.get(child)
            own = words[head].tag not in PLURAL_TAGS and self.tree.place_noun(child)  # "parliament and party buildings"
            if joined and (head in names and name is not names[head] if name else own):
                yield child

    def _behind_alias(self, head: int) -> Iterator[int]:
        """Members behind ``, also known as X,`` that the parser hung on X."""
        words = self.tree.parse.words
        for child in self.tree.parse.deps(head, "acl", "relcl"):
            if words[child].lemma not in self.tree.lexicon.lists["naming_verbs"]:
                continue
            low, high = self.tree.parse.edges(child)
            for at in range(low, high):
                before = range(max(low, at - 5), at)
                goes_on = any(words[n].text == "," and words[n + 1].lower in ("and", "as") for n in before)
                if words[at].dep == "conj" and words[at].tag.startswith("NN") and goes_on:
                    yield at

    def _strayed(self, head: int) -> Iterator[int]:
        """Numbers and shares that the parser hung on the place before them: ``six of Fuzuli, seven of Jabrayil``."""
        parse = self.tree.parse
        inside = [noun for link in self.tree.links(head) for noun in parse.deps(link, "pobj")]
        over = parse.words[head].head
        strays = [child for noun in inside for child in parse.deps(noun, "appos", "conj")]
        strays += [child for child in parse.deps(over, "npadvmod", "dep") if child > head and inside]
        for child in strays:
            if self._is_share(child):
                yield child
                yield from self._joined(child)

    def _is_share(self, at: int) -> bool:
        word = self.tree.parse.words[at]
        lists = self.tree.lexicon.lists
        shares = lists["scope_nouns"] | lists["whole_nouns"]
        if word.lower in lists["directions"] and not self.tree.determiners(at):  # "X, southwest of Y"
            return False
        return at not in self.tree.names and (word.tag == "CD" or word.lemma in shares) and self.tree.has_of(at)

    def _by_direction(self, head: int) -> Iterator[int]:
        """``Novara in the north and Temir in the south``: the second name hangs on the first direction."""
        name = self.tree.names.get(head)
        words = self.tree.parse.words
        if (
            name is None
            or not name.is_place
            or name.last + 2 >= len(words)
            or words[name.last].lower not in ("in", "to")
        ):
            return
        direction = name.last + 1 + (words[name.last + 1].lower == "the")
        if words[direction].lower in self.tree.lexicon.lists["directions"]:
            yield from (c for c in self.tree.parse.deps(direction, "conj") if self._place_at(c))

    # what the order of the words joins

    def _chained(self, member: int) -> Iterator[int]:
        """Names that go on a list of names behind a member's bracket or district, up to the one behind ``and``."""
        name = self.tree.names.get(member)
        if name is None or not name.is_place:
            return
        at, pending = self._past_lying(name.last), list[int]()
        if at == name.last:
            return
        while (step := self._link(at)) > at:
            following = self._place_at(step)
            if following is None:
                return
            pending.append(following.last - 1)
            if any(self.tree.parse.words[n].lower in _ANDS for n in range(at, step)):
                yield from pending
                pending = []
            at = self._past_lying(following.last)

    def _link(self, at: int) -> int:
        """Behind the commas and conjunctions that stand at a position."""
        words = self.tree.parse.words
        while at < len(words) and (words[at].text in _COMMAS or words[at].lower in _ANDS):
            at += 1
        return at

    def _past_lying(self, at: int) -> int:
        """Behind where a member lies, which of a list of towns may be told of each: ``A in X, B in Y and C in Z``."""
        behind = self._past_container(at)
        words = self.tree.parse.words
        name = self.tree.names.get(at + 1) if behind == at and at + 1 < len(words) and words[at].lower == "in" else None
        if name is None or not name.is_place:
            return behind
        end = name.last + (name.last < len(words) and self.tree.place_noun(name.last) is not None)
        following = self._place_at(step) if (step := self._link(end)) > end and step < len(words) else None
        alike = following is not None and following.last < len(words) and words[following.last].lower == "in"
        return end if alike else behind

    def _past_container(self, at: int) -> int:
        """Behind a bracket, or the district that some of a list lie in: ``A and B of the X district, C and D``."""
        words = self.tree.parse.words
        if at + 1 >= len(words) or words[at].lower not in ("of", "in"):
            return self._past_bracket(at)
        first = at + 1 + (words[at + 1].lower == "the")
        name = self.tree.names.get(first)
        if name is None or not name.is_place:
            return at
        last = name.last
        kind = self.tree.place_noun(last if last < len(words) and self.tree.place_noun(last) else last - 1)
        if self.tree.place_class(kind) != "area":
            return at
        return last + (last < len(words) and self.tree.place_noun(last) is not None)

    def _past_bracket(self, at: int) -> int:
        words = self.tree.parse.words
        if at >= len(words) or words[at].text != "(":
            return at
        ends = (n + 1 for n in range(at, min(len(words), at + _LONGEST_BRACKET)) if words[n].text == ")")
        return next(ends, at)

    def _place_at(self, at: int) -> Name | None:
        """The name of a place at a position, unless it is the subject of another clause, also of one without a verb."""
        name = self.tree.names.get(at)
        if name is None or not name.is_place or name.is_state or name.first > at:
            return None
        return None if self.tree.parse.words[name.last - 1].dep in (*_SUBJECTS, REMNANT) else name

    def _included(self, head: int) -> Iterator[int]:
        """The names that a noun is said to take in: ``villages, including X``, ``six bases, among them X and Y``."""
        words = self.tree.parse.words
        at = self._past_clause(head, self.end(head))
        at = at if "forces" in self.tree.head_flags(head) else self._past_time(at)
        at += at < len(words) and words[at].text == ","
        if at >= len(words):
            return
        two = " ".join(word.lower for word in words[at : at + 2])
        if words[at].lower in self.tree.lexicon.lists["including"]:
            at += 1
        elif two in self.tree.lexicon.lists["including"]:
            at += 2
        else:
            return
        while at < len(words) and words[at].lower in ("the", "both"):
            at += 1
        if self._place_at(at) is None:
            yield from self._nouns_included(at)
        while (name := self._place_at(at)) is not None:
            yield name.last - 1
            at = self._link(self._past_bracket(name.last))

    def _past_clause(self, head: int, end: int) -> int:
        """Behind the clause that describes a noun: ``the territory that it has taken, including X``."""
        for child in self.tree.parse.deps(head, "relcl", "acl"):
            low, high = self.tree.parse.edges(child)
            inside = (n for n in range(low, high) if self.tree.parse.words[n].text == ",")
            if low == end:
                return next(inside, high)
        return end

    def _past_time(self, at: int) -> int:
        """Behind a time before a comma: ``recaptured the region in September, including X``; the position if none."""
        words = self.tree.parse.words
        comma = next((n for n in range(at, min(at + _LONGEST_TIME, len(words))) if words[n].text == ","), at)
        between = words[at:comma]
        if not between or between[0].tag != "IN" or any(word.tag not in _OF_TIMES for word in between):
            return at
        return at if any(word.at in self.tree.names for word in between) else comma

    def _nouns_included(self, at: int) -> Iterator[int]:
        """``among them the heights of X and the Y junction``: the first noun of place, and what is joined to it."""
        words = self.tree.parse.words
        while at < len(words) and words[at].dep in ("amod", "compound", "nummod", "nmod", "poss", "case"):
            at += 1
        shares = self.tree.lexicon.lists["scope_nouns"] | self.tree.lexicon.lists["whole_nouns"]
        if at < len(words) and (self.tree.place_noun(at) or (words[at].lemma in shares | {"most"})):
            yield at
            yield from self._joined(at)

    def end(self, head: int) -> int:
        """Behind a noun and what its ``of`` brings."""
        name = self.tree.names.get(head)
        last = name.last if name else head + 1
        for link in self.tree.links(head):
            if self.tree.parse.words[link].lower == "of" and link == last:
                nouns = list(self.tree.parse.deps(link, "pobj"))
                last = self.end(nouns[0]) if nouns else last
        return last


def named_inside(
    tree: NounTree, head: int, places: tuple[PlaceRef, ...]
) -> tuple[tuple[PlaceRef, ...], tuple[PlaceRef, ...]]:
    """The places behind a noun, and those that are named as being in it: ``most of X, including A`` has all of A."""
    words, lists = tree.parse.words, tree.lexicon.lists
    for at in range(head + 1, len(words) - 1):
        if {words[at].lower, f"{words[at].lower} {words[at + 1].lower}"} & lists["including"]:
            told = tuple(place for place in places if place.start < words[at].start)
            return (told, places[len(told) :]) if told else (places, ())
        if words[at].tag.startswith("V") and words[at].dep not in ("relcl", "acl"):
            break
    return places, ()
