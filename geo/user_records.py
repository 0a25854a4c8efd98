"""The ids of a reader's own records: how they are made, and how such a record is known by them everywhere."""

from __future__ import annotations

# The tag that events.csv gives to a reader's own event, for those who only see the table.
USER_TAG = "own"
_PREFIX = "own-"
_DIGITS = 12


def user_record_id(text_sha256: str, part: str = "") -> str:
    """The id of an article that a reader added, or of the event or excerpt `part` of it."""
    article = _PREFIX + text_sha256[:_DIGITS]
    return f"{article}-{part}" if part else article


def is_user_record(record_id: str) -> bool:
    """True for the id of an event, excerpt, article or source that a reader added."""
    return record_id.startswith(_PREFIX)
