"""What the benchmark ran on, and how much of the machine others took meanwhile."""

from __future__ import annotations

import os
import platform
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

STAT: Final = Path("/proc/stat")
CPU: Final = Path("/proc/cpuinfo")
BUSY_BY_OTHERS: Final = 0.1
"""Above this share of the machine a row is measured again."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The quickest of some runs by the clock, the least processor time, and the share that others took meanwhile.

    Processor time is that of this process; `others` is None where nobody counts.
    """

    seconds: float
    cpu_seconds: float
    others: float | None


def describe() -> dict[str, str | int]:
    """Processor, cores and versions."""
    names = ("numpy", "numba", "llvmlite")
    return {
        "processor": _processor(),
        "cores": os.cpu_count() or 1,
        "system": platform.system(),
        "python": platform.python_version(),
        **{name: version(name) for name in names},
    }


def quickest(prepare: Callable[[], object], live: Callable[[object], object], *, repeats: int, most: int) -> Measured:
    """Live several times and keep the quickest; as long as others took over a tenth, up to `most` times.

    Args:
        prepare: makes what one run needs; not timed.
        live: one run.
        repeats: runs at least.
        most: runs at most.
    """
    best = Measured(float("inf"), float("inf"), None)
    for number in range(most):
        subject = prepare()
        busy, own, began = _busy(), time.process_time(), time.perf_counter()
        live(subject)
        seconds, cpu = time.perf_counter() - began, time.process_time() - own
        quicker = seconds < best.seconds
        others = _others(busy, cpu, seconds) if quicker else best.others
        best = Measured(min(seconds, best.seconds), min(cpu, best.cpu_seconds), others)
        quiet = best.others is None or best.others <= BUSY_BY_OTHERS
        if number + 1 >= repeats and quiet:
            break
    return best


def _processor() -> str:
    text = CPU.read_text() if CPU.exists() else ""
    found = re.search(r"^model name\s*:\s*(.*)$", text, flags=re.MULTILINE)
    return found.group(1) if found else platform.processor() or platform.machine()


def _busy() -> float | None:
    """Seconds that all cores have been busy since the machine started; None where nobody counts them."""
    if not STAT.exists():
        return None
    fields = [int(word) for word in STAT.read_text().split("\n", maxsplit=1)[0].split()[1:]]
    idle = fields[3] + fields[4]
    return (sum(fields[:8]) - idle) / os.sysconf("SC_CLK_TCK")


def _others(before: float | None, own: float, seconds: float) -> float | None:
    after = _busy()
    if before is None or after is None or seconds <= 0:
        return None
    return round(max(0.0, after - before - own) / (seconds * (os.cpu_count() or 1)), 3)
