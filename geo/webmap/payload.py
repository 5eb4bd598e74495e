"""Turns records into the page's compact data: plain lists and numbers, each sentence and border once.

Days are whole numbers since 1970-01-01. Cells, claims, articles and states are named by their place in their list,
points with a state of their own by numbers after those of the cells (``state`` in ``finder`` counts them); parties by
id, so that a party that the region does not know keeps the report's words.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from geo import dates
from geo.records import point_id, points_by_place
from geo.timeline import last_report, speakers
from geo.webmap.base import base_data, zooms
from geo.webmap.claims import article_table, claim_cells, claim_table, point_of
from geo.webmap.control import INTERVAL, StateBook, columns
from geo.webmap.days import day_number
from geo.webmap.evidence import ROLES, WHYS, Outlets, voices_behind, why_listed
from geo.webmap.finder import finder
from geo.webmap.geometry import page_geometry
from geo.webmap.knowing import known_data
from geo.webmap.names import caller, naming, short
from geo.webmap.palette import read_palette
from geo.webmap.setting import LABELLED_KINDS, setting_of
from geo.webmap.telling import story_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.knowledge import Knowledge
    from geo.records import (
        Article,
        Claim,
        ControlInterval,
        LocatedClaim,
        Place,
        Presence,
        UnplacedClaim,
    )
    from geo.regions import Region
    from geo.story import Story
    from geo.webmap.palette import Hue, Palette
    from geo.webmap.setting import Setting

Json = dict[str, object]

VERSION = 1
SURE_KM = 2.0
"""How far off the point of a small place may be that is drawn without being named by a report."""


def page_data(
    *,
    region: Region,
    articles: Sequence[Article],
    claims: Sequence[Claim],
    intervals: Sequence[ControlInterval],
    presences: Sequence[Presence],
    unplaced: Sequence[UnplacedClaim],
    located: Sequence[LocatedClaim],
    points: Sequence[ControlInterval] = (),
    knowledge: Knowledge | None = None,
    story: Story | None = None,
) -> Json:
    """Everything that the page shows; see the module's docstring. The same records give the same data."""
    setting, palette = setting_of(region), read_palette(region)
    article_at = {article.id: i for i, article in enumerate(articles)}
    claim_at = {claim.id: i for i, claim in enumerate(claims)}
    cell_at = {cell.id: i for i, cell in enumerate(region.cells)}
    outlets, voices = Outlets(articles, region), speakers(located, region)
    stated = {place: number for number, place in enumerate(sorted(points_by_place(points)))}
    point_at = {point_id(place): len(cell_at) + number for place, number in stated.items()}
    book = StateBook(claim_at=claim_at, cell_at=cell_at | point_at, sources=outlets.counter(claims))
    rows = book.rows((*intervals, *points))
    put = partial(_presence, claim_at=claim_at, cell_at=cell_at)
    known = known_data(knowledge, region, book=book, rows=rows, presences=presences, put=put)
    states = book.states()
    return {
        "version": VERSION,
        "region": {"id": region.id, "name": region.name, "names": dict(region.names)},
        "time": _time(region, located),
        "parties": _parties(region, palette),
        "unknown": _hue(palette.unknown),
        "articles": article_table(articles, outlets.of_article),
        "outlets": outlets.rows,
        "roles": list(ROLES),
        "voices": voices_behind(states, claims, voices, region),
        "claims": claim_table(claims, articles=article_at, voices=voices, region=region),
        "claimCells": claim_cells(located, claim_at=claim_at, cell_at=cell_at, total=len(claims)),
        "states": states,
        "intervals": columns(rows, INTERVAL),
        "presences": [put(item) for item in presences],
        **({"known": known} if known else {}),
        **story_data(story),
        "unplaced": _listed(unplaced, claim_at, region),
        **_ground(region, setting=setting, named=_named(located), cell_at=cell_at, stated=stated),
    }


def _ground(
    region: Region, *, setting: Setting, named: frozenset[str], cell_at: dict[str, int], stated: dict[str, int]
) -> Json:
    """What the region's own files say: its cells, areas, places, shapes, base map, and whom they are from."""
    places = _labelled(region, setting=setting, named=named)
    zoom_of = zooms(region)
    called_places = zip(places, map(caller(region), places), strict=True)
    return {
        "cells": _cells(region),
        "naming": naming(region, places),
        "areas": _areas(region, cell_at=cell_at, setting=setting, named=named),
        "places": [_place(place, called, named, zoom_of.get(place.id)) for place, called in called_places],
        "finder": finder(region, places, stated=stated),
        "base": base_data(region, labelled=frozenset(place.id for place in places)),
        "geometry": page_geometry(region),
        "accuracy": setting.accuracy,
        "translations": {text: dict(said) for text, said in region.map.translations},
        "credits": list(setting.credits or _sources(region)),
    }


