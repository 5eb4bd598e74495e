"""Clauses whose verb is left out: ``Hama was taken on Thursday and Homs on Saturday``.

Parsers of news have seldom met them: they take the remnant for an apposition, or for one of a list of dates. So they
are found by their shape: behind a clause with a date or an agent of its own, a place with another date or agent, and
no verb. The remnant is taken out of the tree (its head hangs on the verb as ``remnant``), and for each a tree is made
in which it has the part of its correlate: there the verb can be read once more, by the same rules.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.syntax.dating.shifted import IT, LATER
from geo.extract.syntax.dating.words import is_clause
from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.phrases.phrases import PhraseReader

_SEPARATORS = frozenset({",", "and", "but", "or", "then", "while", "(", ")"})
_ENDS = frozenset({";", ":", "\u2014", "\u2013", "--", '"', "\u201c", "\u201d"})
_RELATIVES = ("WP", "WDT", "WRB", "WP$")
_VERBAL = ("VB", "VBD", "VBN", "VBP", "VBZ", "MD")
_LIGHT = (*SUBJECTS, "aux", "neg", "punct", "cc", "advmod", "npadvmod", "prep", "mark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A remnant: ``head`` of its place, in whose segment its date and agent stand; ``verb`` is the one left out.

    ``correlate`` is the word whose part the remnant plays, ``agent`` the ``by`` of the remnant, ``subject`` the head of
    the party beside the place (``and the rebels Homs``). ``dated`` is the word on which the remnant's date hangs.
    ``auxiliary`` is the verb that is left of the clause, where one is (``and Kalbajar will be tomorrow``).
    """

    verb: int
    correlate: int
    head: int
    first: int
    last: int
    dated: int
    agent: int | None = None
    subject: int | None = None
    auxiliary: int | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words between two separators; ``joined`` where a conjunction stands before them."""

    first: int
    last: int
    joined: bool = False


def _with_agents(pieces: Sequence[_Piece], is_agent: Callable[[int], bool]) -> Iterator[_Piece]:
    """The pieces, each with the agent that stands behind a comma of its own: ``Jajce, next day, by the HVO``."""
    for number, piece in enumerate(pieces):
        behind = next((one for one in pieces[number + 1 : number + 2] if is_agent(one.first) and not one.joined), None)
        if not number or not is_agent(piece.first) or piece.joined:
            yield replace(piece, last=behind.last) if behind else piece


class GapFinder:
    """Finds the gaps of one sentence; ``dated`` are the positions of its dates' words."""

    def __init__(self, phrases: PhraseReader, dated: Collection[int], lexicon: SyntaxLexicon) -> None:
        self._phrases = phrases
        self._parse = phrases.parse
        self._names = phrases.names
        self._dated = dated
        self._lexicon = lexicon

    def find(self) -> list[Gap]:
        """The remnants of the sentence, in the order of the text."""
        found: dict[int, Gap] = {}
        for word in self._parse.words:
            if is_clause(word) and word.lemma in self._lexicon.verbs and word.at not in self._names:
                for gap in (*self._behind(word.at), *self._stranded(word.at)):
                    found.setdefault(gap.head, gap)
        return sorted(found.values(), key=lambda gap: gap.head)

    def _behind(self, verb: int) -> list[Gap]:
        """The remnants behind a verb."""
        own, *pieces = self._pieces(verb) or [_Piece(verb, verb)]
        marked = self._is_marked(own, verb)
        found: list[Gap] = []
        waiting: list[tuple[int, _Piece]] = []
        whose: int | None = None
        for piece in _with_agents(pieces, self._is_agent):
            parties, place = self._heads(piece)
            agent = next((at for at in range(piece.first, piece.last) if self._is_agent(at)), None)
            has_mark = any(self._is_mark(at) for at in range(piece.first, piece.last))
            if place is not None and (parties is not None or self._stands(place, piece, has_mark=has_mark)):
                waiting.append((place, piece))
            if parties is not None and waiting and self._is_active(verb):
                whose = parties
            own_day = has_mark and parties is not None  # "and the rebels Y on Saturday"
            if whose is not None and waiting and (own_day or not has_mark):  # what stands before is not theirs
                found += self._gaps(verb, waiting[-1:], piece, subject=whose)
            elif has_mark and waiting and marked:
                found += self._gaps(verb, self._named(waiting), piece, agent=agent)
            else:
                marked = marked or has_mark
                waiting = [] if has_mark else waiting  # "Hama and Homs on Friday": the full clause has a list
                continue
            waiting = []
        return found

    def _named(self, heads: Sequence[tuple[int, _Piece]]) -> list[tuple[int, _Piece]]:
        """Heads without nouns that only tell what the name behind is: ``the provincial capital, Bukavu``."""
        named: list[tuple[int, _Piece]] = []
        for head, piece in heads:
            told = named[-1] if named and named[-1][0] not in self._names else None
            if told and head in self._names and not piece.joined:
                named[-1] = (head, replace(piece, first=told[1].first, joined=told[1].joined))
            else:
                named.append((head, piece))
        return named

    def _gaps(
        self,
        verb: int,
        heads: Sequence[tuple[int, _Piece]],
        piece: _Piece,
        *,
        agent: int | None = None,
        subject: int | None = None,
    ) -> Iterator[Gap]:
        correlate = self._correlate(verb, min(head for head, _ in heads))
        if correlate is None:
            return
        for head, own in heads:
            last = piece.last if own == heads[-1][1] else own.last
            yield Gap(
                verb=verb, correlate=correlate, head=head, first=own.first, last=last, dated=heads[-1][0],
                agent=agent, subject=subject
            )  # fmt: skip

    # pieces

    def _pieces(self, verb: int) -> list[_Piece]:
        """The words behind a verb, up to the next clause; those that run into its verb belong to that."""
        words = self._parse.words
        pieces: list[_Piece] = []
        first, joined = verb + 1, False
        for at in range(verb + 1, len(words)):
            word = words[at]
            if word.tag in _VERBAL and at not in self._names and word.dep != "amod":
                if not self._is_inserted(at):
                    return pieces
                first, joined = at + 1, False
            elif word.text == ";" and self._is_bare(at + 1):
                pieces.append(_Piece(first, at, joined))
                first, joined = at + 1, True
            elif word.text in _ENDS or word.tag in (".", *_RELATIVES):
                return [*pieces, _Piece(first, at, joined)] if at > first else pieces
            elif word.lower in _SEPARATORS and not self._is_inside(at):
                if at > first:
                    pieces.append(_Piece(first, at, joined))
                    joined = False
                first, joined = at + 1, joined or word.tag == "CC"
        return [*pieces, _Piece(first, len(words), joined)] if len(words) > first else pieces

    def _is_bare(self, first: int) -> bool:
        """Whether what stands behind a semicolon has a name and a mark of its own, and says nothing else."""
        words, names = self._parse.words, self._names
        last = next((n for n in range(first, len(words)) if words[n].text in _ENDS or words[n].tag == "."), len(words))
        apart = False
        for at in range(first, last):
            word = words[at]
            apart = apart or (word.tag in ("DT", "IN") and at > first and words[at - 1].text == ",")
            apart = apart and word.text != ","
            plain = word.lower in _SEPARATORS or word.tag in ("RB", "CD", "IN", "PRP", "DT")
            plain = plain or apart or at in names or at in self._dated or self._is_mark(at)
            if not plain and self._phrases.tree.kind_of(at) is None:
                return False
        named = first < last and (first in names or words[first].tag == "DT")
        return named and any(map(self._is_mark, range(first, last)))

    def _is_mark(self, at: int) -> bool:
        """Whether a word is of a date or an agent, or says when without one: ``after it``, ``before that``."""
        if at in self._dated or self._is_agent(at):
            return True
        words = self._parse.words
        word, behind = words[at], words[at + 1 : at + 2]
        if word.lower in LATER | self._lexicon.lists["feasts"] | {"likewise"}:
            return True
        return word.lower in ("after", "before") and bool(behind) and behind[0].lower in IT

    def _is_inserted(self, at: int) -> bool:
        """``..., state media said, and Kobo a day later``."""
        words = self._parse.words
        return words[at].lemma in self._lexicon.say and at + 1 < len(words) and words[at + 1].text == ","

    def _is_inside(self, at: int) -> bool:
        """Whether a separator is part of a name or date."""
        return at in self._dated or (at in self._names and self._names[at].first < at < self._names[at].last - 1)

    def _is_marked(self, piece: _Piece, verb: int) -> bool:
        """Whether the full clause has a date or an agent of its own, against which a remnant can stand."""
        inside = any(map(self._is_mark, range(piece.first, piece.last)))
        return inside or any(at < verb and self._leads_to(at, verb) for at in self._dated)

    def _leads_to(self, at: int, verb: int) -> bool:
        return next((here for here in self._parse.governors(at) if is_clause(self._parse.words[here])), None) == verb

    def _is_agent(self, at: int) -> bool:
        word = self._parse.words[at]
        behind = self._parse.words[at + 1 : at + 2]
        return word.lower == "by" and at + 1 not in self._dated and bool(behind) and behind[0].tag not in ("VBG", "CD")

    # what stands in a piece

    def _heads(self, piece: _Piece) -> tuple[int | None, int | None]:
        """The party and the place that a piece begins with, behind its preposition or its date; the party is rare."""
        words, at = self._parse.words, piece.first
        while at < piece.last and (at in self._dated or words[at].tag in ("IN", "TO", "RB")):
            if self._is_agent(at):
                return None, None
            at += 1
        first = self._nominal(at, piece.last)
        if first is None:
            return None, None
        second = self._nominal(first + 1, piece.last)
        if second is not None and self._phrases.single(first).party and self._is_place_or_side(second):
            return first, second
        named = [at for at in range(piece.first, first) if at in self._names and self._is_place(at)]
        if not self._is_place(first) and named and self._parse.words[first].text[0].isupper():
            return None, self._names[named[-1]].last - 1  # "all Wollo North"
        return None, first if self._is_place(first) else None

    def _nominal(self, at: int, last: int) -> int | None:
        """The last word of the noun phrase that begins at a position."""
        words, head = self._parse.words, None
        start = at
        while at < last and at not in self._dated:
            word, name = words[at], self._names.get(at)
            if head is not None and (
                word.tag in ("DT", "PRP$") or (name and name.first == at and self._begins_anew(head))
            ):
                break
            if name or word.tag.startswith("NN"):
                head = at
            elif word.tag not in ("DT", "PDT", "PRP$", "JJ", "JJS", "CD", "POS", "HYPH", "VBN"):
                break
            at += 1
        return head if head is None or head >= start else None

    def _begins_anew(self, head: int) -> bool:
        """Whether a name behind a noun is a phrase of its own: ``the rebels Homs``, and not ``the town Homs``."""
        party, name = self._phrases.single(head).party, self._names.get(head)
        return party is not None and (name is None or name.nature == "people")  # "the Thais Kengtung"

    def _is_place(self, head: int) -> bool:
        name = self._names.get(head)
        if name is not None:
            return name.is_place and name.nature not in ("adjective", "person")
        return self._phrases.tree.kind_of(head) is not None and bool(self._phrases.single(head).places)

    def _is_place_or_side(self, head: int) -> bool:
        """``The rebels Homs``, ``the rebels the south``: of what was named before."""
        words = self._parse.words
        side = words[head].lower in self._lexicon.lists["directions"] and words[head - 1].lower == "the"
        return side or self._is_place(head)

    def _stands(self, head: int, piece: _Piece, *, has_mark: bool) -> bool:
        """Whether a place is one of a list, and no apposition to the one before: ``San-Pedro, the cocoa port, ...``."""
        if self._parse.words[piece.first].tag in ("IN", "TO") and not (has_mark or piece.joined):
            return False  # "taking the hospital, across the river, on Sunday"
        return head in self._names or has_mark or piece.joined

    # the full clause

    def _is_active(self, verb: int) -> bool:
        """Whether a verb has a party that acts and a place that it acts on."""
        subject, target = self._parse.dep(verb, "nsubj"), self._parse.dep(verb, "dobj")
        if subject is None or target is None:
            return False
        return self._phrases.single(subject).party is not None and self._is_place_or_side(target)

    def _correlate(self, verb: int, before: int) -> int | None:
        """The place of the full clause that a remnant stands against."""
        parse = self._parse
        objects = [child for child in parse.deps(verb, "dobj", "nsubjpass") if child < before]
        sides = (verb, *parse.deps(verb, "prt", "advmod", "prep"))
        links = [link for side in sides for link in parse.deps(side, "prep")]
        behind = [noun for link in links for noun in parse.deps(link, "pobj") if noun < before]
        for at in (*objects, *self._controlled([*objects, *behind], before), *behind):
            if self._is_place(at):
                return at
        if objects:
            return objects[0]
        subject = parse.dep(verb, *SUBJECTS)
        if subject is None and parse.words[verb].dep == "conj":
            subject = parse.dep(parse.words[verb].head, *SUBJECTS)
        return subject

    def _controlled(self, nouns: Sequence[int], before: int) -> list[int]:
        """``Took control of Goma on Monday and of Bukavu on Sunday``: what stands behind a noun of control."""
        parse, words = self._parse, self._parse.words
        control = [noun for noun in nouns if words[noun].lemma in self._lexicon.lists["control_nouns"]]
        links = [link for noun in control for link in parse.deps(noun, "prep") if words[link].lower in ("of", "over")]
        return [noun for link in links for noun in parse.deps(link, "pobj") if noun < before]

    def _stranded(self, verb: int) -> Iterator[Gap]:
        """``Agdam was handed over last week, and Kalbajar will be tomorrow``: an auxiliary for a whole clause."""
        parse, words = self._parse, self._parse.words
        passive = parse.dep(verb, "auxpass", "nsubjpass") is not None
        for at in parse.deps(verb, "conj"):
            subject = parse.dep(at, *SUBJECTS)
            if words[at].lemma not in (("be",) if passive else ("do", "have", "will")) or subject is None:
                continue
            rest = [
                child for child in parse.children[at] if words[child].dep not in _LIGHT and child not in self._dated
            ]
            if not rest and self._is_place(subject) and (correlate := self._correlate(verb, subject)) is not None:
                yield Gap(
                    verb=verb,
                    correlate=correlate,
                    head=subject,
                    first=subject,
                    last=subject + 1,
                    dated=at,
                    auxiliary=at,
                )
