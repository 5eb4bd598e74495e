"""Dates that only describe a name, and are no date of what is told of it: ``Bor, a town of 9,000 until last year``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.dating.calendar import Timed
    from geo.extract.syntax.trees.parse import Parse

_LASTING = frozenset({"until", "till", "since", "before"})
"""Prepositions whose date, behind a noun, says how long that noun was true."""


def describes(parse: Parse, one: Timed, at: int) -> bool:
    """Whether a date stands in what describes a name, and the event of a word does not.

    One right behind a comma may be the clause's own, which the parser has hung too low: ``took Bor, a town on the
    Nile, on Friday``; so may one behind the verb without ``since`` or ``until``.
    """
    words = parse.words
    over = [word for word in parse.governors(one.word.first) if not one.word.first <= word < one.word.last]
    noun = next((word for word in over if words[word].dep == "appos" and words[word].tag.startswith("NN")), None)
    if noun is None or over.index(noun) > _index(over, one.word.host) or noun in (at, *parse.governors(at)):
        return False
    link = one.word.first - 1
    opens = link if link >= 0 and words[link].tag == "IN" else one.word.first
    if noun > one.word.first or words[opens - 1].text == ",":
        return False
    return words[link].lower in _LASTING or one.word.first < at


def _index(over: list[int], host: int) -> int:
    return over.index(host) if host in over else len(over)


def beside(parse: Parse, times: list[Timed], *, above: int, mark: int) -> Timed | None:
    """The nearest date before ``a day after``, where its clause goes with the one above: ``entering X on Monday``."""
    near = [one for one in times if one.span and one.word.last <= mark and one.word.host != above]
    with_it = [one for one in near if parse.words[one.word.host].head == above and one.word.host < mark]
    return max((one for one in with_it if parse.words[one.word.host].tag.startswith("V")), key=_at, default=None)


def _at(one: Timed) -> int:
    return one.word.first
