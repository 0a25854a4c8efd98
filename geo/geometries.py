"""Whether a geometry is one of RFC 7946, before any library mends it silently."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from geo.problems import shown

# How deep the positions of a type stand in its lists.
_DEPTHS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
_COLLECTION = "GeometryCollection"
# Names of the one reference system of RFC 7946, which older tools write into a member "crs".
_DEGREES = ("CRS84", "EPSG:4326", "EPSG::4326")
# Beyond any coordinate, in degrees or metres; infinite, undefined and endless numbers are not below it.
_TOO_FAR = 1e12

# What was expected, what came, what to write.
Fault = tuple[str, str, str]


def geometry_fault(geometry: Any) -> Fault | None:
    """What RFC 7946, section 3.1, refuses in a geometry, or None; RecursionError if nested too deeply."""
    if not isinstance(geometry, dict):
        return "a GeoJSON geometry", shown(geometry), "the shape, as an object with type and coordinates"
    kind = geometry.get("type")
    if kind == _COLLECTION:
        parts = geometry.get("geometries")
        if not isinstance(parts, list):
            return "a GeoJSON geometry with a list of geometries", shown(parts), "the list of its geometries"
        return next((fault for part in parts if (fault := geometry_fault(part))), None)
    if not isinstance(kind, str) or kind not in _DEPTHS:
        known = ", ".join([*_DEPTHS, _COLLECTION])
        return f"a GeoJSON geometry of type {known}", shown(kind), "its type"
    return next(_faults(kind, geometry.get("coordinates")), None)


def other_crs(node: Any) -> str | None:
    """The reference system that a member "crs" names where it is not the one of RFC 7946, section 4."""
    if not isinstance(node, dict) or "crs" not in node:
        return None
    crs = node["crs"]
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if isinstance(name, str) and name.endswith(_DEGREES):
        return None
    return shown(name or crs)


def _faults(kind: str, coordinates: Any) -> Iterator[Fault]:
    lines = _lists(coordinates, _DEPTHS[kind] - 1) if _DEPTHS[kind] else [[coordinates]]
    if lines is None or not all(_is_position(position) for line in lines for position in line):
        write = "positions as [longitude, latitude]"
        yield f"a GeoJSON geometry with the coordinates of a {kind}", shown(coordinates), write
        return
    for number, line in enumerate(lines, 1):
        if kind.endswith("Polygon"):
            yield from _ring_faults(number, line)
        elif kind.endswith("LineString") and len(line) < 2:
            yield f"at least two positions in line {number}", str(len(line)), "the whole line"


def _ring_faults(number: int, ring: list[Any]) -> Iterator[Fault]:
    if len(ring) < 4:
        came = f"{len(ring)} position{'s' * (len(ring) != 1)}"
        yield (
            f"at least four positions in ring {number}",
            came,
            "the whole ring, its first position at its end",
        )
    elif ring[0] != ring[-1]:
        write = f"{ring[0]} at its end, after the positions that may lack there"
        yield f"ring {number} closed, its last position {ring[0]} as its first", f"{ring[-1]}", write


def _lists(node: Any, depth: int) -> list[list[Any]] | None:
    """The lists that stand `depth` lists deep in a node, in one list; None if there is something else."""
    found = [node]
    for _ in range(depth):
        if not all(isinstance(each, list) for each in found):
            return None
        found = [inner for each in found for inner in each]
    return found if all(isinstance(each, list) for each in found) else None


def _is_position(node: Any) -> bool:
    """True for a list of two or three finite numbers; a truth value is none."""
    return (
        isinstance(node, list)
        and len(node) in (2, 3)
        and all(isinstance(each, int | float) and not isinstance(each, bool) for each in node)
        and all(abs(each) < _TOO_FAR for each in node)
    )
