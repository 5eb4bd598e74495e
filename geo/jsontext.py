"""JSON text to plain values and back, where the text may be anybody's.

The standard library's reader raises whatever stopped it: on a number of 5,000 digits, on brackets ten thousand deep.
:func:`loads` raises one error of ours, which says why.
"""

from __future__ import annotations

import json
import re
from functools import cache

from geo.errors import RecordError

_ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Legal in JSON, yet some readers end a line at them (U+0085, U+2028), and terminals obey the others: controls, and
marks that turn the direction of writing."""


def loads(text: str) -> object:
    """The value that a JSON text holds.

    Raises
    ------
    RecordError
        Where it is not JSON (``NaN`` and ``Infinity`` are not), or no computer need read it; the message is meant to
        follow the words that say where the text stands.

    Examples
    --------
    >>> loads('{"place": "lachin"}')
    {'place': 'lachin'}
    """
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise RecordError(f"not JSON ({error.msg} at column {error.colno})") from error
    except RecursionError as error:
        raise RecordError("its JSON is nested too deeply") from error
    except RecordError:
        raise
    except ValueError as error:  # Python converts no more than some thousands of digits
        raise RecordError("it holds a number with too many digits") from error


def dumps(value: object, *, indent: int | None = None) -> str:
    """The value as JSON text, in the letters of its language, with nothing in it that ends a line or is obeyed.

    Raises
    ------
    ValueError
        Where a number is not finite.

    Examples
    --------
    >>> dumps({"place": "Laçın"})
    '{"place": "Laçın"}'
    """
    return _ESCAPED.sub(_escape, _encoder(indent).encode(value))


@cache
def _encoder(indent: int | None) -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=indent)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _no_number(constant: str) -> object:
    raise RecordError(f"not JSON ({constant} is no number)")
