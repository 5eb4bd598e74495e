"""The words that the reading of parsed sentences stands on, from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, get_args

from geo.errors import RecordError
from geo.extract.lexicon import Control, Inflected, Lexicon, english, inflected
from geo.records import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

Part = Literal["gained_by", "lost_by", "actor", "place", "mover", "sent", "sender", "thing", "flag", "gainer", "none"]

_PREPOSITIONS = ("to", "from", "by", "of", "dative", "with_party", "between")


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """What a verb or noun of control says, and the part that each of its neighbours plays."""

    id: str
    kind: Kind
    words: frozenset[str]
    particles: frozenset[str]
    subject: Part | None
    object: Part | None
    things: frozenset[str]
    placeless: frozenset[str]
    parties: Mapping[str, Part]
    place: tuple[str, ...]
    ruled_under: frozenset[str]
    ruler: Part | None
    complement: Part | None
    holder: Part | None
    left_out: bool
    needs: frozenset[str]
    passive: bool
    peacekeepers: Kind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntaxLexicon:
    """All tables for parsed sentences; ``basic`` are those that the grammar shares."""

    basic: Lexicon
    verbs: Mapping[str, tuple[Predicate, ...]]
    forms: Mapping[str, tuple[Inflected, ...]]
    nouns: Mapping[str, tuple[Predicate, ...]]
    lists: Mapping[str, frozenset[str]]
    control_verbs: Mapping[str, Control]
    control_nouns: Mapping[str, Control]
    prepositions: Mapping[str, Control]
    owned: Mapping[str, str]
    say: frozenset[str]
    deny: frozenset[str]
    say_nouns: frozenset[str]
    deny_nouns: frozenset[str]

    @property
    def closed(self) -> frozenset[str]:
        """The small words of English."""
        return self.basic.closed


@cache
def syntax_lexicon() -> SyntaxLexicon:
    """The lexicon for parsed English."""
    basic = english()
    words, parts = _table("words"), _table("parts")
    control: dict[str, Control] = dict(basic.control_verbs)
    control |= _controls(words["control_verbs"])
    reporting = words["reporting"]
    verbs = _by_word(_table("predicates")["predicate"], "verbs")
    return SyntaxLexicon(
        basic=basic,
        verbs=verbs,
        forms=inflected(verbs),
        nouns=_by_word(_table("nouns")["noun"], "nouns"),
        lists={
            **basic.lists,
            **{name: frozenset(row) for table in (words, parts) for name, row in table["lists"].items()},
        },
        control_verbs=control,
        control_nouns=_controls(words["control_nouns"]),
        prepositions=_controls(words["prepositions"]),
        owned=parts["owned"],
        say=basic.say | frozenset(reporting["say"]),
        deny=basic.deny | frozenset(reporting["deny"]),
        say_nouns=frozenset(reporting["nouns"]),
        deny_nouns=frozenset(reporting["denying_nouns"]),
    )


def _table(name: str) -> dict[str, Any]:
    with files("geo.extract.syntax").joinpath(f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _controls(table: Mapping[str, list[str]]) -> dict[str, Control]:
    found: dict[str, Control] = {}
    for how in get_args(Control):
        found |= dict.fromkeys(table.get(how, ()), how)
    return found


def _by_word(rows: list[dict[str, Any]], field: str) -> dict[str, tuple[Predicate, ...]]:
    found: defaultdict[str, list[Predicate]] = defaultdict(list)
    for row in rows:
        predicate = _predicate(row, field)
        for word in predicate.words:
            found[word].append(predicate)
    return {word: tuple(predicates) for word, predicates in found.items()}


def _predicate(row: dict[str, Any], field: str) -> Predicate:
    kind: Kind = row["kind"]
    if kind not in get_args(Kind):
        raise RecordError(f"The lexicon has the kind {kind!r}, which no claim can have. One of: {get_args(Kind)}.")
    return Predicate(
        id=row["id"],
        kind=kind,
        words=frozenset(row[field]),
        particles=frozenset(row.get("with", ())),
        subject=row.get("subject", row.get("owner")),
        object=row.get("object", row.get("of") if field == "nouns" else None),
        things=frozenset(row.get("things", ())),
        placeless=frozenset(row.get("placeless", ())),
        parties={name: row[name] for name in _PREPOSITIONS if name in row and isinstance(row[name], str)},
        place=tuple(row.get("place", ())),
        ruled_under=frozenset(row.get("ruled_under", ())),
        ruler=row.get("ruler"),
        complement=row.get("complement"),
        holder=row.get("holder"),
        left_out=row.get("left_out", False),
        needs=frozenset(row.get("needs", ())),
        passive=row.get("passive", True),
        peacekeepers=row.get("peacekeepers"),
    )
