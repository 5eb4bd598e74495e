"""Mends what closes a sentence: ``Baghouz is lost, Kurdish-led forces announced``, hung on a noun before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_STRAY = frozenset({"acl", "advcl", "relcl", "conj", "dep", "appos"})
_OPENING = ("IN", "CC", "TO", "W", "V", "MD", "RB")
"""Tags of words that open no noun phrase, by their first letters."""
_AHEAD, _BEHIND = 9, 12
"""Words of the longest name of who speaks, and of what stands behind the verb: to whom, when and how it was said."""


def closing_reports(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``They have entered Aleppo, hours after its airport fell, a colonel has told this paper``: he says all of it."""
    words = parse.words
    root = next((word for word in words if word.head == word.at), None)
    if root is None or root.lemma in lexicon.say or not (root.tag.startswith("V") or root.lemma in lexicon.verbs):
        return {}  # a verb can be taken for a noun: "The flag flies"
    for verb in words[root.at + 1 :]:
        if verb.lemma not in lexicon.say or verb.dep not in _STRAY or not verb.tag.startswith("V"):
            continue
        noun = _speaker(parse, verb.at, root.at)
        if noun is None or _is_done_to(parse, verb.at) or not _closes(parse, verb.at):
            continue
        found: Links = {verb.at: (root.at, "parataxis"), noun: (verb.at, "nsubj")}
        found |= {c: (root.at, words[c].dep) for c in parse.children[verb.at] if c < noun and words[c].dep == "prep"}
        return found
    return {}


def _is_done_to(parse: Parse, verb: int) -> bool:
    """``The army took Olan, a town held by rebels``, ``claimed by both``, ``held since May``: nobody says anything."""
    word = parse.words[verb]
    bare = word.tag == "VBN" and parse.dep(verb, "aux") is None
    return bare and (parse.dep(verb, "agent") is not None or word.lemma == "hold")


def _speaker(parse: Parse, verb: int, root: int) -> int | None:
    """The noun right before a verb, whose phrase stands behind a comma and holds no verb."""
    words = parse.words
    last = verb - 1
    while words[last].dep in ("aux", "advmod") and last > root:
        last -= 1
    if not words[last].tag.startswith("N") or words[last].at in parse.deps(verb, "dobj"):
        return None
    first = last
    while first > max(root, last - _AHEAD) and words[first - 1].text != ",":
        first -= 1
    phrase = words[first : last + 1]
    if first <= root + 1 or words[first - 1].text != "," or phrase[0].tag.startswith(_OPENING):
        return None
    finite = any(word.tag in _FINITE or word.tag == "CC" for word in phrase)
    inside = all(word.head in range(first - 1, verb + 1) or word.at == last for word in phrase)
    return last if inside and not finite else None


def _closes(parse: Parse, verb: int) -> bool:
    """Whether nothing is said behind a verb but to whom, when and how."""
    words = parse.words
    if parse.dep(verb, "ccomp", "mark") is not None:
        return False
    subject = parse.dep(verb, *SUBJECTS)
    if subject is not None and subject > verb:
        return False
    behind = words[verb + 1 :]
    if len(behind) > _BEHIND or any(word.tag.startswith(("V", "MD", "W")) or word.lower == "that" for word in behind):
        return False
    return not any(word.text in (",", ";", ":", '"') for word in behind)
