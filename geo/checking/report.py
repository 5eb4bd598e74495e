"""A check as a table for people, as one JSON object, as rows; and the days that are wrong or open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codec import to_dict
from geo.early_days import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.checking.scoring import Check, Shares, Stretch

_DECIMALS = 4
_TITLES = {"all": "all place-days", "near_change": "within 60 days of a change", "km2": "by km²"}
FIGURE_COLUMNS = ("measure", "right", "wrong", "abstained")


def as_object(found: Check, *, mistakes: bool = False) -> dict[str, object]:
    """The shares of one, and with ``mistakes`` the stretches that are not right."""
    data: dict[str, object] = {name: _figures(shares) for name, shares in _named(found)}
    return data | ({"mistakes": [to_dict(stretch) for stretch in _not_right(found)]} if mistakes else {})


def as_rows(found: Check) -> list[dict[str, object]]:
    """A row for each measure."""
    return [{"measure": name} | _figures(shares) for name, shares in _named(found)]


def as_table(found: Check, *, mistakes: bool = False) -> str:
    """The shares for people, with the number of days; with ``mistakes`` the stretches that are not right come first."""
    lines = [_told(stretch) for stretch in _not_right(found)] if mistakes else []
    lines += [f"{'':26}  {'right':>6}  {'wrong':>6}  {'abstained':>9}  {'of':>12}"]
    for name, shares in _named(found):
        right, wrong, open_ = (
            "-" if share is None else f"{share:.4f}" for share in (shares.right, shares.wrong, shares.abstained)
        )
        of = f"{shares.weight:,.0f} days" if name != "km2" else ""
        lines.append(f"{_TITLES[name]:26}  {right:>6}  {wrong:>6}  {open_:>9}  {of:>12}".rstrip())
    return "\n".join(lines)


def _named(found: Check) -> Iterator[tuple[str, Shares]]:
    return ((name, getattr(found, name)) for name in _TITLES)


def _figures(shares: Shares) -> dict[str, object]:
    return {
        name: None if (value := getattr(shares, name)) is None else round(value, _DECIMALS)
        for name in ("right", "wrong", "abstained")
    }


def _not_right(found: Check) -> list[Stretch]:
    return [stretch for stretch in found.stretches if stretch.verdict != "right"]


def _told(stretch: Stretch) -> str:
    days = (day_of(stretch.last) - day_of(stretch.first)).days + 1
    shown = f"{stretch.status} {stretch.controller or ''}".strip()
    span = f"{stretch.first} to {stretch.last} ({days} {'day' if days == 1 else 'days'})"
    return f"{stretch.verdict:9}  {stretch.place}, {span}: {stretch.side}; the map has: {shown}"
