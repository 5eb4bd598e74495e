"""Who speaks where no verb says so: the label before a colon, as live pages, interviews and minutes have it.

``17:20 President X on television: the town has been regained``, ``An analyst in Y: ...``. A label is a person or an
office; a place, a headline's topic or the outlet's own people (``REPORTER:``) are none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.phrases.phrases import PhraseReader

_LONGEST = 14
"""Words of the longest label: what stands before a later colon is a sentence of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelReader:
    """The label of one sentence."""

    phrases: PhraseReader
    lexicon: SyntaxLexicon

    def speaker(self, at: int) -> int | None:
        """The noun for who says what a word behind the colon tells, or None."""
        words = self.phrases.parse.words
        colon = next((word.at for word in words[:_LONGEST] if word.text == ":" and word.at), None)
        if colon is None or at < colon or any(word.tag.startswith(("V", "MD")) for word in words[:colon]):
            return None
        return next((word.at for word in words[:colon] if self._speaks(word.at)), None)

    def _speaks(self, at: int) -> bool:
        word = self.phrases.parse.words[at]
        if word.dep in ("pobj", "compound") or word.lower in self.lexicon.lists["own_voices"]:
            return False
        name = self.phrases.names.get(at)
        if name is not None and name.nature != "organisation":
            person = name.nature == "person" and name.last - 1 == at
            return person or self._is_capital(name)
        return word.tag.startswith("N") and bool(self.phrases.tree.head_flags(at) & {"person", "voice"})

    def _is_capital(self, name: Name) -> bool:
        """``Kyiv: six villages freed``: a capital alone, behind the time of an entry, is a government."""
        words = self.phrases.parse.words
        behind_time = name.first > 0 and words[name.first - 1].dep == "lead" and words[name.last].text == ":"
        return behind_time and any(one.form == "capital" for one in self.phrases.tree.world.parties(name.text))
