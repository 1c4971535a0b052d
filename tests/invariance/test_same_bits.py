"""Threads, blocks, compilation, folders and observers: no part of a result (contract C2)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import polars as pl
import pytest

import glasstown
from engine.lives import Lived, live, request, scheme_of
from glasstown.kernels.jit import JIT_IS_ON
from glasstown.ledger.reader import open_run
from glasstown.simulate import run
from scheme.dense import DENSE

LARGE = {"people": 5_000, "days": 60, "step_days": 14}
SMALL = {"people": 200, "days": 28, "step_days": 7}
TABLES = ("steps", "grade_counts", "act_counts", "acts", "sightings", "entries", "spells", "grades", "blocked",
          "places_given", "harms", "panel")  # fmt: skip


@cache
def usual(text: str | None) -> Lived:
    return live(scheme_of(text) if text else None, **LARGE)


def assert_same(one: Lived, other: Lived) -> None:
    assert (one.digest, one.life_digest) == (other.digest, other.life_digest)
    for name in TABLES:
        assert one.table(name).equals(other.table(name)), name


@pytest.mark.parametrize("text", [None, DENSE], ids=["none", "dense"])
@pytest.mark.parametrize(("threads", "block"), [(2, 1024), (1, 1), (2, 64), (1, 300), (3, 5_000)])
def test_threads_and_blocks_are_no_part_of_the_result(text, threads, block):
    asked = request(scheme_of(text) if text else None, threads=threads, block=block, **LARGE)
    assert_same(live(asked), usual(text))


@pytest.mark.large
@pytest.mark.parametrize("threads", [1, 2])
def test_a_folder_holds_what_was_lived(tmp_path, threads):
    """The run folder, through the ledger's own writer and reader, holds the rows of the lived world."""
    asked = request(scheme_of(DENSE), out=tmp_path / "run", threads=threads, block=64, **LARGE | {"people": 1_500})
    outcome = run.live(asked)
    world = live(request(scheme_of(DENSE), **LARGE | {"people": 1_500}))
    ledger = open_run(tmp_path / "run")
    assert (outcome.digest, outcome.life_digest) == (world.digest, world.life_digest)
    assert (ledger.manifest.digest, ledger.manifest.life_digest) == (world.digest, world.life_digest)
    for name in TABLES:
        assert ledger.table(name).equals(world.table(name)), name
    log = pl.DataFrame(ledger.log()).cast(dict(world.table("steps").schema))
    assert log.select(world.table("steps").columns).equals(world.table("steps"))


PRINT_DIGESTS = f"""
import json
from engine.lives import live, scheme_of
from glasstown.kernels.jit import JIT_IS_ON
from scheme.dense import DENSE
worlds = [live(scheme_of(text) if text else None, **{SMALL}) for text in (None, DENSE)]
print(json.dumps([JIT_IS_ON, [[w.digest, w.life_digest] for w in worlds]]))
"""


def digests_in_another_process(**environment: str) -> list[object]:
    paths = [str(Path(glasstown.__file__).parents[1]), str(Path(__file__).parents[1])]
    answer = subprocess.run(
        [sys.executable, "-c", PRINT_DIGESTS],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout.splitlines()[-1])


def test_plain_python_comes_to_the_bits_of_compiled_kernels():
    was_compiled, digests = digests_in_another_process(NUMBA_DISABLE_JIT="1" if JIT_IS_ON else "0")
    assert was_compiled != JIT_IS_ON
    here = [live(scheme_of(text) if text else None, **SMALL) for text in (None, DENSE)]
    assert digests == [[world.digest, world.life_digest] for world in here]
