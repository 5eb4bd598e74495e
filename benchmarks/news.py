"""News made up for measuring: articles of some 430 words, in which one sentence in twenty tells who holds a place.

The rest is what papers are full of: councils, harvests, matches, prices, with names, figures, dates and quotations. As
in local news, a third of it has verbs of war in their everyday senses (``took part``, ``left for``). All is invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SENTENCES = 20
WORDS = 430

_SLOTS: Mapping[str, Sequence[str]] = {
    "person": (
        "Anna Lindqvist", "Mr. Okafor", "Teresa Molina", "Dr. Hallam", "Ivo Petrescu", "Mrs. Nakata", "Samuel Brandt",
        "Leyla Aydin", "Councillor Reeve", "Professor Mehta", "Joan Whitcombe", "Pavel Hruska", "Nadia Benali",
    ),
    "body": (
        "the harbour authority", "the water board", "the ministry of agriculture", "the chamber of commerce",
        "the teachers' union", "the statistics office", "Northgate Bank", "the railway company", "the city council",
        "the weather service", "Halden University", "the fruit growers' association", "the museum",
    ),
    "town": ("Bergamo", "Leiden", "Rosario", "Tampere", "Cork", "Aarhus", "Porto", "Gdynia", "Dunedin", "Valence"),
    "day": (
        "on Monday", "on Tuesday", "last week", "on 3 March", "this summer", "in October", "on Thursday evening",
        "at the weekend", "in 2019", "two weeks ago", "yesterday", "on September 12",
    ),
    "number": ("12", "about 300", "1,450", "seven", "nearly 40", "2,600", "eighteen", "some 75"),
    "thing": (
        "the new tram line", "a school kitchen", "the old customs house", "the wheat harvest", "a swimming pool",
        "the county fair", "the archive of maps", "the lighthouse", "a bridge for cyclists", "the fish market",
    ),
    "rise": ("rose", "fell", "slipped", "climbed", "stayed flat", "recovered"),
}  # fmt: skip

_FILLERS = (
    "{Body} said {day} that work on {thing} would begin once the money for it had been found by the members.",
    "{person}, who has lived in {town} for {number} years, took part in the meeting and asked for more trees.",
    "Prices of bread and coffee {rise} by {number} per cent {day}, and shops in {town} expect little change.",
    "The rain {day} made puddles along the main street, and drivers were asked to use the ring road for a while.",
    "\u201cWe want people to see it and to bring their children,\u201d said {person}, who runs {thing} with a friend.",
    "{Body} spoke with the owners of {thing} and hopes to sign a lease before the end of the year in {town}.",
    "More than {number} visitors came to see {thing} {day}, many of them by train, and most of them stayed for lunch.",
    "In {town} the home side scored after {number} minutes, lost its lead before the break and drew in the end.",
    "{person} left for {town} {day} to speak at a conference on soil, seeds and the care of old apple trees.",
    "A report by {body} gives {number} reasons for the delay, among them frost, a lack of steel and a change of plans.",
    "The choir will give {number} concerts this year, and tickets for the first of them go on sale {day} at the hall.",
    "{Body} has asked {person} to look at the figures again, because those for {town} do not add up to the whole.",
    "Nobody was hurt when a lorry lost its load of timber near {town} {day}, but the road was closed until noon.",
    "Pupils of {number} schools planted beeches behind {thing}, and each class will look after a tree of its own.",
    "The exhibition opens {day} with {number} drawings that {person} made of boats, nets and the people who mend them.",
    "{person} and {person} agree that {thing} should be painted, although they do not agree on who should pay for it.",
    "Engineers from {town} checked the roof of {thing} and found that it needs to be watched for {number} years.",
    "{Body} returned the forms, since {number} of them were without a signature or bore the wrong stamp.",
    "A heron nests in the park next to {thing}, and {person} counts its visits for a society of bird watchers.",
    "The number of passengers {rise} {day}, according to {body}, which had hoped for better after a dry spring.",
    "Growers around {town} expect to pick {number} tonnes of plums, less than in a good year.",
    "{person} won the prize for a novel about a postman, and spent the money on the library where it was written.",
    "Those who live near {thing} complain of noise, of smells and of lights that burn all night.",
    "The council put off a decision on {thing} {day}, as {number} members were ill and one had mislaid his papers.",
    "Trains between {town} and {town} will run every half hour from now on, and the last one leaves at ten.",
)  # fmt: skip

_RELEVANT = (
    "{Force} captured the town of {place} {date} after several days of fighting, the defence ministry said.",
    "The {district} district was handed over to {gainer} by {loser} {date} under the terms of the agreement.",
    "{Force} entered {place} {date}, and the last of the {losers} troops withdrew from the town before dawn.",
    "{Force} have taken control of the villages of {place} and {other}, a spokesman for the army said {date}.",
    "{Force} lost control of {place} {date}, residents said, after weeks of shelling from the hills above it.",
    "The army said that {place} was under the full control of {gainer} {date} and that its flag had been raised there.",
    "{Force} recaptured {place} from {losers} units {date}, two officials told reporters at a briefing.",
    "{Force} withdrew from {place} {date}, leaving the town and its airfield to the forces of {gainer}.",
)

_WARS: Sequence[Mapping[str, Sequence[str]]] = (
    {
        "Force": ("Azerbaijani forces", "Azerbaijani troops", "The Azerbaijani army"), "gainer": ("Azerbaijan",),
        "loser": ("Armenia",), "losers": ("Armenian",), "place": ("Shusha", "Hadrut", "Jabrayil", "Zangilan"),
        "other": ("Talish", "Sugovushan"), "district": ("Kalbajar", "Lachin", "Agdam"),
        "date": ("on November 8, 2020", "on 1 December 2020", "on October 9, 2020", "on 20 November 2020"),
    },
    {
        "Force": ("Ukrainian forces", "Ukrainian troops"), "gainer": ("Ukraine",), "loser": ("Russia",),
        "losers": ("Russian",), "place": ("Izium", "Kupiansk", "Lyman", "Snihurivka"), "other": ("Shevchenkove",),
        "district": ("Balakliia", "Vovchansk"), "date": ("on September 10, 2022", "on 1 October 2022"),
    },
    {
        "Force": ("M23 rebels", "Rebel fighters"), "gainer": ("the rebels",), "loser": ("the government",),
        "losers": ("Congolese",), "place": ("Rubaya", "Minova", "Sake"), "other": ("Kitshanga",),
        "district": ("Masisi", "Nyiragongo"), "date": ("on 30 April 2024", "on January 21, 2025"),
    },
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An invented article, and its sentence that tells who holds a place."""

    id: str
    published: str
    text: str
    relevant: str


