"""What --check says about two folders of layers, and how the file of a layer is written."""

import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from geo.boundaries.__main__ import differences, main
from geo.boundaries.plane import DEGREES, km2, to_degrees, to_plane
from geo.boundaries.write import write_layer


def _layer(**shapes: shapely.Geometry) -> gpd.GeoDataFrame:
    frame = gpd.GeoDataFrame(geometry=list(shapes.values()), index=list(shapes), crs=DEGREES)
    return frame.rename_axis("unit_id").assign(km2=[1.5, np.nan][: len(shapes)])


def test_a_layer_has_one_feature_a_line_sorted(tmp_path: Path) -> None:
    write_layer(_layer(b=shapely.Point(46.1234, 39), a=shapely.Point(47, 40)), tmp_path / "u.geojson")
    lines = (tmp_path / "u.geojson").read_text().splitlines()
    assert lines[1].startswith('{"type":"Feature","properties":{"unit_id":"a","km2":null}')
    assert lines[2].endswith('"coordinates":[46.1234,39.0]}}')
    assert len(lines) == 4


def test_rings_are_written_as_rfc_7946_has_them(tmp_path: Path) -> None:
    clockwise = shapely.box(46, 39, 47, 40, ccw=False)
    write_layer(_layer(a=clockwise), tmp_path / "u.geojson")
    (feature,) = json.loads((tmp_path / "u.geojson").read_text())["features"]
    ring = shapely.from_geojson(json.dumps(feature["geometry"])).exterior
    assert ring.is_ccw and not clockwise.exterior.is_ccw


def test_differences_name_file_and_feature(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, x in ((one, 46.1), (other, 46.2)):
        folder.mkdir()
        layer = _layer(a=shapely.Point(46, 40), b=shapely.Point(x, 40))
        write_layer(layer, folder / "units.geojson")
    assert differences(one, one) == []
    (one / "relief.jpg").write_bytes(b"1")
    found = differences(one, other)
    assert found[0] == f"relief.jpg: only in {one}"
    assert [line[:48] for line in found[1:]] == [
        'units.geojson: only committed: {"type":"Feature"',
        'units.geojson: only built: {"type":"Feature","pr',
    ]
    assert all('"unit_id":"b"' in line for line in found[1:])


def test_a_broken_folder_ends_with_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "boundaries").mkdir()
    (tmp_path / "boundaries" / "sources.csv").write_text("source_id\ntoy\n")
    assert main(["--folder", str(tmp_path), "--cache", str(tmp_path)]) == 1
    assert "columns what, registry" in capsys.readouterr().err


def test_degrees_have_four_decimals_and_shared_vertices_stay_shared() -> None:
    pair = gpd.GeoDataFrame(
        geometry=[shapely.box(46, 39, 46.123456, 40), shapely.box(46.123456, 39, 47, 40)], crs=DEGREES
    )
    rounded = to_degrees(to_plane(pair)).geometry
    assert rounded[0].bounds[2] == rounded[1].bounds[0] == 46.1235
    assert shapely.coverage_is_valid(rounded.to_numpy())


def test_a_degree_cell_has_its_true_area() -> None:
    cell = gpd.GeoDataFrame(geometry=[shapely.box(46, 39, 47, 40).segmentize(0.01)], crs=DEGREES)
    # area of the cell on the ellipsoid by pyproj.Geod
    assert km2(to_plane(cell).geometry.iloc[0]) == pytest.approx(9549.5, abs=1)
