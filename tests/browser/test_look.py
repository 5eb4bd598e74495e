"""The page as a whole looks as it did: small pictures of it are those kept in `looks/`, but for a tolerance.

The tolerance is for fonts and edges, which differ from machine to machine. After a change that is meant, look at the
page, write the pictures anew with `GEO_WRITE_GOLDEN=1 python -m pytest tests/browser/test_look.py`, and look at them.
"""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest

KEPT = Path(__file__).parent / "looks"
DAYS = ("2005-06-01", "2011-06-01")
MOST_OTHER = 0.025
"""The share of pixels that may be another than in the picture kept; a colour or a panel that is gone is more."""
SMALL = """
async (png) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(320, Math.round(picture.height * 320 / picture.width));
  const pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({type: "image/png"})).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
"""
OTHER = """
async (pictures) => {
  const [mine, kept] = await Promise.all(pictures.map(async (png) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    pen.drawImage(picture, 0, 0);
    return pen.getImageData(0, 0, picture.width, picture.height);
  }));
  if (mine.width !== kept.width || mine.height !== kept.height) return 1;
  let other = 0;
  for (let i = 0; i < mine.data.length; i += 4) {
    if ([0, 1, 2].some((k) => Math.abs(mine.data[i + k] - kept.data[i + k]) > 48)) other += 1;
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


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "phone"])
def test_the_page_looks_as_in_the_pictures_kept(open_page, small_html, bench, size, theme):
    shown = open_page(small_html, size=size, color_scheme=theme, locale="en-GB")
    for day in DAYS:
        shown.go_to(day)
        shown.page.wait_for_timeout(300)
        picture = base64.b64encode(shown.page.screenshot(animations="disabled")).decode()
        small = bench.evaluate(SMALL, picture)
        path = KEPT / f"{size}-{theme}-{day}.png"
        if os.environ.get("GEO_WRITE_GOLDEN") == "1":
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(base64.b64decode(small))
        kept = base64.b64encode(path.read_bytes()).decode()
        assert bench.evaluate(OTHER, [small, kept]) <= MOST_OTHER, path.name
    assert shown.complaints == []


def test_a_change_of_one_square_or_of_the_theme_is_more_than_the_tolerance(bench):
    kept = {path.name: base64.b64encode(path.read_bytes()).decode() for path in KEPT.glob("*.png")}
    assert len(kept) == 2 * 2 * len(DAYS)
    for size in ("wide", "phone"):
        same = bench.evaluate(OTHER, [kept[f"{size}-light-{DAYS[0]}.png"]] * 2)
        another_day = bench.evaluate(OTHER, [kept[f"{size}-light-{day}.png"] for day in DAYS])
        another_theme = bench.evaluate(OTHER, [kept[f"{size}-{theme}-{DAYS[0]}.png"] for theme in ("light", "dark")])
        assert same == 0
        assert another_day > MOST_OTHER
        assert another_theme > 0.5
