"""How much of what was just named a relative clause is said of: ``Hama, most of which the rebels hold``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.syntax.phrases.of_which import share_at
from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.phrases.phrases import Phrase
    from geo.extract.syntax.trees.parse import Parse


def share_in(parse: Parse, verb: int, lexicon: SyntaxLexicon, *, subject: bool) -> str | None:
    """The share that is a verb's subject or object."""
    labels = SUBJECTS if subject else ("dobj",)
    found = (share_at(parse, child, lexicon) for child in parse.deps(verb, *labels))
    return next((kind for kind in found if kind), None)


def in_share(phrases: Sequence[Phrase], kind: str) -> tuple[Phrase, ...]:
    """Phrases with what a share makes of them; of several that are named, ``some of which`` are open."""
    if kind == "none_of_which":
        return tuple(replace(phrase, negative=True) for phrase in phrases)
    if kind == "some_of_which" and sum(len(phrase.places) for phrase in phrases) > 1:
        return tuple(replace(phrase, places=()) for phrase in phrases)
    if kind in ("some_of_which", "part_of_which"):
        return tuple(
            replace(phrase, places=tuple(replace(ref, extent="part") for ref in phrase.places)) for phrase in phrases
        )
    return tuple(phrases)


def is_in_part(parse: Parse, verb: int, lexicon: SyntaxLexicon, *, nowhere: bool) -> bool:
    """``does not fully control Donetsk``, ``none of which it entirely controls``: a part of it all the same."""
    beside = [parse.words[child] for child in parse.children[verb]]
    wholly = any(word.lower in lexicon.lists["wholly"] and word.dep == "advmod" for word in beside)
    return wholly and (nowhere or any(word.dep == "neg" for word in beside))
