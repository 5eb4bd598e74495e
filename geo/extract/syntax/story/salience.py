"""How likely something told before is what a word stands for: recency, then its part in the clause.

A subject is what a text goes on about; an adjunct is said in passing; an aside only helps to find something else.
Nothing in a verb's own other slots can be meant
(``Azerbaijan moved on Fuzuli and took it``, never ``Azerbaijan defeated it``), and what comes later in a sentence only
from a clause that stands before its main one (``After losing it, the army ...``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from geo.extract.syntax.trees.parse import Parse

Role = Literal["topic", "subject", "object", "adjunct", "owner", "aside"]

_ROLES: dict[str, Role] = {
    "nsubj": "subject", "nsubjpass": "subject", "dobj": "object", "attr": "object", "dative": "object",
    "oprd": "object", "pobj": "adjunct", "poss": "owner", "compound": "owner", "nmod": "owner", "amod": "owner",
}  # fmt: skip
_FRONTED = frozenset({"npadvmod", "dep"})
"""How the parser hangs an object that stands before its subject: ``Lohvynove they seized``."""
_WEIGHT: dict[Role, float] = {"topic": 2.0, "subject": 2.0, "object": 1.0, "adjunct": 0.5, "owner": 0.0, "aside": -0.5}
_BY_DISTANCE = (4.0, 2.5, 1.0, 0.25)
"""What being in the same sentence is worth, in the one before, and so on; what is farther is out of mind."""
_LATER = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a word stands: its sentence and paragraph, its position, its role, and the verbs over it, nearest first.

    ``direct`` words are a part of their verb's clause themselves; others stand inside another noun's phrase. ``said``
    are the verbs of saying over a pronoun.
    """

    sentence: int
    paragraph: int
    at: int
    role: Role
    verbs: tuple[int, ...]
    direct: bool = True
    said: tuple[int, ...] = ()

    @property
    def clause(self) -> int | None:
        """The verb of its clause, None where there is none."""
        return self.verbs[0] if self.verbs else None


def spot_of(parse: Parse, at: int, *, sentence: int, paragraph: int) -> Spot:
    """Where a word of a parsed sentence stands."""
    words = parse.words
    verbs = tuple(above for above in parse.governors(at) if words[above].tag.startswith(("V", "MD")))
    head = at
    while words[head].dep in ("conj", "appos") and words[head].head != head:
        head = words[head].head
    role: Role = _ROLES.get(words[head].dep, "adjunct")
    if words[head].dep in _FRONTED and verbs and head < words[head].head:
        role = "object"
    if words[head].dep == "ROOT" or not verbs:
        role = "topic"
    governor = words[head].head
    if words[governor].dep == "prep" or words[governor].tag == "IN":
        governor = words[governor].head
    return Spot(sentence=sentence, paragraph=paragraph, at=at, role=role, verbs=verbs, direct=governor in verbs)


def salience(told: Spot, seen_from: Spot, *, owner: bool = False) -> float | None:
    """How much something told stands out, seen from a word; None where the word cannot mean it.

    ``owner`` words say whose something is (``its forces``), and may mean the subject of their own clause.
    """
    distance = seen_from.sentence - told.sentence
    if not 0 <= distance < len(_BY_DISTANCE):
        return None
    weight = _WEIGHT[told.role]
    if distance:
        return _BY_DISTANCE[distance] + weight
    if told.at >= seen_from.at:
        above = seen_from.verbs if not seen_from.direct else seen_from.verbs[1:]  # "since its fall, the town ..."
        before_main = told.clause in above and told.role == "subject" and seen_from.clause is not None
        return _LATER + weight if before_main and seen_from.at < (told.clause or 0) else None
    beside = told.direct and seen_from.direct and not owner  # "retook the town after its capture by rebels"
    if beside and told.clause is not None and told.clause == seen_from.clause:
        fronted = told.at < told.clause and told.role == "adjunct"
        return _BY_DISTANCE[0] + weight if fronted else None
    return _BY_DISTANCE[0] + weight
