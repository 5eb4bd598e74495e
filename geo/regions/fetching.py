"""Fetches open boundaries from geoBoundaries, and keeps their licence and checksum beside them.

The service answers ``<api>/gbOpen/<ISO 3166>/ADM<level>/`` with a JSON object that says where the GeoJSON lies, whose
it is and under which licence (https://www.geoboundaries.org/api.html). What was fetched once is not fetched again.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from geo import __version__
from geo.errors import InputError, MissingInputError
from geo.files import show
from geo.filesets import write_set
from geo.jsontext import loads
from geo.printable import printable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from http.client import HTTPMessage
    from pathlib import Path
    from typing import IO

API = "https://www.geoboundaries.org/api/current"
RELEASE = "gbOpen"
"""Only this release of the service is open throughout (CC BY 4.0 or as open)."""

MOST_BYTES = 512 * 2**20
TIMEOUT_SECONDS = 60
_NOT_FOUND = 404
_POINTER = b"version https://git-lfs"

FIELDS = (
    "boundaryID", "boundaryName", "boundaryISO", "boundaryYearRepresented", "boundaryType", "boundarySource",
    "boundaryLicense", "licenseDetail", "licenseSource", "boundarySourceURL", "sourceDataUpdateDate", "buildDate",
    "admUnitCount",
)  # fmt: skip
"""What is kept of the service's answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundaries:
    """Boundaries on this machine: the GeoJSON, its licence beside it, and whether the network was asked."""

    path: Path
    licence_path: Path
    source: str
    licence: str
    areas: int
    fetched: bool


def fetch_boundaries(
    iso3: str, level: int, folder: Path, *, api: str = API, simplified: bool = False, refresh: bool = False
) -> Boundaries:
    """The boundaries of a country, from ``folder`` where they are, else from the network.

    Parameters
    ----------
    iso3
        ISO 3166-1, three letters.
    level
        1 for provinces, 2 for districts, as the country counts them.
    folder
        Where they are kept: ``UKR-ADM1.geojson``, ``UKR-ADM1.source.json``, ``UKR-ADM1.LICENCE.txt``.
    api
        The service's address, or a mirror's.
    simplified
        The outlines that the service has generalised.
    refresh
        Ask the network although they are there.

    Raises
    ------
    MissingInputError
        Where the service cannot be reached, or has no such boundaries.
    InputError
        Where it answers what it should not, or the file here is not what was fetched.
    """
    stem = f"{iso3}-ADM{level}" + ("-simplified" if simplified else "")
    path = folder / f"{stem}.geojson"
    if path.exists() and not refresh:
        about = source_of(path)
        if about is None:
            raise InputError(f"{show(path)} has no .source.json beside it. Fetch it anew with --refresh.")
        return _boundaries(path, about, fetched=False)
    answer = _answer(f"{api.rstrip('/')}/{RELEASE}/{iso3}/ADM{level}/", api, iso3, level)
    address = str(answer["simplifiedGeometryGeoJSON" if simplified else "gjDownloadURL"])
    data = _get(address, api)
    about = _about(answer, address, data)
    text = json.dumps(about, ensure_ascii=False, indent=1) + "\n"
    licence = _licence_text(about)
    files = {path.name: data, f"{stem}.source.json": text.encode(), f"{stem}.LICENCE.txt": licence.encode()}
    write_set(folder, files)
    return _boundaries(path, about, fetched=True)


def source_of(path: Path) -> dict[str, Any] | None:
    """What was kept beside boundaries when they were fetched; None for a file from elsewhere.

    Raises
    ------
    InputError
        Where the file is no longer what was fetched.
    """
    beside = path.with_suffix(".source.json")
    if not beside.is_file() or not path.is_file():
        return None
    about = loads(beside.read_text("utf-8"))
    if not isinstance(about, dict) or not isinstance(about.get("sha256"), str):
        raise InputError(f"{show(beside)} is not what geo region fetch writes. Fetch it anew with --refresh.")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != about["sha256"]:
        raise InputError(
            f"{show(path)} has changed since it was fetched (SHA-256 {found[:12]}..., then {about['sha256'][:12]}...). "
            f"Fetch it anew with --refresh, or remove {show(beside)} if you changed it."
        )
    return about


def credit(about: Mapping[str, Any]) -> str:
    """Whom to name for boundaries: their source, year and publisher."""
    said = f"{about['boundarySource']}, {about['boundaryYearRepresented']}, in geoBoundaries {about['boundaryID']}"
    return printable(said)


