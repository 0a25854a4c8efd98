"""The Karabakh Atlas: who held what, what happened and who says so, on any day from 1988 on.

The chain, each link importing only those before it:

    languages, when      the languages there are; days as half-open spans
    problems             what is wrong with a file
    tables, layers       a folder's CSV tables and GeoJSON layers, typed and checked
    translations         names in languages that have no column in the tables
    control, events      periods to holders on a day; events and excerpts in a window
    names                every spelling to its id
    rules, folder        what must hold between tables and layers; a folder with its problems
    atlas                load_atlas(folder) -> Atlas; Atlas.on(day) -> Snapshot
    view                 the day, region and language a reader looks at
    map                  Atlas -> the folium map, built once
    page                 everything that imports streamlit
"""

from geo.atlas import Atlas, Snapshot, load_atlas

__all__ = ["Atlas", "Snapshot", "load_atlas"]
