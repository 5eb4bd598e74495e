"""The page looks as it did, in small pictures kept in `looks/`: the map itself closely, the whole page roughly.

Fonts and edges differ from machine to machine. So the map is looked at in a frame of one size and without its names,
and the page in blocks of about two lines of text: a panel that is gone, or a colour, is seen, and another font is not.
After a change that is meant, look at the page, write the pictures anew with
`GEO_WRITE_GOLDEN=1 python -m pytest tests/browser/test_look.py`, and look at them.
"""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest

KEPT = Path(__file__).parent / "looks"
DAYS = ("2005-06-01", "2011-06-01")
MOST_OTHER = 0.025
"""The share of pixels of the map that may be another than in the picture kept; one square's colour is more."""
MOST_OTHER_BLOCKS = 0.05
"""The same of the page's blocks; a panel is more."""
WIDTHS = {"map": 160, "page": 40}
"""Pixels across the pictures kept."""
STEPS = {"map": 48, "page": 24}
"""By how much, of 255, a pixel's red, green or blue must differ; a block of text is little darker than one without."""
SMALL = """
async ([png, width]) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(width, Math.round(picture.height * width / picture.width));
  const pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({type: "image/png"})).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
"""
OTHER = """
async ([step, ...pictures]) => {
  const [mine, kept] = await Promise.all(pictures.map(async (png) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    pen.drawImage(picture, 0, 0);
    return pen.getImageData(0, 0, picture.width, picture.height);
  }));
  if (mine.width !== kept.width || mine.height !== kept.height) return 1;
  let other = 0;
  for (let i = 0; i < mine.data.length; i += 4) {
    if ([0, 1, 2].some((k) => Math.abs(mine.data[i + k] - kept.data[i + k]) > step)) other += 1;
  }
  return other / (mine.data.length / 4);
}
"""


@pytest.fixture(scope="module")
def bench(browser):
    """An empty page to compare pictures on, since the page's own policy lets it fetch nothing."""
    page = browser.new_page()
    yield page
    page.close()


NAMES = {"page": "", "map": "map-"}
FRAME = """() => {
  const stage = document.querySelector("#stage");
  Object.assign(stage.style, {position: "fixed", left: 0, top: 0, width: "380px", height: "480px", zIndex: 9999});
  document.querySelectorAll("#legend, .leaflet-control-container, canvas.geo-labels").forEach((one) => {
    one.style.visibility = "hidden";
  });
  map_geo.invalidateSize({animate: false});
  map_geo.fitBounds([[39, 45], [41, 48]], {animate: false});
}"""
"""Puts the map into a frame of one size, at one place, without what is written on it."""
OTHER_FONTS = """() => ["--sans", "--serif"].forEach((name) => {
  document.documentElement.style.setProperty(name, name === "--sans" ? "serif" : "monospace");
})"""


def differences(shown, bench, names):
    """How far the page and its map are from the pictures kept under these names, or written anew."""
    found = {}
    for part, name in names.items():
        if part == "map":
            shown.page.evaluate(FRAME)
        shown.page.wait_for_timeout(300)
        clip = {"clip": {"x": 0, "y": 0, "width": 380, "height": 480}} if part == "map" else {}
        picture = base64.b64encode(shown.page.screenshot(animations="disabled", **clip)).decode()
        small = bench.evaluate(SMALL, [picture, WIDTHS[part]])
        path = KEPT / f"{name}.png"
        if os.environ.get("GEO_WRITE_GOLDEN") == "1":
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(base64.b64decode(small))
        found[part] = bench.evaluate(OTHER, [STEPS[part], small, kept(name)])
    return found


def kept(name):
    return base64.b64encode((KEPT / f"{name}.png").read_bytes()).decode()


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(
    ("size", "theme"), [("wide", "light"), ("wide", "dark"), ("phone", "light"), ("phone", "dark")]
)
def test_the_page_looks_as_in_the_pictures_kept(open_page, small_html, bench, size, theme, day):  # noqa: PLR0917
    shown = open_page(small_html, size=size, color_scheme=theme, locale="en-GB")
    shown.go_to(day)
    other = differences(shown, bench, {part: f"{name}{size}-{theme}-{day}" for part, name in NAMES.items()})
    assert other["map"] <= MOST_OTHER
    assert other["page"] <= MOST_OTHER_BLOCKS
    assert shown.complaints == []


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_another_font_is_no_difference(open_page, small_html, bench, size, monkeypatch):
    monkeypatch.delenv("GEO_WRITE_GOLDEN", raising=False)
    shown = open_page(small_html, size=size, color_scheme="light", locale="en-GB")
    shown.go_to(DAYS[0])
    shown.page.evaluate(OTHER_FONTS)
    other = differences(shown, bench, {part: f"{name}{size}-light-{DAYS[0]}" for part, name in NAMES.items()})
    assert other["map"] <= MOST_OTHER
    assert other["page"] <= MOST_OTHER_BLOCKS


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_change_of_one_square_or_of_the_theme_is_more_than_the_tolerance(bench, size):
    same, another_day, another_theme = (
        bench.evaluate(OTHER, [STEPS["map"], kept(f"map-{size}-light-{DAYS[0]}"), kept(f"map-{size}-{other}")])
        for other in (f"light-{DAYS[0]}", f"light-{DAYS[1]}", f"dark-{DAYS[0]}")
    )
    assert same == 0
    assert another_day > MOST_OTHER
    assert another_theme > 0.5


@pytest.mark.parametrize("gone", ["#stage", "#time", "#head"])
def test_a_part_of_the_page_that_is_gone_is_more_than_the_tolerance(open_page, small_html, bench, gone, monkeypatch):
    monkeypatch.delenv("GEO_WRITE_GOLDEN", raising=False)
    shown = open_page(small_html, color_scheme="light", locale="en-GB")
    shown.go_to(DAYS[0])
    shown.page.eval_on_selector(gone, "part => { part.style.display = 'none'; }")
    assert differences(shown, bench, {"page": f"wide-light-{DAYS[0]}"})["page"] > MOST_OTHER_BLOCKS
