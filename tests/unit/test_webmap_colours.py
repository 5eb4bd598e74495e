"""The palette's hues stay apart for every common colour vision and in grey, in both themes, and far from flags."""

from __future__ import annotations

import itertools
import math
import tomllib
from importlib.resources import files

import pytest

from geo.regions import open_region
from geo.webmap.palette import read_palette

PALETTE = tomllib.loads(files("geo.webmap").joinpath("assets/palette.toml").read_text(encoding="utf-8"))
HUES = {row["id"]: row for row in PALETTE["hue"]}

VISIONS = {
    "common": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira, Fernandes 2009, severity 1, on linear RGB."""

FIRST_TWO = 0.16
LATER = 0.08
GROUND = 0.04
"""Least OKLab distances: of the two hues that most maps need, of any two, and of a hue and the ground of no report.

0.02 is about what can just be seen side by side.
"""
FLAGS = {
    "armenia": ("#d90012", "#0033a0", "#f2a800"),
    "azerbaijan": ("#00b5e2", "#ef3340", "#509e2f"),
    "russian-peacekeepers": ("#ffffff", "#0039a6", "#d52b1e"),
}
"""Colours of the flags of those who hold or stand on the ground in the first region, as the flags' laws have them."""
FLAG_DISTANCE = 0.08


def linear(hex_colour):
    values = (int(hex_colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values]


def seen(hex_colour, vision):
    rgb = linear(hex_colour)
    return [min(1, max(0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in VISIONS[vision]]


def oklab(rgb):
    """Ottosson 2020, from linear sRGB."""
    r, g, b = rgb
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def distance(one, other, vision):
    return math.dist(oklab(seen(one, vision)), oklab(seen(other, vision)))


def lightness(hex_colour):
    return oklab(linear(hex_colour))[0]


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_hues_are_told_apart_by_every_common_colour_vision(theme, vision):
    first = [row[theme] for row in PALETTE["hue"][:2]]
    assert distance(*first, vision) >= FIRST_TWO
    near = {
        (one, other): round(found, 3)
        for one, other in itertools.combinations(HUES, 2)
        if (found := distance(HUES[one][theme], HUES[other][theme], vision)) < LATER
    }
    assert near == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_first_two_hues_differ_in_grey_too(theme):
    one, other = (row[theme] for row in PALETTE["hue"][:2])
    assert abs(lightness(one) - lightness(other)) >= FIRST_TWO


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_hue_is_taken_for_the_ground_of_no_report(theme, vision):
    ground = PALETTE["ground"]["unknown"][theme]
    assert {name for name, row in HUES.items() if distance(row[theme], ground, vision) < GROUND} == set()


def test_no_party_is_drawn_in_the_colours_of_its_flag(root):
    region = open_region(str(root / "shapes" / "karabakh"))
    palette = read_palette(region)
    for party, flag in FLAGS.items():
        hue = palette.parties[party]
        for colour, own in itertools.product(flag, (hue.light, hue.dark)):
            assert distance(colour, own, "common") >= FLAG_DISTANCE, (party, colour, own)


def test_the_measures_measure():
    assert distance("#000000", "#ffffff", "common") == pytest.approx(1, abs=1e-3)
    assert distance("#d7191c", "#1a9641", "deuteranopia") < distance("#d7191c", "#1a9641", "common") / 2
