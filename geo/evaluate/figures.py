"""What is counted, and the figures that the counts amount to."""

from __future__ import annotations

from dataclasses import dataclass, fields

_DECIMALS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What is counted, of one article or of many; of each pair of numbers, how many there were and how many right."""

    articles: int = 0
    quiet: int = 0
    kept_quiet: int = 0
    gold: int = 0
    right: int = 0
    right_stance: int = 0
    spurious: int = 0
    dates: int = 0
    dates_right: int = 0
    extents: int = 0
    extents_right: int = 0
    context: int = 0
    context_right: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(**{field.name: getattr(self, field.name) + getattr(other, field.name) for field in fields(self)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How well claims were read: shares of 1, rounded to four places; None where there was nothing to be right in.

    ``gold`` facts were wanted, ``found`` made, ``right`` both. ``precision``, ``recall`` and ``f1`` are of facts;
    ``strict_f1`` asks for their stance too. Of the right facts, ``dated`` is the share with the right date, ``extent``
    the share in which part was told from whole. ``context_recall`` is of the kinds of other events (agreements,
    clashes) in each article. Quiet articles hold nothing to find; in those kept quiet, nothing was found.
    """

    articles: int
    gold: int
    found: int
    right: int
    precision: float
    recall: float
    f1: float
    strict_f1: float
    dated: float | None
    extent: float | None
    context_recall: float | None
    quiet_articles_kept_quiet: str

    @classmethod
    def of(cls, counts: Counts) -> Figures:
        """The figures that counts amount to."""
        found = counts.right + counts.spurious
        return cls(
            articles=counts.articles,
            gold=counts.gold,
            found=found,
            right=counts.right,
            precision=_share(counts.right, found) or 0.0,
            recall=_share(counts.right, counts.gold) or 0.0,
            f1=_f1(counts.right, found, counts.gold),
            strict_f1=_f1(counts.right_stance, found, counts.gold),
            dated=_share(counts.dates_right, counts.dates),
            extent=_share(counts.extents_right, counts.extents),
            context_recall=_share(counts.context_right, counts.context),
            quiet_articles_kept_quiet=f"{counts.kept_quiet}/{counts.quiet}",
        )


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, _DECIMALS) if whole else None


def _f1(right: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall; 1 where nothing was wanted and nothing found."""
    return round(2 * right / (found + wanted), _DECIMALS) if found + wanted else 1.0
