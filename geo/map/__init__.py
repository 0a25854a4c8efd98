"""The map, between the atlas and the page: facts go to the browser once, then only views.

bundle.py: Atlas -> one JSON file · base.py: the constant folium map that loads it ·
view.py: a View -> one small script · static/: what the browser does with both, which joined.py
makes one file.
"""

from geo.map.base import Assets, AtlasMap, base_map
from geo.map.bundle import bundle, bundle_bytes, bundle_name
from geo.map.joined import STATIC, joined, write_script
from geo.map.view import view_layer

__all__ = [
    "STATIC",
    "Assets",
    "AtlasMap",
    "base_map",
    "bundle",
    "bundle_bytes",
    "bundle_name",
    "joined",
    "view_layer",
    "write_script",
]
