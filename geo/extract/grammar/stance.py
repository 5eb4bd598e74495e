"""How a claim is meant: asserted by the outlet, claimed by somebody, planned, denied, or hypothetical.

The stance comes from what governs the claim's own clause (its modals, a reporting verb over it, a condition it stands
in), never from a word elsewhere in the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.told import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.drafts import Draft
    from geo.extract.items import Item
    from geo.extract.lexicon import Lexicon

_CLOSING = frozenset("\u201d")
_MOST_SPEAKER = 10
_SPEAKERS = frozenset({"he", "she", "they", "it", "who"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """A reporting verb, who speaks, and whether they deny."""

    at: int
    claimant: str | None
    denies: bool


class StanceReader:
    """Reads the stance of drafts; holds nothing but the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, draft: Draft, items: Sequence[Item], *, quoted: bool = False) -> Reading:
        """The stance of a draft in its sentence; ``quoted`` where the sentence lies inside a running quotation."""
        report = self._report_over(draft, items)
        known = Reading(
            stance="claimed",
            claimant=report.claimant if report else None,
            word=(items[report.at].start, items[report.at].end) if report else None,
            quoted=quoted,
        )
        if draft.possible or self._is_conditional(draft, items):
            return replace(known, stance="hypothetical")
        if report and report.denies:
            return replace(known, stance="asserted" if draft.negated else "denied")
        if draft.negated or self._is_called_untrue(draft, items):
            return replace(known, stance="denied")
        if draft.planned:
            return replace(known, stance="planned")
        if report or quoted or self._is_said_to(draft, items):
            return known
        return Reading(stance="asserted")

    def _is_conditional(self, draft: Draft, items: Sequence[Item]) -> bool:
        """Whether a condition opens the clause: from it to the verb there is no other clause."""
        for at in range(draft.at - 1, -1, -1):
            if items[at].lower in self._lexicon.lists["conditions"]:
                return True
            if items[at].text in (",", ";", "\u2014") or items[at].lower in self._lexicon.lists["breaks"]:
                return False
        return False

    def _is_called_untrue(self, draft: Draft, items: Sequence[Item]) -> bool:
        """``It is untrue that``, ``rumours that ... are false``: the clause hangs on ``that``, and is called untrue."""
        low, high = draft.clause
        hangs = any(item.lower == "that" for item in items[:low])
        outside = [*items[:low], *items[high - 1 :]]
        return hangs and any(item.lower in self._lexicon.lists["untrue"] for item in outside)

    def _is_said_to(self, draft: Draft, items: Sequence[Item]) -> bool:
        """``is said to have``, ``are reported to``: somebody's word, nobody's name."""
        words = [item.lower for item in items[max(0, draft.clause[0] - 3) : draft.at]]
        return any(words[n] in self._lexicon.classes["said_to"] and "to" in words[n + 1 :] for n in range(len(words)))

    def _report_over(self, draft: Draft, items: Sequence[Item]) -> _Report | None:
        """The reporting verb that governs the draft's clause: before it, or behind it after a comma or a quotation."""
        return self._report_before(draft, items) or self._report_behind(draft, items) or self._according(draft, items)

    def _report_before(self, draft: Draft, items: Sequence[Item]) -> _Report | None:
        for at in range(draft.clause[0] - 1, -1, -1):
            item = items[at]
            if item.text in (";", "\u2014") or (
                item.lower in self._lexicon.lists["breaks"] and at + 1 < draft.clause[0]
            ):
                return None
            if at != draft.at and self._reports(items, at):
                if not self._reaches(items, at, draft.clause[0]):
                    return None
                return _Report(at=at, claimant=self._speaker_before(items, at), denies=self._denies(item))
        return None

    def _reports(self, items: Sequence[Item], at: int) -> bool:
        """Whether a word is a reporting verb here; one that is a verb of control too (``maintain``) wants a clause."""
        item = items[at]
        lemmas = {reading.lemma for reading in item.forms if reading.form != "base"}
        if item.is_name or not lemmas & (self._lexicon.say | self._lexicon.deny):
            return False
        following = items[at + 1] if at + 1 < len(items) else None
        has_clause = following is not None and (following.lower == "that" or following.is_name)
        return has_clause or not lemmas & self._lexicon.frames.keys()

    def _is_passive(self, items: Sequence[Item], verb: int) -> bool:
        """``has been reported``: nobody speaks."""
        return verb > 0 and items[verb - 1].lower in self._lexicon.classes["be"]

    def _denies(self, item: Item) -> bool:
        return any(reading.lemma in self._lexicon.deny for reading in item.forms)

    def _reaches(self, items: Sequence[Item], verb: int, clause: int) -> bool:
        """Whether what a verb reports goes on to the clause: no comma that closes an aside and opens a new subject."""
        between = items[verb + 1 : clause]
        nominal = any(item.lower in ("of", "for", "to") for item in between[:3]) and not any(
            i.lower == "that" for i in between
        )
        return not (nominal and any(item.text == "," for item in between))

    def _report_behind(self, draft: Draft, items: Sequence[Item]) -> _Report | None:
        """``..., officials said``; ``...," he added``: a comma or quotation mark, a speaker, a reporting verb."""
        for at in range(draft.clause[1] - 1, len(items)):
            item = items[at]
            if item.text in (";", "\u2014"):
                return None
            if item.text not in (",", '"', *_CLOSING):
                continue
            for verb in range(at + 1, min(len(items), at + _MOST_SPEAKER)):
                if items[verb].lower in ("and", "but", "which", "who", "that", "as", *self._lexicon.lists["breaks"]):
                    break
                if self._reports(items, verb) and not self._is_passive(items, verb):
                    ends = verb + 1 >= len(items) or not items[verb + 1].forms
                    claimant = self._words_between(items, at + 1, verb) or self._speaker_after(items, verb)
                    return _Report(at=verb, claimant=claimant, denies=self._denies(items[verb])) if ends else None
        return None

    def _according(self, draft: Draft, items: Sequence[Item]) -> _Report | None:
        for at, item in enumerate(items):
            if item.expression == "according" and (at > draft.at or at < 2):  # noqa: PLR2004 - at the sentence's head
                end = next((n for n in range(at + 1, len(items)) if items[n].text in (",", ".", ";")), len(items))
                return _Report(at=at, claimant=_words(items, at + 1, end) or None, denies=False)
        return None

    def _speaker_before(self, items: Sequence[Item], verb: int) -> str | None:
        """The words of the subject right before a reporting verb."""
        at = verb - 1
        while (
            at >= 0
            and not items[at].is_name
            and any(items[at].lower in self._lexicon.classes[name] for name in ("have", "be", "adverbs", "modals"))
        ):
            at -= 1
        end = at + 1
        while at >= 0 and items[at].text not in (",", ";", "\u2014", ".", ")") and not items[at].forms:
            if (
                items[at].lower in (*self._lexicon.lists["breaks"], "that", "and", "but", "as")
                and not items[at].is_name
            ):
                break
            at -= 1
        return _words(items, at + 1, end) or None

    def _speaker_after(self, items: Sequence[Item], verb: int) -> str | None:
        end = next((n for n in range(verb + 1, len(items)) if items[n].text in (",", ".", ";")), len(items))
        return _words(items, verb + 1, end) or None

    def _words_between(self, items: Sequence[Item], first: int, last: int) -> str | None:
        words = _words(items, first, last)
        return None if words.lower() in _SPEAKERS else words or None


def _words(items: Sequence[Item], first: int, last: int) -> str:
    text = " ".join(item.text for item in items[first:last]).replace(" 's", "'s").replace(" \u2019s", "\u2019s")
    return text.removeprefix("the ").removeprefix("The ").strip(' "\u201c\u201d,')
