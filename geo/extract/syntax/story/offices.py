"""Places named only to find something else: where an office sits or speaks, or how far off a town lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.clauses.clauses import ClauseReader
    from geo.extract.syntax.lexicon import SyntaxLexicon

_OFFICES = frozenset({"government", "voice"})


def is_aside(at: int, clauses: ClauseReader, lexicon: SyntaxLexicon) -> bool:
    """Whether a place is told of for the sake of something else.

    ``The ministry in Baku``, ``in Zagreb a minister said``, ``a summit in Kampala``, ``150 km north of Sanaa``,
    ``marched from Gao to Ber``.
    """
    words, tree = clauses.parse.words, clauses.phrases.tree
    link = words[words[at].head]
    if words[at].dep != "pobj":
        return words[at].dep == "appos" and words[at].lower in lexicon.lists["directions"]
    governor = words[link.head]
    if governor.lemma in lexicon.lists["gatherings"] or _is_where_said(at, clauses, lexicon):
        return True
    if governor.lemma in lexicon.say:
        speaker = clauses.subject(governor.at)
        return speaker is not None and bool(tree.head_flags(speaker) & _OFFICES)
    if _is_beside_the_way(link.at, clauses, lexicon):
        return True
    if link.lower in ("of", "from") and governor.lower in lexicon.lists["directions"]:
        return governor.dep in ("appos", "advmod", "npadvmod", "amod")
    return bool(tree.head_flags(governor.at) & _OFFICES)


def _is_beside_the_way(link: int, clauses: ClauseReader, lexicon: SyntaxLexicon) -> bool:
    """Whether a place is but where a way began or ended: ``advanced from X``, ``marched from X``, ``fled to X``."""
    words, lists = clauses.parse.words, lexicon.lists
    verb, word = words[words[link].head], words[link].lower
    beside = {words[at].lower for at in clauses.parse.deps(verb.at, "prep", "prt", "advmod")}
    if word == "from":
        goal = bool(beside & lists["towards"])
        return verb.lemma in lists["approaching"] or (verb.lemma in lists["travelling"] and goal)
    return word in lists["towards"] and verb.lemma in lists["leaving"] and "from" in beside


def _is_where_said(at: int, clauses: ClauseReader, lexicon: SyntaxLexicon) -> bool:
    """Whether something was said there: ``told reporters in Maputo``, ``said at a hospital in Sinjar``."""
    words = clauses.parse.words
    link = words[words[at].head]
    if link.lower not in ("in", "at") or link.dep != "prep":
        return False
    over = words[link.head]
    if over.dep == "pobj" and words[over.head].lower in ("in", "at", "from"):
        over = words[words[over.head].head]
    if over.lemma in lexicon.lists["listeners"] and over.dep in ("dobj", "dative"):
        over = words[over.head]
    return over.lemma in lexicon.say and over.at < at
