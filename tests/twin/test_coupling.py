"""Worlds that differ in one thing share everything else: what is added, put in another order, or made likelier."""

from __future__ import annotations

from datetime import date

import pytest

from glasstown.ledger.reader import open_run
from glasstown.scheme.read import parse_scheme
from glasstown.simulate import acting, being_seen, first_day, judging
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from scheme.dense import DENSE
from twin.schemes import HEAVY

ACT = """\
[[act]]
id = "a-new-act"
title = "Something new, whose name comes first"
by = "adult"
victim = "nobody"
lawful = true
rate = 3
mark = "fiction"
cite = ["test-book"]

"""

SEEN = DENSE.replace('"queue-jumping", "late-bill",', '"queue-jumping", "loud-music", "late-bill",')


def run(folder, text, *, people=300, days=365, step_days=30, seed=2):
    request = RunRequest(scheme=parse_scheme(text), people=people, days=days, step_days=step_days, seed=seed,
                         start=date(2020, 1, 1), out=folder, baseline="none")  # fmt: skip
    live(request)
    return open_run(folder)


def named(ledger, table, *, without=""):
    """Rows of a table with acts by name, without those of one act; numbers of declared acts and families fall away."""
    names = {row.code: row.id for row in ledger.manifest.names.acts}
    rows = []
    for row in ledger.table(table).to_dicts():
        act = names[row["act"]]
        own = row["family"] if not 8 <= row["family"] < 31 else 8
        if act != without:
            rows.append((act, own, *(value for key, value in row.items() if key not in {"act", "family"})))
    return sorted(rows)


@pytest.mark.parametrize("seen", [False, True], ids=["unseen", "seen"])
def test_a_declared_act_whose_name_comes_first_moves_no_act_and_no_sighting(tmp_path, seen):
    """Acts that a file declares are numbered by name, so others get new numbers: none may be part of luck."""
    text = SEEN.replace("[[act]]", ACT + "[[act]]", 1)
    text = text.replace('sees = ["queue-jumping",', 'sees = ["a-new-act", "queue-jumping",') if seen else text
    one, other = run(tmp_path / "one", SEEN), run(tmp_path / "other", text)
    assert any(row[0] == "a-new-act" for row in named(other, "acts"))
    assert any(row[0] == "a-new-act" for row in named(other, "sightings")) == seen
    for table in ("acts", "sightings"):
        assert named(one, table) == named(other, table, without="a-new-act")


def test_small_buffers_leave_the_digest(tmp_path, monkeypatch):
    """Every buffer starts with room for one row; each kernel says "full" and is redone until it fits."""
    one = run(tmp_path / "one", HEAVY, people=150)
    for phase in (acting, being_seen, judging):
        monkeypatch.setattr(phase, "FEWEST_ROWS", 1)
    monkeypatch.setattr(acting, "RESIDENTS_PER_ACT", 10**9)
    monkeypatch.setattr(first_day, "FIRST_ROOM", 1)
    other = run(tmp_path / "other", HEAVY, people=150)
    assert (one.manifest.digest, one.manifest.life_digest) == (other.manifest.digest, other.manifest.life_digest)