def reports(count: int, *, seed: int = 1) -> list[Report]:
    """So many articles of :data:`SENTENCES` sentences, one of them relevant; the same for the same seed."""
    draw = Random(seed)  # noqa: S311 - a text for measuring
    return [_report(number, draw) for number in range(count)]


def _report(number: int, draw: Random) -> Report:
    texts = [_filled(filler, draw) for filler in draw.sample(_FILLERS, SENTENCES - 1)]
    relevant = _relevant(draw)
    texts.insert(draw.randrange(SENTENCES), relevant)
    paragraphs = [" ".join(texts[at : at + 3]) for at in range(0, SENTENCES, 3)]
    return Report(id=f"report-{number}", published="2025-03-10", text="\n\n".join(paragraphs), relevant=relevant)


def _filled(filler: str, draw: Random) -> str:
    words = filler
    for name, values in _SLOTS.items():
        while "{" + name + "}" in words:
            words = words.replace("{" + name + "}", draw.choice(values), 1)
    body = draw.choice(_SLOTS["body"])
    return words.replace("{Body}", body[0].upper() + body[1:])


def _relevant(draw: Random) -> str:
    war = draw.choice(_WARS)
    words = draw.choice(_RELEVANT)
    for name, values in war.items():
        words = words.replace("{" + name + "}", draw.choice(values))
    return words
