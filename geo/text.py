"""Text as tokens and sentences, with the offsets of the article kept.

A token is a word (hyphenated words are one), a number, or a mark of punctuation; the possessive ``'s`` and the negative
``n't`` stand alone, as English grammar has them. Sentences survive datelines (``MOSCOW, January 11. /TASS/.``),
abbreviations, initials and quotes. Both are read in time that grows with the text's length, whatever it holds.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from importlib.resources import files
from itertools import accumulate, chain, pairwise
from typing import NamedTuple, overload

# What a word may hold beside letters: accents written as characters of their own, soft hyphens, characters without
# width, and the marks of stress and question that Armenian writes inside a word.
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff\u055b-\u055e"
_LETTERS = rf"[^\W\d_]++(?:[{_INSIDE}]++[^\W\d_]*+)*+"
_LETTERS_OR_DIGITS = rf"[^\W_]++(?:[{_INSIDE}]++[^\W_]*+)*+"
_HYPHEN = "[\u2010\u2011\u2013-]"  # an en dash between letters links names too: Nagorno–Karabakh
_CLITIC = r"(?:s|t|ll|re|ve|d|m)\b"
_TOKEN = re.compile(
    r"[A-Za-z]++(?=[ ,])"  # most words, quickly
    r"|(?:[A-Z]\.){2,}"  # U.S., U.N.
    rf"|{_LETTERS}(?!['\u2019]t\b)(?:[\u02b9\u02bc\u2019'](?!{_CLITIC}){_LETTERS})*+(?:{_HYPHEN}{_LETTERS_OR_DIGITS})*+"
    r"|[^\W\d_]+?(?=n['\u2019]t\b)|n['\u2019]t\b|[^\W\d_]++"  # has|n't
    r"|\d++(?:[.,:]\d++)*+(?:st|nd|rd|th)?"
    rf"|['\u2019]{_CLITIC}"
    r"|\S"
)
_TOKENS_AND_BLANKS = re.compile(f"({_TOKEN.pattern})")
_LONGEST_CHUNK = 64
_KEPT_CHUNKS = 1 << 15

_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_BLANKS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u2060\ufeff"  # the last three have no width
)
_END = re.compile(
    r"[.!?\u2026\u0589]+[\"'\u201d\u2019\u00bb)\]]*+(?:\[\d{1,3}\])*+"  # closing quotes and note numbers go with it
    r"(?=(?P<gap>\s*+)(?P<following>\S?))"
)
_OPENERS = frozenset("\"'\u201c\u2018\u00ab\u201e([\u2022\u25cf\u25aa\u25e6\u2023")
_LONGEST_ABBREVIATION = 12
_LAST_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:\.[^\W\d_]+)*$")
_FIRST_WORD = re.compile(r"\W{0,8}([^\W\d_]+)")
_INITIALS = re.compile(r"[A-Z]|[A-Za-z](?:\.[A-Za-z])+")

_CAPITALS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'\u2019-]+"
# Up to the full stop behind its date: "BAKU, Azerbaijan, Nov. 10", "YEREVAN, NOVEMBER 10, ARMENPRESS".
_DATELINE = re.compile(
    rf"{_CAPITALS}(?: {_CAPITALS}){{0,3}}, (?:[^\d.!?]{{2,40}}, )?"
    r"(?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2} [^\W\d_]{3,9})(?:,? \d{4})?(?:, [^\d.!?]{2,40})?"
)
_OUTLET_LINE = re.compile(r"(?:.*[.,] ?)?/[^/]{2,40}/")  # or with its outlet between slashes
_LONGEST_DATELINE = 120
_LONGEST_NUMBER = 3


class Token(NamedTuple):
    """A word, number or mark: ``text[start:end]``.

    ``lower`` is in lower case, with straight apostrophes and without what has no width (:func:`visible`).
    """

    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: ``text[start:end]``; ``paragraph`` counts the blocks of text that line ends set apart."""

    start: int
    end: int
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The lists of ``text.toml``."""

    before_a_name: frozenset[str]
    before_a_number: frozenset[str]
    anywhere: frozenset[str]
    begins_a_sentence: frozenset[str]


_as_token = partial(tuple.__new__, Token)  # without the checks of a call, which cost more than all else


def tokenize(text: str, *, offset: int = 0) -> list[Token]:
    """The tokens of ``text``, whose first character stands at ``offset`` of the article."""
    pieces = _TOKENS_AND_BLANKS.split(text)
    bounds = list(accumulate(map(len, pieces), initial=offset))
    words = pieces[1::2]
    lower = visible("\n".join(words).lower()).replace("\u2019", "'").split("\n")
    return list(map(_as_token, zip(bounds[1::2], bounds[2::2], words, lower)))  # noqa: B905 - bounds end with the text's


def visible(text: str) -> str:
    """A text without its characters that have no width: spaces and joiners, soft hyphens, byte order marks."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def words_of(text: str) -> list[str]:
    """The texts of the tokens of ``text``."""
    chunks = text.split()
    if max(map(len, chunks), default=0) > _LONGEST_CHUNK:
        return _TOKEN.findall(text)
    return list(chain.from_iterable(map(_words_in, chunks)))


