"""A day, or all of the atlas, as files for other tools: CSV, GeoJSON, GeoPackage, one HTML file.

atlas -> frames (what leaves) -> origin (its sources and licence) -> files (how it is written) -> command.
"""
