"""What was told before, as the words of a sentence say it again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.items import PlaceRef
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.phrases.phrases import Phrase


def party_said(party: PartyRef, phrase: Phrase) -> PartyRef:
    """A party with the offsets of the words that stand for it here."""
    return replace(party, said=(phrase.start, phrase.end))


def as_said(ref: PlaceRef, start: int, end: int) -> PlaceRef:
    """A place told of before, with the offsets of the words that stand for it here."""
    return ref if start <= ref.start < end else replace(ref, said=(start, end))


def affirmed(phrases: Sequence[Phrase]) -> list[Phrase]:
    """A list without what it denies behind what it affirms: ``six villages of Fuzuli and nothing in Lachin``."""
    return [phrase for phrase in phrases if not phrase.negative]
