"""Names as they are compared: one spelling for all the ways in which a name may be typed.

:func:`fold` gives the key under which a name is filed and looked up; :func:`spellings` gives the further keys under
which an Azerbaijani name is met in English (``Kəlbəcər`` as Kalbajar) and on keyboards without its letters (Kelbecer).
Only the standard library is used, and nothing of ours.
"""

from __future__ import annotations

import re
import unicodedata

_SOFT = dict.fromkeys(map(ord, "'’‘ʼʻʹʾʿ`´′՚՛՜՞\u00ad\u200b\u200c\u200d\ufeff"))
"""Marks inside a word that spellings come with and without: apostrophes, soft hyphens, Armenian emphasis marks."""

_LETTERS = str.maketrans(
    {"ə": "a", "ǝ": "a", "ı": "i", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Latin letters that Unicode does not take apart into a base and a mark."""

_ENGLISH = str.maketrans({"c": "j", "ç": "ch", "ş": "sh", "x": "kh", "q": "g", "ğ": "gh", "j": "zh"})
"""How English writes the Azerbaijani letters, as in Kalbajar, Lachin, Shusha, Khojaly, Gubadli, Aghdam."""

_AZERBAIJANI = re.compile("[əƏǝƎçÇşŞğĞıİ]")
_BREAKS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """One spelling for a name, whatever its case, diacritics, hyphens, spaces and apostrophes.

    Latin letters lose their marks (``ğ ş ç ö ü ı ə`` become ``g s c o u i a``); Armenian, Cyrillic and other scripts
    stay as they are, but for case and for Russian ``ё``, which reports print as ``е``. Whatever is neither letter nor
    digit separates words; apostrophes separate nothing. The result is never longer than words joined by one space, and
    folding it again changes nothing. The empty string comes back where no letter or digit is left.

    Examples
    --------
    >>> fold("Nagorno–Karabakh"), fold("AĞDAM"), fold("Step'anakert"), fold("Կարվաճառ")
    ('nagorno karabakh', 'agdam', 'stepanakert', 'կարվաճառ')
    """
    if text.isascii():
        return " ".join(_BREAKS.sub(" ", text.lower().replace("'", "").replace("`", "")).split())
    plain = text.translate(_SOFT).casefold().translate(_LETTERS)
    apart = unicodedata.normalize("NFKD", plain).replace("и\u0306", "й").casefold().translate(_LETTERS)
    bare = "".join(char for char in apart if not unicodedata.category(char).startswith("M"))
    return " ".join(_BREAKS.sub(" ", bare.translate(_SOFT)).split())


def join_words(folded: str) -> str:
    """A folded name without its spaces, so that ``Khan Kendi`` and ``Khankendi`` meet."""
    return folded.replace(" ", "")


def spellings(text: str, *, lang: str | None = None) -> tuple[str, ...]:
    """All folded spellings of a name, :func:`fold` first, without repeats.

    A name in Azerbaijani (``lang`` is ``az``, or it holds a letter that English lacks) is also given as English papers
    write it, and with ``e`` for ``ə``.

    Examples
    --------
    >>> spellings("Kəlbəcər")
    ('kalbacar', 'kelbecer', 'kalbajar')
    """
    keys = [fold(text)]
    if lang == "az" or (lang is None and _AZERBAIJANI.search(text)):
        small = unicodedata.normalize("NFC", text.replace("I", "ı").replace("İ", "i").lower())
        keys += [fold(re.sub("[əǝ]", "e", small)), fold(small.translate(_ENGLISH))]
    return tuple(dict.fromkeys(key for key in keys if key))
