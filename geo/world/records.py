"""Frozen records of general knowledge: who may be a party, the nouns that name one, the words that name a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Form = Literal["name", "adjective", "people", "capital", "metonym"]
"""How a text names somebody: by name (``Iraq``), by an adjective (``Iraqi``), as people (``Iraqis``), by the capital
(``Baghdad``, which is a place too), by another seat that stands for a government (``the Kremlin``)."""

OrganisationKind = Literal["state-forces", "armed-group", "peacekeepers", "alliance", "government"]
PeopleKind = Literal["people", "faith", "politics", "stance"]
NamedKind = Literal["state"] | OrganisationKind | PeopleKind

HeadFlag = Literal["forces", "government", "voice", "person", "attackers", "defenders"]
PlaceClass = Literal["settlement", "quarter", "area", "feature", "site"]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state of today or since 1945 that news names; being listed says nothing of recognition or sovereignty.

    ``names`` stand without their article; ``exact`` are met only as they are written (``US``), but for full stops.
    """

    id: str
    names: tuple[str, ...]
    exact: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation that fights, keeps a peace or governs; being listed says nothing of its legitimacy.

    ``state`` is the id of the state whose forces or institution it is, None for all others. ``people`` are its members
    (``Houthis``).
    """

    id: str
    kind: OrganisationKind
    names: tuple[str, ...]
    exact: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """A people, faith, politics or stance that names forces without being a state's (``Kurdish``, ``Sunni``)."""

    id: str
    kind: PeopleKind
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class Named(NamedTuple):
    """One reading of a name: whose it is, and in which form.

    ``written`` is the name as the data has it. ``exact`` readings hold only in that very case. A ``homonym`` is also
    the name of something else (``Jordan``, ``Georgia``, ``Azov``), so that it needs a second sign. There are thousands,
    so that they are tuples.
    """

    id: str
    kind: NamedKind
    form: Form
    written: str
    exact: bool
    homonym: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadNoun:
    """A noun that heads the name of a party (``troops``, ``government``, ``spokesman``), in both numbers.

    Where a noun has one number only, both fields hold it.
    """

    singular: str
    plural: str
    flags: frozenset[HeadFlag]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceNoun:
    """A generic noun for a place (``town``, ``ridge``), in both numbers; ``classes`` are the likeliest first."""

    singular: str
    plural: str
    classes: tuple[PlaceClass, ...]
