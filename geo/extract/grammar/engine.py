"""The reading of an article by the grammar: sentences, items, frames, stance, date, pronouns."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.dates import DateReader
from geo.extract.grammar.document import Antecedent, Discourse
from geo.extract.grammar.events import EventReader
from geo.extract.grammar.frames import FrameFiller
from geo.extract.grammar.itemise import Itemiser, proper_words
from geo.extract.grammar.nominals import NominalReader
from geo.extract.grammar.noun_phrases import PhraseJoiner
from geo.extract.grammar.stance import StanceReader
from geo.extract.lexicon import english
from geo.extract.parties import PartyReader
from geo.extract.pieces import readable
from geo.extract.quotes import begin_quoted
from geo.extract.told import Told
from geo.text import Sentence, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.extract.drafts import Draft
    from geo.extract.items import Item
    from geo.records import Article, Mention
    from geo.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """An article and what its reading has gathered so far."""

    discourse: Discourse
    dates: DateReader
    proper: frozenset[str]
    quoted: Sequence[bool]


class GrammarReader:
    """Reads what articles tell, without a parser; made once for a region."""

    def __init__(self, region: Region) -> None:
        lexicon = english()
        self._region = region
        self._lexicon = lexicon
        self._itemiser = Itemiser(lexicon, PartyReader(region, lexicon), region.places)
        self._joiner = PhraseJoiner(lexicon)
        self._frames = FrameFiller(lexicon)
        self._nominals = NominalReader(lexicon)
        self._events = EventReader(lexicon)
        self._stances = StanceReader(lexicon)

    def read(self, article: Article, mentions: Sequence[Mention]) -> list[Told]:
        """What an article tells, in the order of its text."""
        split = [(part, tokenize(part.text, offset=part.start)) for part in readable(article.text)]
        starts = [mention.start for mention in mentions]
        story = _Story(
            discourse=Discourse(self._region, self._lexicon),
            dates=DateReader(article.published),
            proper=proper_words(tokens for _, tokens in split),
            quoted=begin_quoted(part for part, _ in split),
        )
        told: list[Told] = []
        for number, (sentence, tokens) in enumerate(split):
            inside = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            items = self._itemiser.items(sentence, tokens, inside, proper=story.proper)
            told += self._sentence(story, sentence, number, items)
        return told

    def _sentence(self, story: _Story, sentence: Sentence, number: int, found: Sequence[Item]) -> list[Told]:
        items, antecedents = story.discourse.follow(self._joiner.join(found))
        events = self._events.read(items)
        drafts = [*self._frames.read(items), *self._nominals.read(items), *events]
        read = [
            Told(
                draft=known,
                reading=self._stances.read(known, items, quoted=story.quoted[number]),
                dating=story.dates.read(known, items, sentence=number),
                sentence=sentence,
            )
            for known in (self._settle(draft, items, antecedents) for draft in drafts)
        ]
        story.dates.remember(
            items,
            sentence=number,
            starts_fighting=any(event.kind == "clash" for event in events),
            tells_deal=any(item.lower in self._lexicon.deals for item in items),
        )
        return read

    def _settle(self, draft: Draft, items: Sequence[Item], antecedents: Mapping[int, Antecedent]) -> Draft:
        """The draft with its pronouns replaced by what they stand for; peacekeepers who take a place are deployed."""
        place = antecedents.get(draft.pronoun_place.start) if draft.pronoun_place else None
        party = antecedents.get(draft.pronoun_party.start) if draft.pronoun_party else None
        if place:
            draft = replace(draft, places=(*draft.places, *place.places))
        if party and draft.pronoun_slot:
            draft = draft.with_party(draft.pronoun_slot, party.party)
        draft = replace(draft, word=(items[draft.at].start, items[draft.at].end))
        gainer = self._region.party(draft.gained_by.party) if draft.gained_by else None
        if gainer and gainer.presence_only and draft.kind == "capture":
            return replace(draft, kind="deployment", actor=draft.gained_by, gained_by=None)
        return draft
