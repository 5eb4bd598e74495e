"""What is to come though no auxiliary says so: ``leaves tomorrow``, ``ordered them out``, ``the deal gives it``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Collection

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse


def is_of_tomorrow(parse: Parse, at: int, auxiliaries: Collection[str]) -> bool:
    """``Tomorrow Lachin passes to Baku``, ``leaves next week``: the present stands for a day to come."""
    words = parse.words
    if not (set(auxiliaries) <= {"is", "are", "'s"} and (auxiliaries or words[at].tag in ("VBZ", "VBP"))):
        return False
    beside = [*parse.deps(at, "npadvmod", "advmod", "prep", "tmod")]
    beside += [noun for link in beside for noun in parse.deps(link, "pobj")]
    return any(
        words[c].lower == "tomorrow"
        or (words[c].tag.startswith("NN") and any(words[d].lower == "next" for d in parse.deps(c, "amod")))
        for c in beside
    )


def is_bidden(parse: Parse, at: int, lexicon: SyntaxLexicon) -> bool:
    """``ordered its forces out of the town``: nobody has gone yet."""
    return parse.words[at].lemma in lexicon.lists["bidding"] and parse.words[at].tag.startswith("V")


def is_stipulated(parse: Parse, at: int, lexicon: SyntaxLexicon) -> bool:
    """``The accord gives Juba the town``: what a deal gives, told in the present, is to be given."""
    word = parse.words[at]
    subject = parse.dep(at, *SUBJECTS)
    if subject is None or word.tag not in ("VBZ", "VBP") or parse.dep(at, "aux", "auxpass") is not None:
        return False
    return parse.words[subject].lemma in lexicon.basic.deals and word.lemma in lexicon.lists["giving_to"]


def is_sent_off(parse: Parse, at: int, lexicon: SyntaxLexicon) -> bool:
    """``Washington is sending 500 marines``: they are not there yet."""
    word = parse.words[at]
    helpers = {parse.words[child].lower for child in parse.deps(at, "aux")}
    return word.tag == "VBG" and word.lemma in lexicon.lists["sending_off"] and bool(helpers & {"is", "are", "'s"})
