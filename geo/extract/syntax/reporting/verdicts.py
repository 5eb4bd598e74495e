"""Verdicts of a check of facts: ``"They hold all of it." False.``: one word judges what the sentence before said."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse

_BEHIND = frozenset({":", "-", "\u2013", "\u2014", ";"})
_SHORT = 5
"""Words of a verdict with all that belongs to it: ``Verdict: plainly false.``"""


def is_verdict(parse: Parse, lexicon: SyntaxLexicon) -> bool:
    """Whether a sentence is nothing but a word that says that something is not so: ``False.``, ``Not yet.``."""
    lists = lexicon.lists
    opens, mark = parse.words[0], parse.words[min(1, len(parse.words) - 1)]
    joined = mark.text == "-" and mark.start == opens.end  # "False-flag attacks were reported"
    if mark.text in _BEHIND and not joined and opens.lower in lists["false_verdicts"]:
        return True
    said = [word.lower for word in parse.words if word.text[0].isalnum()]
    if not 0 < len(said) <= _SHORT or any(word.tag in ("VBD", "VBZ", "VBP", "MD") for word in parse.words):
        return False
    said = said[said[0] in lists["verdict_labels"] :]
    bare = [word for word in said if word not in lists["verdict_adverbs"]]
    return " ".join(bare) in lists["false_verdicts"]
