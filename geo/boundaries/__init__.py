"""Offline chain that draws the layers: what others drew and what we typed, cut once, written to data/layers.

fetch (packages by name, version, sha256) -> read (frames in degrees) -> repair (a coverage in metres)
-> cut (districts into units) -> around (neighbours fitted to the units) -> lines, relief -> write.
The page never imports this package.
"""
