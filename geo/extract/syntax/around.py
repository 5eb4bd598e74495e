"""The events around control that an article tells (ceasefires, deals, clashes), read by the grammar beside trees."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.date_expressions import find_dates
from geo.extract.dates import DateReader
from geo.extract.grammar.events import EventReader
from geo.extract.grammar.itemise import Itemiser
from geo.extract.grammar.noun_phrases import PhraseJoiner
from geo.extract.grammar.triggers import event_triggers
from geo.extract.parties import PartyReader
from geo.extract.told import Reading, Told
from geo.extract.triggers import Triggers, runs

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from geo.extract.drafts import Draft
    from geo.extract.items import Item, PlaceRef
    from geo.extract.lexicon import Lexicon
    from geo.extract.syntax.prepared import PreparedSentence
    from geo.extract.syntax.story.antecedents import Antecedents
    from geo.regions import Region


class AroundReader:
    """Reads the events around control; made once for a region."""

    def __init__(self, region: Region, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._itemiser = Itemiser(lexicon, PartyReader(region, lexicon), region.places)
        self._joiner = PhraseJoiner(lexicon)
        self._events = EventReader(lexicon)
        self._triggers = Triggers(event_triggers(lexicon))
        self._words = frozenset(words[-1] for event in lexicon.events for words in event.nouns) | lexicon.deals

    def of(self, published: str | None, proper: Container[str]) -> AroundArticle:
        """The reading of one article."""
        return AroundArticle(self, DateReader(published), proper)

    def may_tell(self, sentences: Iterable[PreparedSentence]) -> bool:
        """Whether one of an article's sentences has the words of such an event; else there is nothing to date."""
        return any(self._triggers.stand_among(runs(sentence.part.text)) for sentence in sentences)

    def items(self, sentence: PreparedSentence, proper: Container[str]) -> list[Item]:
        """The items of a sentence; nothing where it has neither a word of such an event nor a date to remember."""
        if not any(token.lower in self._words for token in sentence.tokens) and not find_dates(sentence.part.text):
            return []
        found = self._itemiser.items(sentence.part, sentence.tokens, sentence.mentions, proper=proper)
        return self._joiner.join(found)

    def drafts(self, items: Sequence[Item]) -> list[Draft]:
        """The events that items tell."""
        return self._events.read(items)

    def tells_deal(self, items: Sequence[Item]) -> bool:
        """Whether a sentence is about talks and what they led to."""
        return any(item.lower in self._lexicon.deals for item in items)


class AroundArticle:
    """The events around control of one article, and the dates that its story has told so far."""

    def __init__(self, reader: AroundReader, dates: DateReader, proper: Container[str]) -> None:
        self._reader = reader
        self._dates = dates
        self._proper = proper

    def read(self, sentence: PreparedSentence, antecedents: Antecedents) -> list[Told]:
        """What a sentence tells of them."""
        items = self._reader.items(sentence, self._proper)
        if not items:
            return []
        events = self._reader.drafts(items)
        drafts = [replace(event, places=_explained(event, antecedents)) for event in events]
        told = [
            Told(
                draft=draft,
                reading=Reading(stance="planned" if draft.planned else "asserted"),
                dating=self._dates.read(draft, items, sentence=sentence.number),
                sentence=sentence.part,
            )
            for draft in drafts
        ]
        self._dates.remember(
            items,
            sentence=sentence.number,
            starts_fighting=any(event.kind == "clash" for event in events),
            tells_deal=self._reader.tells_deal(items),
        )
        return told


def _explained(event: Draft, antecedents: Antecedents) -> tuple[PlaceRef, ...]:
    """The places of an event around control, ``the region`` resolved."""
    spot = antecedents.spot(0)
    found: list[PlaceRef] = []
    for ref in event.places:
        meant = (
            antecedents.story.places.resolve(ref, seen_from=spot, number=None, plural=False) if ref.anaphor else (ref,)
        )
        found += [one if one.start == ref.start else replace(one, said=(ref.start, ref.end)) for one in meant]
    return tuple(found)
