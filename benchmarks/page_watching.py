"""Looks at one page in a Chromium of its own: ``python -m benchmarks.page_watching WAY FILE LIMIT`` prints what it saw.

Printed as JSON: milliseconds until the page is usable, of steps and of jumps (``driver.js``), and the bytes that its
scripts hold after a collection, buffers outside the heap included. A page that is not done after LIMIT seconds prints
``{"late": LIMIT}``. What folium's pages would fetch from the network comes from ``peers/node_modules``.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page, Route

FOLDER = Path(__file__).resolve().parent
PEERS = FOLDER / "peers" / "node_modules"
SCRIPTS = (
    ("bootstrap.bundle", "bootstrap/dist/js/bootstrap.bundle.min.js"),
    ("leaflet.timeline", "leaflet.timeline/dist/leaflet.timeline.js"),
    ("leaflet.timedimension.min", "leaflet-timedimension/dist/leaflet.timedimension.min.js"),
    ("awesome-markers.js", "leaflet.awesome-markers/dist/leaflet.awesome-markers.min.js"),
    ("iso8601", "iso8601-js-period/iso8601.js"),
    ("moment", "moment/min/moment.min.js"),
    ("jquery-ui", None),
    ("jquery", "jquery/dist/jquery.min.js"),
    ("d3.v4", "d3/build/d3.min.js"),
    ("dist/leaflet.js", "leaflet/dist/leaflet.js"),
    ("leaflet.css", "leaflet/dist/leaflet.css"),
    ("timedimension.control.css", "leaflet-timedimension/dist/leaflet.timedimension.control.css"),
)
"""Part of an address, and the file that stands for it; anything else is answered with nothing."""

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
)  # fmt: skip
CHROMIUM = os.environ.get("GEO_CHROMIUM", "/usr/bin/chromium")
STEPS = 60
JUMPS = 20


def main() -> int:
    """Print what was seen."""
    way, file, limit = sys.argv[1:]
    print(json.dumps(asyncio.run(_within(way, Path(file).resolve().as_uri(), float(limit)))))
    return 0


async def _within(way: str, address: str, limit: float) -> dict[str, Any]:
    from playwright.async_api import async_playwright

    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        try:
            return await asyncio.wait_for(_look(browser, way, address, limit), limit)
        except TimeoutError:
            return {"late": limit}
        finally:
            await browser.close()


async def _look(browser: Browser, way: str, address: str, limit: float) -> dict[str, Any]:
    context = await browser.new_context(viewport={"width": 1280, "height": 800})
    page = await context.new_page()
    page.set_default_timeout(limit * 1000)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await page.add_init_script(path=FOLDER / "driver.js")
    if way != "ours":
        await page.route(re.compile("^https?:"), _serve)
    await page.goto(address, wait_until="commit")
    usable = await page.evaluate("way => geoDriver.usable(way)", way)
    shares = [Random(share).random() for share in range(JUMPS)]  # noqa: S311 - the same jumps each time
    took = await page.evaluate("([way, steps, shares]) => geoDriver.moves(way, steps, shares)", [way, STEPS, shares])
    return {"usable": usable, **took, "heap": await _heap(page), "complaints": complaints}


async def _heap(page: Page) -> int:
    session = await page.context.new_cdp_session(page)
    for _ in range(2):
        await session.send("HeapProfiler.collectGarbage")
    used = await session.send("Runtime.getHeapUsage")
    return int(used["usedSize"] + used.get("backingStorageSize", 0))


async def _serve(route: Route) -> None:
    for part, file in SCRIPTS:
        if part in route.request.url and file:
            return await route.fulfill(path=PEERS / file)
    await route.fulfill(body="")
    return None


if __name__ == "__main__":
    sys.exit(main())
