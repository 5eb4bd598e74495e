"""Packs the data of a large page: long lists become columns of numbers and texts, and all of it is compressed.

The packed form is, before gzip, the length of a head (4 bytes, the lowest first), the head as JSON, and bytes. The head
is the page's data, where each long list is an object with the one key ``$``: a column. ``k`` is a column's kind, ``n``
its length:

==  =====================================================================================================
i   whole numbers or null: ``at`` is where its codes stand among the bytes, ``w`` the bytes of a code, ``t`` those of a
    value; by plane (the lowest bytes of all codes first). ``m`` is what a code is added to: nothing, the value before
    (``d``), or a value of the column ``o`` of its table, of the same row (``r``) or of the next one (``x``). A code is
    0 for null, else 2n + 1 for a number n that is not negative, and -2n for another; a null counts as the value before
b   as ``i``, where 1 is true and 0 false
f   as ``i``, to be divided by ``by``
e   as ``i``, days from 1970-01-01, as ISO dates
h   texts of lower hexadecimal digits, twice ``w`` each: their bytes from ``at`` on
t   texts: UTF-8 from ``at`` on, ``l`` is the column of their lengths in bytes
w   texts in words: from ``at`` on the places of each one's words in the column ``v``, where the most used come first;
    seven bits a byte, the lowest first, the eighth set where more follow; ``l`` is the column of lengths in bytes
u   repeated values: ``v`` is the column of the distinct ones, ``c`` that of their places in it
l   lists: ``c`` is the column of their lengths, ``e`` that of all their items
d   objects: ``f`` has a column for each of their keys, ``c`` is 0 where there is null; ``p`` of a column is 0 where the
    object lacks the key
j   anything else: ``v`` as JSON
==  =====================================================================================================

``z`` marks a list that is too long to be built whole (:data:`LAZY`).
"""

from __future__ import annotations

import json
import re
import zlib
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from geo.webmap.packed_numbers import Numbers, coded, read
from geo.webmap.packed_words import Words
from geo.webmap.tables import LACKING, Ragged, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from geo.webmap.packed_numbers import Told

Json = dict[str, object]
Column = dict[str, object]

LAZY = ("articles", "cells", "claims", "claimCells", "finder", "states", "unplaced")
"""Lists of which the page makes an item only while it is looked at."""

LONG = 500
"""Items from which on a list becomes a column."""

LEVEL = 6
"""Of gzip. At 9 it takes four times as long and saves 1 per cent."""

QUICK_LEVEL = 5
"""Of gzip, from :data:`MUCH` bytes on: in half the time, for 2 per cent more."""

MUCH = 5_000_000

DECIMALS = 10_000
RECENT = 3
"""So many columns of a table are tried for telling the next one."""

NO_COLUMN: Told = {}
_GZIP = 16 + zlib.MAX_WBITS
"""For zlib: with the head and the tail of gzip, and no time in them."""

_HEX = re.compile(r"[0-9a-f]++")
_HALF = 0.5
_FEW = 0.6
"""Values are worth telling once each where no larger a share of them is distinct."""


def pack(data: Mapping[str, object]) -> bytes:
    """The page's data, packed and compressed; see the module's docstring. The same data give the same bytes."""
    packer = _Packer()
    head = {key: packer.packed(value, lazy=key in LAZY) for key, value in data.items()}
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8", "replace")
    pieces = (len(text).to_bytes(4, "little"), text, *packer.chunks)
    level = LEVEL if sum(map(len, pieces)) < MUCH else QUICK_LEVEL
    squeeze = zlib.compressobj(level, zlib.DEFLATED, _GZIP)
    return b"".join([*(squeeze.compress(piece) for piece in pieces), squeeze.flush()])


