"""Reads the TOML files of this folder into one :class:`~geo.world.knowledge.World`.

A row is one literal string, a line for each of its lists, and a vocabulary is one too: that is read many times as fast
as tables and arrays of strings are.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast, get_args

from geo.errors import RecordError
from geo.names import fold
from geo.world.knowledge import World
from geo.world.phrasebook import Phrasebook
from geo.world.records import (
    Form,
    HeadFlag,
    HeadNoun,
    Named,
    Organisation,
    OrganisationKind,
    People,
    PeopleKind,
    PlaceClass,
    PlaceNoun,
    State,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

_FORMS: dict[str, Form] = {
    "names": "name",
    "exact": "name",
    "adjectives": "adjective",
    "people": "people",
    "capitals": "capital",
    "metonyms": "metonym",
}
_PLAIN = ("kind", "state")
_NUMBERS = 2


@cache
def world() -> World:
    """The general knowledge of this folder, read once.

    Raises
    ------
    RecordError
        A table has an unknown field, kind, flag or class, or a noun without its two numbers.
    """
    states, organisations, peoples = (_table(name) for name in ("states", "organisations", "peoples"))
    nouns, places = _table("head_nouns"), _table("place_words")
    heads = _heads(nouns["head"])
    state_rows = _rows(states["rows"], kinds=())
    organisation_rows = _rows(organisations["rows"], kinds=get_args(OrganisationKind))
    people_rows = _rows(peoples["rows"], kinds=get_args(PeopleKind))
    homonyms = frozenset(word for table in (states, organisations, peoples) for word in _parts(table["homonyms"]))
    return World(
        states={row["id"]: State(**row) for row in state_rows},
        organisations={row["id"]: Organisation(**row) for row in organisation_rows},
        peoples={row["id"]: People(**row) for row in people_rows},
        names=Phrasebook(
            (one.written, one)
            for row in (*state_rows, *organisation_rows, *people_rows)
            for one in _readings(row, homonyms=homonyms)
        ),
        leaders=_leaders(_table("leaders")["rows"], known={row["id"] for row in (*state_rows, *organisation_rows)}),
        heads=Phrasebook((form, noun) for noun in heads for form in (noun.singular, noun.plural)),
        titles=_words(
            (
                *_parts(nouns["titles"]),
                *(form for noun in heads if "person" in noun.flags for form in (noun.singular, noun.plural)),
            )
        ),
        place_nouns=Phrasebook((form, noun) for noun in _place_nouns(places["place"]) for form in _both(noun)),
        not_places=_words(_parts(nouns["not_places"])),
        given_names=frozenset(fold(nouns["given_names"]).split()),
        small_words=frozenset(_parts(states["small_words"])),
        place_openings=_folded(places["openings"]),
        any_openings=_folded(places["openings_of_any"]),
        place_closings=_folded(places["closings"]),
        place_endings=tuple(map(fold, _parts(places["endings"]))),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("geo.world").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _parts(text: str) -> tuple[str, ...]:
    """The parts of a list, apart by ``|`` or on lines of their own."""
    return tuple(filter(None, map(str.strip, text.replace("\n", "|").split("|"))))


def _folded(text: str) -> frozenset[str]:
    return frozenset(map(fold, _parts(text)))


def _words(words: Iterable[str]) -> Phrasebook[str]:
    return Phrasebook((word, word) for word in words)


def _rows(rows: Mapping[str, str], *, kinds: Sequence[str]) -> list[dict[str, Any]]:
    """The rows of a table as fields, their lists taken apart; with a kind where the table has kinds."""
    read: list[dict[str, Any]] = []
    for key, text in rows.items():
        row: dict[str, Any] = {"id": key}
        for line in text.replace("|\n", "|").splitlines():
            field, colon, words = line.partition(":")
            if not colon or field in row or (field not in _FORMS and field not in _PLAIN):
                raise RecordError(f"{key} has the line {line!r}. Write a field of geo.world once, a colon, its words.")
            row[field] = _parts(words) if field in _FORMS else words.strip()
        if kinds and row.get("kind") not in kinds:
            raise RecordError(f"{key} has the kind {row.get('kind')!r}. Use one of: {', '.join(kinds)}.")
        read.append(row)
    return read


def _readings(row: Mapping[str, Any], *, homonyms: frozenset[str]) -> Iterator[Named]:
    """Each name of a row, in each of its forms."""
    kind = row.get("kind", "state")
    for field, words in row.items():
        form = _FORMS.get(field)
        if form:
            for written in words:
                yield Named(row["id"], kind, form, written, field == "exact", written in homonyms)


def _leaders(rows: Mapping[str, str], *, known: Container[str]) -> Phrasebook[str]:
    """The ids of those who are led, by the names of their leaders."""
    strange = [led for led in rows if led not in known]
    if strange:
        raise RecordError(f"leaders.toml has the row {strange[0]!r}. Use the id of a state or an organisation.")
    return Phrasebook((name, led) for led, names in rows.items() for name in _parts(names))


def _heads(groups: Sequence[Mapping[str, str]]) -> list[HeadNoun]:
    """The nouns of parties, each once, with the flags of all groups that it stands in."""
    flags: dict[tuple[str, str], set[HeadFlag]] = {}
    for group in groups:
        own = _known(_parts(group["flags"]), get_args(HeadFlag))
        for numbers in _numbers(group["nouns"]):
            flags.setdefault(numbers, set()).update(cast("tuple[HeadFlag, ...]", own))
    return [HeadNoun(singular=one, plural=many, flags=frozenset(own)) for (one, many), own in flags.items()]


def _place_nouns(groups: Sequence[Mapping[str, str]]) -> list[PlaceNoun]:
    """The nouns of places, each once, with its classes in the order of the groups."""
    classes: dict[tuple[str, str], list[PlaceClass]] = {}
    for group in groups:
        (own,) = _known((group["class"],), get_args(PlaceClass))
        for numbers in _numbers(group["nouns"]):
            classes.setdefault(numbers, []).append(cast("PlaceClass", own))
    return [PlaceNoun(singular=one, plural=many, classes=tuple(own)) for (one, many), own in classes.items()]


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """The singular and plural of each line; ``-`` stands for the number that a noun lacks."""
    for line in filter(None, map(str.strip, text.splitlines())):
        numbers = tuple(part.strip() for part in line.split("|"))
        if len(numbers) != _NUMBERS or numbers == ("-", "-"):
            raise RecordError(f"The noun {line!r} of geo.world has not its two numbers. Write: singular | plural")
        one, many = numbers
        yield (many if one == "-" else one), (one if many == "-" else many)


def _both(noun: PlaceNoun) -> tuple[str, str]:
    return noun.singular, noun.plural


def _known(words: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    unknown = set(words) - set(known)
    if unknown:
        raise RecordError(
            f"{', '.join(sorted(unknown))}: no flag or class of geo.world. Use one of: {', '.join(known)}."
        )
    return words
