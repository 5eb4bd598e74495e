"""Places named only to find something else: where an office sits or speaks, or how far off a town lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.clauses.clauses import ClauseReader
    from geo.extract.syntax.lexicon import SyntaxLexicon

_OFFICES = frozenset({"government", "voice"})


def is_aside(at: int, clauses: ClauseReader, lexicon: SyntaxLexicon) -> bool:
    """Whether a place is told of for the sake of something else.

    ``The ministry in Baku``, ``in Zagreb a minister said``, ``150 km north of Sanaa``.
    """
    words, tree = clauses.parse.words, clauses.phrases.tree
    link = words[words[at].head]
    if words[at].dep != "pobj":
        return words[at].dep == "appos" and words[at].lower in lexicon.lists["directions"]
    governor = words[link.head]
    if governor.lemma in lexicon.say:
        speaker = clauses.subject(governor.at)
        return speaker is not None and bool(tree.head_flags(speaker) & _OFFICES)
    if link.lower in ("of", "from") and governor.lower in lexicon.lists["directions"]:
        return governor.dep in ("appos", "advmod", "npadvmod", "amod")
    return bool(tree.head_flags(governor.at) & _OFFICES)
