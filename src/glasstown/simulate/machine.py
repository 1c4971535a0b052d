"""How much memory the machine has left for a run: what the operating system and control groups say.

Where it cannot be read, nothing is said, and nothing is refused for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path("/")
KIB: Final = 1024
UNLIMITED: Final = 1 << 60
"""Bytes from which a limit of a control group is none."""

FILES: Final = (("memory.max", "memory.current"), ("memory.limit_in_bytes", "memory.usage_in_bytes"))
"""Limit and use of a control group, in its second version and in its first."""

GIVEN_BACK: Final = ("inactive_file", "active_file", "total_inactive_file", "total_active_file")
"""What a control group counts as used and gives back when memory is asked for: copies of files."""


def memory_left(root: Path = ROOT) -> int | None:
    """Bytes that a program may still take: the least of what the machine and its control groups leave.

    Args:
        root: where `proc` and `sys` are found.

    Returns:
        None where the operating system does not say.
    """
    found = [left for left in (_of_machine(root), *_of_groups(root)) if left is not None]
    return min(found) if found else None


def _of_machine(root: Path) -> int | None:
    for line in _text(root / "proc" / "meminfo").splitlines():
        name, _, value = line.partition(":")
        if name == "MemAvailable" and value.split()[:1] and value.split()[0].isdigit():
            return int(value.split()[0]) * KIB
    return None


def _of_groups(root: Path) -> Iterator[int | None]:
    """What each control group that this program is in leaves, from its own up to the topmost."""
    top = root / "sys" / "fs" / "cgroup"
    for line in _text(root / "proc" / "self" / "cgroup").splitlines():
        number, _, rest = line.partition(":")
        kinds, _, path = rest.partition(":")
        if number == "0":
            mount = top
        elif "memory" in kinds.split(","):
            mount = top / "memory"
        else:
            continue
        inside = [part for part in path.split("/") if part and part != ".."]
        for length in range(len(inside), -1, -1):
            yield _of_group(mount.joinpath(*inside[:length]))


def _of_group(folder: Path) -> int | None:
    for limit_name, use_name in FILES:
        limit, use = _number(folder / limit_name), _number(folder / use_name)
        if limit is not None and use is not None and limit < UNLIMITED:
            return max(limit - use + _given_back(folder), 0)
    return None


def _given_back(folder: Path) -> int:
    """Bytes of copies of files; the first version of control groups tells its own and those of all below."""
    rows = dict(line.split(" ", 1) for line in _text(folder / "memory.stat").splitlines() if " " in line)
    total = [int(rows[name]) for name in GIVEN_BACK if name.startswith("total_") and rows.get(name, "").isdigit()]
    own = [int(rows[name]) for name in GIVEN_BACK if not name.startswith("total_") and rows.get(name, "").isdigit()]
    return sum(total or own)


def _number(path: Path) -> int | None:
    text = _text(path).strip()
    return int(text) if text.isdigit() else None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