def _time(region: Region, located: Sequence[LocatedClaim]) -> Json:
    """First day of the slider, and the last publication: nothing is claimed after it.

    ``told`` is that publication's date as EDTF, since it may be known as an interval only.
    """
    last = last_report(located)
    start = day_number(dates.bounds(region.start).first) or 0
    end = day_number(last)
    published = {item.published for item in located if item.published}
    told = min((edtf for edtf in published if last and dates.bounds(edtf).last == last), default=None)
    return {"start": start, "last": end, "told": told, "end": max(start + 1, end if end is not None else start)}


def _hue(hue: Hue) -> Json:
    return {"light": hue.light, "dark": hue.dark}


def _parties(region: Region, palette: Palette) -> list[Json]:
    return [
        {
            "id": party.id,
            "name": party.name,
            "names": dict(party.names),
            "side": party.side,
            "presence": party.presence_only,
            **_hue(palette.parties.get(party.id, palette.unknown)),
        }
        for party in region.parties
    ]


def _presence(item: Presence, *, claim_at: dict[str, int], cell_at: dict[str, int]) -> Json:
    return {
        "actor": item.actor,
        "words": item.words,
        "text": item.text,
        "cells": sorted(cell_at[cell] for cell in item.cells if cell in cell_at),
        "start": day_number(item.start),
        "end": day_number(item.end),
        "from": item.start_edtf,
        "to": item.end_edtf,
        "last": item.last_reported,
        "stance": item.stance,
        "claims": [claim_at[claim] for claim in item.claims if claim in claim_at],
    }


def _unplaced(item: UnplacedClaim, claim_at: dict[str, int]) -> Json:
    return {
        "claim": claim_at.get(item.claim.id),
        "text": item.text,
        "reason": item.reason,
        "quote": item.claim.evidence,
        "source": item.source,
        "published": item.published,
    }


def _listed(unplaced: Sequence[UnplacedClaim], claim_at: dict[str, int], region: Region) -> list[Json]:
    """What is not drawn, by what keeps it from the map."""
    whys = [(why_listed(item, region), item) for item in unplaced]
    return [{**_unplaced(item, claim_at), "why": why} for kind in WHYS for why, item in whys if why == kind]


def _named(located: Sequence[LocatedClaim]) -> frozenset[str]:
    """Ids of the places and areas that some claim is about: their labels come first."""
    found = {ident for item in located for place in item.places for ident in (place.place, place.area)}
    return frozenset(ident for ident in found if ident)


def _cells(region: Region) -> list[Json]:
    """``km2`` exact, since the page adds them up; ``district`` by its place in the list of areas, as cells name it."""
    area_at = {area.id: i for i, area in enumerate(region.areas)}
    return [{"id": cell.id, "km2": round(cell.km2, 3), "district": area_at.get(cell.district)} for cell in region.cells]


def _areas(region: Region, *, cell_at: dict[str, int], setting: Setting, named: frozenset[str]) -> list[Json]:
    names = map(caller(region), region.areas)
    return [
        {
            "id": area.id,
            "names": called,
            "labels": [short(name, without=setting.label_without) for name in called],
            "kind": area.kind,
            "schematic": area.schematic,
            "named": area.id in named,
            "cells": sorted(cell_at[cell] for cell in area.cells if cell in cell_at),
        }
        for area, called in zip(region.areas, names, strict=True)
    ]


def _sources(region: Region) -> list[str]:
    """Whom the region's files credit for its areas and its base map, each once."""
    sources = [*(area.source for area in region.areas), *(item.source for item in region.base)]
    return list(dict.fromkeys(source for source in sources if source))


def _labelled(region: Region, *, setting: Setting, named: frozenset[str]) -> list[Place]:
    """Places with a point that get a name: settlements, and whatever a claim is about; areas carry their own.

    A village gets one where its point is sure: far in, a dot kilometres off would look as sure as the others.
    """
    return [
        place
        for place in region.places
        if place.lon is not None
        and ((place.kind in setting.labelled_kinds and _is_sure(place)) or (place.id in named and place.area is None))
    ]


def _is_sure(place: Place) -> bool:
    return place.kind in LABELLED_KINDS or (place.precision_km or 0.0) <= SURE_KM


def _place(place: Place, called: list[str], named: frozenset[str], zoom: float | None) -> Json:
    return {
        "id": place.id,
        "names": called,
        "kind": place.kind,
        "named": place.id in named,
        "zoom": zoom,
        "at": point_of(place),
    }
