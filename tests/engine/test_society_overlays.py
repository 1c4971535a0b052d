"""What a society file changes about acts: rates on every day, and shocks between two days."""

from __future__ import annotations

import numpy as np
import pytest

from engine.lives import Lived, Memory, request, scheme_of
from glasstown.simulate.digests import Lanes, digests
from glasstown.simulate.first_day import stretches_of
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.settings import settings_of, spans_of
from glasstown.simulate.stretch import cut
from glasstown.simulate.town import Clock, live_town
from glasstown.society.build import build
from glasstown.society.spec import load_spec
from glasstown.vocab.acts import ACTS
from scheme.dense import DENSE

CODE = {act.id: act.code for act in ACTS}
HEAD = '[society]\nid = "a-town"\ntitle = "A town"\nbase = "china-2020"\n'
FACTOR = 'factor = { value = 16, band = [4, 32], mark = "assumed", cite = ["assumption"] }\n'
TOWN = {"people": 1_500, "days": 182, "step_days": 14}


def lived(tmp_path, text: str, scheme: str = "") -> Lived:
    """One town of a society file, lived in memory."""
    path = tmp_path / "society.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    asked: RunRequest = request(scheme_of(scheme) if scheme else None, **TOWN)
    spec = load_spec(str(path))
    people = build(spec, seed=asked.seed, people=asked.people)
    settings = settings_of(asked, asked.scheme, spec)
    every = np.ones(asked.people, np.uint8)
    with np.errstate(over="ignore"):
        town = list(stretches_of(people, settings.world, settings.luck, every, every, cut([0], 1)))
    memory, lanes = Memory(), Lanes()
    assert live_town(town, settings, None, spans_of(asked), memory, lanes, Clock("scheme", 0.0, 1, 99, None, None), 0)
    return Lived(*digests(town, settings, lanes), town, memory)


def done(world: Lived, act: str) -> list[tuple[int, int]]:
    """(resident, day) of every accomplished act of a kind."""
    rows = world.table("acts")
    return rows.filter((rows["act"] == CODE[act]) & (rows["outcome"] == 0)).select("resident", "day").rows()


@pytest.mark.parametrize("scheme", ["", DENSE], ids=["none", "dense"])
def test_a_shock_holds_between_its_days_and_nowhere_else(tmp_path, scheme):
    plain = done(lived(tmp_path, "", scheme), "critical-post")
    shock = '[[shock]]\nact = "critical-post"\nfrom_day = 56\nto_day = 112\n' + FACTOR
    shocked = done(lived(tmp_path, shock, scheme), "critical-post")
    before = [{row for row in rows if row[1] < 56} for rows in (plain, shocked)]
    assert before[0] == before[1]
    within = [sum(56 <= day < 112 for _, day in rows) for rows in (plain, shocked)]
    assert within[1] > 8 * within[0] > 0
    if not scheme:  # nobody answers to what is said: nothing else moves
        assert set(plain) <= set(shocked), "a likelier act is never taken back"
        after = [{row for row in rows if row[1] >= 112} for rows in (plain, shocked)]
        assert after[0] == after[1]


def test_a_factor_on_a_rate_holds_on_every_day(tmp_path):
    plain, more = (done(lived(tmp_path, text), "critical-post") for text in
                   ("", '[[rate]]\nact = "critical-post"\n' + FACTOR))  # fmt: skip
    assert set(plain) < set(more)
    assert len(more) > 8 * len(plain)
