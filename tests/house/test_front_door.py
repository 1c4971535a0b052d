"""`import glasstown as gt`: what the front door of the package hands out, and what it does not load."""

from __future__ import annotations

import subprocess
import sys

import pytest

import glasstown


@pytest.mark.parametrize("name", dir(glasstown))
def test_every_public_name_is_there_and_documented(name):
    assert getattr(glasstown, name).__doc__


def test_an_unknown_name_says_what_there_is():
    with pytest.raises(AttributeError, match="build_society"):
        _ = glasstown.utils


def test_importing_the_package_loads_neither_numba_nor_polars():
    code = "import glasstown, sys; dir(glasstown); print(sorted({'numba', 'polars', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_scheme_is_lived_in_a_few_lines(tmp_path):
    from datetime import date

    gt = glasstown
    scheme = gt.read_scheme(gt.find_scheme("suining-2010"))
    asked = gt.RunRequest(
        scheme, people=300, days=28, step_days=7, seed=1, start=date(2020, 1, 1), out=tmp_path / "run"
    )
    outcome = gt.live(asked)
    assert {"punished", "late-bills"} <= {finding.slug for finding in gt.assess(gt.open_worlds(outcome.folder))}
    assert gt.open_run(outcome.folder).table("people").height == 300
