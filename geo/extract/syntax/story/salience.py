"""How likely something told before is what a word stands for: recency, then its part in the clause.

A subject is what a text goes on about; an adjunct is said in passing; an aside only helps to find something else.
Nothing in a verb's own other slots can be meant
(``Azerbaijan moved on Fuzuli and took it``, never ``Azerbaijan defeated it``), and what comes later in a sentence only
from a clause that stands before its main one (``After losing it, the army ...``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from geo.extract.syntax.story.weights import weights

if TYPE_CHECKING:
    from geo.extract.syntax.trees.parse import Parse

Role = Literal["topic", "subject", "object", "adjunct", "owner", "aside"]

_ROLES: dict[str, Role] = {
    "nsubj": "subject", "nsubjpass": "subject", "dobj": "object", "attr": "object", "dative": "object",
    "oprd": "object", "pobj": "adjunct", "poss": "owner", "compound": "owner", "nmod": "owner", "amod": "owner",
}  # fmt: skip
_FRONTED = frozenset({"npadvmod", "dep"})
"""How the parser hangs an object that stands before its subject: ``Lohvynove they seized``."""
_ASIDE = frozenset({"advcl", "relcl", "acl"})
_WEIGHTS = weights("salience")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a word stands: its sentence and paragraph, its position, its role, and the verbs over it, nearest first.

    ``direct`` words are a part of their verb's clause themselves; others stand inside another noun's phrase. ``said``
    are the verbs of saying over a pronoun, ``part`` is the part of the sentence between semicolons, and ``subordinate``
    words are those of a clause beside the main one.
    """

    sentence: int
    paragraph: int
    at: int
    role: Role
    verbs: tuple[int, ...]
    direct: bool = True
    said: tuple[int, ...] = ()
    part: int = 0
    subordinate: bool = False

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
    return Spot(
        sentence=sentence,
        paragraph=paragraph,
        at=at,
        role=role,
        verbs=verbs,
        direct=governor in verbs,
        part=sum(word.text == ";" for word in words[:at]),
        subordinate=bool(verbs) and words[verbs[0]].dep in _ASIDE,
    )


def salience(told: Spot, seen_from: Spot, *, owner: bool = False) -> float | None:
    """How much something told stands out, seen from a word; None where the word cannot mean it.

    ``owner`` words say whose something is (``its forces``), and may mean the subject of their own clause.
    """
    distance = seen_from.sentence - told.sentence
    if not 0 <= distance < len(_WEIGHTS.by_distance):
        return None
    weight = _WEIGHTS.roles[told.role]
    if distance:
        return _WEIGHTS.by_distance[distance] + weight
    if told.at >= seen_from.at:
        above = seen_from.verbs if not seen_from.direct else seen_from.verbs[1:]  # "since its fall, the town ..."
        before_main = told.clause in above and told.role == "subject" and seen_from.clause is not None
        before_main = before_main and told.part == seen_from.part  # "they took Ariha; the army had left"
        return _WEIGHTS.of["later"] + weight if before_main and seen_from.at < (told.clause or 0) else None
    beside = told.direct and seen_from.direct and not owner  # "retook the town after its capture by rebels"
    if beside and told.clause is not None and told.clause == seen_from.clause:
        fronted = told.at < told.clause and told.role == "adjunct"
        return _WEIGHTS.by_distance[0] + weight if fronted else None
    return _WEIGHTS.by_distance[0] + weight
