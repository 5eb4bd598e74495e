"""The reading of an article: sentences, items, frames, stance, date, pronouns, and from them claims.

``Reader`` is made once for a region and reads any number of articles; nothing of one article stays for the next.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.dates import DateReader, Dating
from geo.extract.document import Antecedent, Discourse
from geo.extract.events import EventReader
from geo.extract.frames import FrameFiller
from geo.extract.itemise import Itemiser, proper_words
from geo.extract.lexicon import english
from geo.extract.nominals import NominalReader
from geo.extract.noun_phrases import PhraseJoiner
from geo.extract.parties import PartyReader, PartyRef
from geo.extract.quotes import begin_quoted
from geo.extract.stance import Reading, StanceReader
from geo.extract.syntax.engine import SyntaxReader
from geo.extract.syntax.parse import spacy_parser
from geo.records import Article, Claim, ClaimPlace, Kind, Mention
from geo.text import Sentence, sentences, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.extract.drafts import Draft
    from geo.extract.items import Item, PlaceRef
    from geo.regions import Region

CERTAIN = 0.95
"""Confidence of a claim that took no guess; each pronoun, context date or nominal reading takes a tenth off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A draft with all that was settled about it, and the sentence that is its evidence."""

    draft: Draft
    reading: Reading
    dating: Dating
    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """An article and what its reading has gathered so far."""

    article: Article
    discourse: Discourse
    dates: DateReader
    proper: frozenset[str]
    quoted: Sequence[bool]


class Reader:
    """Reads claims from articles about one region."""

    def __init__(self, region: Region, *, grammar_only: bool = False) -> None:
        """``grammar_only`` reads without a parser, as it must where none is installed (:func:`reading_way`)."""
        parser = None if grammar_only else spacy_parser()
        self._syntax = SyntaxReader(region, parser) if parser else None
        lexicon = english()
        self._region = region
        self._lexicon = lexicon
        self._itemiser = Itemiser(lexicon, PartyReader(region, lexicon), region.places)
        self._joiner = PhraseJoiner(lexicon)
        self._frames = FrameFiller(lexicon)
        self._nominals = NominalReader(lexicon)
        self._events = EventReader(lexicon)
        self._stances = StanceReader(lexicon)

    def read(self, article: Article, mentions: Sequence[Mention]) -> list[Claim]:
        """The claims of an article, in the order of its text, each once.

        Parameters
        ----------
        article
            The article; its publication date anchors dates without a year.
        mentions
            Its toponyms (:func:`geo.places.mentions.find_mentions`).
        """
        if self._syntax:
            told: dict[str, Claim] = {}
            for one in self._syntax.read(article, mentions):
                read = _Read(draft=one.draft, reading=one.reading, dating=one.dating, sentence=one.sentence)
                _keep(told, self._claim(article, read))
            return list(told.values())
        split = [(part, tokenize(part.text, offset=part.start)) for part in sentences(article.text)]
        starts = [mention.start for mention in mentions]
        story = _Story(
            article=article,
            discourse=Discourse(self._region, self._lexicon),
            dates=DateReader(article.published),
            proper=proper_words(tokens for _, tokens in split),
            quoted=begin_quoted(part for part, _ in split),
        )
        claims: dict[str, Claim] = {}
        for number, (sentence, tokens) in enumerate(split):
            inside = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            items = self._itemiser.items(sentence, tokens, inside, proper=story.proper)
            for read in self._sentence(story, sentence, number, items):
                _keep(claims, self._claim(article, read))
        return list(claims.values())

    def _sentence(self, story: _Story, sentence: Sentence, number: int, found: Sequence[Item]) -> list[_Read]:
        items, antecedents = story.discourse.follow(self._joiner.join(found))
        events = self._events.read(items)
        drafts = [*self._frames.read(items), *self._nominals.read(items), *events]
        read = [
            _Read(
                draft=known,
                reading=self._stances.read(known, items, quoted=story.quoted[number]),
                dating=story.dates.read(known, items, sentence=number),
                sentence=sentence,
            )
            for known in (self._settle(draft, antecedents) for draft in drafts)
        ]
        story.dates.remember(
            items,
            sentence=number,
            starts_fighting=any(event.kind == "clash" for event in events),
            tells_deal=any(item.lower in self._lexicon.deals for item in items),
        )
        return read

    def _settle(self, draft: Draft, antecedents: Mapping[int, Antecedent]) -> Draft:
        """The draft with its pronouns replaced by what they stand for; peacekeepers who take a place are deployed."""
        place = antecedents.get(draft.pronoun_place.start) if draft.pronoun_place else None
        party = antecedents.get(draft.pronoun_party.start) if draft.pronoun_party else None
        if place:
            draft = replace(draft, places=(*draft.places, *place.places))
        if party and draft.pronoun_slot:
            draft = draft.with_party(draft.pronoun_slot, party.party)
        gainer = self._region.party(draft.gained_by.party) if draft.gained_by else None
        if gainer and gainer.presence_only and draft.kind == "capture":
            return replace(draft, kind="deployment", actor=draft.gained_by, gained_by=None)
        return draft

    def _claim(self, article: Article, read: _Read) -> Claim:
        draft, sentence = read.draft, read.sentence
        places = tuple(self._place(article, ref, draft.kind) for ref in draft.places)
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
            confidence=_confidence(draft, read.dating),
            extractor=draft.rule,
        )
        return replace(claim, id=claim_id(article.sha256, claim))

    def _place(self, article: Article, ref: PlaceRef, kind: Kind) -> ClaimPlace:
        """A place of a claim; forces that are sent to a place are somewhere in it."""
        known = self._region.place(ref.place) if ref.place else None
        if ref.within and known and known.kind in self._lexicon.lists["settlements"]:
            known = self._region.place(known.parent or "") or known  # villages "of Fuzuli" are the district's
        group = self._region.group(ref.place) if ref.place and known is None else None
        return ClaimPlace(
            text=article.text[ref.start : ref.end],
            start=ref.start,
            end=ref.end,
            name=known.name if known else group.name if group else None,
            place=known.id if known else ref.place,
            extent="unspecified" if kind == "deployment" and ref.extent == "whole" else ref.extent,
        )


def extract_claims(article: Article, mentions: Sequence[Mention], region: Region) -> list[Claim]:
    """The claims of one article; for many, make one :class:`Reader`."""
    return Reader(region).read(article, mentions)


def claim_id(text_hash: str, claim: Claim) -> str:
    """A stable id: the same claim of the same text has it after every rebuild, whatever the engine's version.

    It hashes the article's text hash, the evidence's span, the kind, the places and the parties (SHA-256, 16 digits).
    """
    places = [(place.start, place.end, place.place or place.text) for place in claim.places]
    parts = (text_hash, claim.start, claim.end, claim.kind, places, claim.gained_by, claim.lost_by, claim.actor)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _keep(claims: dict[str, Claim], claim: Claim) -> None:
    """Add a claim unless it stands there already; one that is told of another day or in another stance is another.

    Such twins share the parts that an id is made of, so all but the first have their number behind it.
    """
    same = (claim.when, claim.stance, claim.claimant)
    number, known = 1, claim.id
    while known in claims:
        twin = claims[known]
        if (twin.when, twin.stance, twin.claimant) == same:
            return
        number += 1
        known = f"{claim.id}-{number}"
    claims[known] = replace(claim, id=known)


def _party(ref: PartyRef | None) -> str | None:
    """A party's id or words; ``its control`` whose owner nothing tells is nobody."""
    if ref is None or (ref.bare and ref.head == "rule"):
        return None
    return ref.name


def _confidence(draft: Draft, dating: Dating) -> float:
    guesses = draft.effort + (dating.basis in (None, "context", "publication")) + any(r.guessed for r in draft.places)
    return round(max(0.3, CERTAIN - 0.1 * guesses), 2)
