"""The engine is broken on purpose, one place at a time, in a copy: the test that is named must see it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from repository import ROOT
from truths.breaks import BREAKS, page

PACKAGE = ROOT / "src" / "glasstown"
FAILED, PASSED = 1, 0


def outcome(test: str, source: Path) -> tuple[int, str]:
    """How pytest ends when one test is run, as plain Python, with the package in that folder."""
    plain = {"PYTHONPATH": str(source), "NUMBA_DISABLE_JIT": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", test],
        cwd=ROOT, env={**os.environ, **plain}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout[-2000:]


@pytest.mark.parametrize("broken", BREAKS, ids=lambda one: one.id)
def test_the_place_is_there_once(broken):
    assert (PACKAGE / broken.file).read_text(encoding="utf-8").count(broken.old) == 1
    assert broken.new != broken.old
    file, _, name = broken.test.partition("::")
    assert f"def {name.partition('[')[0]}(" in (ROOT / file).read_text(encoding="utf-8")


def test_the_page_tells_every_break():
    assert (ROOT / "docs" / "audit-breaks.md").read_text(encoding="utf-8") == page()
    assert len({one.id for one in BREAKS}) == len(BREAKS) >= 20


@pytest.mark.nightly
@pytest.mark.parametrize("broken", BREAKS, ids=lambda one: one.id)
def test_a_break_is_seen(broken, tmp_path):
    copy = tmp_path / "src"
    shutil.copytree(PACKAGE, copy / "glasstown", ignore=shutil.ignore_patterns("__pycache__"))
    place = copy / "glasstown" / broken.file
    place.write_text(place.read_text(encoding="utf-8").replace(broken.old, broken.new), encoding="utf-8")
    code, told = outcome(broken.test, copy)
    assert code == FAILED, f"{broken.id} is not seen by {broken.test}: pytest ended with {code}\n{told}"


@pytest.mark.nightly
@pytest.mark.parametrize("test", sorted({one.test for one in BREAKS}))
def test_without_the_break_it_passes(test):
    code, told = outcome(test, PACKAGE.parent)
    assert code == PASSED, told
