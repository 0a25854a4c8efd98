"""Articles that a reader brings: from bytes to dated, placed, attributed drafts and excerpts.

It proposes, a person decides.

files, archives, file_types, json_lines    file, folder, zip -> Documents (unread)
formats (html, page_data, markdown, pdf, office, mail), decode    Document -> Raw
clean, language, datelines, layout, published, sentences, article    Raw -> Article
spellings, roles, places  Article -> Mentions
dates, resolve            sentences -> Dated
kinds, claims, facts       sentences -> Facts (what was found in each)
timing, adjacent_date, scenes, matching, drafts    Facts -> Drafts (proposed events)
excerpts                  Drafts -> Excerpts
reading                   the whole way; report prints it
fetch, urls               a page on the web as a job; which addresses are one page
jobs, worker, frames, workers    what a reader brings, read in a process of its own within limits
"""

from geo.articles.files import raw_documents, raw_of_bytes
from geo.articles.model import Article, Draft, Excerpt, Raw, Reading
from geo.articles.reading import Reader, open_reader, read
from geo.articles.report import as_json, as_text

__all__ = [
    "Article", "Draft", "Excerpt", "Raw", "Reader", "Reading", "as_json", "as_text", "open_reader",
    "raw_documents", "raw_of_bytes", "read",
]  # fmt: skip
