"""Firefox and WebKitGTK, driven with nothing but the standard library: Firefox over Marionette, WebKit over WebDriver.

Both take the commands of W3C WebDriver (https://www.w3.org/TR/webdriver2/), each by its own road. Neither browser is
needed: what is not installed is not tested.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which WebDriver hands an element over."""
PATIENCE = 20
"""Seconds that a browser may take to start, or to answer."""
MINI_BROWSER = (
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
)


class DriverError(RuntimeError):
    """The browser did not start, or did not do what it was told."""


class Road(Protocol):
    """A way to send a command of WebDriver and to get its answer."""

    def send(self, command: str, values: dict[str, Any]) -> Any: ...

    def close(self) -> None: ...


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def until(what: str, ask: Callable[[], Any]) -> Any:
    """What ``ask`` gives once it gives anything."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := ask():
            return found
        time.sleep(0.05)
    message = f"{what} did not happen within {PATIENCE} s"
    raise DriverError(message)


class Marionette:
    """Firefox's own protocol: JSON over a socket, each message after its length."""

    def __init__(self, program: str) -> None:
        self.folder = tempfile.mkdtemp(prefix="firefox-")
        port = free_port()
        preferences = {
            "marionette.port": port,
            "browser.shell.checkDefaultBrowser": False,
            "datareporting.policy.dataSubmissionEnabled": False,
            "browser.download.folderList": 2,
            "browser.download.dir": self.folder,
            "browser.download.alwaysOpenPanel": False,
            "intl.accept_languages": "en-GB",
            "layout.css.prefers-color-scheme.content-override": 1,
        }
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
        Path(self.folder, "user.js").write_text("\n".join(lines), encoding="utf-8")
        flags = ["--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", self.folder]
        self.process = subprocess.Popen([program, *flags], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.socket = until("Firefox listens", lambda: self._connected(port))
        self.stream = self.socket.makefile("rb")
        self.sent = 0
        self._read()
        self.send("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": False}}})

    def _connected(self, port: int) -> socket.socket | None:
        if self.process.poll() is not None:
            message = f"Firefox ended with {self.process.returncode}"
            raise DriverError(message)
        with contextlib.suppress(OSError):
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        return None

    def _read(self) -> Any:
        length = b""
        while (char := self.stream.read(1)) != b":":
            if not char:
                message = "Firefox hung up"
                raise DriverError(message)
            length += char
        return json.loads(self.stream.read(int(length)))

    def send(self, command: str, values: dict[str, Any]) -> Any:
        self.sent += 1
        message = json.dumps([0, self.sent, command, values]).encode()
        self.socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, answer = self._read()
        if error:
            told = f"{command}: {error['error']}: {error['message']}"
            raise DriverError(told)
        return answer["value"] if isinstance(answer, dict) and set(answer) == {"value"} else answer

    def close(self) -> None:
        with contextlib.suppress(DriverError, OSError):
            self.send("Marionette:Quit", {})
        self.process.wait(PATIENCE)
        self.socket.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Http:
    """WebDriver as the standard has it, for WebKitGTK's driver; on a screen of memory where there is no other."""

    ROUTES = {  # noqa: RUF012 - a table
        "WebDriver:Navigate": ("POST", "url"),
        "WebDriver:ExecuteScript": ("POST", "execute/sync"),
        "WebDriver:ExecuteAsyncScript": ("POST", "execute/async"),
        "WebDriver:SetWindowRect": ("POST", "window/rect"),
        "WebDriver:TakeScreenshot": ("GET", "screenshot"),
        "WebDriver:FindElement": ("POST", "element"),
        "WebDriver:PerformActions": ("POST", "actions"),
    }

    def __init__(self, program: str, mini_browser: str, *, dark: bool = False) -> None:
        self.folder = tempfile.mkdtemp(prefix="webkit-")
        port = free_port()
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1600x1200x24"] if shutil.which("xvfb-run") else []
        surroundings = os.environ | {
            "HOME": self.folder,
            "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "LANG": "en_GB.UTF-8",
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
            "GTK_THEME": "Adwaita:dark" if dark else "Adwaita",
        }
        self.process = subprocess.Popen(
            [*screen, program, f"--port={port}"],
            env=surroundings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.address = f"http://127.0.0.1:{port}/session"
        options = {"binary": mini_browser, "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self.address += "/" + until("WebKit starts", lambda: self._begun(wanted))

    def _begun(self, wanted: dict[str, Any]) -> str | None:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            return str(self._ask("POST", self.address, wanted)["sessionId"])
        return None

    def _ask(self, method: str, address: str, values: dict[str, Any] | None) -> Any:
        body = None if method == "GET" else json.dumps(values or {}).encode()
        kind = {"Content-Type": "application/json"}
        request = urllib.request.Request(address, data=body, method=method, headers=kind)  # noqa: S310 - http, our own
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise DriverError(error.read().decode()) from error

    def send(self, command: str, values: dict[str, Any]) -> Any:
        if command in {"WebDriver:ElementClick", "WebDriver:ElementSendKeys"}:
            last = "click" if command == "WebDriver:ElementClick" else "value"
            return self._ask("POST", f"{self.address}/element/{values['id']}/{last}", values)
        method, path = self.ROUTES[command]
        return self._ask(method, f"{self.address}/{path}", values)

    def close(self) -> None:
        with contextlib.suppress(DriverError, OSError):
            self._ask("DELETE", self.address, None)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, 15)
        self.process.wait(PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)


class Driven:
    """A page in one of these browsers."""

    def __init__(self, road: Road, name: str) -> None:
        self.road = road
        self.name = name

    def run(self, script: str, *values: Any) -> Any:
        """The value of a script's ``return``; ``arguments`` are the values."""
        return self.road.send("WebDriver:ExecuteScript", {"script": script, "args": list(values)})

    def open(self, address: str) -> None:
        self.leave()
        self.road.send("WebDriver:Navigate", {"url": address})
        until("the page is ready", lambda: self.run("return document.documentElement.dataset.ready === 'true'"))

    def leave(self) -> None:
        """The page, since of one that is open a new fragment opens nothing."""
        self.road.send("WebDriver:Navigate", {"url": "about:blank"})

    def click(self, selector: str) -> None:
        """As a pointer would: what lies over it, or is not shown, is an error."""
        self.road.send("WebDriver:ElementClick", {"id": self._element(selector)})

    def type(self, selector: str, text: str) -> None:
        self.road.send("WebDriver:ElementSendKeys", {"id": self._element(selector), "text": text, "value": list(text)})

    def _element(self, selector: str) -> str:
        found = self.road.send("WebDriver:FindElement", {"using": "css selector", "value": selector})
        return str(found[ELEMENT])

    def click_at(self, x: float, y: float) -> None:
        """On the page, in CSS pixels from its upper left corner."""
        steps = [
            {"type": "pointerMove", "duration": 0, "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        pointer = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}
        self.road.send("WebDriver:PerformActions", {"actions": [pointer]})

    def picture(self) -> bytes:
        return base64.b64decode(self.road.send("WebDriver:TakeScreenshot", {"full": False}))

    def close(self) -> None:
        self.road.close()


class Firefox(Driven):
    """Also asked from within, where its console and its requests are seen."""

    def __init__(self, program: str) -> None:
        road = Marionette(program)
        super().__init__(road, "firefox")
        self.downloads = road.folder

    def inside(self, script: str, *values: Any) -> Any:
        self.road.send("Marionette:SetContext", {"value": "chrome"})
        try:
            return self.run(script, *values)
        finally:
            self.road.send("Marionette:SetContext", {"value": "content"})

    def resize(self, width: int, height: int) -> None:
        """The page, not the window, which has a least width."""
        self.inside(
            "const {style} = gBrowser.selectedBrowser; const [width, height] = arguments;"
            " for (const side of ['width', 'min-width', 'max-width']) style.setProperty(side, `${width}px`);"
            " for (const side of ['height', 'min-height', 'max-height']) style.setProperty(side, `${height}px`);",
            width,
            height,
        )
        until("the page has its size", lambda: self.run("return [innerWidth, innerHeight]") == [width, height])

    def darken(self, *, dark: bool) -> None:
        self.inside(
            "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])", int(not dark)
        )

    def open(self, address: str) -> None:
        """Also notes, from here on, what the console says and what is asked for: what is left may be cut short."""
        self.leave()
        self._watch()
        super().open(address)

    def _watch(self) -> None:
        self.inside(
            "Services.console.reset(); window.geoRequests = [];"
            " if (window.geoWatcher) return; window.geoWatcher = {observe: (channel) => {"
            " const {URI, loadInfo} = channel.QueryInterface(Ci.nsIChannel);"
            " if (loadInfo.browsingContextID) window.geoRequests.push(URI.spec); }};"  # 0: Firefox itself asks
            " Services.obs.addObserver(window.geoWatcher, 'http-on-modify-request');"
            " Services.obs.addObserver(window.geoWatcher, 'file-channel-opened');"
        )

    def requests(self) -> list[str]:
        return list(self.inside("return window.geoRequests"))

    def complaints(self) -> list[str]:
        """What the console says of the page itself."""
        told = self.inside(
            "return Services.console.getMessageArray().filter((one) => one instanceof Ci.nsIScriptError)"
            ".map((one) => one.QueryInterface(Ci.nsIScriptError))"
            ".map((one) => [one.sourceName, one.errorMessage, one.category])"
        )
        return [
            f"{category}: {message}"
            for source, message, category in told
            if source.startswith(("file:", "about:blank"))
        ]


class WebKit(Driven):
    """As near as a machine without a Mac comes to Safari."""

    def __init__(self, program: str, mini_browser: str) -> None:
        super().__init__(Http(program, mini_browser), "webkit")

    def resize(self, width: int, height: int) -> None:
        for _ in range(3):  # the window's frame takes room of its own
            inner = self.run("return [innerWidth, innerHeight, outerWidth, outerHeight]")
            if inner[:2] == [width, height]:
                break
            rect = {"width": inner[2] + width - inner[0], "height": inner[3] + height - inner[1]}
            self.road.send("WebDriver:SetWindowRect", rect)
            time.sleep(0.3)


def find_firefox() -> str | None:
    """The path of a Firefox: the one that FIREFOX names, else one on the PATH."""
    names = (os.environ.get("FIREFOX"), "firefox-esr", "firefox")
    return next((path for name in names if name and (path := shutil.which(name))), None)


def find_webkit() -> tuple[str, str] | None:
    """The paths of WebKitGTK's driver and of its browser."""
    driver = shutil.which("WebKitWebDriver")
    browser = next((path for path in MINI_BROWSER if Path(path).is_file()), None)
    return (driver, browser) if driver and browser else None
