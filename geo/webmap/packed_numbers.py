"""Columns of whole numbers, and of days, which are numbers: read from values, and told by the shortest of some ways."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import nan
from typing import TYPE_CHECKING

from geo.webmap.days import day_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]
    Told = Mapping[str, Whole]
    """Columns that another one may be told by."""

_SAMPLE = 8_192
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Whole numbers: in the place of null stands the one before, at first 0. They may stand for days (``e``)."""

    filled: Whole
    is_null: NDArray[np.bool_]
    kind: str = "i"

    @classmethod
    def of(cls, values: Sequence[object] | NDArray[np.generic], *, kind: str = "i") -> Numbers:
        """Read whole numbers and null."""
        import numpy as np

        read = np.array(values, dtype=np.float64)  # null becomes NaN
        is_null = np.isnan(read)
        if is_null.any():
            last = np.maximum.accumulate(np.where(is_null, 0, np.arange(len(read))))
            read = np.nan_to_num(read[last])
        return cls(filled=read.astype(np.int64), is_null=is_null, kind=kind)


def read(values: Sequence[object], kinds: set[type]) -> Numbers | None:
    """What a column of whole numbers or days holds; None of any other."""
    import numpy as np

    if kinds <= {int}:
        return Numbers.of(values)
    if kinds != {str} or not _is_day(str(next(filter(None, values), ""))):
        return None
    distinct = dict.fromkeys(values)
    distinct.pop(None, None)
    if not all(_is_day(str(value)) for value in distinct):
        return None
    days: dict[object, float] = {value: day_number(str(value)) or 0 for value in distinct}
    days[None] = nan
    return Numbers.of(np.fromiter(map(days.__getitem__, values), dtype=np.float64, count=len(values)), kind="e")


@lru_cache(maxsize=65536)
def _is_day(text: str) -> bool:
    """Whether it is an ISO day that a calendar has, written as it would be again."""
    try:
        return bool(_DAY.fullmatch(text)) and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def coded(numbers: Numbers, told: Told) -> tuple[tuple[str, str], Whole]:
    """The way of telling a column that comes out shortest, with the column that it is told by, and its codes."""
    import numpy as np

    filled, is_null = numbers.filled, numbers.is_null
    ways = {("", ""): np.zeros_like(filled), ("d", ""): _shifted(filled, 1)}
    for name, other in told.items():
        if len(other) == len(filled):
            ways |= {("r", name): other, ("x", name): _shifted(other, -1)}
    codes = {way: _zigzag(filled - known, is_null) for way, known in ways.items()}
    best = min(codes, key=lambda way: (_cost(codes[way]), way))
    return best, codes[best]


def _shifted(numbers: Whole, by: int) -> Whole:
    """The value before (1) or after (-1) each; 0 where there is none."""
    import numpy as np

    found = np.roll(numbers, by)
    if len(found):
        found[0 if by > 0 else -1] = 0
    return found


def _zigzag(differences: Whole, is_null: NDArray[np.bool_]) -> Whole:
    import numpy as np

    codes = np.where(differences < 0, -2 * differences - 1, 2 * differences) + 1
    return np.where(is_null, 0, codes)


def _cost(codes: Whole) -> int:
    """About how much the codes take, compressed: that of a piece from their middle."""
    import numpy as np

    middle = max(0, (len(codes) - _SAMPLE) // 2)
    piece = codes[middle : middle + _SAMPLE]
    if len(codes) and codes.max() >= 1 << 32:
        return 1 << 60
    return len(zlib.compress(piece.astype("<u4").view(np.uint8).reshape(-1, 4).T.tobytes(), 1))
