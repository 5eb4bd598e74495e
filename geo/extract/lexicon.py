"""The words that the grammar stands on, read from the TOML files beside it.

All knowledge of English is in ``lexicon/*.toml``; this module only inflects verbs and arranges the tables for look-up.
The lexicon is built once and is immutable.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, get_args

from geo.errors import RecordError
from geo.phrases import PhraseTrie
from geo.records import Kind
from geo.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Form = Literal["base", "third", "past", "participle", "gerund"]
Control = Literal["planned", "happened", "failed", "sought", "possible"]
"""What a verb before ``to`` says of the event: it is to come, it took place, it did not, somebody wants it."""

Slot = Literal["gained_by", "lost_by", "actor", "place", "force", "sender"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inflected:
    """A reading of a word as a form of a verb."""

    lemma: str
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbFrame:
    """What a verb of control says, and the part that each of its neighbours plays (see ``verbs.toml``)."""

    id: str
    kind: Kind
    verbs: frozenset[str]
    then: tuple[tuple[str, ...], ...]
    then_optional_for: frozenset[str]
    after: tuple[tuple[str, ...], ...]
    subject: Slot
    object: Slot | None
    parties: Mapping[str, Slot]
    place: tuple[str, ...]
    out_of: Slot | None
    in_hands: Slot | None
    things: frozenset[str]
    passive: bool
    needs_to: bool
    needs_forces: bool
    needs_holder: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NounFrame:
    """What a noun of control says, and the part that each of its neighbours plays (see ``nouns.toml``)."""

    id: str
    kind: Kind
    of: Slot
    owner: Slot | None
    parties: Mapping[str, Slot]
    place: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFrame:
    """A context event: one of its nouns and one of its verbs in one clause (see ``context.toml``)."""

    kind: Kind
    nouns: tuple[tuple[str, ...], ...]
    verbs: frozenset[str]
    from_state: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All tables, arranged for look-up by lower-case word."""

    forms: Mapping[str, tuple[Inflected, ...]]
    frames: Mapping[str, tuple[VerbFrame, ...]]
    nouns: Mapping[str, NounFrame]
    events: tuple[EventFrame, ...]
    unmade: frozenset[str]
    deals: frozenset[str]
    classes: Mapping[str, frozenset[str]]
    closed: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    same_kind: Mapping[str, frozenset[str]]
    heads: Mapping[str, frozenset[str]]
    phrases: PhraseTrie[str]
    counting: PhraseTrie[str]
    control_verbs: Mapping[str, Control]
    say: frozenset[str]
    deny: frozenset[str]
    place_kinds: Mapping[str, str]
    triggers: frozenset[str]

    def lemmas(self, word: str) -> tuple[Inflected, ...]:
        """The readings of a lower-case word as a verb."""
        return self.forms.get(word, ())


@cache
def english() -> Lexicon:
    """The lexicon of English."""
    tables = {name: _table(name) for name in ("verbs", "irregular", "nouns", "context", "grammar")}
    grammar = tables["grammar"]
    frames = tuple(_verb_frame(row) for row in tables["verbs"]["frame"])
    nouns = {noun: _noun_frame(row) for row in tables["nouns"]["noun"] for noun in row["nouns"]}
    events = tuple(_event_frame(row) for row in tables["context"]["event"])
    by_lemma: defaultdict[str, list[VerbFrame]] = defaultdict(list)
    for frame in frames:
        for verb in frame.verbs:
            by_lemma[verb].append(frame)
    control = _by_word(grammar["control_verbs"])
    reporting = grammar["reporting"]
    lemmas = {*by_lemma, *control, *reporting["say"], *reporting["deny"], *(v for e in events for v in e.verbs)}
    forms = _inflect(lemmas, tables["irregular"]["verbs"])
    return Lexicon(
        forms=forms,
        frames={lemma: tuple(rows) for lemma, rows in by_lemma.items()},
        nouns=nouns,
        events=events,
        unmade=frozenset(tables["context"]["words"]["unmade"]),
        deals=frozenset(tables["context"]["words"]["deals"]),
        classes=_classes(grammar),
        closed=frozenset(word for words in _classes(grammar).values() for word in words),
        heads={name: frozenset(words) for name, words in grammar["nouns"].items()},
        phrases=PhraseTrie(_phrases(grammar), key=_small),
        counting=PhraseTrie(_counting(grammar), key=_small),
        lists={name: frozenset(words) for name, words in grammar["lists"].items()},
        same_kind={kind: frozenset(kinds) for kind, kinds in grammar["same_kind"].items()},
        control_verbs=control | _by_word(grammar["control_words"]),
        say=frozenset(reporting["say"]),
        deny=frozenset(reporting["deny"]),
        place_kinds={form: one for one, many in grammar["place_kinds"].items() for form in (one, many)},
        triggers=frozenset(
            {word for word, readings in forms.items() if any(r.lemma in by_lemma for r in readings)}
            | set(nouns)
            | {words[-1] for event in events for words in event.nouns}
        ),
    )


def _small(word: str) -> str:
    return visible(word).lower()


