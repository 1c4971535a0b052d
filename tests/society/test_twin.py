"""The kernels draw the same people as a slow, obvious twin; compiled or not, for any number of threads."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from glasstown.kernels.jit import JIT_IS_ON
from glasstown.kernels.philox import stream_key
from glasstown.society.build import build, draw_town
from glasstown.society.place import province_of, urban_of
from glasstown.society.population import COLUMNS, columns_digest
from glasstown.society.spec import load_spec
from society_twin import district


@pytest.mark.jit_off
@pytest.mark.bounds
@pytest.mark.parametrize(("number", "seed"), [(0, 1), (1, 7)])
def test_a_district_is_that_of_the_twin(number, seed):
    spec = load_spec()
    town = build(spec, seed=seed, people=(number + 1) * 4096)
    twins = district(spec, number, seed, urban_of(number, spec), province_of(number, spec))
    for name in COLUMNS:
        drawn = getattr(town, name)[..., number * 4096 :]
        expected = np.array([person[name] for person in twins])
        assert np.array_equal(drawn if drawn.ndim == 1 else drawn.T, expected), name


def test_plain_python_draws_the_same_people():
    """The other way of running than this one, in a process of its own; once is enough, wherever this one runs."""
    script = (
        "from glasstown.society.build import build; from glasstown.society.spec import load_spec; "
        "print(build(load_spec(), seed=3, people=300).digest)"
    )
    env = {**os.environ, "NUMBA_DISABLE_JIT": "1" if JIT_IS_ON else "0"}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == build(load_spec(), seed=3, people=300).digest


@pytest.mark.bounds
def test_threads_draw_the_same_people():
    spec = load_spec()
    key = stream_key("people", 1)
    digests = {columns_digest(draw_town(spec, key, 30_000, threads)) for threads in (1, 2, 3)}
    assert digests == {build(spec, seed=1, people=30_000).digest}
