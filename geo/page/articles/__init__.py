"""Add articles, the page at `/articles`, and the reader's own records.

    routes (to the articles and back) · user_records (the library, and the atlas with its confirmed records)
    page (composes it) · upload (drop, paste or fetch) · ingest (documents -> readings -> library)
    article_list (the list, export) · article_detail (one article) · annotated_text (its text in pieces)
    proposals (its drafts, ready for words) · cards (confirm, reject, undo) · forms · decisions · templates

Nothing here is imported while the atlas alone is shown, but routes and user_records, which are light.
"""
