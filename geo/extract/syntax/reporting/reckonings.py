"""On whose word something is told where no verb says so: ``by villagers' account``, ``per two tribal sources``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse

_BRINGING = frozenset({"by", "in", "on"})


def reckoner(parse: Parse, link: int, lexicon: SyntaxLexicon) -> int | None:
    """The noun for who counts or tells, behind a preposition; None where the preposition brings no such thing."""
    words = parse.words
    noun = parse.dep(link, "pobj") if words[link].dep in ("prep", "agent") else None
    if noun is None:
        return None
    if words[link].lower == "per":
        return noun if _tells(parse, noun, lexicon) else None
    if words[link].lower not in _BRINGING or words[noun].lemma not in lexicon.lists["reckonings"]:
        return None
    owner = parse.dep(noun, "poss")
    if owner is None:
        owner = next((one for of in parse.deps(noun, "prep") for one in parse.deps(of, "pobj")), None)
    return owner if owner is not None and words[owner].tag[0] in "NP" else None


def _tells(parse: Parse, noun: int, lexicon: SyntaxLexicon) -> bool:
    """``Per local sources``, ``per Cmdr Zaim``: no ``per day`` and no ``per head``."""
    word = parse.words[noun]
    return word.tag in ("NNP", "NNPS") or word.lemma in lexicon.lists["who_tells"]
