"""The reading of an article by the grammar: sentences, items, frames, stance, date, pronouns."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.dates import DateReader
from geo.extract.grammar.document import Discourse
from geo.extract.grammar.events import EventReader
from geo.extract.grammar.frames import FrameFiller
from geo.extract.grammar.itemise import Itemiser
from geo.extract.grammar.nominals import NominalReader
from geo.extract.grammar.noun_phrases import PhraseJoiner
from geo.extract.grammar.stance import StanceReader
from geo.extract.grammar.triggers import grammar_triggers
from geo.extract.grammar.unfolding import Proper, Unfolding
from geo.extract.lexicon import english
from geo.extract.parties import PartyReader
from geo.extract.pieces import readable
from geo.extract.signs import SignReader
from geo.extract.told import Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.dates import Dating
    from geo.extract.drafts import Draft
    from geo.extract.items import Item
    from geo.extract.signs import Signs
    from geo.records import Article, Mention
    from geo.regions import Region
    from geo.text import Sentence, Token


class GrammarReader:
    """Reads what articles tell, without a parser; made once for a region."""

    def __init__(self, region: Region, *, filtered: bool = True) -> None:
        """Without ``filtered``, sentences that hold no trigger are read too: to the same end, and longer."""
        lexicon = english()
        self._triggers = grammar_triggers()
        self._filtered = filtered
        self._signs = SignReader(region)
        self._region = region
        self._lexicon = lexicon
        self._itemiser = Itemiser(lexicon, PartyReader(region, lexicon), region.places)
        self._joiner = PhraseJoiner(lexicon)
        self._frames = FrameFiller(lexicon)
        self._nominals = NominalReader(lexicon)
        self._events = EventReader(lexicon)
        self._stances = StanceReader(lexicon)

    def read(self, article: Article, mentions: Sequence[Mention]) -> list[Told]:
        """What an article tells, in the order of its text; sentences without a trigger tell nothing."""
        parts = readable(article.text)
        wanted = self._wanted(parts)
        signs = self._signs.read(parts, mentions) if wanted else None
        if signs and signs.sparse:
            wanted = [number for number in wanted if self._is_near(number, parts, signs)]
        if not wanted:
            return []
        read = {*signs.hot, *wanted, *(number - 1 for number in wanted)} if signs and signs.sparse else None
        starts = [mention.start for mention in mentions]

        def join(part: Sentence, tokens: Sequence[Token], proper: Proper) -> list[Item]:
            inside = mentions[bisect_left(starts, part.start) : bisect_left(starts, part.end)]
            return self._joiner.join(self._itemiser.items(part, tokens, inside, proper=proper))

        story = Unfolding(
            text=article.text,
            parts=parts,
            read=read,
            proper=Proper(parts),
            join=join,
            discourse=Discourse(self._region, self._lexicon),
            dates=DateReader(article.published),
            deals=self._lexicon.deals,
        )
        return [told for number in wanted for told in self._sentence(story, number)]

    def read_together(self, articles: Sequence[tuple[Article, Sequence[Mention]]]) -> list[list[Told]]:
        """What several articles tell, each by itself."""
        return [self.read(article, mentions) for article, mentions in articles]

    def _wanted(self, parts: Sequence[Sentence]) -> Sequence[int]:
        """The sentences that can tell something."""
        if not self._filtered:
            return range(len(parts))
        found = self._triggers.among([part.text for part in parts])
        return [number for number, asked in found if self._itemiser.may_name(parts[number].text, asked)]

    def _is_near(self, number: int, parts: Sequence[Sentence], signs: Signs) -> bool:
        """Whether a sentence of an article about other things has a sign of a war, or takes up one that has."""
        if number in signs.hot:
            return True
        return number - 1 in signs.hot and self._signs.takes_up(parts[number].text, self._triggers)

    def _sentence(self, story: Unfolding, number: int) -> list[Told]:
        items = story.joined(number)  # "the town" makes no claim and unmakes none, whatever it stands for
        if any(story.discourse.is_owned(item) for item in items):
            items = story.explained(number)
        drafts = self._drafts(items)
        if drafts and (known := story.explained(number)) is not items:
            items, drafts = known, self._drafts(known)
        if any(draft.kind == "clash" for draft in drafts):
            story.clashes.add(number)
        return [
            Told(
                draft=known,
                reading=self._stances.read(known, items, quoted=story.quoted(number)),
                dating=self._dating(story, known, items, number),
                sentence=story.parts[number],
            )
            for known in (self._settle(draft, items, story, number) for draft in drafts)
        ]

    def _drafts(self, items: Sequence[Item]) -> list[Draft]:
        return [*self._frames.read(items), *self._nominals.read(items), *self._events.read(items)]

    def _dating(self, story: Unfolding, draft: Draft, items: Sequence[Item], number: int) -> Dating:
        dates = story.dates if story.dates.stands_alone(items) else story.dated(number)
        return dates.read(draft, items, sentence=number)

    def _settle(self, draft: Draft, items: Sequence[Item], story: Unfolding, number: int) -> Draft:
        """The draft with its pronouns replaced by what they stand for; peacekeepers who take a place are deployed."""
        antecedents = story.antecedents(number) if draft.pronoun_place or draft.pronoun_party else {}
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