class _Packer:
    """Makes columns, and keeps their bytes; the same bytes stand once."""

    def __init__(self) -> None:
        """Begin without bytes."""
        self.chunks: list[bytes] = []
        self._size = 0
        self._at: dict[bytes, int] = {}

    def packed(self, value: object, *, lazy: bool = False) -> object:
        """The value with each long list in it as a column."""
        if isinstance(value, list | Table | Ragged):
            is_lazy = lazy or isinstance(value, Ragged)
            is_long = len(value) >= LONG
            return {"$": {**self._column(value), **({"z": 1} if is_lazy else {})}} if is_long else list(value)
        if not isinstance(value, dict):
            return value
        if _is_table(value):
            return {name: {"$": column} for name, column in self._table(value).items()}
        return {key: self.packed(item) for key, item in value.items()}

    def _put(self, chunk: bytes) -> int:
        at = self._at.setdefault(chunk, self._size)
        if at == self._size:
            self.chunks.append(chunk)
            self._size += len(chunk)
        return at

    def _column(self, values: Sequence[object], told: Told = NO_COLUMN) -> Column:
        if isinstance(values, Table):
            return self._rows(values)
        if isinstance(values, Ragged):
            counts, items = (self._numbers(Numbers.of(part)) for part in (values.counts, values.items))
            return {"k": "l", "n": len(values), "c": counts, "e": items}
        kinds = _kinds_of(values)
        numbers = read(values, kinds)
        return self._numbers(numbers, told) if numbers else self._others(values, kinds, told)

    def _others(self, values: Sequence[object], kinds: set[type], told: Told) -> Column:
        """A column of what is neither whole numbers nor days."""
        if kinds == {int, float}:
            return self._floats(values, told)
        pack = self._ways.get(next(iter(kinds))) if len(kinds) == 1 else None
        return pack(self, values, told) if pack else {"k": "j", "v": list(values)}

    def _table(self, columns: Mapping[str, Sequence[object]]) -> dict[str, Column]:
        """Columns of one table; each may be told by one of those before it."""
        found: dict[str, Column] = {}
        told: Told = NO_COLUMN
        for name, values in columns.items():
            kinds = _kinds_of(values)
            numbers = read(values, kinds)
            found[name] = self._numbers(numbers, told) if numbers else self._others(values, kinds, told)
            if numbers:
                told = dict([*told.items(), (name, numbers.filled)][-RECENT:])
        return found

    def _numbers(self, numbers: Numbers, told: Told = NO_COLUMN) -> Column:
        import numpy as np

        (way, other), codes = coded(numbers, told)
        width = 1 if not len(codes) or codes.max() < 1 << 8 else 2 if codes.max() < 1 << 16 else 4
        planes = codes.astype("<u4").view(np.uint8).reshape(-1, 4)[:, :width].T.tobytes()
        reach = int(np.abs(numbers.filled).max(initial=0))
        size = 1 if reach < 1 << 7 else 2 if reach < 1 << 15 else 4
        return {
            "k": numbers.kind,
            "n": len(codes),
            "at": self._put(planes),
            "w": width,
            "t": size,
            "m": way,
            **({"o": other} if other else {}),
        }

    def _whole(self, values: Sequence[object] | NDArray[np.generic]) -> Column:
        """A column of whole numbers or null."""
        return self._numbers(Numbers.of(values))

    def _bools(self, values: Sequence[object], told: Told = NO_COLUMN) -> Column:
        return {
            **self._numbers(Numbers.of([None if value is None else int(bool(value)) for value in values]), told),
            "k": "b",
        }

    def _floats(self, values: Sequence[object], told: Told = NO_COLUMN) -> Column:
        import numpy as np

        exact = np.array(values, dtype=np.float64)
        whole = np.rint(exact * DECIMALS)
        if np.array_equal(whole / DECIMALS, exact, equal_nan=True):
            return {**self._numbers(Numbers.of(whole), told), "k": "f", "by": DECIMALS}
        return {"k": "j", "v": list(values)}

    def _texts(self, values: Sequence[object], _told: Told = NO_COLUMN) -> Column:
        distinct = dict.fromkeys(values)
        if len(distinct) <= _FEW * len(values):
            return self._repeated(list(distinct), values, distinct)
        hexed, width = _hexed(values)
        if hexed:
            return {"k": "h", "n": len(values), "at": self._put(hexed), "w": width}
        return self._worded(values) or self._plain(values)

    def _worded(self, values: Sequence[object]) -> Column | None:
        """Texts by their words, where these return so often that it takes half the room."""
        texts = [str(value) if value else "" for value in values]
        words = Words.of(texts)
        if words.room > _HALF * sum(map(len, texts)):
            return None
        lengths = self._whole(
            [None if value is None else size for value, size in zip(values, words.sizes, strict=True)]
        )
        return {"k": "w", "n": len(values), "at": self._put(words.codes()), "l": lengths, "v": self._plain(words.order)}

    def _plain(self, values: Sequence[object]) -> Column:
        texts = [None if value is None else str(value).encode("utf-8", "replace") for value in values]
        lengths = self._whole([None if text is None else len(text) for text in texts])
        return {"k": "t", "n": len(values), "at": self._put(b"".join(filter(None, texts))), "l": lengths}

    def _repeated(self, distinct: Sequence[object], keys: Sequence[object], each: Iterable[object]) -> Column:
        """``keys`` stand for the values, ``each`` of them once by its first appearance; ``distinct`` are the values."""
        import numpy as np

        place = {key: number for number, key in enumerate(each)}
        known = self._column(distinct) if len(distinct) >= LONG else {"k": "j", "v": list(distinct)}
        places = np.fromiter(map(place.__getitem__, keys), dtype=np.int64, count=len(keys))
        return {"k": "u", "n": len(keys), "v": known, "c": self._whole(places)}

    def _lists(self, values: Sequence[object], _told: Told = NO_COLUMN) -> Column:
        names = list(map(id, values))
        told = {name: repr(value) for name, value in dict(zip(names, values, strict=True)).items()}
        keys = list(map(told.__getitem__, names))  # told once of one and the same list
        each = dict.fromkeys(keys)
        if len(each) <= _FEW * len(values):
            first = dict(zip(reversed(keys), reversed(values), strict=True))
            return self._repeated([first[key] for key in each], keys, each)
        counts = self._whole([None if value is None else len(value) for value in values])  # type: ignore[arg-type]
        items: list[object] = list(chain.from_iterable(filter(None, values)))  # type: ignore[arg-type]
        return {"k": "l", "n": len(values), "c": counts, "e": self._column(items)}

    def _objects(self, values: Sequence[object], _told: Told = NO_COLUMN) -> Column:
        there = [int(value is not None) for value in values]
        return self._rows(Table(value if isinstance(value, dict) else {} for value in values), there)

    def _rows(self, rows: Table, there: Sequence[int] | None = None) -> Column:
        """``there`` is 0 for a row that stands for null."""
        there = there or [1] * len(rows)
        lacking = [name for name, values in rows.columns.items() if LACKING in values]
        table = self._table({
            name: [None if value is LACKING else value for value in values] if name in lacking else values
            for name, values in rows.columns.items()
        })  # fmt: skip
        for name in lacking:
            has = [int(value is not LACKING or not real) for value, real in zip(rows.columns[name], there, strict=True)]
            if not all(has):
                table[name]["p"] = self._whole(has)
        return {"k": "d", "n": len(rows), "f": table, "c": self._whole(there)}

    _ways: ClassVar[dict[type, Callable[[_Packer, Sequence[object], Told], Column]]] = {
        bool: _bools, float: _floats, str: _texts, list: _lists, dict: _objects,
    }  # fmt: skip


def _is_table(value: Json) -> bool:
    """Whether it holds nothing but long lists of one length."""
    lengths = {len(item) if isinstance(item, list) else 0 for item in value.values()}
    return len(lengths) == 1 and lengths.pop() >= LONG


def _hexed(values: Sequence[object]) -> tuple[bytes, int]:
    """Texts of as many hexadecimal digits each, as bytes, and the bytes of one; of other texts none."""
    texts = [value for value in values if isinstance(value, str)]
    widths = set(map(len, texts))
    if len(texts) < len(values) or len(widths) != 1 or (width := widths.pop()) % 2:
        return b"", 0
    joined = "".join(texts)
    return (bytes.fromhex(joined), width // 2) if _HEX.fullmatch(joined) else (b"", 0)


def _kinds_of(values: Sequence[object]) -> set[type]:
    """The types of values that are not null."""
    return set(map(type, values)) - {type(None)}
