"""Texts told by their words: which words there are, the most used first, and which of them make each text.

Numbers of words are told by seven bits a byte, the lowest first; the eighth is set where more of a number follow.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Written = tuple[Mapping[str, int], array[int], list[int]]
    """A number for each word, the words of all texts by it, and where each text begins in these, and one more."""

_PIECE = 1 << 18
"""So many words are told at once, so that their numbers take little room."""
_LONG_WORD = 12
_WORD = re.compile(r"\w++\W*+|\W++")
"""A word with what stands after it."""
_LOW_BITS = 127


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Texts by their words: ``order`` are the distinct ones, ``sizes`` the bytes of each text among the codes."""

    order: Sequence[str]
    sizes: Sequence[int]
    _places: NDArray[np.uint32]
    _place_sizes: NDArray[np.uint8]
    _written: NDArray[np.uintc]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Words:
        """Take texts apart; the same texts give the same words in the same order."""
        import numpy as np

        numbers, written, ends = _by_spaces(texts) if _is_spaced(texts) else _by_words(texts)
        all_written = np.frombuffer(written, dtype=np.uintc)
        uses = np.bincount(all_written, minlength=len(numbers))
        by_text = sorted(numbers)
        by_name = np.array([numbers[word] for word in by_text], dtype=np.int64)
        by_use = np.argsort(-uses[by_name], kind="stable")
        places = np.empty(len(numbers), dtype=np.uint32)
        places[by_name[by_use]] = np.arange(len(numbers))
        place_sizes = _size_in_sevens(places)
        return cls(
            order=[by_text[at] for at in by_use.tolist()],
            sizes=_sums(place_sizes[all_written], ends),
            _places=places,
            _place_sizes=place_sizes,
            _written=all_written,
        )

    @property
    def room(self) -> int:
        """About how much it takes to tell the texts so: the codes, and a letter a byte for the distinct words."""
        return sum(self.sizes) + sum(map(len, self.order))

    def codes(self) -> bytes:
        """The places of all texts' words in their order."""
        pieces = (self._written[at : at + _PIECE] for at in range(0, len(self._written), _PIECE))
        return b"".join(_sevens(self._places[piece], self._place_sizes[piece]) for piece in pieces)


def _is_spaced(texts: Sequence[str]) -> bool:
    """Whether texts are sentences, and no addresses: their spaces alone tell their words, which is quicker."""
    return sum(text.count(" ") for text in texts) * _LONG_WORD >= sum(map(len, texts))


def _by_spaces(texts: Sequence[str]) -> Written:
    """Words with the space after them."""
    number = count().__next__
    inner: defaultdict[str, int] = defaultdict(number)
    last: defaultdict[str, int] = defaultdict(number)
    written, ends = array("I"), [0]
    for text in texts:
        if text:
            words = text.split(" ")
            written.extend(map(inner.__getitem__, words[:-1]))
            written.append(last[words[-1]])
        ends.append(len(written))
    return {f"{word} ": at for word, at in inner.items()} | last, written, ends


def _by_words(texts: Sequence[str]) -> Written:
    """Words with what stands after them until the next one."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    written, ends = array("I"), [0]
    for text in texts:
        written.extend(map(numbers.__getitem__, _WORD.findall(text)))
        ends.append(len(written))
    return numbers, written, ends


def _size_in_sevens(numbers: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """How many bytes numbers take that are told by seven bits a byte."""
    import numpy as np

    sizes = np.ones(len(numbers), dtype=np.uint8)
    for bits in (7, 14, 21, 28):
        sizes += numbers >> bits > 0
    return sizes


def _sums(sizes: NDArray[np.uint8], ends: Sequence[int]) -> list[int]:
    """The sum of the sizes between each end and the next."""
    import numpy as np

    reach = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=reach[1:])
    sums: list[int] = np.diff(reach[ends]).tolist()
    return sums


def _sevens(numbers: NDArray[np.uint32], sizes: NDArray[np.uint8]) -> bytes:
    """Numbers by seven bits a byte, the lowest first; the eighth is set where more of a number follow."""
    import numpy as np

    ends = np.cumsum(sizes, dtype=np.int64)
    found = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    first = ends - sizes
    for byte in range(int(sizes.max(initial=0))):
        has = sizes > byte
        low = (numbers[has] >> (7 * byte) & _LOW_BITS).astype(np.uint8)
        found[first[has] + byte] = low | np.where(sizes[has] > byte + 1, _LOW_BITS + 1, 0).astype(np.uint8)
    return found.tobytes()
