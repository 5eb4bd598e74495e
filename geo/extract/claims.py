"""Writes down what was read as claims: ids, places of the region, confidence."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.confidence import confidence
from geo.extract.lexicon import english
from geo.extract.marking import marks_of
from geo.records import Article, Claim, ClaimPlace, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.extract.items import PlaceRef
    from geo.extract.parties import PartyRef
    from geo.extract.told import Told
    from geo.regions import Region


class ClaimWriter:
    """Writes claims about one region."""

    def __init__(self, region: Region) -> None:
        self._region = region
        self._settlements = english().lists["settlements"]

    def write(self, article: Article, told: Iterable[Told]) -> list[Claim]:
        """The claims of an article, in the order of its text, each once."""
        return [claim for claim, _ in self.trace(article, told)]

    def trace(self, article: Article, told: Iterable[Told]) -> list[tuple[Claim, Told]]:
        """The same claims, each with the reading that it was written from."""
        found: dict[str, tuple[Claim, Told]] = {}
        for one in told:
            _keep(found, self._claim(article, one), one)
        return list(found.values())

    def _claim(self, article: Article, read: Told) -> Claim:
        draft, sentence = read.draft, read.sentence
        said = Counter(ref.said for ref in draft.places)
        places = tuple(self._place(article, ref, draft.kind, alone=said[ref.said] == 1) for ref in draft.places)
        claim = Claim(
            id="",
            article=article.id,
            start=sentence.start,
            end=sentence.end,
            evidence=sentence.text,
            kind=draft.kind,
            places=places,
            gained_by=_party(draft.gained_by),
            lost_by=_party(draft.lost_by),
            actor=_party(draft.actor),
            when=read.dating.when,
            when_basis=read.dating.basis,
            stance=read.reading.stance,
            claimant=read.reading.claimant,
            confidence=confidence(read),
            extractor=draft.rule,
            marks=marks_of(read) or None,
        )
        return replace(claim, id=claim_id(article.sha256, claim))

    def _place(self, article: Article, ref: PlaceRef, kind: Kind, *, alone: bool) -> ClaimPlace:
        """A place of a claim; forces that are sent to a place are somewhere in it.

        Of several that ``both`` or ``the towns`` stands for, each has the words that name it; one ``alone`` has those
        that stand for it here.
        """
        known = self._region.place(ref.place) if ref.place else None
        if ref.within and known and known.kind in self._settlements:
            known = self._region.place(known.parent or "") or known  # villages "of Fuzuli" are the district's
        group = self._region.group(ref.place) if ref.place and known is None else None
        start, end = ref.said if ref.said and alone else (ref.start, ref.end)
        called = ref.called or ref.name or (ref.text if ref.said else None)
        return ClaimPlace(
            text=article.text[start:end],
            start=start,
            end=end,
            name=known.name if known else group.name if group else called,
            place=known.id if known else ref.place,
            extent="unspecified" if kind == "deployment" and ref.extent == "whole" else ref.extent,
            but=self._left_out(ref),
        )

    def _left_out(self, ref: PlaceRef) -> tuple[str, ...] | None:
        """The places that the text takes out of one, where the region knows all of them."""
        known = [ident for ident in ref.but if self._region.place(ident) or self._region.group(ident)]
        return tuple(known) if known and len(known) == len(ref.but) else None


def claim_id(text_hash: str, claim: Claim) -> str:
    """A stable id: the same claim of the same text has it after every rebuild, whatever the engine's version.

    It hashes the article's text hash, the evidence's span, the kind, the places and the parties (SHA-256, 16 digits).
    """
    places = [(place.start, place.end, place.place or place.text) for place in claim.places]
    parts = (text_hash, claim.start, claim.end, claim.kind, places, claim.gained_by, claim.lost_by, claim.actor)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _keep(claims: dict[str, tuple[Claim, Told]], claim: Claim, told: Told) -> None:
    """Add a claim unless it stands there already; one that is told of another day or in another stance is another.

    Such twins share the parts that an id is made of, so all but the first have their number behind it.
    """
    same = (claim.when, claim.stance, claim.claimant)
    number, known = 1, claim.id
    while known in claims:
        twin, _ = claims[known]
        if (twin.when, twin.stance, twin.claimant) == same:
            return
        number += 1
        known = f"{claim.id}-{number}"
    claims[known] = (claim if known == claim.id else replace(claim, id=known), told)


def _party(ref: PartyRef | None) -> str | None:
    """A party's id or words; ``its control`` whose owner nothing tells is nobody."""
    if ref is None or (ref.bare and ref.head == "rule"):
        return None
    return ref.name
