"""The article library: what readers added, what was read in it, what they decided.

    Reading -> add -> articles, drafts, excerpts -> decide, undo -> own records -> map, timeline, CSV

    with open_library() as library:
        added = library.add(readings, who="Ani")
        library.decide(library.drafts(added.new[0])["draft_id"], "confirmed", who="Ani")
        atlas = own_atlas(atlas, library)

One SQLite file, or a PostgreSQL database that a newsroom shares: ATLAS_LIBRARY holds a path or
`postgresql+psycopg://user:password@host/database`; without it the file lies in the user's data folder.

- An article is one by its text (SHA-256, blind to spacing and invisible marks). Another text under a
  known address is saved as the next version of the first.
- Everything of one article is written in one transaction, so after a crash it is complete or not there.
- Nothing that was read is ever changed. Decisions are a log: a person's edits stand in the decision's
  row, an undo is a further row, and the state is what the rows that are not undone add up to.
- What is shown is plain text: a NUL is saved as ␀, half a surrogate pair as �, each one for one, so that
  offsets hold; `original` gives back the document as it came, to the last bit.

connect (where, transactions) · schema (tables, version) · column_types (text and messages) ·
annotations (by offset) · duplicates (one document or two) · save (add, remove) · rows, columns (reading
back) · checks (what a record must be) · decide (and undo) · own (records in the schema of data/) ·
export (CSV) · join (own records in an Atlas) · library (the handle).
"""

from geo.articles.library.connect import LibraryError
from geo.articles.library.decide import Decided
from geo.articles.library.export import Exported
from geo.articles.library.join import own_atlas, with_own
from geo.articles.library.library import Library, open_library
from geo.articles.library.own import Own
from geo.articles.library.save import Added, Known

__all__ = [
    "Added",
    "Decided",
    "Exported",
    "Known",
    "Library",
    "LibraryError",
    "Own",
    "open_library",
    "own_atlas",
    "with_own",
]
