"""Takes what GDAL reads out of a zip: nothing that climbs out of its folder, and never more than a stated size.

A zip is checked by its table of contents before a byte of it is unpacked, and Python's reader never gives more bytes of
a member than that table says, so that the check holds for a table that lies.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from geo.errors import RegionError
from geo.files import show
from geo.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_BYTES = 512 * 2**20
"""What a zip may unpack to: the second level of the largest country is a tenth of that."""

MOST_MEMBERS = 10_000
SHAPEFILE_PARTS = frozenset({".shp", ".shx", ".dbf", ".prj", ".cpg"})
READ = frozenset({".geojson", ".json", ".gpkg", ".shp"})
"""Suffixes of the files that hold areas."""

_CHUNK = 2**20
_ENCRYPTED = 0x1


@contextmanager
def opened(path: Path, *, choose: str | None, most_bytes: int = MOST_BYTES) -> Iterator[Path]:
    """The file that holds the areas: ``path`` itself, or the one in a zip, unpacked for as long as it is read.

    Parameters
    ----------
    path
        A file, or a ``.zip`` that holds one.
    choose
        The name, without its suffix, of the file that is meant where a zip holds several.
    most_bytes
        What a zip may unpack to.

    Raises
    ------
    RegionError
        Where the zip is broken, encrypted or too large, has a member that would land outside its folder, or holds no
        file of areas, or several; the member is named.
    """
    if path.suffix.lower() != ".zip":
        yield path
        return
    with TemporaryDirectory(prefix="geo-region-") as folder:
        try:
            with zipfile.ZipFile(path) as bundle:
                members = _checked(bundle, path, most_bytes)
                for member in members:
                    _unpack(bundle, member, Path(folder))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise RegionError(f"{show(path)} is no zip that can be read: {error}. Pack it anew.") from error
        yield _chosen([Path(folder, member.filename) for member in members], path, choose)


def _checked(bundle: zipfile.ZipFile, path: Path, most_bytes: int) -> list[zipfile.ZipInfo]:
    """The members that are read, after a look at all of them."""
    members = bundle.infolist()
    if len(members) > MOST_MEMBERS:
        raise RegionError(f"{show(path)} holds {len(members)} files, more than {MOST_MEMBERS}. Pack what is needed.")
    for member in members:
        _stays_inside(member, path)
    wanted = [member for member in members if Path(member.filename).suffix.lower() in SHAPEFILE_PARTS | READ]
    size = sum(member.file_size for member in wanted)
    if size > most_bytes:
        raise RegionError(
            f"{show(path)} unpacks to {size / 2**20:,.0f} MiB, more than the {most_bytes / 2**20:,.0f} MiB that are "
            "read. Unpack it yourself if you trust it, and give the file."
        )
    for member in wanted:
        if member.flag_bits & _ENCRYPTED:
            raise RegionError(f"{show(path)}: {printable(member.filename)} is encrypted. Unpack it, and give the file.")
    return wanted


def _stays_inside(member: zipfile.ZipInfo, path: Path) -> None:
    """Refuse a member that would land elsewhere, on any system, or that is a link."""
    name = PureWindowsPath(member.orig_filename)  # knows both kinds of slashes, and drives
    if name.is_absolute() or name.drive or name.root or ".." in name.parts or "\0" in member.orig_filename:
        raise RegionError(
            f"{show(path)}: {printable(member.orig_filename)!r} climbs out of the folder that it is unpacked to. "
            "Nothing was unpacked; ask where the file comes from."
        )
    if stat.S_ISLNK(member.external_attr >> 16):
        raise RegionError(f"{show(path)}: {printable(member.filename)!r} is a link. Pack the file that it points at.")


def _unpack(bundle: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> None:
    target = folder / member.filename
    target.parent.mkdir(parents=True, exist_ok=True)
    with bundle.open(member) as packed, target.open("wb") as stream:
        while chunk := packed.read(_CHUNK):
            stream.write(chunk)


def _chosen(files: Sequence[Path], path: Path, choose: str | None) -> Path:
    found = sorted(file for file in files if file.suffix.lower() in READ)
    if choose is not None and len(found) > 1:
        found = [file for file in found if file.stem == choose]
    if len(found) == 1:
        return found[0]
    names = ", ".join(sorted({printable(file.name) for file in files if file.suffix.lower() in READ})) or "none"
    raise RegionError(
        f"{show(path)} must hold one file of areas ({', '.join(sorted(READ))}); it holds: {names}. "
        "Say which with --layer, or unpack it and give the file."
    )
