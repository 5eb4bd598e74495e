"""Which place those leave whose clause names none: the one that they hold, or the one that others take beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.items import PlaceRef
    from geo.extract.syntax.clauses.clauses import Clause
    from geo.extract.syntax.clauses.parts import Event, Parts
    from geo.extract.syntax.lexicon import Predicate, SyntaxLexicon
    from geo.extract.syntax.phrases.phrases import PhraseReader
    from geo.extract.syntax.story.antecedents import Antecedents


_AT = frozenset({"in", "at", "near", "around"})


def named_garrison(clause: Clause, phrases: PhraseReader, lexicon: SyntaxLexicon) -> list[PlaceRef]:
    """The place whose name stands before those who hold it: ``the Tobruk garrison``."""
    parse, garrisons = phrases.tree.parse, lexicon.lists["garrisons"]
    heads = [one.head for one in clause.subject if parse.words[one.head].lemma in garrisons]
    before = (at for head in heads for at in parse.deps(head, "compound", "nmod", "poss", "amod"))
    names = (phrases.names.get(at) for at in before)
    return [phrases.tree.ref(name) for name in names if name is not None and name.is_place and not name.is_state]


def taken_beside(predicate: Predicate, clause: Clause, asked: Antecedents) -> tuple[PlaceRef, ...]:
    """``Took some villages in X after the rebels left``: they left what was taken, and not all that it lies in."""
    change, parse = asked.story.last_change, asked.clauses.parse
    beside = parse.words[clause.verb]
    if change is None or predicate.subject != "mover" or beside.dep not in ("advcl", "conj", "ccomp"):
        return ()
    here = change.at == beside.head and change.kind in ("capture", "handover")
    same = here and any(ref.start >= parse.words[0].start for ref in change.places)
    return change.places if same and not change.manner.unreal else ()


def left_free(parts: Parts, asked: Antecedents) -> list[PlaceRef]:
    """``The army left Gao, and the rebels took over``: the place that others have just left, or else none."""
    change, takers = asked.story.last_change, parts.parties.get("gained_by", ())
    if change is None or change.kind not in ("withdrawal", "loss") or change.lost_by is None or change.gained_by:
        return []
    if change.manner.planned or change.manner.possible or change.lost_by.name in {taker.name for taker in takers}:
        return []
    if asked.story.last_event is not change or any(
        _is_elsewhere(at, change, asked) for at in asked.clauses.phrases.names
    ):
        return []
    return [place for place in change.places if asked.is_in_question(place)]


def _is_elsewhere(at: int, left: Event, asked: Antecedents) -> bool:
    """Whether a name says where something else is: ``In Kidal the rebels said that they had taken over``."""
    words, name = asked.clauses.parse.words, asked.clauses.phrases.names[at]
    link = words[words[at].head]
    beside = name.is_place and words[at].dep == "pobj" and link.lower in _AT and words[link.head].tag.startswith("V")
    return beside and words[name.first].start not in {ref.start for ref in left.places}
