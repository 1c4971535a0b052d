"""The engine lives the same lives as its slow twin, to the bit and row by row."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from glasstown.ledger.reader import open_run
from glasstown.scheme.library import find
from glasstown.scheme.read import parse_scheme, read_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from scheme.dense import DENSE
from twin.life import live as live_twin
from twin.world import World


def both(tmp_path, scheme, people, days, step_days, seed):
    request = RunRequest(scheme=scheme, people=people, days=days, step_days=step_days, seed=seed,
                         start=date(2020, 1, 1), out=tmp_path / "run", baseline="none")
    outcome = live(request)
    ledger = open_run(tmp_path / "run")
    return outcome, ledger, live_twin(World(scheme, people=people, days=days, step_days=step_days, seed=seed))


def as_tuples(rows, columns):
    return sorted(tuple(int(row[name]) for name in columns) for row in rows)


def test_all(tmp_path):
    import time
    scheme = parse_scheme(DENSE)
    t = time.time()
    outcome, ledger, (rows, digest, life) = both(tmp_path, scheme, 200, 365, 7, 1)
    print(time.time() - t)
    for name, twin in rows.items():
        frame = ledger.table(name)
        print(name, len(twin), frame.height)
        assert as_tuples(frame.to_dicts(), frame.columns) == as_tuples(twin, frame.columns), name
    assert (outcome.digest, outcome.life_digest) == (digest, life)
