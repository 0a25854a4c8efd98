"""A PostgreSQL server of its own for the tests, on loopback, from the binaries of Debian's package."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def binaries() -> Path | None:
    """The folder of the newest initdb and pg_ctl installed, or None."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")]
    return max(found, key=lambda path: int(path.parent.name), default=None)


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The URL (without a database) of a server that runs until the end; its files go away with it."""
    home = Path(tempfile.mkdtemp(prefix="atlas-pg-", dir="/tmp"))
    as_other = os.geteuid() == 0  # the server refuses to run as root
    if as_other:
        shutil.chown(home, "postgres")
    user = ["runuser", "-u", "postgres", "--"] if as_other else []
    port = _free_port()
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={home} -c fsync=off"
    control = [*user, str(folder / "pg_ctl"), "-D", f"{home}/data", "-w", "-t", "60"]
    try:
        _run(
            [*user, str(folder / "initdb"), "-D", f"{home}/data", "-U", "atlas", "-A", "trust", "-E", "UTF8"]
        )
        _run([*control, "-o", options, "-l", f"{home}/log", "start"])
        try:
            yield f"postgresql+psycopg://atlas@127.0.0.1:{port}"
        finally:
            _run([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(command: list[str]) -> None:
    done = subprocess.run(command, cwd="/tmp", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stdout}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
