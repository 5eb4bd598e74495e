"""What a way of reading gives for each claim that it finds, before the claim is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.dates import Dating
    from geo.extract.drafts import Draft
    from geo.extract.items import Offsets
    from geo.extract.parties import PartyRef
    from geo.records import Article, Mention, Stance
    from geo.text import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A stance, and the words of the one on whose word the claim stands.

    ``word`` is where the word that reports or denies stands, ``speaker`` the noun for who speaks, ``marks`` the words
    that make it planned, possible or negated. ``quoted`` where it stands in a quotation, ``answered``
    where the word denies what somebody must have claimed.
    """

    stance: Stance
    claimant: str | None = None
    word: Offsets | None = None
    speaker: Offsets | None = None
    marks: tuple[Offsets, ...] = ()
    quoted: bool = False
    answered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Somebody who might be the party that a sentence leaves out, and the signs for and against it."""

    party: PartyRef
    signs: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A draft with all that was settled about it, and the sentence that is its evidence.

    ``speaker`` is the party on whose word it stands, if the text tells; one who ``concedes``
    speaks against their interest. ``choices`` are those who might be the party that the sentence leaves out.
    """

    draft: Draft
    reading: Reading
    dating: Dating
    sentence: Sentence
    speaker: PartyRef | None = None
    concedes: bool = False
    denies: bool = False
    choices: tuple[Choice, ...] = ()


class Way(Protocol):
    """A way of reading: by the grammar alone, or by syntax."""

    def read(self, article: Article, mentions: Sequence[Mention]) -> list[Told]:
        """What an article tells, in the order of its text."""
        ...

    def read_together(self, articles: Sequence[tuple[Article, Sequence[Mention]]]) -> list[list[Told]]:
        """What several articles tell, each with its toponyms and each by itself."""
        ...
