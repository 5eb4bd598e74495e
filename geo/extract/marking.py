"""The words that decided a claim: where its parties and places stand, its verb, whose word it is, its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.records import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.items import Offsets, PlaceRef
    from geo.extract.parties import PartyRef
    from geo.extract.told import Told
    from geo.records import MarkRole


def deciding_words(told: Told) -> Iterator[tuple[Offsets | None, MarkRole]]:
    """What each part of a reading was read from, wherever in the article it stands; None where nothing says it."""
    draft, reading = told.draft, told.reading
    yield draft.word, "decides"
    parties: tuple[tuple[MarkRole, PartyRef | None], ...] = (
        ("gained", draft.gained_by), ("lost", draft.lost_by), ("actor", draft.actor)
    )  # fmt: skip
    yield from ((words_of_party(party), role) for role, party in parties if party is not None)
    yield from ((words_of_place(ref), "place") for ref in draft.places)
    yield reading.word, "reports"
    yield reading.speaker, "speaker"
    yield from ((mark, "stance") for mark in reading.marks)
    yield told.dating.words, "date"


def marks_of(told: Told) -> tuple[Mark, ...]:
    """The deciding words that stand in the claim's own sentence, in the order of the text, each of a role once."""
    first, last = told.sentence.start, told.sentence.end
    found = {
        (*words, role)
        for words, role in deciding_words(told)
        if words is not None and first <= words[0] < words[1] <= last
    }
    ordered = sorted(found, key=lambda mark: (mark[0], -mark[1], mark[2]))
    return tuple(Mark(start=start, end=end, role=role) for start, end, role in ordered)


def words_of_party(ref: PartyRef) -> Offsets | None:
    """What stands for a party in the sentence: the pronoun, else its name; none where it was filled in."""
    return ref.said or (None if ref.filled else ref.at)


def words_of_place(ref: PlaceRef) -> Offsets:
    """What stands for a place: ``the town``, else its name."""
    return ref.said or (ref.start, ref.end)
