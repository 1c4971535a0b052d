"""Living a small town in the engine and in its twin, and laying both ledgers side by side."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import lru_cache
from pathlib import Path
from unittest.mock import patch

from glasstown.ledger.kept import keyed_sample
from glasstown.ledger.model import LIVES_SAMPLE
from glasstown.ledger.reader import open_run
from glasstown.simulate.overrides import overrides_of
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from glasstown.society.build import build
from glasstown.vocab.change import NOTHING
from twin.life import live as live_twin
from twin.society import lived_in
from twin.tables import NAMES
from twin.world import World


def engine(folder, scheme, **how):
    """The engine's ledger of a town; `how` holds people, days, step_days, seed and more."""
    request = RunRequest(scheme=scheme, start=date(2020, 1, 1), out=folder, **how)
    live(request)
    return open_run(folder)


def rows_of(name, rows, columns):
    """Rows as tuples in a settled order; movements of one score keep the order in which they were made."""
    tuples = [tuple(int(row[column]) for column in columns) for row in rows]
    return sorted(tuples, key=lambda row: row[0]) if name == "entries" else sorted(tuples)


def assert_same(ledger, twin):
    rows, digest, life_digest = twin
    m = ledger.manifest
    traced = keyed_sample("lives", people=m.people, size=LIVES_SAMPLE, seed=m.seed, replicate=m.replicate)
    traced = set(traced.tolist())
    rows = rows | {name: [row for row in rows[name] if row["resident"] in traced] for name in ("acts", "gauges")}
    for name in NAMES:
        frame = ledger.table(name)
        assert rows_of(name, frame.to_dicts(), frame.columns) == rows_of(name, rows[name], frame.columns), name
    for name in (name for name in rows if name.startswith("organisation")):
        frame = ledger.table(name)
        assert rows_of(name.removeprefix("organisation_"), frame.to_dicts(), frame.columns) == rows_of(
            name.removeprefix("organisation_"), rows[name], frame.columns
        ), name
    assert (ledger.manifest.digest, ledger.manifest.life_digest) == (digest, life_digest)


drawn = lru_cache(maxsize=4)(build)


def live_both(scheme, *, people, days, step_days, seed, replicate=0, without=(), society=None, change=NOTHING):
    """Live a town twice, compare everything, and return the twin's rows.

    The people are drawn once for both, and for the next town if it has the same: they have a twin of their own in
    `tests/society`, and in plain Python a district takes longer to draw than a small town takes to live.
    """
    how = {"people": people, "days": days, "step_days": step_days, "seed": seed, "replicate": replicate}
    off = {name.removeprefix("response:") for name in without}
    with patch("twin.world.build", drawn), lived_in(society):
        one = overrides_of(change)
        twin = live_twin(World(scheme, **how, without=frozenset(off), otherwise=one))
    more = {"society": str(society)} if society else {}
    more |= {"change": change, "of": "0" * 32} if change else {}
    with patch("glasstown.simulate.run.build", drawn), tempfile.TemporaryDirectory() as folder:
        assert_same(engine(Path(folder) / "run", scheme, baseline="none", without=without, **how, **more), twin)
    return twin[0]


def live_town_both(scheme, *, people, days, step_days, seed):
    """The same of the world without the scheme that a run lives beside it: the paired world of its folder."""
    how = {"people": people, "days": days, "step_days": step_days, "seed": seed}
    with patch("twin.world.build", drawn):
        twin = live_twin(World(None, **how, town=scheme))
    with patch("glasstown.simulate.run.build", drawn), tempfile.TemporaryDirectory() as folder:
        assert_same(engine(Path(folder) / "run", scheme, **how).baseline(), twin)
    return twin[0]
