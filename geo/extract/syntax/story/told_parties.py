"""The parties that an article has named, for pronouns and for ``the troops``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.extract.syntax.story.salience import salience
from geo.extract.syntax.story.weights import weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from geo.extract.parties import PartyRef
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.story.salience import Spot

_REMEMBERED = 120
_WEIGHTS = weights("party").of


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldParty:
    """A party where it was named. ``plural`` is None for what is one and many, as an organisation is.

    ``person`` parties are people, whom ``he`` can mean and ``it`` cannot. A ``bare`` party is somebody of whom
    the text does not tell for whom they act: what stands for them stands for nobody. ``title`` is the word before a
    person's name (``president``), ``noun`` the one that they were told of by (``soldier``).
    """

    party: PartyRef
    spot: Spot
    plural: bool | None = None
    person: bool = False
    title: str | None = None
    noun: str = ""


@dataclass(slots=True)
class ToldParties:
    """The parties of one article in the order in which it names them.

    ``offices`` is for whom persons speak whose words do not tell it, by the name that they go by; ``kinds`` whom a noun
    for a kind of party meant: ``the militia`` is the same one until the end. ``people`` are where those stand who are
    no party and did something: ``residents burned it before they fled``. ``led`` is whom persons lead, by the
    last word of their names. ``asked`` is who answers in an interview.
    """

    lexicon: SyntaxLexicon
    rows: list[ToldParty] = field(default_factory=list)
    people: list[Spot] = field(default_factory=list)
    offices: dict[str, PartyRef] = field(default_factory=dict)
    kinds: dict[str, PartyRef] = field(default_factory=dict)
    led: dict[str, PartyRef] = field(default_factory=dict)
    voice: PartyRef | None = None
    quoted: bool = False
    spoke: tuple[int, PartyRef | None] = (-1, None)
    asked: PartyRef | None = None

    def note(self, row: ToldParty) -> None:
        """Remember a party."""
        self.rows.append(row)

    def meant(
        self, pronoun: str, *, seen_from: Spot, without: frozenset[str] = frozenset(), acting: bool = False
    ) -> PartyRef | None:
        """Whom a pronoun stands for, or None; ``acting`` ones were subjects."""
        lists = self.lexicon.lists
        if pronoun in lists["first_person"]:
            speaker = self._speaker(seen_from)
            return self.voice if speaker is None or (speaker.bare and self.voice) else speaker
        if pronoun in lists["second_person"]:
            return self.asked
        owner = pronoun in lists["possessives"] or pronoun in lists["owning_pronouns"]
        fitting = [
            row for row in self.rows[-_REMEMBERED:] if row.party.name not in without and self._agrees(row, pronoun)
            and not (acting and row.spot.role != "subject")
        ]  # fmt: skip
        found = self._likeliest(fitting, seen_from, owner=owner)
        if found is None and owner and pronoun in lists["pronouns_of_persons"]:  # "an adviser to General X denied ..."
            found = self._likeliest([row for row in fitting if not row.party.bare], seen_from, owner=True)
        return found or self._unknown_person(pronoun, seen_from, without)

    def _unknown_person(self, pronoun: str, seen_from: Spot, without: frozenset[str]) -> PartyRef | None:
        """Somebody of whom no more is known than a name, who did something: ``Dostum returned. His men ...``."""
        if pronoun not in self.lexicon.lists["pronouns_of_persons"]:
            return None
        named = [row for row in self.rows[-_REMEMBERED:] if row.party.guessed and row.spot.role == "subject"
                 and row.spot.direct and not row.plural and row.party.name not in without]  # fmt: skip
        return self._likeliest(named, seen_from, owner=True)

    def are_people(self, pronoun: str, seen_from: Spot) -> bool:
        """Whether people who are no party are likelier meant than any party: ``residents prayed before they left``."""
        fitting = [row for row in self.rows[-_REMEMBERED:] if self._agrees(row, pronoun)]
        _, rank = self._ranked(fitting, seen_from, owner=False)
        near = (spot for spot in self.people if seen_from.sentence - spot.sentence <= 1)
        weighed = ((salience(spot, seen_from), spot) for spot in near)
        return any(weight is not None and (weight, spot.sentence, spot.at) > rank for weight, spot in weighed)

    def by_noun(self, noun: str) -> list[PartyRef]:
        """Those told of by a noun with words that say whose they are: ``Hezbollah guerrillas``, not ``guerrillas``."""
        rows = (row for row in self.rows[-_REMEMBERED:] if row.noun == noun and not row.person)
        told = (row.party for row in rows if not (row.party.bare or row.party.guessed or row.party.head == "voices"))
        return [party for party in told if party.party or len(party.text.split()) > 1 or party.head == "name"]

    def like(
        self, noun: str, *, plural: bool, seen_from: Spot, but: Callable[[PartyRef], bool] | None = None
    ) -> PartyRef | None:
        """The party that a bare noun (``the troops``, ``the group``) stands for, ``but`` none of these."""
        fitting = [row for row in self.rows[-_REMEMBERED:] if not row.person and row.party.head != "voices"
                   and (not plural or row.plural is not False or row.party.head == "name")
                   and (plural or not (row.plural and row.party.head == "forces"))
                   and not (but and but(row.party))]  # fmt: skip
        return self._likeliest(fitting, seen_from, owner=False, noun=noun)

    def told_of(self, sentence: int) -> PartyRef | None:
        """The one side that a sentence was about, or None."""
        found = {
            row.party.name: row.party
            for row in self.rows[-_REMEMBERED:]
            if row.spot.sentence == sentence and row.spot.role == "subject" and not (row.person or row.party.guessed)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def only(self, fits: Callable[[PartyRef], bool]) -> PartyRef | None:
        """The one party named so far that fits; None where there are several or none."""
        found = {row.party.name: row.party for row in self.rows if fits(row.party)}
        return next(iter(found.values())) if len(found) == 1 else None

    def titled(self, title: str) -> PartyRef | None:
        """The one named so far with a title (``President Mobutu`` for ``president``); None for several or none."""
        named = {row.party.party or row.party.text.split()[-1]: row.party for row in self.rows if row.title == title}
        return next(iter(named.values())) if len(named) == 1 else None

    def _agrees(self, row: ToldParty, pronoun: str) -> bool:
        lists = self.lexicon.lists
        if pronoun in lists["pronouns_of_persons"]:
            return row.person
        if pronoun in lists["pronouns_of_one"]:
            return row.plural is not True and not row.person
        if pronoun in lists["pronouns_of_many"]:
            return not row.person and (row.plural is not False or (row.party.head == "name" and not row.party.guessed))
        return True

    def _likeliest(
        self, rows: Iterable[ToldParty], seen_from: Spot, *, owner: bool, noun: str | None = None
    ) -> PartyRef | None:
        return self._ranked(rows, seen_from, owner=owner, noun=noun)[0]

    def _ranked(
        self, rows: Iterable[ToldParty], seen_from: Spot, *, owner: bool, noun: str | None = None
    ) -> tuple[PartyRef | None, tuple[float, int, int]]:
        """The party that stands out most, and how much; of a bare one the text tells nothing."""
        best = (float("-inf"), -1, -1)
        found: PartyRef | None = None
        for row in rows:
            weight = salience(row.spot, seen_from, owner=owner)
            if weight is None:
                continue
            says = row.spot.sentence == seen_from.sentence and row.spot.role == "subject"
            says = says and row.spot.clause in seen_from.said  # "the army, where rebels left, says it holds the town"
            weight += _WEIGHTS["says"] * says + _WEIGHTS["guessed"] * row.party.guessed
            weight += _WEIGHTS["single"] * (row.plural is False) + _WEIGHTS["same_noun"] * (row.noun == noun)
            weight += _WEIGHTS["subordinate"] * (row.spot.subordinate and row.spot.sentence < seen_from.sentence)
            rank = (weight, row.spot.sentence, row.spot.at)
            if rank > best:
                best, found = rank, row.party
        return (None if found is not None and found.bare and found.head != "forces" else found), best

    def _speaker(self, seen_from: Spot) -> PartyRef | None:
        """Who says ``we``: the subject of the outermost verb over it."""
        over = [
            row for row in self.rows[-_REMEMBERED:]
            if row.spot.sentence == seen_from.sentence
            and row.spot.role == "subject"
            and row.spot.clause in seen_from.verbs[1:]
        ]  # fmt: skip
        if over:
            return max(over, key=lambda row: (seen_from.verbs.index(row.spot.clause or 0), row.spot.at)).party
        paragraph, before = self.spoke  # a quotation that goes on behind who speaks
        return before if self.quoted and paragraph == seen_from.paragraph else None
