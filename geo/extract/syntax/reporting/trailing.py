"""The source behind several clauses joined: ``rebels took Sake and the army left Goma, according to residents``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse


def shared_sources(parse: Parse, verb: int, lexicon: SyntaxLexicon) -> Iterator[int]:
    """What names the source behind the last of the clauses joined to a verb's, set off by a comma from all of them.

    The last must tell of ground too: ``rebels took Sake, and the dead were twenty, according to a doctor`` has a source
    for the dead alone.
    """
    words = parse.words
    for other in parse.deps(verb, "conj"):
        if other > verb and words[other].tag.startswith("V") and words[other].lemma in lexicon.verbs:
            yield from (at for at in parse.children[other] if _ends_all(parse, at, other))
            yield from shared_sources(parse, other, lexicon)


def _ends_all(parse: Parse, at: int, clause: int) -> bool:
    words = parse.words
    last = all(word.dep == "punct" for word in words[parse.edges(at)[1] : parse.edges(clause)[1]])
    return words[at].lower == "according" and at > clause and words[at - 1].text == "," and last
