"""The chain from packages to layers, in the order of the stages; __main__ calls it."""

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from geo.boundaries import around, cut, read, repair
from geo.boundaries.fetch import fetch, read_sources
from geo.boundaries.lines import draw_lines
from geo.boundaries.plane import DEGREES, km2, to_degrees, to_plane
from geo.boundaries.relief import BOUNDS, draw_relief
from geo.boundaries.write import write_json, write_layer

FIRST_CLEANED = ["aghjabadi", "barda", "beylagan", "dashkasan"]


@dataclass(frozen=True)
class Inputs:
    """What a build starts from: packages in the cache by source_id, and our own tables."""

    packages: dict[str, tuple[Path, str]]
    shapes: pd.DataFrame
    flags: pd.DataFrame
    context: pd.DataFrame
    lines: gpd.GeoDataFrame
    patches: gpd.GeoDataFrame


def build(folder: Path, cache: Path, into: Path) -> None:
    """Write every layer into the folder `into` from `folder`/boundaries and the packages in `cache`."""
    inputs = _inputs(folder, cache)
    districts = _districts(inputs)
    units = cut.cut_units(districts, cut.masks(inputs.lines, inputs.patches, districts), inputs.flags)
    land, lakes = _coverage(inputs, districts, units)
    into.mkdir(parents=True, exist_ok=True)
    _write_layers(inputs, to_degrees(land), to_degrees(lakes), into)
    draw_relief(read.read_elevation(*inputs.packages["elevation"]), into / "relief.jpg")
    write_json(BOUNDS, into / "relief.json")


def _inputs(folder: Path, cache: Path) -> Inputs:
    own = folder / "boundaries"
    sources = read_sources(own / "sources.csv").values()
    return Inputs(
        packages={s.source_id: (fetch(s, cache), s.path_inside) for s in sources},
        shapes=read.read_table(own / "shapes.csv"),
        flags=read.read_flags(own / "units.csv"),
        context=read.read_table(folder / "context.csv").set_index("context_id"),
        lines=to_plane(read.read_typed(own / "lines.geojson")),
        patches=to_plane(read.read_typed(own / "patches.geojson")),
    )


def _districts(inputs: Inputs) -> gpd.GeoDataFrame:
    """All districts of Azerbaijan, those that are cut and four neighbours repaired first."""
    drawn = to_plane(read.read_districts(*inputs.packages["districts"], inputs.shapes))
    first = drawn.index.isin([*inputs.flags.district, *FIRST_CLEANED])
    repaired = repair.close_overlaps_and_gaps(drawn[first])
    repaired = repair.apply_patches(repaired, inputs.patches)
    return pd.concat([repaired, around.fit_azerbaijan(repaired, drawn[~first])])


def _coverage(
    inputs: Inputs, districts: gpd.GeoDataFrame, units: gpd.GeoDataFrame
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Units and all land around them as one coverage, and the lakes and the sea."""
    read_clipped = {
        name: to_plane(around.clip_to_box(reader(*inputs.packages[name], inputs.shapes)))
        for name, reader in (
            ("provinces", read.read_provinces),
            ("countries", read.read_countries),
            ("lakes", read.read_lakes),
        )
    }
    provinces = around.simplify(read_clipped["provinces"])
    countries = around.simplify(read_clipped["countries"])
    rest = districts[~districts.index.isin(inputs.flags.district)]
    fixed = pd.concat([units[["geometry"]], rest[["geometry"]]])
    fixed, abroad = around.fit_abroad(fixed, provinces, countries)
    land = repair.node(pd.concat([fixed, abroad]).sort_index())
    land = repair.give(repair.holes(land), land)
    lakes = around.smooth_lakes(read_clipped["lakes"])
    return land, pd.concat([lakes, around.sea(land)])


def _write_layers(inputs: Inputs, land: gpd.GeoDataFrame, lakes: gpd.GeoDataFrame, into: Path) -> None:
    """The four layers from the coverage in degrees, so that they share every vertex."""
    units = _units(land, inputs.flags)
    others = land[~land.index.isin(units.index)]
    context = _context(land, lakes, inputs)
    typed = to_degrees(inputs.lines)
    inner = others[others.index.isin(inputs.shapes.query("source_id == 'districts'").shape_id)]
    write_layer(_published(units), into / "units.geojson")
    write_layer(_regions(units, context), into / "regions.geojson")
    write_layer(draw_lines(units, inner, typed), into / "lines.geojson")
    write_layer(context, into / "context.geojson")


def _units(land: gpd.GeoDataFrame, flags: pd.DataFrame) -> gpd.GeoDataFrame:
    """Units in degrees with their flags, region_id and km2."""
    units = land.loc[flags.index].join(flags).rename(columns={"district": "region_id"})
    return units.rename_axis("unit_id").assign(km2=_km2(units))


def _published(units: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Units with the columns of the published layer, in its order."""
    columns = ["region_id", "in_nkao", "held_1994_2020", "rpk_zone_2020_23"]
    return units[[*columns, "corridor_2020_22", "aghdara_2023", "km2", "geometry"]]


def _regions(units: gpd.GeoDataFrame, context: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Regions made of units, then those that are a shape of the context."""
    shapes = dict(list(units.groupby("region_id")))
    shapes |= {"aghdara": units[units.aghdara_2023], "nkao": units[units.in_nkao]}
    unions = {key: shapely.coverage_union_all(group.geometry) for key, group in shapes.items()}
    unions |= {row.region_id: row.geometry for row in context.itertuples() if row.region_id}
    frame = gpd.GeoDataFrame(
        geometry=shapely.normalize(list(unions.values())), index=list(unions), crs=DEGREES
    )
    return frame.rename_axis("region_id").assign(km2=_km2(frame))[["km2", "geometry"]]


def _context(land: gpd.GeoDataFrame, lakes: gpd.GeoDataFrame, inputs: Inputs) -> gpd.GeoDataFrame:
    """Every row of context.csv with its shape; Azerbaijan and Armenia are the unions of their parts."""
    parts = inputs.shapes.set_index("shape_id").source_id
    inside = land.index.isin([*inputs.flags.index, *parts[parts == "districts"].index])
    armenia = land.index.isin(parts[parts == "provinces"].index)
    shapes = (
        dict(land.geometry.items())
        | dict(lakes.geometry.items())
        | {
            "azerbaijan": shapely.coverage_union_all(land.geometry[inside].to_numpy()),
            "armenia": shapely.coverage_union_all(land.geometry[armenia].to_numpy()),
        }
    )
    rows = inputs.context[["kind", "region_id"]].replace({"": None})
    geometry = shapely.normalize([shapes[key] for key in rows.index])
    return gpd.GeoDataFrame(rows, geometry=geometry, crs=DEGREES)


def _km2(frame: gpd.GeoDataFrame) -> list[float]:
    return [round(km2(shape), 1) for shape in to_plane(frame).geometry]
