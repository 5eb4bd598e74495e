"""Reads what is scored, gold files and files of claims: JSON Lines, of which it takes the fields that it needs.

A gold file holds one article a line: ``id, text, published, source``, its ``claims``, which must be found, the
``optional`` ones, which may be, and the ``conflict`` that it tells of. A claim has the fields of
:class:`geo.records.Claim` that make it up; its parties and places may be named in any words, and the kind
``occupation`` is a past taking that still stood.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeVar

from geo.codec import from_dict
from geo.errors import InputError, MissingInputError, RecordError
from geo.files import show
from geo.jsontext import loads

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from geo.records import Claim

S = TypeVar("S")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A place as a claim names it: in the words of the text, and by its name where it was resolved."""

    text: str | None = None
    name: str | None = None
    extent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim as far as it is scored."""

    article: str
    kind: str
    places: tuple[NamedPlace, ...] = ()
    gained_by: str | None = None
    lost_by: str | None = None
    actor: str | None = None
    when: str | None = None
    stance: str | None = None
    evidence: str | None = None

    @classmethod
    def of(cls, claim: Claim) -> Statement:
        """What is scored of a claim that the program read."""
        return cls(
            article=claim.article,
            kind=claim.kind,
            places=tuple(NamedPlace(text=place.text, name=place.name, extent=place.extent) for place in claim.places),
            gained_by=claim.gained_by,
            lost_by=claim.lost_by,
            actor=claim.actor,
            when=claim.when,
            stance=claim.stance,
            evidence=claim.evidence,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """What is to be found in an article.

    One that was put ``aside`` is only measured, and never looked at when a rule is made.
    """

    id: str
    claims: tuple[Statement, ...]
    optional: tuple[Statement, ...] = ()
    conflict: str | None = None
    aside: bool = False


def read_gold(*paths: Path) -> list[GoldArticle]:
    """The articles of gold files, with their claims.

    Raises
    ------
    MissingInputError, InputError
        Where there is no such file, it cannot be read, or it holds no article, or one is given twice.
    RecordError
        Where a line is no article with claims; the message names file, line and field.
    """
    articles: dict[str, GoldArticle] = {}
    for path in paths:
        before = len(articles)
        for where, row in _objects(path):
            article = _record(GoldArticle, _article_fields(row), where=where)
            if article.id in articles:
                raise InputError(f"{where}: the id {article.id!r} was given already. Each article needs its own.")
            articles[article.id] = article
        if len(articles) == before:
            raise InputError(f"{show(path)} holds no articles. Give a gold file: one article with its claims a line.")
    return list(articles.values())


def read_claims(path: Path) -> list[Statement]:
    """The claims of a file such as ``geo extract`` writes, or another program.

    Raises
    ------
    MissingInputError, InputError
        Where there is no such file, or it cannot be read.
    RecordError
        Where a line is no claim; the message names file, line and field.
    """
    return [_record(Statement, _claim_fields(row), where=where) for where, row in _objects(path)]


def _article_fields(row: Mapping[str, object]) -> dict[str, object]:
    article = _known(row, GoldArticle)
    for name in ("claims", "optional"):
        claims = article.get(name)
        if isinstance(claims, list):
            article[name] = [
                _claim_fields({**claim, "article": row.get("id")}) if isinstance(claim, dict) else claim
                for claim in claims
            ]
    return article


def _claim_fields(row: Mapping[str, object]) -> dict[str, object]:
    claim = _known(row, Statement)
    places = claim.get("places")
    if isinstance(places, list):
        claim["places"] = [
            {"text": place}
            if isinstance(place, str)
            else _known(place, NamedPlace)
            if isinstance(place, dict)
            else place
            for place in places
        ]
    return claim


def _known(row: Mapping[str, object], cls: type) -> dict[str, object]:
    """The fields that ``cls`` has; one that is null counts as absent."""
    return {field.name: row[field.name] for field in fields(cls) if row.get(field.name) is not None}


def _record(cls: type[S], values: Mapping[str, object], *, where: str) -> S:
    try:
        return from_dict(cls, values)
    except RecordError as error:
        raise RecordError(f"{where}: {error}") from error


def _objects(path: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """Each object of a JSON Lines file, with the words that say where it stands."""
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{show(path)}, line {number}"
        try:
            row = loads(line)
        except RecordError as error:
            raise InputError(f"{where}: {error}.") from error
        if not isinstance(row, dict):
            raise InputError(f"{where}: not an object. Give JSON Lines, one object a line.")
        yield where, row


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise MissingInputError(f"No file {show(path)}. Check the path; geo evaluate --help has examples.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{show(path)} is not UTF-8 (byte {error.start}). Save it as UTF-8.") from error
    except OSError as error:
        raise InputError(f"Cannot read {show(path)}: {error.strerror or type(error).__name__}.") from error