def _table(name: str) -> dict[str, Any]:
    with files("geo.extract").joinpath("lexicon", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _by_word(table: Mapping[str, Sequence[str]]) -> dict[str, Control]:
    """Each word of a table of control with what it says of the event."""
    return {word: how for how in get_args(Control) for word in table.get(how, ())}


def _classes(grammar: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    named = {**grammar["closed"], **{f"modality.{k}": v for k, v in grammar["modality"].items()}}
    named["said_to"] = grammar["reporting"]["said_to"]
    named["plural_kinds"] = list(grammar["place_kinds"].values())
    return {name: frozenset(words) for name, words in named.items()}


def _phrases(grammar: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Expressions of several words, with the name of the class that they belong to."""
    for section in ("nouns", "scope"):
        for name, words in grammar[section].items():
            yield from ((word, f"{section}.{name}") for word in words)
    yield from ((words, "according") for words in grammar["reporting"]["according"])


def _counting(grammar: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """The words that count places, with the part that each plays; see ``counted`` in ``grammar.toml``."""
    parts = {"approximations": "approximation", "quantities": "quantity", "nouns": "noun", "qualifiers": "qualifier"}
    for name, part in parts.items():
        yield from ((words, part) for words in grammar["counted"][name])


def _verb_frame(row: Mapping[str, Any]) -> VerbFrame:
    parties = {preposition: row[preposition] for preposition in ("to", "from", "by", "under") if preposition in row}
    return VerbFrame(
        id=row["id"],
        kind=_kind(row),
        verbs=frozenset(row["verbs"]),
        then=tuple(tuple(words.split()) for words in row.get("then", ())),
        then_optional_for=frozenset(row.get("then_optional_for", ())),
        after=tuple(tuple(words.split()) for words in row.get("after", ())),
        subject=row["subject"],
        object=row.get("object"),
        parties=parties,
        place=tuple(row.get("place", ())),
        out_of=row.get("out_of"),
        in_hands=row.get("in_hands"),
        things=frozenset(row.get("things", ())),
        passive=row.get("passive", True),
        needs_to=row.get("needs_to", False),
        needs_forces=row.get("needs_forces", False),
        needs_holder=row.get("needs_holder", False),
    )


def _noun_frame(row: Mapping[str, Any]) -> NounFrame:
    return NounFrame(
        id=row["id"],
        kind=_kind(row),
        of=row["of"],
        owner=row.get("owner"),
        parties={preposition: row[preposition] for preposition in ("to", "from", "by") if preposition in row},
        place=tuple(row.get("place", ())),
    )


def _event_frame(row: Mapping[str, Any]) -> EventFrame:
    return EventFrame(
        kind=_kind(row),
        nouns=tuple(tuple(words.split()) for words in row["nouns"]),
        verbs=frozenset(row["verbs"]),
        from_state=frozenset(row.get("from_state", ())),
    )


def _kind(row: Mapping[str, Any]) -> Kind:
    kind: Kind = row["kind"]
    if kind not in get_args(Kind):
        raise RecordError(f"The lexicon has the kind {kind!r}, which no claim can have. One of: {get_args(Kind)}.")
    return kind


def inflected(verbs: Iterable[str]) -> dict[str, tuple[Inflected, ...]]:
    """All forms of verbs, each with its readings, by the rules of English and its irregular verbs."""
    return _inflect(verbs, _table("irregular")["verbs"])


def _inflect(lemmas: Iterable[str], irregular: Mapping[str, list[str]]) -> dict[str, tuple[Inflected, ...]]:
    """All forms of the verbs, each with its readings; ``won`` is both past and participle."""
    readings: defaultdict[str, list[Inflected]] = defaultdict(list)
    verbs = sorted(lemmas)
    for lemma in verbs:
        third, past, participle, gerund = irregular.get(lemma) or _regular(lemma)
        rows: tuple[tuple[str, Form], ...] = (
            (lemma, "base"),
            (third, "third"),
            (past, "past"),
            (participle, "participle"),
            (gerund, "gerund"),
        )
        for word, form in rows:
            readings[word].append(Inflected(lemma=lemma, form=form))
    for word in ("are", "were", "am") if "be" in verbs else ():
        readings[word] += [Inflected(lemma="be", form="past" if word == "were" else "base")]
    return {word: tuple(rows) for word, rows in readings.items()}


def _regular(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, participle and gerund by the spelling rules of regular English verbs."""
    last, before = lemma[-1], lemma[-2:-1]
    if last == "e":
        stem = lemma if before in "eoy" else lemma[:-1]  # "agreeing", but "taking"
        return f"{lemma}s", f"{lemma}d", f"{lemma}d", f"{stem}ing"
    if last == "y" and before not in "aeiou":
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma[:-1]}ied", f"{lemma}ing"
    third = f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else f"{lemma}s"
    doubled = last if _doubles(lemma) else ""
    return third, f"{lemma}{doubled}ed", f"{lemma}{doubled}ed", f"{lemma}{doubled}ing"


def _doubles(lemma: str) -> bool:
    """Whether a one-syllable verb doubles its last consonant (``plan``, ``stop``)."""
    vowels = [letter in "aeiou" for letter in lemma]
    return sum(vowels) == 1 and vowels[-2:] == [True, False] and lemma[-1] not in "wxy"
