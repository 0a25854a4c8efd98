"""The Karabakh Atlas: who held what, what happened and who says so, on any day from 1988 on.

The chain, each link importing only those before it (CONTRIBUTING.md has the map of the house):

    languages, when, typed_dates   the languages there are; days as half-open spans; dates as people type them
    message, problems, language    what is said to a person; what is wrong with a file; the page's words
    descriptor, tables, layers     a folder's description, CSV tables and GeoJSON layers, typed and checked
    translations                   names in the languages that have no column in the tables
    names, control, events         every spelling to its id; who held what; what happened
    rules, folder, check           what must hold between the tables; a folder with its problems
    atlas, view, event_view        load_atlas(folder) -> Atlas; .on(day) -> Snapshot; what a reader looks at
    articles, exports              a text to places, dates and drafts; the atlas to files
    web, map, page                 Atlas -> the browser's files; the map; everything that imports streamlit
    boundaries                     offline: what others drew to data/layers; nobody imports it
"""

from geo.atlas import Atlas, Snapshot, load_atlas

__all__ = ["Atlas", "Snapshot", "load_atlas"]
