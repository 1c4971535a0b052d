"""Where things stand in a run folder."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SCHEME: Final = "scheme.toml"
SOCIETY: Final = "society.toml"
"""The society file, where the run was not given a society that comes with the package."""
LOG: Final = "log.jsonl"
TABLES: Final = "tables"
CHECKPOINTS: Final = "checkpoint"
DERIVED: Final = "derived"
"""Outside the seal: reports and pages made from the run."""
BASELINE: Final = "baseline"
"""A whole run folder of its own: the paired world without the scheme."""
LOCK: Final = ".lock"


def part_path(table: str, number: int) -> str:
    """Path of the part of a table, inside the run folder."""
    return f"{TABLES}/{table}/part-{number:06d}.parquet"


def checkpoint_folder(folder: Path, step: int) -> Path:
    """Folder of the checkpoint taken before `step`."""
    return folder / CHECKPOINTS / f"step-{step:06d}"


def stored_parts(folder: Path) -> list[str]:
    """Paths of all files under the tables, sorted, inside the run folder."""
    root = folder / TABLES
    return sorted(path.relative_to(folder).as_posix() for path in root.rglob("*") if path.is_file())
