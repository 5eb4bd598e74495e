"""What a part of a town is called apart from its sentence, where the story before tells the town: ``Goma airport``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.items import PlaceRef
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.story.told_rows import ToldPlaces


def part_called(ref: PlaceRef, town: str, lexicon: SyntaxLexicon) -> str | None:
    """The name of a part of a town, made of the town's; None where its words say only how much of the town is meant.

    ``The airport`` is ``Goma airport``, ``its centre`` is ``centre of Kunduz``. ``The west`` of Mosul has no name of
    its own, since what is ``west of Mosul`` lies outside it; ``the port`` can be the town.
    """
    core = "" if ref.counted or any(map(str.isupper, ref.text)) else _core(ref.text, lexicon)
    if not core or not town[0].isupper():
        return None
    before, noun = _split(core)
    own = [word for word in before if word in lexicon.lists["part_adjectives"]]
    part = " ".join([*own, noun])
    last = noun.split()[-1]
    if last in lexicon.lists["named_parts"]:
        return f"{part} of {town}"
    soldiers = {last, last.removesuffix("s")} & lexicon.lists["soldiers_sites"]
    site = not soldiers and {cls for one in world().place_nouns.of(noun) for cls in one.classes} == {"site"}
    return f"{town} {part}" if site or last in lexicon.lists["town_crossings"] else None


def is_side_of_land(ref: PlaceRef, lexicon: SyntaxLexicon) -> bool:
    """Whether a name of which nothing is known is made as those of lands are: ``North Kordofan``, no town."""
    first, *others = ref.text.lower().split()
    return bool(others) and first in lexicon.lists["compass"]


def told_longer(ref: PlaceRef, rows: Sequence[ToldPlaces]) -> str | None:
    """What a thing was called before in two words of one meaning: ``the plant`` behind ``the coke plant``."""
    noun = ref.text.lower().removeprefix("the ")
    if " " in noun or not noun:
        return None
    told = (one for row in reversed(rows) for one in row.refs)
    cores = (re.split(r"\s(?:of|in|at|on|near)\s", one.text.lower(), maxsplit=1)[0] for one in told if one.unnamed)
    ends = (core for core in cores if core.endswith(f" {noun}"))
    return next((core for core in ends if world().place_nouns.of(core)), None)


def _core(text: str, lexicon: SyntaxLexicon) -> str:
    """The noun of a part with its adjectives, without what says whose it is; none where it is somebody's."""
    links = "|".join(sorted(lexicon.lists["before_towns"]))
    core = re.split(rf"\s(?:{links})\s", text, maxsplit=1)[0]
    return core if "'" not in core and "’" not in core else ""


def _split(core: str) -> tuple[list[str], str]:
    """The words before a noun of place, and its longest form that is known: ``last`` and ``radar post``."""
    words = core.split()
    known = (first for first in range(len(words)) if world().place_nouns.of(" ".join(words[first:])))
    first = next(known, len(words) - 1)
    return words[:first], " ".join(words[first:])