@lru_cache(maxsize=_KEPT_CHUNKS)
def _words_in(chunk: str) -> tuple[str, ...]:
    """The texts of the tokens of what stands between two blanks: none depends on what is beyond."""
    return tuple(_TOKEN.findall(chunk))


class Tokens(Sequence[Token]):
    """The tokens of a text, as :func:`tokenize` gives them, made only where somebody looks.

    ``words`` are their texts.
    """

    def __init__(self, text: str) -> None:
        self.words = words_of(text)
        self._text = text
        self._starts: list[int] = []

    def __len__(self) -> int:
        """How many tokens the text has."""
        return len(self.words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        """The token at a position, or those of a slice."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self.words)))]
        word = self.words[at]
        start = self._start_of(at if at >= 0 else at + len(self.words))
        return Token(start, start + len(word), word, visible(word.lower()).replace("\u2019", "'"))

    def _start_of(self, at: int) -> int:
        """Where a token begins: only blanks lie between them, so that each is the next place of its word."""
        starts, find = self._starts, self._text.find
        if at >= len(starts):
            end = starts[-1] + len(self.words[len(starts) - 1]) if starts else 0
            for word in self.words[len(starts) : at + 1]:
                start = find(word, end)
                starts.append(start)
                end = start + len(word)
        return starts[at]


def sentences(text: str) -> list[Sentence]:
    """The sentences of an article, in order; line ends always close one.

    They are trimmed of blanks and never overlap, and nothing but blanks lies between them.
    """
    found: list[Sentence] = []
    paragraph = begin = 0
    for line in text.splitlines(keepends=True):
        end = begin + len(line)
        spans = _split(text, begin, end)
        paragraph += bool(spans)
        found += [Sentence(start, last, text[start:last], paragraph) for start, last in spans]
        begin = end
    return found


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    ends = [start]
    for mark in _END.finditer(text, start, end):
        if _closes(text, ends[-1], mark):
            ends.append(mark.end())
    spans = [_trim(text, low, high) for low, high in pairwise([*ends, end])]
    return [(low, high) for low, high in spans if low < high]


def _closes(text: str, begin: int, mark: re.Match[str]) -> bool:
    """Whether a mark ends the sentence that began at ``begin``.

    What follows it must look like a beginning. A single full stop must not be that of an abbreviation, of a dateline,
    or of a number in a list.
    """
    gap, following = mark.groups()
    if not following:
        return True
    if not gap or not (following.isupper() or following.isdigit() or following in _OPENERS):
        return False
    if mark[0][0] != "." or mark[0][:2] == "..":
        return True
    head = text[begin : min(mark.start(), begin + _LONGEST_DATELINE + 1)]
    return not (_is_abbreviated(text, begin, mark) or _is_label(head))


def _is_abbreviated(text: str, begin: int, mark: re.Match[str]) -> bool:
    """Whether the full stop belongs to the word before it, and the sentence goes on (``Gen. Smith``, ``Nov. 10``)."""
    word = _last_word(text, max(begin, mark.start() - _LONGEST_ABBREVIATION), mark.start())
    words, lower = _words(), word.lower()
    if lower in words.before_a_name:
        return True
    if lower in words.before_a_number:
        return mark["following"].isdigit()
    if lower not in words.anywhere and not _INITIALS.fullmatch(word):
        return False
    after = _FIRST_WORD.match(text, mark.start("following"))
    return after is None or after[1].lower() not in words.begins_a_sentence


def _last_word(text: str, start: int, end: int) -> str:
    """The word, or the letters with full stops between them, that ``text[start:end]`` ends with; empty if none does."""
    word = text[text.rfind(" ", start, end) + 1 : end]
    if word.isalpha() and len(word) < end - start:  # most words, quickly
        return word
    last = _LAST_WORD.search(text, start, end)
    return last[0] if last else ""


def _is_label(head: str) -> bool:
    """Whether a sentence so far is a dateline or the number of a list's item, which belong to what follows."""
    if len(head) > _LONGEST_DATELINE:
        return False
    bare = head.strip()
    if bare.endswith("/") and _OUTLET_LINE.fullmatch(bare):
        return True
    return (bare.isdigit() and len(bare) <= _LONGEST_NUMBER) or _DATELINE.fullmatch(bare) is not None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the blanks at its ends; empty where it holds nothing else."""
    begun = text[start:end].lstrip(_BLANKS)
    start = end - len(begun)
    return start, start + len(begun.rstrip(_BLANKS))


@cache
def _words() -> _Words:
    table = tomllib.loads(files("geo").joinpath("text.toml").read_text(encoding="utf-8"))
    return _Words(**{name: frozenset(rows["words"]) for name, rows in table.items()})