def _boundaries(path: Path, about: Mapping[str, Any], *, fetched: bool) -> Boundaries:
    return Boundaries(
        path=path,
        licence_path=path.with_suffix(".LICENCE.txt"),
        source=credit(about),
        licence=printable(str(about["boundaryLicense"])),
        areas=int(about["areas"]),
        fetched=fetched,
    )


def _answer(address: str, api: str, iso3: str, level: int) -> dict[str, Any]:
    """The service's answer, which must be about what was asked."""
    try:
        answer = loads(_get(address, api).decode("utf-8"))
    except ValueError as error:
        raise InputError(f"{address} did not answer with JSON: {error}. Try again later.") from error
    if not isinstance(answer, dict):
        raise InputError(f"{address} did not answer with one object. Try again later.")
    lacks = [key for key in (*FIELDS, "gjDownloadURL", "simplifiedGeometryGeoJSON") if key not in answer]
    if lacks:
        raise InputError(f"{address} answered without {lacks[0]!r}. The service may have changed; tell us.")
    told = (answer["boundaryISO"], answer["boundaryType"])
    if told != (iso3, f"ADM{level}"):
        raise InputError(f"{address} answered about {told[0]} {told[1]}. Try again later.")
    return answer


def _about(answer: Mapping[str, Any], address: str, data: bytes) -> dict[str, Any]:
    """What is kept: the answer's words, the address, and what the file is."""
    if data.startswith(_POINTER):
        raise InputError(
            f"{address} is a pointer to a large file, not the file. Try --simplified, or fetch it by hand."
        )
    try:
        collection: Any = loads(data.decode("utf-8"))
        areas = len(collection["features"])
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{address} is no GeoJSON: {error!r}. Try again later.") from error
    kept = {key: " ".join(str(answer[key]).split()) for key in FIELDS}
    return {**kept, "url": address, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), "areas": areas}


def _licence_text(about: Mapping[str, Any]) -> str:
    return (
        f"{about['boundaryName']}, {about['boundaryType']}: {about['boundaryLicense']}\n"
        f"Detail: {about['licenseDetail']}\n"
        f"Where the licence is stated: {about['licenseSource']}\n"
        f"Source: {about['boundarySource']} ({about['boundarySourceURL']})\n"
        f"Represents: {about['boundaryYearRepresented']}; built {about['buildDate']}\n"
        f"From: {about['url']}\n"
        f"SHA-256: {about['sha256']}\n"
        "geoBoundaries asks to be named: Runfola, D. et al. (2020) geoBoundaries: A global database of political\n"
        "administrative boundaries. PLoS ONE 15(4): e0231866. https://doi.org/10.1371/journal.pone.0231866\n"
    )


class _OnlyHttps(HTTPRedirectHandler):
    """Follows a redirection only to where a first request may go."""

    def __init__(self, api: str) -> None:
        self.api = api

    def redirect_request(  # noqa: PLR0917 - as its base has it
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """The next request, checked."""
        _check_address(newurl, self.api)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _get(address: str, api: str) -> bytes:
    """The bytes at an address.

    Raises
    ------
    MissingInputError
        Where it cannot be reached.
    InputError
        Where it is no address to ask, or answers more than is read.
    """
    _check_address(address, api)
    request = Request(address, headers={"User-Agent": f"control-atlas/{__version__}"})  # noqa: S310 - checked above
    try:
        with build_opener(_OnlyHttps(api)).open(request, timeout=TIMEOUT_SECONDS) as response:
            data: bytes = response.read(MOST_BYTES + 1)
    except HTTPError as error:
        error.close()
        if error.code == _NOT_FOUND:
            raise MissingInputError(
                f"Nothing at {address}. The service may not have that level; try another."
            ) from error
        raise MissingInputError(
            f"{address} answered {error.code} {printable(error.reason)}. Try again later."
        ) from error
    except (URLError, OSError) as error:
        reason = getattr(error, "reason", None) or error
        raise MissingInputError(
            f"{address} cannot be reached: {reason}. Without a network, give a file of your own: "
            "geo region new --areas FILE"
        ) from error
    if len(data) > MOST_BYTES:
        raise InputError(f"{address} answers more than {MOST_BYTES // 2**20} MiB. Try --simplified.")
    return data


def _check_address(address: str, api: str) -> None:
    """Only https; http for the service's own host alone, which the user named."""
    parts, own = urlsplit(address), urlsplit(api)
    if parts.scheme == "https" or (parts.scheme, parts.netloc) == ("http", own.netloc) == (own.scheme, own.netloc):
        return
    raise InputError(f"{printable(address)!r} is no address that is asked: only https is.")
