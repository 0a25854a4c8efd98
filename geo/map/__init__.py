"""The folium map: built once, the same every time; what it shows comes from the browser's package.

base.py: the constant map that loads geo/web's script · script.py: values as JavaScript ·
standalone.py: a day's map as one file.
"""

from geo.map.base import AtlasMap, base_map

__all__ = ["AtlasMap", "base_map"]
