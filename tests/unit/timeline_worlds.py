"""Reports as they come, of cells and of towns, and what is decided by them: what the laws of timelines are tried on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from test_timeline_points import TOWNS, except_for
from timeline_cases import REGION, told

from geo.locating import locate
from geo.timeline import decide_control

if TYPE_CHECKING:
    from geo.records import ControlInterval
    from geo.regions import Region

DAYS = st.dates(date(1989, 1, 1), date(1996, 12, 31)).map(str)
WHENS = st.one_of(
    st.none(),
    DAYS,
    st.sampled_from(["1990", "1993", "1994-06", "../1993", "1992/..", "1992/1994", "1993-06/1995"]),
    st.tuples(DAYS, DAYS).map(lambda days: "/".join(sorted(days))),
)
SIDES = st.sampled_from(["red", "blue", "red-locals", None, "strangers", "green-peacekeepers"])
SOURCES = st.sampled_from(["wire", "echo", "post", "redpress", "bluepress", None])
STANCES = st.sampled_from(["asserted", "asserted", "claimed", "denied", "planned"])
PUBLISHED = st.sampled_from(["1991-05-05", "1994-03", "1997-01-01/1997-02-28", "1996-12-31", None])


CELL_PLACES = st.sampled_from(
    ["south", "north", "east", "core", "both", "part of north", "part of south", "southton", "?some"]
)
TOWN_PLACES = st.sampled_from(
    ["southton", "southwell", "northam", "oldham", "part of southton", "south", "north", "both", "part of south",
     "part of north", "old-south", "part of old-south", "?some"]
)  # fmt: skip


@st.composite
def tellings_of_cells(draw):
    kind = draw(st.sampled_from(["capture", "handover", "withdrawal", "loss", "hold", "deployment", "ceasefire"]))
    gains = kind in ("capture", "handover")
    return told(
        kind,
        tuple(draw(st.lists(CELL_PLACES, max_size=2, unique=True))),
        by=draw(SIDES) if gains or kind in ("hold", "deployment") else None,
        frm=draw(SIDES) if kind not in ("hold", "deployment") else None,
        when=draw(WHENS),
        who=draw(st.sampled_from([None, "Redville", "Blueton", "a traveller"])),
        source=draw(SOURCES),
        published=draw(PUBLISHED),
        stance=draw(STANCES),
        number=draw(st.integers(0, 3)),
    )


@st.composite
def tellings_of_towns(draw):
    kind = draw(st.sampled_from(["capture", "handover", "withdrawal", "loss", "hold"]))
    telling = told(
        kind,
        tuple(draw(st.lists(TOWN_PLACES, max_size=2, unique=True))),
        by=draw(SIDES) if kind in ("capture", "handover", "hold") else None,
        frm=draw(SIDES) if kind != "hold" else None,
        when=draw(WHENS),
        who=draw(st.sampled_from([None, "Redville", "Blueton"])),
        source=draw(SOURCES),
        published=draw(PUBLISHED),
        stance=draw(STANCES),
        number=draw(st.integers(0, 3)),
    )
    return except_for(telling, "southton") if draw(st.integers(0, 9)) == 0 else telling


@dataclass(frozen=True, kw_only=True)
class World:
    """A region, a strategy of reports about it, and which of its histories they decide: of cells or of towns."""

    region: Region
    reports: st.SearchStrategy
    history: str

    def placed(self, reports):
        return locate([claim for claim, _ in reports], [article for _, article in reports], self.region)[0]

    def decided(self, reports) -> list[ControlInterval]:
        return getattr(decide_control(self.placed(reports), self.region), self.history)


def _reports(tellings, most):
    return st.lists(tellings, max_size=most, unique_by=lambda telling: telling[0].id)


CELLS = World(region=REGION, reports=_reports(tellings_of_cells(), 14), history="cells")
POINTS = World(region=TOWNS, reports=_reports(tellings_of_towns(), 12), history="points")
