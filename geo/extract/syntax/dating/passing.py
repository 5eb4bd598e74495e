"""Dates that are told in passing, of another time than that of the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.dating.words import clause_of, is_clause

if TYPE_CHECKING:
    from geo.extract.syntax.dating.words import DateWord
    from geo.extract.syntax.trees.parse import Parse


def is_in_passing(parse: Parse, word: DateWord) -> bool:
    """Whether a date only tells more of something: ``the truce signed in December 2018``, ``since it was signed``."""
    words = parse.words
    clause = clause_of(parse, word.host)
    while words[clause].dep == "conj" and is_clause(words[words[clause].head]):
        clause = words[clause].head
    beside = words[clause].dep in ("relcl", "acl") or word.expression.relation == "since"
    return beside or is_since_clause(parse, clause)


def is_since_clause(parse: Parse, at: int) -> bool:
    """Whether a verb tells since when something is so: ``the largest change since the truce was signed``."""
    since = (parse.words[mark].lower == "since" for mark in parse.deps(at, "mark"))
    return parse.words[at].dep == "advcl" and any(since)
