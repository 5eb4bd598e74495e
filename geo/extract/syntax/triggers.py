"""The triggers of the reading by syntax: what each row of its lexicon cannot do without."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.extract.lexicon import inflected
from geo.extract.syntax.lexicon import syntax_lexicon
from geo.extract.triggers import APOSTROPHE, Trigger, Triggers, need

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.extract.syntax.lexicon import Predicate, SyntaxLexicon
    from geo.extract.triggers import Need

_BESIDE = ("under", "in", "within", "of", "about")
"""Prepositions over a noun of control that tells by itself who holds a place."""


@cache
def syntax_triggers() -> Triggers:
    """The triggers of all that a sentence tells by itself."""
    lexicon = syntax_lexicon()
    lists = lexicon.lists
    return Triggers([
        *_verbs(lexicon),
        Trigger(words=_nouns(lexicon.nouns)),
        Trigger(words=_nouns(lists["control_nouns"]), needs=(need(_BESIDE),)),
        Trigger(words=lists["holding_participles"], needs=(need(["as"]),)),
        Trigger(words=lists["freed"]),
        Trigger(words=frozenset({"do", "does", "did", "done"}), needs=(need(["so"]),)),
    ])  # fmt: skip


@cache
def denial_triggers() -> Triggers:
    """The words of sentences that deny what the one before told."""
    lexicon = syntax_lexicon()
    waved = (phrase.split() for phrase in sorted(lexicon.lists["waving_off"]))
    return Triggers([
        Trigger(words=_judging(lexicon) | _forms(lexicon.deny)),
        *(Trigger(words=_forms([verb]), needs=(need([particle]),)) for verb, particle in waved),
        Trigger(words=frozenset({"not", "no"}), needs=(need(["yet", "longer", "so", "truth"]),)),
        Trigger(words=lexicon.lists["false_verdicts"]),
        Trigger(words=_forms(["have"]), needs=(need(["not", "t"]),)),  # "says that they have not"
    ])  # fmt: skip


@cache
def answer_triggers() -> Triggers:
    """The words of sentences that may deny, judge or bear out what others near them told."""
    lexicon = syntax_lexicon()
    verbs = _forms([*lexicon.deny, *lexicon.lists["calling"], *lexicon.lists["corresponding"]])
    return Triggers([Trigger(words=_judging(lexicon) | verbs)])


def _judging(lexicon: SyntaxLexicon) -> frozenset[str]:
    """The words that call something true or untrue: without one nobody ``calls that a lie``."""
    lists = lexicon.lists
    return lists["untrue"] | _nouns([*lists["untrue_nouns"], *lists["true"], *lists["truth"]])


def _verbs(lexicon: SyntaxLexicon) -> Iterator[Trigger]:
    for lemma, predicates in lexicon.verbs.items():
        words = {word for word, rows in lexicon.forms.items() if any(row.lemma == lemma for row in rows)}
        for predicate in predicates:
            yield Trigger(words=frozenset({lemma, *words}), needs=tuple(_needs(predicate, lexicon)))


def _needs(predicate: Predicate, lexicon: SyntaxLexicon) -> Iterator[Need]:
    """What a predicate asks for, as :class:`~geo.extract.syntax.filling.verbals.VerbalFiller` fills it."""
    lists = lexicon.lists
    control = _nouns([*lists["control_nouns"], *lists["duties_of_rule"]])
    if predicate.particles:
        yield need(predicate.particles)
    if predicate.ruled_under:
        yield need(predicate.ruled_under)
        yield need({
            *control, *_nouns([*lists["owned_land"], *lists["front_lines"]]), *(predicate.ruled_under & {"under"}),
        })  # fmt: skip
    if "control" in predicate.needs:
        yield need({*control, *_nouns(lists["owned_land"]), "under"})
    if "from_a_yoke" in predicate.needs:
        yield need(_nouns(lists["yokes"]))
    told = {"of_a_time": lists["of_a_time"], "existential": {"there"}}
    yield from (need(words) for asked, words in told.items() if asked in predicate.needs)
    if predicate.complement and (predicate.kind == "hold" or "party" in predicate.needs) and not predicate.parties:
        owned = {*lexicon.owned, *_nouns([*lists["owned_land"], *lists["bare_parties"]]), *lists["holding_participles"]}
        yield (*need(owned), frozenset({APOSTROPHE}))  # an adjective of a side ("Armenian again") is a sign by itself
    if not {"thing", "flag"}.isdisjoint({predicate.subject, predicate.object}):
        yield need(_nouns(predicate.things or lists["flags"]))
    if _only_behind_to(predicate):
        yield need(["to"])
    if _only_by_preposition(predicate):
        yield need([*predicate.place, "there"])


def _only_behind_to(predicate: Predicate) -> bool:
    """Whether nothing but ``to`` can bring the gainer whom a predicate asks for."""
    others = {part for link, part in predicate.parties.items() if link != "to"}
    own = {predicate.subject, predicate.object, predicate.ruler, predicate.complement, predicate.holder}
    return "to" in predicate.needs and {"gained_by", "gainer"}.isdisjoint(others | own)


def _only_by_preposition(predicate: Predicate) -> bool:
    """Whether nothing but a preposition can bring the place that a predicate asks for."""
    elsewhere = predicate.left_out or predicate.placeless or predicate.things or "place_of_subject" in predicate.needs
    return bool(predicate.place) and not elsewhere and "place" not in (predicate.subject, predicate.object)


def _forms(verbs: Iterable[str]) -> frozenset[str]:
    return frozenset(inflected(sorted(set(verbs))))


def _nouns(words: Iterable[str]) -> frozenset[str]:
    """Nouns with whatever may be their plurals."""
    found = {form for word in words for form in (word, f"{word}s", f"{word}es")}
    return frozenset(found | {f"{word[:-1]}ies" for word in words if word.endswith("y")})
