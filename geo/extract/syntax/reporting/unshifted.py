"""Relative clauses that the text adds to what it reports: ``said it had taken Sake, the town that rebels have held``.

What was said is told a step back in time (``had taken``); a clause inside it that is told from now (``have held``) is
the text's own. Where nothing is moved back, the tense does not tell whose word it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.dating.tense import tense_of

if TYPE_CHECKING:
    from geo.extract.syntax.trees.parse import Parse


def is_unshifted(parse: Parse, relative: int) -> bool:
    """Whether a relative clause is told from now, inside what is told from then."""
    if parse.words[relative].dep != "relcl":
        return False
    over = next((at for at in parse.governors(relative) if parse.words[at].tag.startswith("V")), None)
    if over is None or not tense_of(parse, over).before_past:
        return False
    own = tense_of(parse, relative)
    return (own.perfect or own.present) and not own.before_past
