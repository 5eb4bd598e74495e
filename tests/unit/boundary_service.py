"""A stand-in for geoBoundaries on loopback, for tests that must not ask the network."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from geo.regions.fetching import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

SQUARE = {"type": "Polygon", "coordinates": [[[0, 15], [1, 15], [1, 16], [0, 16], [0, 15]]]}
AREAS = {
    "type": "FeatureCollection",
    "features": [{"type": "Feature", "properties": {"shapeName": "Gao"}, "geometry": SQUARE}],
}


class Service:
    """A stand-in for geoBoundaries: answers by path, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answers: dict[str, tuple[int, dict[str, str], bytes]] = {}
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                service.asked.append(self.path)
                status, headers, body = service.answers.get(self.path, (404, {}, b"nothing"))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.api = f"{self.url}/api/current"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def put(self, path: str, body: object, *, status: int = 200, **headers: str) -> None:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.answers[path] = (status, headers, data)

    def about(self, **changes: object) -> dict[str, object]:
        said: dict[str, object] = dict.fromkeys(FIELDS, "nan")
        said |= {
            "boundaryID": "MLI-ADM1-1", "boundaryName": "Mali", "boundaryISO": "MLI", "boundaryType": "ADM1",
            "boundarySource": "Survey of Mali", "boundaryYearRepresented": "2020", "boundaryLicense": "CC BY 4.0",
            "gjDownloadURL": f"{self.url}/whole.geojson", "simplifiedGeometryGeoJSON": f"{self.url}/simple.geojson",
        }  # fmt: skip
        return said | changes


@contextmanager
def serving() -> Iterator[Service]:
    """The service with the first level of Mali, as long as it is needed."""
    service = Service()
    service.put("/api/current/gbOpen/MLI/ADM1/", service.about())
    service.put("/whole.geojson", AREAS)
    service.put("/simple.geojson", AREAS)
    try:
        yield service
    finally:
        service.server.shutdown()
        service.server.server_close()
