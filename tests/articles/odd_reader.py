"""A reader for the tests of workers: it hangs, grows, dies or stumbles where the text asks it to."""

from __future__ import annotations

import os
import threading
from datetime import date

from geo.articles import Raw, Reader, Reading
from geo.articles.reading import read as read_well


def read(raw: Raw, reader: Reader, *, published: date | None = None) -> Reading:
    """The reading, unless the text begins with one of these words."""
    word = raw.text.split()[0]
    if word == "Hang":
        threading.Event().wait()
    if word == "Grow":
        held = [bytearray(2**20) for _ in range(2**20)]
        del held
    if word == "Die":
        os._exit(3)
    if word == "Stumble":
        raise OverflowError(word)
    if word == "Speak":
        print("this must not reach the results")
    return read_well(raw, reader, published=published)
