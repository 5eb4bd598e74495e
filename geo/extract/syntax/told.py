"""An event of an article with all that was settled about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.dates import Dating
    from geo.extract.drafts import Draft
    from geo.extract.parties import PartyRef
    from geo.extract.stance import Reading
    from geo.text import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event with its stance, its date and the sentence that tells it.

    ``speaker`` is the party on whose word it stands, if the text tells; who ``concedes`` speaks against their interest.
    """

    draft: Draft
    reading: Reading
    dating: Dating
    sentence: Sentence
    speaker: PartyRef | None = None
    concedes: bool = False
    denies: bool = False
