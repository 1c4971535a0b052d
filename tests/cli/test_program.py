"""The real program, as a process."""

from __future__ import annotations

import subprocess
import sys

import pytest


def glasstown(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "glasstown", *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("statement", "unwanted"),
    [
        ("import glasstown", {"numpy", "numba", "polars", "pyarrow", "altair", "typer"}),
        ("import glasstown.cli.main", {"numpy", "numba", "polars", "pyarrow", "altair", "vl_convert", "jinja2"}),
        ("import glasstown.ledger.writer", {"polars", "altair", "duckdb", "pandas"}),
        ("import glasstown.report.build", {"numba", "altair", "vl_convert"}),
    ],
)
def test_what_is_slow_loads_only_when_needed(statement, unwanted):
    code = f"{statement}\nimport sys\nprint(*sorted({unwanted!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_version_and_help():
    done = glasstown("--version")
    assert done.returncode == 0
    assert done.stdout.startswith("glasstown ")
    assert "resume" in glasstown("--help").stdout


def test_exit_codes_of_a_process():
    assert glasstown("schemes").returncode == 0
    assert glasstown("show", "no-such-run").returncode == 1
    assert glasstown("dance").returncode == 2


def test_a_reader_that_goes_away_is_no_failure():
    command = f"{sys.executable} -m glasstown schemes suining-2010 --json | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
