"""Mends conditions that word order alone tells: ``Were Goma to fall, the road would lie open``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse

_MODALS = frozenset({"would", "could", "might", "'d", "will", "may", "should"})
_NOUNS = ("N", "PRP", "DT", "CD")
_LONGEST_SUBJECT = 9


def were_to(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Were X to fall, Y would``: X is who is to fall, and all of it hangs on ``would``."""
    for word in parse.words[:-3]:
        if word.lower == "were" and word.tag == "VBD":
            found = _condition(parse, word.at)
            if found:
                return found
    return {}


def _condition(parse: Parse, were: int) -> Links:
    words = parse.words
    to = _infinitive_behind(parse, were)
    if to is None or words[-1].text.startswith("?"):
        return {}
    verb = words[to].head
    nouns = (one for one in words[were + 1 : to] if one.tag.startswith(_NOUNS) and not were < one.head < to)
    subject = next(nouns, None)
    main = _main_verb(parse, were, verb)
    if subject is None or main is None:
        return {}
    passive = words[verb].tag == "VBN"
    found: Links = {
        subject.at: (verb, "nsubjpass" if passive else "nsubj"),
        were: (verb, "aux"),
        verb: (main, "advcl"),
        **{
            c: (verb, words[c].dep) for c in parse.children[were] if c not in (subject.at, verb, main) and were < c < to
        },
    }
    over = words[main].head
    while over in (were, verb) and over != words[over].head:
        over = words[over].head
    if words[main].head in (were, verb):
        found[main] = (main, "ROOT") if over in (were, verb) else (over, "ccomp")
    left = (c for c in parse.children[were] if c not in found and c != main)
    return {**found, **{c: (main, words[c].dep) for c in left}}


def _infinitive_behind(parse: Parse, were: int) -> int | None:
    """The ``to`` of ``Were X to fall``, where ``were`` opens its clause and nothing but X stands between."""
    words = parse.words
    before = words[were - 1] if were else None
    if before is not None and before.tag.startswith(("N", "PRP", "W", "EX", "DT", "CD", "MD")):
        return None  # "X were to fall"
    for word in words[were + 2 : were + _LONGEST_SUBJECT]:
        if word.tag.startswith(("V", "MD")) or word.dep == "punct":
            return None
        verb = words[word.head]
        if word.tag == "TO" and word.dep == "aux" and verb.tag in ("VB", "VBN") and word.at < verb.at:
            return word.at
    return None


def _main_verb(parse: Parse, were: int, verb: int) -> int | None:
    """The verb of what ``would`` come of it, behind the condition or before it."""
    words = parse.words
    modals = [word for word in words if word.tag == "MD" and word.lower in _MODALS and word.dep == "aux"]
    behind = (word.head for word in modals if word.at > verb and word.head != verb)
    before = (word.head for word in modals if word.at < were and word.head < were)
    return next(behind, None) if not were or words[were - 1].dep in ("punct", "cc") else next(before, None)
