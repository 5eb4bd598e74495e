"""Records to plain values that JSON knows, and back, checked against the record's own type hints.

``to_dict`` keeps the order of the fields and turns tuples into lists; a field that is marked
:data:`geo.records.IF_THERE` is left out where it is None. ``from_dict`` refuses a field that is missing,
unknown or of another type, and names it. Decoders are built once for each class from its hints.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from contextlib import suppress
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from math import isfinite
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from geo.errors import RecordError
from geo.records import IF_THERE

R = TypeVar("R")
Decoder = Callable[[object, str], Any]
Encoder = Callable[[Any], object]


def to_dict(record: object) -> dict[str, object]:
    """The record's fields in their order; nested records become dicts, tuples lists.

    >>> from geo.records import Candidate
    >>> to_dict(Candidate(place="lachin", score=0.5))
    {'place': 'lachin', 'score': 0.5}
    """
    kind: Any = type(record)
    return cast("dict[str, object]", _record_encoder(kind)(record))


def from_dict(cls: type[R], data: object) -> R:
    """A record of ``cls`` from what :func:`to_dict` gave, or from JSON of the same shape.

    A field with a default may be left out. Whole numbers are taken where a fraction is expected.

    Raises
    ------
    RecordError
        When a field is missing, unknown, or not of its type; the message names the field and the value.

    >>> from geo.records import Candidate
    >>> from_dict(Candidate, {"place": "lachin", "score": 1})
    Candidate(place='lachin', score=1.0)
    """
    kind: Any = cls
    return cast("R", _record_decoder(kind)(data, ""))


# --- decoding ---------------------------------------------------------------------------------------------------------


@cache
def _record_decoder(cls: type) -> Decoder:
    hints = get_type_hints(cls)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(cls)}
    required = frozenset(
        field.name for field in fields(cls) if field.default is MISSING and field.default_factory is MISSING
    )
    name = cls.__name__

    def decode(data: object, where: str) -> object:
        if not isinstance(data, dict):
            raise _wrong(where or name, "an object", data)
        prefix = f"{where}." if where else f"{name}."
        try:
            values = {key: decoders[key](value, prefix + key) for key, value in data.items()}
        except KeyError:
            unknown = sorted(str(key) for key in data if key not in decoders)
            msg = f"{prefix}{unknown[0]}: no such field. {name} has: {', '.join(decoders)}"
            raise RecordError(msg) from None
        if not required <= values.keys():
            missing = next(key for key in decoders if key in required and key not in values)
            msg = (
                f"{prefix}{missing}: the field is missing. Required: {', '.join(k for k in decoders if k in required)}"
            )
            raise RecordError(msg)
        return cls(**values)

    return decode


def _decoder(hint: object) -> Decoder:
    if isinstance(hint, type) and is_dataclass(hint):
        return _record_decoder(hint)
    origin = get_origin(hint)
    if origin is Literal:
        return _literal_decoder(get_args(hint))
    if origin is tuple:
        return _tuple_decoder(get_args(hint))
    if origin in (Union, types.UnionType):
        return _optional_decoder(get_args(hint))
    if hint in _PLAIN:
        return _PLAIN[hint]
    msg = f"No decoder for the type {hint!r}: records hold strings, numbers, tuples, other records, or None."
    raise TypeError(msg)


def _literal_decoder(values: tuple[object, ...]) -> Decoder:
    # keyed by value, so that every record shares one string
    known = {value: value for value in values}

    def decode(data: object, where: str) -> object:
        try:
            return known[data]
        except (KeyError, TypeError):
            raise _wrong(where, "one of " + ", ".join(map(str, values)), data) from None

    return decode


def _tuple_decoder(args: tuple[Any, ...]) -> Decoder:
    if args[-1] is not Ellipsis:
        return _fixed_tuple_decoder([_decoder(arg) for arg in args])
    item = _decoder(args[0])

    def decode(data: object, where: str) -> object:
        if not isinstance(data, list | tuple):
            raise _wrong(where, "a list", data)
        return tuple([item(value, f"{where}[{index}]") for index, value in enumerate(data)])

    return decode


def _fixed_tuple_decoder(items: list[Decoder]) -> Decoder:
    def decode(data: object, where: str) -> object:
        if not isinstance(data, list | tuple) or len(data) != len(items):
            raise _wrong(where, f"a list of {len(items)}", data)
        return tuple(
            [item(value, f"{where}[{index}]") for index, (item, value) in enumerate(zip(items, data, strict=True))]
        )

    return decode


def _optional_decoder(args: tuple[Any, ...]) -> Decoder:
    choices = [arg for arg in args if arg is not type(None)]
    if len(choices) != 1 or len(choices) == len(args):
        msg = f"No decoder for a choice of types: {args}. A record's field may be one type or None."
        raise TypeError(msg)
    inner = _decoder(choices[0])

    def decode(data: object, where: str) -> object:
        return None if data is None else inner(data, where)

    return decode


def _decode_str(data: object, where: str) -> str:
    if isinstance(data, str):
        return data
    raise _wrong(where, "a text", data)


def _decode_bool(data: object, where: str) -> bool:
    if isinstance(data, bool):
        return data
    raise _wrong(where, "true or false", data)


def _decode_int(data: object, where: str) -> int:
    if isinstance(data, int) and not isinstance(data, bool):
        return data
    raise _wrong(where, "a whole number", data)


def _decode_float(data: object, where: str) -> float:
    if isinstance(data, int | float) and not isinstance(data, bool):
        with suppress(OverflowError):  # a whole number of hundreds of digits
            number = float(data)
            if isfinite(number):
                return number
    raise _wrong(where, "a finite number", data)


_PLAIN: dict[type, Decoder] = {str: _decode_str, bool: _decode_bool, int: _decode_int, float: _decode_float}


def _wrong(where: str, expected: str, data: object) -> RecordError:
    return RecordError(f"{where}: expected {expected}, found {_shown(data)}")


def _shown(data: object) -> str:
    """The value, shortened; the kind of what is too large to be written out."""
    try:
        shown = repr(data)
    except (ValueError, RecursionError):
        return f"a {type(data).__name__} too large to show"
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"


_SHOWN = 80


# --- encoding ---------------------------------------------------------------------------------------------------------


@cache
def _record_encoder(cls: type) -> Encoder:
    if not is_dataclass(cls):
        msg = f"{cls.__name__} is no record."
        raise TypeError(msg)
    hints = get_type_hints(cls)
    encoders = [(field.name, _encoder(hints[field.name])) for field in fields(cls)]
    if_there = [field.name for field in fields(cls) if field.metadata == IF_THERE]

    def encode(record: object) -> object:
        data = {
            name: getattr(record, name) if encoder is None else encoder(getattr(record, name))
            for name, encoder in encoders
        }
        for name in if_there:
            if data[name] is None:
                del data[name]
        return data

    return encode


def _encoder(hint: object) -> Encoder | None:
    """What turns a value of this type into plain values; None where the value is plain already."""
    if isinstance(hint, type) and is_dataclass(hint):
        return _record_encoder(hint)
    origin, args = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _tuple_encoder(args)
    if origin in (Union, types.UnionType):
        inner = next((found for arg in args if (found := _encoder(arg))), None)
        return None if inner is None else lambda value: None if value is None else inner(value)
    return None


def _tuple_encoder(args: tuple[Any, ...]) -> Encoder:
    if args[-1] is not Ellipsis:
        encoders = [_encoder(arg) for arg in args]
        return lambda values: [
            value if encoder is None else encoder(value) for encoder, value in zip(encoders, values, strict=True)
        ]
    item = _encoder(args[0])
    return list if item is None else lambda values: [item(value) for value in values]
