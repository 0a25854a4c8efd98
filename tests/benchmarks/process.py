"""What a server of ours costs the machine: its memory and its processor's time, read from /proc."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

_TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


def rss_mib(url: str) -> float | None:
    """Resident MiB of the server at the address; None where /proc does not tell."""
    process = _process(url)
    if process is None:
        return None
    lines = (process / "status").read_text().splitlines()
    return round(int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024, 1)


def cpu_seconds(url: str) -> float | None:
    """Seconds of processor time that the server at the address has used; None where /proc does not tell."""
    process = _process(url)
    if process is None:
        return None
    # Behind the name, which may hold anything, utime and stime are the 12th and 13th.
    fields = (process / "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS_A_SECOND


def _process(url: str) -> Path | None:
    wanted = f"--server.port={urlsplit(url).port}"
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if wanted in (process / "cmdline").read_text().split("\0"):
                return process
        except OSError:
            continue
    return None
