"""Imports go down only; planted violations are caught, so the contracts are not asleep."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from repository import PACKAGE, ROOT

PLANTS = [
    ("audit/planted.py", "import glasstown.simulate", "The auditor sees only the ledger"),
    ("society/planted.py", "import glasstown.compiled", "Imports go down only"),
    ("society/planted.py", "import glasstown.scheme", "do not know the scheme"),
    ("ledger/planted.py", "import glasstown.report", "Imports go down only"),
    ("behaviours/planted.py", "import numba", "Only kernels.jit imports numba"),
    ("simulate/planted.py", "import polars", "Data frames stay out of the hot rooms"),
    ("review/planted.py", "import glasstown.ledger", "Review is static"),
    ("vocab/planted.py", "import glasstown.kernels", "Imports go down only"),
    ("a_new_room/__init__.py", "", "Imports go down only"),
]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts over the copy of the package that lies in a folder."""
    return subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the package with its contracts."""
    shutil.copytree(PACKAGE, tmp_path / "src" / "glasstown", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold(copy):
    done = lint_imports(copy)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(("place", "line", "contract"), PLANTS)
def test_a_planted_violation_is_caught(copy, place, line, contract):
    planted = copy / "src" / "glasstown" / place
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(line + "\n")
    done = lint_imports(copy)
    assert done.returncode != 0
    broken = [row for row in done.stdout.splitlines() if " BROKEN" in row]
    missing_floor = "Imports go down only" in contract and "a_new_room" in done.stdout + done.stderr
    assert missing_floor or any(contract in row for row in broken), done.stdout


def test_every_room_of_the_picture_exists():
    layers = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]["layers"]
    rooms = {room for layer in layers for room in layer.split(" | ")}
    assert rooms == {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    picture = (ROOT / "ARCHITECTURE.md").read_text().split("```")[1]
    assert [room for room in rooms if room not in picture] == []
