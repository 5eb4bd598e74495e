"""Names that the next sentence shows to be a person's, and no place's: ``Lamara was on foot. She heard the news``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.story.told_rows import key_of

if TYPE_CHECKING:
    from geo.extract.syntax.story.told_places import PlaceMemory

_NEAR = 2
"""Sentences back to the name that ``he`` or ``she`` takes up."""


def forget_person(places: PlaceMemory, sentence: int) -> None:
    """Forget the one unknown name that ``he`` or ``she`` can mean where nobody was told of; no place of a taking."""
    near = [row for row in places.rows if sentence - row.spot.sentence < _NEAR and row.spot.role == "subject"]
    guessed = {key_of(ref) for row in near for ref in row.refs if ref.guessed and not row.link}
    if len(guessed) != 1 or guessed & places.control.keys():
        return
    told = [row for row in places.rows if guessed & {key_of(ref) for ref in row.refs}]
    if all(row.spot.role == "subject" and len(row.refs) == 1 for row in told):
        places.rows[:] = [row for row in places.rows if row not in told]
