"""The command `python -m geo.boundaries`: rebuild data/layers, or compare a rebuild with it byte for byte."""

import argparse
import sys
import tempfile
from pathlib import Path

from geo.boundaries.build import build
from geo.boundaries.cut import CutError
from geo.boundaries.fetch import FetchError, default_cache
from geo.boundaries.read import ReadError
from geo.boundaries.repair import RepairError


def main(arguments: list[str] | None = None) -> int:
    """0 when the layers are built, or when --check finds no difference; else 1 after saying why."""
    options = _options(arguments)
    layers = options.folder / "layers"
    try:
        if not options.check:
            build(options.folder, options.cache, layers)
            return 0
        with tempfile.TemporaryDirectory() as folder:
            build(options.folder, options.cache, Path(folder))
            problems = differences(layers, Path(folder))
    except (FetchError, ReadError, RepairError, CutError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(problems) or f"{layers} is what the build makes")
    return 1 if problems else 0


def differences(committed: Path, built: Path) -> list[str]:
    """A line for each file or feature that differs between two folders of layers."""
    found = []
    for name in sorted({p.name for folder in (committed, built) for p in folder.iterdir()}):
        one, other = committed / name, built / name
        if not one.exists() or not other.exists():
            found.append(f"{name}: only in {committed if one.exists() else 'the build'}")
        elif one.read_bytes() != other.read_bytes():
            found += _lines(name, one, other) or [f"{name}: the bytes differ"]
    return found


def _lines(name: str, one: Path, other: Path) -> list[str]:
    """Which lines of two GeoJSON files differ, by the beginning of the line, which holds its id."""
    if one.suffix != ".geojson":
        return []
    mine, theirs = (_features(path) for path in (one, other))
    return [f"{name}: only committed: {line[:90]}" for line in mine if line not in theirs] + [
        f"{name}: only built: {line[:90]}" for line in theirs if line not in mine
    ]


def _features(path: Path) -> list[str]:
    return [line.rstrip(",") for line in path.read_text(encoding="utf-8").splitlines()]


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m geo.boundaries", description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("data"), help="the data folder")
    parser.add_argument("--cache", type=Path, default=default_cache(), help="where downloaded packages are")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
