"""Add articles: the second view of the page, opened by `?view=add`, and the reader's own records.

    door (the way in and out) · kept (the library, and the atlas with its confirmed records)
    intake (documents -> readings -> library) · bring (drop or paste) · shelf (the list, export)
    opened (one article) · marked (its text in pieces) · proposals (its drafts, ready for words)
    cards (confirm, reject, undo) · edit (forms) · decisions (what a press does) · templates (escaped)

Nothing here is imported while the atlas alone is shown, but door and kept, which are light.
"""
