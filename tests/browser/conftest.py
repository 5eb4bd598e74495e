"""A Chromium to look at pages with, and the pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from webmap_cases import make_records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SIZES = {"wide": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass
class Watched:
    """A page, and what it did that a page of ours must not do."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def on(self) -> str:
        return self.data("on")

    def data(self, name: str) -> str:
        return str(self.page.evaluate(f"document.documentElement.dataset.{name}"))

    def wait_for(self, name: str, value: str, *, seconds: float = 8) -> None:
        """Wait until the page says so; the policy forbids the driver's own way, which is eval."""
        for _ in range(int(seconds * 50)):
            if self.data(name) == value:
                return
            self.page.wait_for_timeout(20)
        pytest.fail(f"{name} is {self.data(name)} and not {value} after {seconds} s")

    def go_to(self, day: str) -> None:
        """Move the slider, as a hand on it would: by its value and an input event."""
        self.page.eval_on_selector(
            "#slider",
            "(slider, day) => { slider.value = String(Date.parse(day) / 86400000);"
            " slider.dispatchEvent(new Event('input', {bubbles: true})); }",
            day,
        )

    def drawn(self, lat: float, lon: float) -> dict[str, Any]:
        """Cell, state and colours on the canvas at a place."""
        found: dict[str, Any] = self.page.evaluate("([lat, lon]) => GeoPage.inspect(lat, lon)", [lat, lon])
        return found

    def colour(self, lat: float, lon: float) -> str:
        """The colour that fills most of the canvas around a place."""
        colours = self.drawn(lat, lon)["colours"]
        return max(colours, key=colours.get)

    def click_map(self, lat: float, lon: float) -> None:
        x, y = self.page.evaluate(
            "([lat, lon]) => { const at = map_geo.latLngToContainerPoint([lat, lon]);"
            " const box = map_geo.getContainer().getBoundingClientRect(); return [box.left + at.x, box.top + at.y]; }",
            [lat, lon],
        )
        self.page.mouse.click(x, y)


@pytest.fixture(scope="session")
def small_html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the five squares."""
    path = tmp_path_factory.mktemp("small") / "map.html"
    path.write_text(make_records().page(), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """A Chromium with a fresh profile."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    with sync_api.sync_playwright() as driver:
        try:
            started = driver.chromium.launch(executable_path=str(chromium), args=FLAGS)
        except sync_api.Error as error:
            pytest.skip(f"{chromium} does not start: {error}")
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Opens a page from disk and watches it; everything is closed afterwards."""
    contexts = []

    def open_one(path: Path, *, size: str = "wide", **options: Any) -> Watched:
        touch = {"has_touch": True, "is_mobile": True, "device_scale_factor": 2} if size == "phone" else {}
        context = browser.new_context(viewport=SIZES[size], **touch, **options)
        contexts.append(context)
        watched = Watched(page=context.new_page())
        watched.page.on("request", lambda request: watched.requests.append(request.url))
        watched.page.on("console", lambda message: watched.complaints.append(f"{message.type}: {message.text}"))
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        watched.page.on("dialog", lambda dialog: (watched.complaints.append("dialog"), dialog.dismiss()))
        watched.page.goto(path.as_uri())
        watched.page.wait_for_selector("html[data-ready=true]", state="attached", timeout=15_000)
        return watched

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def show(open_page: Callable[..., Watched], tmp_path: Path) -> Callable[..., Watched]:
    """Opens a page given as its text; options are those of ``open_page``."""

    def show_one(page: str, **options: Any) -> Watched:
        path = tmp_path / "map.html"
        path.write_text(page, encoding="utf-8")
        return open_page(path, **options)

    return show_one


@pytest.fixture(params=SIZES)
def shown(request: pytest.FixtureRequest, open_page: Callable[..., Watched], small_html: Path) -> Watched:
    """The page of the five squares, on a wide screen and on a phone."""
    return open_page(small_html, size=request.param)


@pytest.fixture(scope="session")
def map_html(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page that the whole way makes of the seeds."""
    from geo import pipeline
    from geo.settings import Settings

    class Quiet:
        def track(self, items: Any, *, stage: str) -> Any:  # noqa: ARG002 - the protocol names it
            return items

        def problem(self, problem: Any) -> None:
            pytest.fail(f"a seed was not read: {problem}")

        def warn(self, message: str) -> None:
            pytest.fail(f"a seed names no place: {message}")

    output = tmp_path_factory.mktemp("seeds")
    settings = Settings(region=str(root / "shapes" / "karabakh"))
    return pipeline.build([root / "seeds"], output, settings=settings, reporter=Quiet()).page
