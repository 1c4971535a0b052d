"""The contenders of the benchmark live one model; ours and its twin in C live it to the same bits."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest
from benchmarks import c_twin, engine_row, integers, numpy_dense, numpy_expert, ours
from benchmarks.run import RESULTS
from benchmarks.tables import ACCEPTED, TIERS, draw_model, draw_people, faults_of

from machine import lack

MODEL = draw_model()
TABLES = integers.tables_of(MODEL)


def lived(people, steps=4, **how):
    state = integers.state_of(TABLES, draw_people(people))
    return ours.digest_of(state, ours.run(TABLES, state, steps, **how))


@pytest.mark.large
@pytest.mark.parametrize("people", [pytest.param(1, marks=pytest.mark.nightly), 1024, 2500])
def test_the_twin_in_c_lives_the_same_bits(tmp_path, people):
    if c_twin.compiler() is None:
        lack("no C compiler (cc, gcc or clang) on this machine")
    state = integers.state_of(TABLES, draw_people(people))
    outcome = c_twin.run(c_twin.build(tmp_path), TABLES, state, 4)
    assert ours.digest_of(state, outcome) == lived(people)


@pytest.mark.large
def test_threads_live_the_same_bits(monkeypatch):
    one = lived(5000)
    monkeypatch.setattr(ours, "CHUNK", 1024)
    assert lived(5000, threads=2) == one


@pytest.mark.large
@pytest.mark.parametrize("contender", ["ours", "plain", "expert"])
def test_every_contender_lives_the_model(contender):
    people = draw_people(20_000)
    if contender == "ours":
        outcome = ours.run(TABLES, integers.state_of(TABLES, people))
    else:
        outcome = {"plain": numpy_dense, "expert": numpy_expert}[contender].run(MODEL, people)
    assert faults_of(outcome.checks(), slack=2) == []
    assert outcome.histogram.sum() == outcome.moves.sum() == 12 * 20_000


@pytest.mark.parametrize("words", [[], ["5"], ["abc", "2"], ["0", "2"], ["-1", "2"], ["5", "2", "3"]])
def test_the_row_of_the_engine_says_what_it_wants(monkeypatch, capsys, words: list[str]):
    monkeypatch.setattr("sys.argv", ["engine_row", *words])
    with pytest.raises(SystemExit) as ended:
        engine_row.main()
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m benchmarks.engine_row PEOPLE THREADS")


def test_no_rate_of_the_model_lies_over_its_bound():
    people = draw_people(300)
    state = integers.state_of(TABLES, people)
    rows = TABLES.rate.reshape(-1, integers.RATE_ROW).astype(np.int64)
    traits = state.traits.reshape(-1, integers.TRAIT_ROW).astype(np.int64)
    by_tier = TABLES.by_tier.reshape(4, -1).astype(np.int64) - integers.ROOM
    for kind, row in enumerate(rows):
        family = kind % 4
        shift = (traits @ row[8:11] + 16) >> 5
        for tier in range(TIERS):
            rate, bound = row[tier] + shift, 8 * state.bound[family].astype(np.int64) + by_tier[family, tier]
            assert (rate > 0).all()
            assert (rate <= bound).all()
            assert (bound < 2048).all()


def test_the_last_results_have_the_form_that_is_promised():
    results = json.loads(RESULTS.read_text())
    rows = {row["name"]: row for row in results["rows"]}
    assert {"kernels, 1 thread", "kernels, 2 threads", "NumPy, plain", "NumPy, expert"} <= set(rows)
    for row in rows.values():
        lived = row["resident_steps_per_second"] * row["seconds"] / (row["people"] * row["steps"])
        worlds = 2 if row["name"].startswith("suining") else 1
        assert math.isclose(lived, worlds, rel_tol=1e-6)
        assert row["threads"] in {1, 2}
        assert row["bytes_per_resident"] is None or row["bytes_per_resident"] > 0
        assert set(ACCEPTED) <= set(row["checks"]) or not row["checks"]
    assert set(results["ratios"]) == {"c_twin_time", "numpy", "numpy_expert", "mesa"}
    assert results["faults"] == []
    assert {"processor", "cores", "python", "numpy", "numba"} <= set(results["machine"])
