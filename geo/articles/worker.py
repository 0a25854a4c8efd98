"""The process of its own in which documents are read: `python -m geo.articles.worker DATA MEGABYTES READ`.

It takes jobs from standard input and writes what becomes of each document to standard output, as
frames (frames.py). The process that started it (workers.py) kills it where a document takes too long.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from geo.articles.frames import Done, Ready, Started, read_frame, write_frame
from geo.articles.jobs import Job, Read, documents_of, result_of
from geo.articles.reading import Reader, open_reader

_CPU_SECONDS = 600


def main(arguments: list[str]) -> int:
    """Reads jobs until standard input ends; returns 1 if the data folder cannot be read."""
    data, megabytes, function = arguments
    jobs, results = _channels()
    try:
        reader, read = open_reader(data), _named(function)
    except Exception as error:  # the one that started this says it to its user
        write_frame(results, Ready(type(error).__name__, str(error)))
        return 1
    _limit_memory(int(megabytes))
    write_frame(results, Ready())
    while True:
        try:
            job, skip = read_frame(jobs)
        except EOFError:
            return 0
        _limit_time()
        _run(job, skip, reader, read, lambda message: write_frame(results, message))
        gc.collect()


def _run(job: Job, skip: int, reader: Reader, read: Read, send: Callable[[object], None]) -> None:
    """Sends the name of each document of the job before it is read, and then what became of it."""
    for document in islice(documents_of(job), skip, None):
        send(Started(document.name, document.share))
        send(result_of(document, job, reader, read))
    send(Done())


def _channels() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output; whatever a library prints goes to standard error instead."""
    results = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return sys.stdin.buffer, results


def _named(function: str) -> Read:
    module, _, name = function.partition(":")
    return getattr(importlib.import_module(module), name)


def _limit_memory(megabytes: int) -> None:
    """Lets the process take so much more than it has now; where the system cannot say or limit, no limit."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (limit, resource.getrlimit(resource.RLIMIT_AS)[1]))
    except (ImportError, OSError, ValueError):
        return


def _limit_time() -> None:
    """Ends the process after ten more minutes at work, should the one that started it be gone."""
    try:
        import resource

        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        limit = int(used) + _CPU_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    except (ImportError, OSError, ValueError):
        return


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
