"""Puts data and code into a page so that neither can break out of its element.

Data goes into ``<script type="application/json">``: JSON in which ``<``, ``>``, ``&``, U+2028, U+2029 and lone
surrogates are escaped, so that no text in it can end the element or fail to encode. Code and styles are named by their
SHA-256 in a Content-Security-Policy, so a browser runs these bytes and no others.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import TYPE_CHECKING

from geo.webmap.tables import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LARGE = 200_000
"""Characters of JSON from which on the data is compressed; docs/decisions/2026-11-22-data-is-compressed-early.md."""

CHARACTERS_A_ROW = 50
"""No row of claims, states or areas has fewer."""

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_CODE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)


def json_for_script(data: object) -> str:
    r"""Compact JSON that is safe inside a script element; the same data always gives the same text.

    Examples
    --------
    >>> json_for_script({"title": "</script>"})
    '{"title":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=list)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def data_for_script(data: Mapping[str, object]) -> tuple[str, str]:
    """The data as the text of a script element, and the type of that element.

    It is JSON, or, where that would have more than :data:`LARGE` characters, packed and compressed, in base 64.
    """
    if _rows(data) * CHARACTERS_A_ROW <= 2 * LARGE:
        text = json_for_script(data)
        if len(text) <= LARGE:
            return text, "application/json"
    from geo.webmap.packing import pack

    return base64.b64encode(pack(data)).decode(), "application/gzip"


def _rows(data: Mapping[str, object]) -> int:
    return sum(len(value) for value in data.values() if isinstance(value, list | Table))


def content_security_policy(page: str, *, pictures: Sequence[str] = ()) -> str:
    """The policy that allows exactly the inline scripts and styles of ``page``, and no ``eval``.

    No request is allowed, but for images of the hosts in ``pictures`` (``https://tile.example.org``).
    """
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for kind, code in _CODE.findall(page):
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        hashes[kind].append(f"'sha256-{digest}'")
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(hashes['script'])}",
            f"style-src {' '.join(hashes['style'])}",
            " ".join(("img-src data:", *pictures)),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
