"""The triggers of the grammar: what each row of its lexicon cannot do without."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.extract.lexicon import english
from geo.extract.triggers import Trigger, Triggers, need

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.lexicon import Lexicon, VerbFrame
    from geo.extract.triggers import Asked, Need

_GAINERS = ("gained_by", "actor")
_MOVES = ("withdrawal", "deployment")


@cache
def grammar_triggers() -> Triggers:
    """The triggers of all that the grammar reads."""
    lexicon = english()
    nouns = Trigger(words=frozenset(lexicon.nouns), asks="name")
    return Triggers([*_verbs(lexicon), *event_triggers(lexicon), nouns])


def event_triggers(lexicon: Lexicon) -> Iterator[Trigger]:
    """The triggers of events around control: one of a row's verbs with one of its nouns."""
    for event in lexicon.events:
        words = frozenset(form for verb in event.verbs for form in _forms(lexicon, verb))
        yield Trigger(words=words, needs=(need(" ".join(noun) for noun in event.nouns),))


def _verbs(lexicon: Lexicon) -> Iterator[Trigger]:
    for lemma, frames in lexicon.frames.items():
        words = _forms(lexicon, lemma)
        for frame in frames:
            asks: Asked = "party" if frame.kind in _MOVES else "name"
            yield Trigger(words=words, needs=tuple(_needs(frame, lemma, lexicon)), asks=asks)


def _forms(lexicon: Lexicon, lemma: str) -> frozenset[str]:
    return frozenset(word for word, rows in lexicon.forms.items() if any(row.lemma == lemma for row in rows))


def _needs(frame: VerbFrame, lemma: str, lexicon: Lexicon) -> Iterator[Need]:
    """What a frame asks for; as :class:`~geo.extract.grammar.frames.FrameFiller` fills it."""
    if frame.then and lemma not in frame.then_optional_for:
        yield need(" ".join(words) for words in frame.then)
    if frame.after:
        yield need(" ".join(words) for words in frame.after)
    if frame.kind in _MOVES:
        return
    if frame.needs_forces:
        yield need(lexicon.heads["forces"])
    if frame.needs_holder:
        yield need(lexicon.heads["rule"] | lexicon.lists["rules"])
    own = {frame.subject, frame.object}
    if frame.subject == "place" and frame.kind != "loss" and own.isdisjoint(_GAINERS):
        links = [link for link, slot in frame.parties.items() if slot in _GAINERS]
        links += [link for link, slot in (("in", frame.in_hands), ("out", frame.out_of)) if slot in _GAINERS]
        yield need(links)
    if frame.needs_to and "gained_by" not in own:
        yield need(link for link, slot in frame.parties.items() if slot == "gained_by")
