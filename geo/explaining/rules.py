"""The rule that read a claim, in words: what the lexicon's row asks of the clause, and what each neighbour plays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.explaining.phrasing import capitalised, joined, listed, table
from geo.explaining.records import RuleTold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from geo.explaining.passages import Passages
    from geo.extract.lexicon import NounFrame, VerbFrame
    from geo.extract.syntax.lexicon import Predicate
    from geo.extract.told import Told
    from geo.records import Claim, Kind

_VERB, _NOUN, _EVENT = "verb", "noun", "event"
_LINKS = {"dative": "to", "with_party": "with"}
"""How what the lexicon calls a link is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """What a row of either lexicon says; ``subject`` and ``object`` are the owner and ``of`` of a noun."""

    id: str
    kind: Kind
    words: Collection[str]
    subject: str | None
    object: str | None
    parties: Mapping[str, str]
    place: Collection[str]
    things: Collection[str] = ()
    particles: Collection[str] = ()
    ruled_under: Collection[str] = ()
    needs: Collection[str] = ()


def rule_told(claim: Claim, told: Told | None, passages: Passages, *, by_grammar: bool) -> RuleTold:
    """The rule of a claim; ``by_grammar`` where it was read without a parser, whose lexicon has rows of its own."""
    kind, row_id, word, *rest = [*claim.extractor.split(":"), "", ""]
    row = _row(kind, row_id, word, by_grammar=by_grammar)
    return RuleTold(
        id=claim.extractor,
        word=passages.quote(told.draft.word) if told else None,
        voice=rest[0] if kind == _VERB and rest[0] else None,
        row=" ".join(filter(None, _sentences(claim, kind, row, told))),
    )


def _sentences(claim: Claim, kind: str, row: _Row | None, told: Told | None) -> Iterator[str]:
    kinds: Mapping[str, str] = table("kinds")
    if row is None:
        yield table("rules").get(claim.extractor, table("rules")["unknown"])
        return
    if kind == _EVENT:
        yield f"A verb ({listed(row.words)}) and a noun ({listed(row.things)}) of one row tell of {kinds[row.kind]}."
        return
    yield f"The {kind}s of the row `{row.id}` ({listed(row.words)}) tell of {kinds[row.kind]}."
    yield from _neighbours(kind, row)
    if claim.extractor.endswith(":passive"):
        yield "In the passive, its object stands before it and its subject behind `by`."
    if row.needs:
        yield f"It asks that {joined(table('needs').get(need, f'`{need}`') for need in sorted(row.needs))}."
    yield table("turns").get(f"{row.kind}-{claim.kind}", "")
    if told and told.draft.again:
        yield "The clause leaves the verb out and takes it from the one before."


def _neighbours(kind: str, row: _Row) -> Iterator[str]:
    parts: Mapping[str, str] = table("parts")
    first, second = ("subject", "object") if kind == _VERB else ("owner", "`of`")
    told = [f"its {first} is {parts[row.subject]}"] if row.subject and row.subject != "none" else []
    told += [f"its {second} is {parts[row.object]}"] if row.object else []
    for part in dict.fromkeys(row.parties.values()):
        links = [_LINKS.get(link, link) for link, other in row.parties.items() if other == part]
        links = [link for link in links if not (kind == _NOUN and link == "of")]
        told += [f"behind {_either(links)} stands {parts.get(part, part)}"] if links else []
    told += [f"behind {_either(row.place)} stands the place"] if row.place else []
    told += [f"behind {_either(row.ruled_under)} stands whose control it is"] if row.ruled_under else []
    told += [f"with one of: {listed(row.particles)}"] if row.particles else []
    told += [f"things of the row: {listed(row.things)}"] if row.things else []
    if told:
        yield f"{capitalised('; '.join(told))}."


def _either(links: Collection[str]) -> str:
    return " or ".join(f"`{link}`" for link in sorted(set(links)))


# rows


def _row(kind: str, row_id: str, word: str, *, by_grammar: bool) -> _Row | None:
    if kind == _EVENT:
        return _event(row_id, word)
    if kind not in (_VERB, _NOUN):
        return None
    return _of_grammar(kind, row_id) if by_grammar else _of_syntax(kind, row_id)


def _of_syntax(kind: str, row_id: str) -> _Row | None:
    from geo.extract.syntax.lexicon import syntax_lexicon

    words = syntax_lexicon().verbs if kind == _VERB else syntax_lexicon().nouns
    found = next((row for rows in words.values() for row in rows if row.id == row_id), None)
    return _predicate(found) if found else None


def _predicate(row: Predicate) -> _Row:
    return _Row(
        id=row.id, kind=row.kind, words=row.words, subject=row.subject, object=row.object, parties=row.parties,
        place=row.place, things=row.things, particles=row.particles, ruled_under=row.ruled_under, needs=row.needs,
    )  # fmt: skip


def _of_grammar(kind: str, row_id: str) -> _Row | None:
    from geo.extract.lexicon import english

    if kind == _VERB:
        verbs = (row for rows in english().frames.values() for row in rows)
        return next((_verb_frame(row) for row in verbs if row.id == row_id), None)
    nouns = english().nouns
    words = [word for word, row in nouns.items() if row.id == row_id]
    return _noun_frame(nouns[words[0]], words) if words else None


def _verb_frame(row: VerbFrame) -> _Row:
    needs = {"to": row.needs_to, "forces": row.needs_forces, "control": row.needs_holder}
    return _Row(
        id=row.id, kind=row.kind, words=row.verbs, subject=row.subject, object=row.object, parties=row.parties,
        place=row.place, things=row.things, particles=[" ".join(words) for words in row.then],
        needs=[need for need, asked in needs.items() if asked],
    )  # fmt: skip


def _noun_frame(row: NounFrame, words: list[str]) -> _Row:
    return _Row(
        id=row.id, kind=row.kind, words=words, subject=row.owner, object=row.of, parties=row.parties, place=row.place
    )


def _event(kind: str, verb: str) -> _Row | None:
    from geo.extract.lexicon import english

    row = next((row for row in english().events if row.kind == kind and verb in row.verbs), None)
    if row is None:
        return None
    return _Row(
        id=kind, kind=row.kind, words=row.verbs, subject=None, object=None, parties={}, place=(),
        things=[" ".join(words) for words in row.nouns],
    )  # fmt: skip
