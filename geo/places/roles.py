"""Says what part a place's name plays: a location, a government, a modifier, or a piece of a person's name.

A village's name is a location wherever it stands by itself. A capital's, a country's, or another name that stands for a
party is one where its neighbours say so (``in Moscow``, ``the road to Stepanakert``), and a government elsewhere. The
words that say so are in ``roles.toml``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.records import Role
    from geo.text import Token

_ARTICLES = frozenset({"the", "a", "an"})
_ENDPOINTS = frozenset({"to", "from", "with", "between", "and"})
_LINK_REACH = 6
"""Tokens before a name in which ``links X to`` is looked for."""

_MOST_BETWEEN = 2
"""Capitalised words between a name and the head of a longer one: ``Moscow State Linguistic University``."""

_COUNTRY = r"(?:, ?[^\n(]{2,40}?)??"
_DAY = r"(?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2} [^\W\d_]{3,9})\b"
_DATELINE = re.compile(  # behind the place of a dateline: "(Reuters) -", ", Azerbaijan (AP) -", ", January 11."
    rf"{_COUNTRY}(?: ?\([^()\n]{{2,60}}\) ?[-\u2010-\u2015.:]|,? {_DAY})"
)
_DATELINE_IN_CAPITALS = re.compile(  # also "-", ", Azerbaijan -", ". /TASS/", where the report is not in capitals too
    rf"(?=[^\n]{{0,200}}?[a-z])(?:{_COUNTRY} ?[-\u2010-\u2015/]|\. )"
)
_LINE_HEAD = re.compile(r"(?:\A|[\n\r\f\v\x85\u2028\u2029])[^\S\n\r]*\Z")
_LINE_HEAD_REACH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where a name stands: from token ``first`` until before ``last``.

    ``governs`` says whether the name stands for a party too, ``with_article`` whether it is a name that comes with its
    article (``the Kremlin``).
    """

    text: str
    tokens: Sequence[Token]
    first: int
    last: int
    governs: bool
    with_article: bool

    def before(self, steps: int = 1) -> str:
        """The token so many steps before the name, past its own article, in lower case; empty where there is none."""
        at = self.first - steps
        if self.with_article and self.first and self.tokens[self.first - 1].lower == "the":
            at -= 1
        return self.tokens[at].lower if at >= 0 else ""

    def after(self, steps: int = 1) -> str:
        """The token so many steps after the name, as it is written; empty where there is none."""
        at = self.last + steps - 1
        return self.tokens[at].text if at < len(self.tokens) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """The lists of ``roles.toml``."""

    locative: frozenset[str]
    no_location_of: frozenset[str]
    part_of: frozenset[str]
    ways: frozenset[str]
    linking: frozenset[str]
    headed: frozenset[str]
    titles: frozenset[str]
    heads: frozenset[str]
    before_other_places: frozenset[str]

    def role(self, site: Site) -> Role:
        """The part that the name at a site plays."""
        if self._is_person(site):
            return "person"
        if self._is_in_longer_name(site):
            return "modifier"
        if not site.governs or self._is_location(site) or _is_in_dateline(site):
            return "place"
        if site.before() in _ARTICLES or site.after() in self.headed:
            return "modifier"
        return "actor"

    def is_of_another_place(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether the word before the name that begins at a token makes it another place's: ``Upper Agdam``."""
        return first > 0 and tokens[first - 1].text in self.before_other_places

    def _is_person(self, site: Site) -> bool:
        """``General Karabakh``, ``Gen. Karabakh``: a title with a capital stands right before the name."""
        at = site.first - 1
        if at > 0 and site.tokens[at].text == ".":
            at -= 1
        return at >= 0 and site.tokens[at].lower in self.titles and site.tokens[at].text[0].isupper()

    def _is_in_longer_name(self, site: Site) -> bool:
        for step in range(1, _MOST_BETWEEN + 2):
            word = site.after(step)
            if not word[:1].isupper():
                return False
            if word in self.heads:
                return True
        return False

    def _is_location(self, site: Site) -> bool:
        before, two_before = site.before(), site.before(2)
        if before in self.locative:
            return not (site.after() in ("'s", "\u2019s") and site.after(2).lower() in self.no_location_of)
        if before == "of":
            return two_before in self.part_of
        if before in self.linking or (before in _ENDPOINTS and two_before in self.ways):
            return True
        return before in _ENDPOINTS and any(self._is_linked(site, step) for step in range(2, _LINK_REACH + 1))

    def _is_linked(self, site: Site, steps: int) -> bool:
        """``links Karabakh to``, ``the road from Karvachar to``, that many tokens before the name."""
        word = site.before(steps)
        return word in self.linking or (word == "from" and site.before(steps + 1) in self.ways)


@cache
def role_words() -> RoleWords:
    """The package's table of roles."""
    table = tomllib.loads(files("geo.places").joinpath("roles.toml").read_text(encoding="utf-8"))
    listed = {name: frozenset(row["words"]) for name, row in table.items() if "words" in row}
    return RoleWords(
        **listed,
        heads=frozenset(table["longer_names"]["heads"]),
        before_other_places=frozenset(table["other_places"]["before"]),
    )


def _is_in_dateline(site: Site) -> bool:
    """``MOSCOW, January 11. /TASS/``, ``BAKU (Reuters) -``, ``Baku, 10 November``: at the head of a line."""
    start, end = site.tokens[site.first].start, site.tokens[site.last - 1].end
    if not _LINE_HEAD.search(site.text, max(0, start - _LINE_HEAD_REACH), start):
        return False
    in_capitals = site.text[start:end].isupper() and _DATELINE_IN_CAPITALS.match(site.text, end)
    return bool(in_capitals or _DATELINE.match(site.text, end))
