"""Bytes to text: Unicode where they are Unicode, else the likeliest 8-bit alphabet; what is no text is refused."""

from __future__ import annotations

import codecs
import re
import unicodedata

from geo.errors import InputError

MAX_BYTES = 2 * 1024 * 1024
"""The longest report that is read; the longest in news corpora are a hundredth of it."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
)
_ALPHABETS = ("cp1252", "cp1251", "koi8_r", "cp1254", "cp1250", "cp1256", "cp1255", "cp1253", "cp866")
"""8-bit alphabets that reports come in, the commoner first: it wins where two read equally well."""

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536
_MOST_CONTROLS = 0.1
_LEAST_LETTERS = 0.95


def decode(data: bytes) -> str:
    """The text that ``data`` holds, without a byte order mark and otherwise unchanged (line ends stay as they are).

    Raises
    ------
    InputError
        When the bytes are no text; the message says what they are and is meant to follow the file's name.

    Examples
    --------
    >>> decode("Kəlbəcər".encode("utf-16"))
    'Kəlbəcər'
    >>> decode("Putin’s statement".encode("cp1252"))
    'Putin’s statement'
    """
    for start, kind in _KINDS:
        if data.startswith(start):
            raise InputError(f"it is {kind}, not plain text. Save its text as a .txt file.")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data, mark, encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data)
    # UTF-16 of plain English is valid UTF-8, every other byte a NUL.
    if _share_of_controls(data) > _MOST_CONTROLS:
        return _decode_other(data)
    return text


def _decode_marked(data: bytes, mark: bytes, encoding: str) -> str:
    body = data[len(mark) :] if encoding == "utf-8" else data
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper()
        raise InputError(f"it begins as {name} and is not (byte {error.start}). Save it as UTF-8.") from error


def _decode_other(data: bytes) -> str:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strictly(data, encoding)
        if text is not None and _share_of_letters(text[:_SAMPLE]) > _LEAST_LETTERS:
            return text
    if b"\x00" in data or _share_of_controls(data) > _MOST_CONTROLS:
        raise InputError("it is binary, not text.")
    text = _decode_8_bit(data)
    if text is None:
        raise InputError("its encoding could not be told. Save it as UTF-8.")
    return text


def _decode_8_bit(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # seldom needed

    matches = from_bytes(data[:_SAMPLE], cp_isolation=list(_ALPHABETS))
    best = matches.best()
    if best is None:
        return None
    equal = {match.encoding for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)}
    for encoding in (*(name for name in _ALPHABETS if name in equal), best.encoding):
        text = _strictly(data, encoding)
        if text is not None:
            return text
    return None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _share_of_controls(data: bytes) -> float:
    sample = data[:_SAMPLE]
    return len(_CONTROLS.findall(sample)) / max(len(sample), 1)


def _share_of_letters(text: str) -> float:
    """The share of characters of alphabets (most words are written so) and common marks; none for an empty text."""
    good = sum(char in "\t\n\r" or (ord(char) < 0x2070 and unicodedata.category(char)[0] in "LMNPZS") for char in text)  # noqa: PLR2004
    return good / max(len(text), 1)
