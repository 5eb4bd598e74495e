"""Which party speaks: the side behind a ministry, a spokesman or a president."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef
from geo.extract.syntax.reporting.reports import Report

if TYPE_CHECKING:
    from geo.extract.syntax.phrases.phrases import PhraseReader
    from geo.extract.syntax.story.antecedents import Antecedents
    from geo.extract.syntax.story.sides import Sides


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerReader:
    """The parties that speak in one sentence."""

    phrases: PhraseReader
    sides: Sides
    antecedents: Antecedents

    def party(self, report: Report | None) -> PartyRef | None:
        """The party on whose word a clause stands, or None where the text does not tell."""
        if report is None or report.speaker is None:
            return None
        phrase = self.phrases.single(report.speaker)
        if phrase.pronoun and (phrase.party is None or phrase.party.bare):  # "they", "its ministry"
            return self.antecedents.party_meant(phrase.pronoun, report.speaker)
        if phrase.party is not None and not phrase.party.party and self.phrases.tree.world.led_by(phrase.party.text):
            return self.antecedents.side_of_person(report.speaker) or phrase.party
        for party in (phrase.party, self.phrases.owner(report.speaker)):
            if party is not None and self.sides.is_known(self.sides.of(party) or ""):
                return party
        person = phrase.party is not None and self.phrases.tree.is_person(phrase.party.text.lower())
        if phrase.party is not None and (phrase.party.guessed or person):  # "Colonel X of the army"
            return self.antecedents.side_of_person(report.speaker) or phrase.party
        told = phrase.party is not None and phrase.party.head != "voices"
        owner = None if told else self.phrases.owner(report.speaker)  # "a rebel broadcast", "an army statement"
        return phrase.party if owner is None or owner.guessed else owner

    def promiser(self, at: int) -> PartyRef | None:
        """Who vows that something will be done, of which nothing says by whom: ``vowed that it would be retaken``."""
        parse, promising = self.phrases.parse, self.phrases.tree.lexicon.lists["promising"]
        verb = parse.words[parse.words[at].head]
        if parse.words[at].dep != "ccomp" or verb.lemma not in promising or parse.dep(verb.at, "neg") is not None:
            return None
        subject = parse.dep(verb.at, "nsubj")
        return None if subject is None else self.party(Report(claimant=None, at=verb.at, speaker=subject))

    def of(self, report: Report) -> PartyRef | None:
        """For whom somebody speaks, who then says ``we``: the army of ``an army spokesman``."""
        party = self.party(report)
        if party is None or report.speaker is None or party.party is not None or party.head != "voices":
            return party
        return self.phrases.owner(report.speaker) or party

    def asked(self, report: Report) -> PartyRef | None:
        """For whom somebody answers who is asked: the state in whose capital that is, where nothing else tells."""
        party = self.of(report)
        if party is not None and self.sides.is_known(self.sides.of(party) or ""):
            return party
        place, world = self.antecedents.story.places.dateline, self.phrases.tree.world
        capital = (one.id for one in world.parties(place.text.title()) if one.form == "capital") if place else ()
        states = {world.states[one].names[0] for one in capital if one in world.states}
        state = PartyRef(text=states.pop(), head="name") if len(states) == 1 else None
        return state or (party if party is not None and not party.guessed else None)

    def answered(self, report: Report | None) -> PartyRef | None:
        """The party whose claim a denial answers: ``denied the Russian claim that``."""
        return self.phrases.owner(report.answers) if report is not None and report.answers is not None else None

    def concedes(self, report: Report | None) -> bool:
        """Whether a report tells what the speaker would rather not."""
        if report is None or report.at is None:
            return False
        return self.phrases.parse.words[report.at].lemma in self.phrases.tree.lexicon.lists["conceding"]
