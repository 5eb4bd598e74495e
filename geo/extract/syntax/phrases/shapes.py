"""Reads names by their shape: which capitalised words, small links, hyphens and numbers are one name.

``Mazar-i-Sharif``, ``Maarat al-Numan``, ``the 3rd Assault Brigade`` and ``Hill 605`` are one name each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.date_expressions.counts import number_of
from geo.text import Token

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Word
    from geo.world import World

_ARTICLE = re.compile(r"[ae]\w{1,2}[-\u2010\u2011\u2013][A-Z]")  # al-Fatira, ash-Shaykh
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_HYPHENS = frozenset({"-", "\u2013", "\u2010", "\u2011"})
_MOST_WORDS = 8
_SHORT = 3
_EARLY = 2
_ENGLISH = ("IN", "DT", "VB", "VBP")
_ASKING = frozenset({"WP", "WDT", "WRB", "WP$"})
_OPENING = frozenset({"\u201c", '"', ":", "(", "\u2018", "*", "\u2022", "\u2013", "\u2014", "-"})


class ShapeReader:
    """Reads the shapes of names."""

    def __init__(self, lexicon: SyntaxLexicon, world: World) -> None:
        self._lexicon = lexicon
        self._world = world
        self.links = lexicon.lists["name_links"] | _HYPHENS | {"'", "\u2019"}

    def may_open(self, text: str) -> bool:
        """Whether a name may begin with a word of this shape: with a capital, a number, an article of names."""
        if text[0].isupper() or text[0].isdigit() or text.isdigit() or text.lower() in self._world.any_openings:
            return True
        return _ARTICLE.match(text) is not None

    def end(self, words: Sequence[Word], tokens: Sequence[Token], first: int, proper: Container[str]) -> int:
        """Behind the last of the capitalised words that begin here and may be one name."""
        if not self._may_be_name(words, tokens, first, proper, opens=True):
            return first
        last = first + 1
        while last < len(words) and last - first < _MOST_WORDS:
            linked = self._linked(words, last)
            if linked > last:
                last = linked
            elif self._may_be_name(words, tokens, last, proper, opens=False):
                last += 1
            else:
                break
        while last > first + 1 and words[last - 1].text in self.links:
            last -= 1
        last += self._is_numbered(words, last)
        return last + (words[last - 1].text.isdigit() and self._is_side(words, last))

    def _is_numbered(self, words: Sequence[Word], at: int) -> bool:
        """Whether a number is the last word of a name: ``Hill 605``, ``Kilometre 40``, ``the Kilo 16 junction``."""
        if at >= len(words) or not _NUMBER.fullmatch(words[at].text) or words[at - 1].text[0].islower():
            return False
        counts = at + 1 < len(words) and words[at + 1].tag.startswith(("NN", "JJ", "CD"))
        counts = counts and not (words[at + 1].tag == "NN" and self.class_of(words[at + 1]))
        counts = counts and words[at + 1].lower not in self._lexicon.lists["directions"]  # "Hill 60, south of the town"
        numbered = self.class_of(words[at - 1]) or words[at - 1].lower in self._lexicon.lists["numbered"]
        return bool(numbered) and not counts

    def _is_side(self, words: Sequence[Word], at: int) -> bool:
        """Whether a quarter ends a name with a number: ``Hill 881 South``."""
        return at < len(words) and words[at].text.istitle() and words[at].lower in self._lexicon.lists["compass"]

    def _linked(self, words: Sequence[Word], at: int) -> int:
        """Behind the small words and hyphens that stand at a position inside a name; the position where none does.

        ``al-Fatira``, ``Maarat al-Numan``, ``Deir ez-Zor``, ``Mazar-i-Sharif``, ``Ti-n-Hamra``.
        """
        if at + 1 >= len(words):
            return at
        word, behind = words[at], words[at + 1]
        if word.text in _HYPHENS or word.text in ("'", "\u2019"):
            return self._tied(words, at)
        if word.lower in self.links and behind.text[:1].isupper():
            return at if word.tag in _ENGLISH and word.lower in self._lexicon.lists["english_links"] else at + 1
        if {word.lower, behind.lower} <= self.links and words[min(at + 2, len(words) - 1)].text[:1].isupper():
            return at + 2  # "Cap de la Hague"
        hyphen = self._hyphened(words, at)
        return hyphen + 1 if hyphen > at else at

    def _tied(self, words: Sequence[Word], at: int) -> int:
        """Behind a hyphen or an apostrophe inside a name, and the small words that follow it."""
        word, behind = words[at], words[at + 1]
        tight = word.start == words[at - 1].end and word.end == behind.start
        if not tight or not behind.text[:1].isalnum() or behind.lower in self._lexicon.lists["after_hyphen"]:
            return at
        if behind.text[:1].islower():
            return (
                self._hyphened(words, at + 1) + 1
                if self._hyphened(words, at + 1) > at + 1
                else at + 1 + self._is_tail(behind)
            )
        return at + 1

    def _hyphened(self, words: Sequence[Word], at: int) -> int:
        """The hyphen behind a short small word that a capital follows (``ez-Zor``); the position if there is none."""
        word = words[at]
        short = word.text.islower() and len(word.text) <= _SHORT and word.lower not in self._lexicon.lists["prefixes"]
        if not short or at + 2 >= len(words) or words[at + 1].text not in _HYPHENS:
            return at
        return at + 1 if words[at + 1].start == word.end and words[at + 2].text[:1].isupper() else at

    def _is_tail(self, word: Word) -> bool:
        """Whether a small word behind a hyphen ends a name (``Pul-e-khumri``), and is no participle of its own."""
        return word.tag in ("NNP", "NN", "FW", "NNS") and not self._lexicon.basic.lemmas(word.lower)

    def _may_be_name(
        self, words: Sequence[Word], tokens: Sequence[Token], at: int, proper: Container[str], *, opens: bool
    ) -> bool:
        word = words[at]
        article = opens and self._hyphened(words, at) > at and word.lower in self._world.any_openings
        if not (word.text[0].isupper() or article or _ARTICLE.match(word.text) or self._is_number(words, at)):
            return False
        if (word.lower in self._lexicon.closed or word.tag in _ASKING) and not article:
            return self._is_small_in_name(words, at, opens=opens)
        qualifies = opens and self._qualifies_name(words, at)
        banned = None if qualifies else self._world.not_place_at(tokens, at)
        if banned and not self._is_part_of_names(words, at, banned.last, opens=opens):
            return self._is_small_in_name(words, at, opens=opens)
        if opens and not qualifies and self._begins(words, at):
            return (
                self._is_name_though_first(words, at, proper)
                or self._is_kind_before_name(words, at)
                or self._is_first_of_name(words, at)
            )
        if word.tag in ("NNP", "NNPS", "CD") or word.text in proper or word.text.isupper():
            return True
        return opens or word.tag in ("NN", "NNS", "JJ", "FW")

    def _is_small_in_name(self, words: Sequence[Word], at: int, *, opens: bool) -> bool:
        """Whether a small word is one of a name: ``Chorbat La``, ``Sanski Most``, ``At Tuhayta``, ``Two Sisters``."""
        word, behind = words[at], words[at + 1] if at + 1 < len(words) else None
        if self._numbers_force(words, at):
            return True
        if not opens:
            return word.tag == "NNP" and word.lower in self._world.place_closings | self._world.any_openings
        if word.tag == "NNP" and word.lower in self._lexicon.lists["small_openings"] and not self._begins(words, at):
            return behind is not None and behind.text[0].isupper()
        if behind is None or word.head != behind.at or not behind.text[0].isupper() or _all_capitals(words):
            return False
        if self._is_before_thing(words, at):
            return True
        return number_of(word.lower) is not None and behind.tag in ("NNPS", "NNP") and not self._is_people(behind)

    def _numbers_force(self, words: Sequence[Word], at: int) -> bool:
        """``First Krajina Corps``: an ordinal with a capital that numbers an armed organisation."""
        word, head = words[at], words[words[at].head]
        if head.at <= at or word.lower not in self._lexicon.lists["ordinals"]:
            return False
        armed = head.lower in self._lexicon.lists["armed_organisations"]
        return armed and all(one.text[0].isupper() for one in words[at : head.at + 1]) and not _all_capitals(words)

    def _is_part_of_names(self, words: Sequence[Word], at: int, last: int, *, opens: bool) -> bool:
        """Whether words that name nobody alone (``Army``, ``Republic``) may stand in a name: ``Republic Guard``."""
        if opens and not (
            last < len(words)
            and words[last].lower in self._lexicon.lists["organisation_words"]
            and words[last].text[0].isupper()
        ):
            return False
        return all(word.lower in self._lexicon.lists["organisation_words"] for word in words[at:last])

    def _qualifies_name(self, words: Sequence[Word], at: int) -> bool:
        """``North Kivu``, ``South Georgia``, ``Two Sisters``: a quarter or a number that tells a name from another."""
        word, behind = words[at], words[at + 1] if at + 1 < len(words) else None
        if not word.text[0].isupper() or behind is None or not behind.text[0].isupper() or behind.text.isupper():
            return False
        if word.lower in self._lexicon.lists["compass"]:
            return behind.tag == "NNP" and not self._is_adjective(behind)
        counted = word.lower in self._lexicon.lists["counting_nouns"] and behind.tag in ("NNPS", "NNP")
        return counted and not self._is_common(behind) and not self._begins(words, at)

    def _is_adjective(self, word: Word) -> bool:
        """``Russian`` in ``in the North Russian troops advanced``; ``South Korean`` is a name of its own."""
        found = self._world.parties_at((Token(word.start, word.end, word.text, word.lower),), 0)
        sides = found.values if found else ()
        return bool(sides) and all(one.form in ("adjective", "people") and not one.homonym for one in sides)

    def _is_number(self, words: Sequence[Word], at: int) -> bool:
        """Whether a number stands in a name, before capitals, or is one: ``15th Brigade``, ``the 7th of July camp``."""
        if _numbered(words, at) or " " in words[at].text:
            return True
        behind = words[at + 1] if at + 1 < len(words) else None
        return (
            words[at].text.isdigit()
            and behind is not None
            and behind.text[0].isupper()
            and behind.lower in self._lexicon.lists["armed_organisations"]
        )

    def _begins(self, words: Sequence[Word], at: int) -> bool:
        """Whether a word begins the sentence, what stands behind its dateline, or a quote or aside at its beginning."""
        if at == 0 or (at <= _EARLY and words[at - 1].text in _OPENING):
            return True
        return words[at - 1].dep == "lead" and words[at].dep != "lead"

    def _is_name_though_first(self, words: Sequence[Word], at: int, proper: Container[str]) -> bool:
        word = words[at]
        if word.text in proper or (len(word.text) > _SHORT and word.text.upper() in proper):  # a dateline's too
            return True
        if word.text.isupper() and len(word.text) > 1 and not _all_capitals(words):
            return True
        return word.tag in ("NNP", "NNPS") and not self._lexicon.basic.lemmas(word.lower) and not self._is_common(word)

    def _is_kind_before_name(self, words: Sequence[Word], at: int) -> bool:
        """``Castle Dorrin``, ``Fort Aro``, ``Camp Bastion``: a kind of thing that opens the name."""
        behind = words[at + 1] if at + 1 < len(words) else None
        if behind is None or words[at].tag != "NNP" or behind.tag != "NNP" or not behind.text[0].isupper():
            return False
        return self.class_of(words[at]) in ("site", "feature") and not self.class_of(behind)

    def _is_first_of_name(self, words: Sequence[Word], at: int) -> bool:
        """``Tell Rifaat``, ``Hill 605``, ``Television House``: what stands behind shows that a name begins."""
        behind = words[at + 1] if at + 1 < len(words) else None
        if behind is None or words[at].lower in self._lexicon.lists["common_openers"]:
            return False
        if words[at].lower in self._world.place_openings:
            return behind.text[0].isupper() or _ARTICLE.match(behind.text) is not None
        counted = self.class_of(words[at]) == "feature" or words[at].lower in self._lexicon.lists["numbered"]
        if counted and words[at].tag.startswith("NN"):  # "Hill 605", "Brigade 5"
            return _NUMBER.fullmatch(behind.text) is not None
        return self._is_before_thing(words, at)

    def _is_before_thing(self, words: Sequence[Word], at: int) -> bool:
        """``Television House``, ``State House``: a capital where a common noun of a thing has none makes a name."""
        word, behind = words[at], words[at + 1]
        joined = word.head == behind.at and word.dep == "compound" and (word.tag, behind.tag) == ("NNP", "NNP")
        thing = joined and self.class_of(behind) in ("site", "feature", "quarter")
        return thing and behind.text[0].isupper() and not _all_capitals(words)

    def _is_people(self, word: Word) -> bool:
        token = (Token(word.start, word.end, word.text, word.lower),)
        return self._world.head_at(token, 0) is not None or self._world.parties_at(token, 0) is not None

    def _is_common(self, word: Word) -> bool:
        token = Token(word.start, word.end, word.text, word.lower)
        return bool(self._world.head_at((token,), 0) or self._world.place_noun_at((token,), 0)) or (
            word.lower in self._lexicon.lists["common_openers"]
        )

    def class_of(self, word: Word) -> str:
        """The class of a generic noun for places: site, feature, settlement; empty for other words."""
        found = self._world.place_noun_at((Token(word.start, word.end, word.text, word.lower),), 0)
        return found.values[0].classes[0] if found else ""


def _numbered(words: Sequence[Word], at: int) -> bool:
    """``M 23``, ``15th Brigade``: a number that stands in a name behind or before capitals."""
    word = words[at]
    return (
        word.text[0].isdigit() and word.text[-1].isalpha() and at + 1 < len(words) and words[at + 1].text[0].isupper()
    )


def _all_capitals(words: Sequence[Word]) -> bool:
    letters = [word.text for word in words if word.text.isalpha() and len(word.text) > 2]  # noqa: PLR2004
    return bool(letters) and sum(text.isupper() for text in letters) > len(letters) / 2
