"""Articles that somebody has brought and that are not read yet: kept in the session for its next run.

Whatever is done in the page while files are read (another file dropped, an article opened) stops the
run that reads them. What was read is in the library; the next run goes on behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from threading import Lock

import streamlit as st

from geo.articles.jobs import Job
from geo.page.articles.ingest import IngestResult

_WAITING = "articles-waiting"


@dataclass
class Waiting:
    """What waits, by a name of its own, in order; and what became of what was read since the last end.

    `read` counts the documents that are read of the first, `seen` has the names of all that came. Who
    reads holds `lock`: Streamlit starts the next run before the one that it stops has ended.
    """

    jobs: dict[str, Callable[[], Job]] = field(default_factory=dict)
    result: IngestResult = field(default_factory=IngestResult)
    read: int = 0
    seen: set[str] = field(default_factory=set)
    lock: Lock = field(default_factory=Lock)

    def add(self, name: str, job: Callable[[], Job]) -> None:
        """Takes in what a reader brings; what came already is passed over."""
        if name not in self.seen:
            self.seen.add(name)
            self.jobs[name] = job

    def leave_only(self, names: Collection[str], *, start: str) -> None:
        """Takes out what begins with `start` and is not among the names: the reader has taken it back."""
        gone = [name for name in self.jobs if name.startswith(start) and name not in names]
        if self.jobs and next(iter(self.jobs)) in gone:
            self.read = 0
        for name in gone:
            del self.jobs[name]

    def each(self) -> Iterator[Callable[[], Job]]:
        """What waits, one after the other; each leaves when the next is asked for."""
        while self.jobs:
            name = next(iter(self.jobs))
            yield self.jobs[name]
            self.jobs.pop(name, None)
            self.read = 0


def waiting() -> Waiting:
    """What waits in this session."""
    found: Waiting = st.session_state.setdefault(_WAITING, Waiting())
    return found


def finish() -> IngestResult:
    """What became of all that was read; then nothing waits any more."""
    result = waiting().result
    st.session_state[_WAITING] = Waiting()
    return result
