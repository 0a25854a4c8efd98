"""The search box: every spelling of every place, every event title, eras and typed dates; Enter goes there.

model (plain data) -> a file the browser fetches when the box is first used -> search() mounts the box.
"""

from geo.page.search.model import Entry, SearchIndex, search_index
from geo.page.search.search import search

__all__ = ["Entry", "SearchIndex", "search", "search_index"]
