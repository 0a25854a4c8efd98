"""Processes of their own that read documents, so that nothing a reader brings can stop the server.

Each starts when it is first needed, stays warm from job to job, and is killed and replaced when a
document takes too long or brings it down; the documents after that one are read all the same.
"""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, cast

from geo.articles.frames import Done, Ready, Started, read_frame, write_frame
from geo.articles.jobs import Job, Result, failed
from geo.message import Message

_AHEAD = 4
_SECONDS_TO_START, _SECONDS_TO_END = 120.0, 5.0


@dataclass(frozen=True)
class Limits:
    """What one document may take: seconds by the clock, and megabytes beyond those of an idle worker."""

    seconds: float = 30.0
    megabytes: int = 1024


class Workers:
    """At most `count` processes that read for a data folder; threads may share them. Close them."""

    def __init__(
        self,
        data: Path | str = "data",
        *,
        count: int = 1,
        limits: Limits | None = None,
        read: str = "geo.articles.reading:read",
    ) -> None:
        self._limits = limits or Limits()
        asked = [str(data), str(self._limits.megabytes), read]
        self._command = [sys.executable, "-m", "geo.articles.worker", *asked]
        self._idle: queue.LifoQueue[_Process | None] = queue.LifoQueue()
        for _ in range(count):
            self._idle.put(None)

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the processes that are idle; those at work end with their job."""
        for _ in range(self._idle.qsize()):
            process = self._idle.get()
            if process:
                process.kill()
            self._idle.put(None)

    def results(self, job: Job, *, skip: int = 0) -> Iterator[Result]:
        """What becomes of each document of the job but the first `skip`, as it is read.

        Closing the iterator stops the reading.
        """
        done, started = skip, None
        while True:
            try:
                with self._process() as process:
                    process.send((job, done))
                    for message in process.messages(self._limits.seconds):
                        if isinstance(message, Started):
                            started = message
                        elif isinstance(message, Result):
                            done, started = done + 1, None
                            yield message
                return
            except _LostError as lost:
                if started is None:
                    yield failed(Started(job.name, 1.0), lost.reason)
                    return
                yield failed(started, lost.reason)
                done, started = done + 1, None

    @contextmanager
    def _process(self) -> Iterator[_Process]:
        """An idle process, which is killed unless it comes to the end of its job."""
        process = self._idle.get()
        try:
            if process is None or not process.is_alive():
                process = _Process(self._command)
            finished = False
            yield process
            finished = True
        finally:
            if process and not finished:
                process.kill()
                process = None
            self._idle.put(process)


class NotStartedError(RuntimeError):
    """The worker cannot start: `message` is for a person.

    `str()` of it, for commands and logs, also has the detail, which may name files.
    """

    def __init__(self, message: Message, *, detail: str = "") -> None:
        super().__init__(f"{message} ({detail})" if detail else str(message))
        self.message = message


class _LostError(Exception):
    """The process did not come to the end of a document; `reason` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


class _Process:
    """A running worker."""

    def __init__(self, command: list[str]) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._messages: queue.Queue[Any] = queue.Queue(_AHEAD)
        pump = partial(_pump, cast(BinaryIO, self._process.stdout), self._messages)
        self._pump = threading.Thread(target=pump, daemon=True)
        self._pump.start()

        ready = self._first()
        if ready.fault:
            self.kill()
            message = Message("The reader cannot be started: {fault}.", fault=ready.fault)
            raise NotStartedError(message, detail=ready.detail)

    def _first(self) -> Ready:
        """What the worker says once it has started, or why it says nothing."""
        try:
            ready = self._next(_SECONDS_TO_START)
        except _LostError:
            return Ready(f"{_SECONDS_TO_START:g} s")
        if isinstance(ready, Ready):
            return ready
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_SECONDS_TO_END)
        return Ready(f"exit {self._process.poll()}")

    def is_alive(self) -> bool:
        """True while the process runs."""
        return self._process.poll() is None

    def send(self, task: tuple[Job, int]) -> None:
        """Gives the worker a job and how many of its documents to pass over; raises _LostError."""
        try:
            write_frame(cast(BinaryIO, self._process.stdin), task)
        except OSError:
            raise _LostError(Message("It was not read: the reader broke off at it.")) from None

    def messages(self, seconds: float) -> Iterator[Started | Result]:
        """What the worker says of its job; raises _LostError where it says nothing for so long."""
        while not isinstance(message := self._next(seconds), Done):
            if message is None:
                raise _LostError(Message("It was not read: the reader broke off at it."))
            yield message

    def _next(self, seconds: float) -> Any:
        """The next message, None where the worker has ended; raises _LostError after so many seconds."""
        try:
            return self._messages.get(timeout=seconds)
        except queue.Empty:
            slow = Message(
                "It was not read to the end: it takes longer than {seconds} seconds.", seconds=round(seconds)
            )
            raise _LostError(slow) from None

    def kill(self) -> None:
        """Ends the process at once and frees what it held."""
        self._process.kill()
        while self._pump.is_alive():
            with suppress(queue.Empty):
                self._messages.get(timeout=0.01)
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()


def _pump(stream: BinaryIO, messages: queue.Queue[Any]) -> None:
    """Passes on what the worker writes, and None when it has ended."""
    while True:
        try:
            messages.put(read_frame(stream))
        except Exception:  # the end of the stream, or a message cut off where the worker was killed
            messages.put(None)
            return
