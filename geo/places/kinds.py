"""Kinds of places: the words that say them, and the kind that a bare name is taken for. Read from ``kinds.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from geo.names import fold

_MOST_WORDS = 2
_PREFIX_OF = "of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """The tables of ``kinds.toml``, their words folded (:func:`geo.names.fold`).

    ``before_names`` are words that introduce a name and are no part of it, the longest first; ``nearly_all`` are those
    that leave out next to nothing of it. ``words`` gives the kinds that a word may stand for, the best first;
    ``plurals`` the singular of a word that a list of names shares. ``alone`` and ``among_districts`` order the kinds
    that a name is taken for when nothing says which, the likeliest first. Names of ``drop_word`` kinds are also met
    without the word; ``areas`` are no points; no word says those ``without_word``.
    """

    before_names: tuple[str, ...]
    nearly_all: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    plurals: dict[str, str]
    alone: dict[str, float]
    among_districts: dict[str, float]
    drop_word: frozenset[str]
    areas: frozenset[str]
    without_word: frozenset[str]

    @property
    def known(self) -> frozenset[str]:
        """All kinds of which the table knows how they are said."""
        return self.without_word.union(*self.words.values())

    def split(self, folded: str) -> tuple[str, str | None]:
        """A folded name without its kind word, and that word in the singular.

        ``kalbajar district`` gives ``("kalbajar", "district")``, ``village of talish`` ``("talish", "village")``. The
        word is None where there is none, or nothing else.
        """
        tokens = self.bare(folded).split(" ")
        for count in range(min(_MOST_WORDS, len(tokens) - 1), 0, -1):
            last = self.singular(" ".join(tokens[-count:]))
            if last:
                return " ".join(tokens[:-count]), last
            first = self.singular(" ".join(tokens[:count]))
            if first and tokens[count] == _PREFIX_OF and len(tokens) > count + 1:
                return " ".join(tokens[count + 1 :]), first
        return " ".join(tokens), None

    def bare(self, folded: str) -> str:
        """A folded name without the words before it: ``part of the agdam district`` gives ``agdam district``."""
        if not folded.startswith(self.before_names):
            return folded
        before = next((words for words in self.before_names if folded.startswith(words)), None)
        return self.bare(folded.removeprefix(before)) if before else folded

    def singular(self, word: str) -> str | None:
        """The kind word that ``word`` is, or is the plural of; None where it is neither."""
        return word if word in self.words else self.plurals.get(word)

    def meant_by(self, word: str) -> tuple[str, ...]:
        """The kinds that a kind word, in either number, or the name of a kind stands for, the best first."""
        folded = word if word in self.words else fold(word)
        return self.words.get(self.plurals.get(folded, folded), (word,))


@cache
def load_kinds() -> Kinds:
    """The package's table of kinds."""
    data = tomllib.loads(files("geo.places").joinpath("kinds.toml").read_text(encoding="utf-8"))
    likeliest = data["likeliest"]
    return Kinds(
        before_names=tuple(sorted((f"{fold(words)} " for words in data["before_names"]["words"]), key=_longest_first)),
        nearly_all=tuple(fold(words) for words in data["nearly_all"]["words"]),
        words={fold(word): tuple(kinds) for word, kinds in data["words"].items()},
        plurals={fold(plural): fold(word) for plural, word in data["plurals"].items()},
        alone=_falling(likeliest["alone"]),
        among_districts=_falling(likeliest["among_districts"]),
        drop_word=frozenset(data["kinds"]["drop_word"]),
        areas=frozenset(data["kinds"]["areas"]),
        without_word=frozenset(data["kinds"]["without_word"]),
    )


def _longest_first(words: str) -> tuple[int, str]:
    return -len(words), words


def _falling(kinds: list[str]) -> dict[str, float]:
    """Numbers that fall evenly from 1 for the first kind towards 0 for one that is not listed."""
    return {kind: 1 - rank / len(kinds) for rank, kind in enumerate(kinds)}
