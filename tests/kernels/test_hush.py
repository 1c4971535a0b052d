"""Who has not what an act needs does not do it; what fear holds back would have happened, and is marked."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasstown.kernels.jit import JIT_IS_ON
from glasstown.vocab.acts import ACTS
from kernels.drawing import crowd, drawn, plain_rates

few = settings(max_examples=settings.default.max_examples // (8 if JIT_IS_ON else 25))
"""Plain Python comes to the same bits, far more slowly: there every third case is enough."""
EVERY = [150] * len(ACTS)


def lived(hush=None, *, has=None, lacks=None, size=80, steps=3):
    """Rows of a crowd in which acts are hushed (by act, in every second private class) or need assets."""
    rates = plain_rates(EVERY)
    for act, shift in (hush or {}).items():
        rates.hush[act, ::2] = shift
    for act, bits in (has or {}).items():
        rates.needs_assets[act] = bits
    for act, bits in (lacks or {}).items():
        rates.needs_lack[act] = bits
    people, classes = crowd(size, rates, seed=4)
    classes.public[:] = 0
    return [(step, *row) for step in range(steps) for row in drawn(rates, people, classes, step=step)], classes


@few
@given(st.sampled_from(ACTS), st.integers(-32_000, 0), st.integers(-300, 0))
def test_a_hush_only_holds_back(act, shift, further):
    """The same rows with and without; held back are only acts and classes it names; more of it holds back no fewer."""
    free, classes = lived()
    hushed, _ = lived({act.code: shift})
    more, _ = lived({act.code: max(shift + further, -32_000)})
    assert [row[:-1] for row in hushed] == [row[:-1] for row in free]
    assert not any(row[-1] for row in free)
    held = {row for row in hushed if row[-1]}
    assert all(row[5] == act.code and classes.private[row[1]] % 2 == 0 for row in held)
    assert held <= {row for row in more if row[-1]}


def test_what_is_done_under_a_hush_is_what_a_lower_rate_would_leave():
    hushed, classes = lived({7: -128}, size=200)
    lower = list(EVERY)
    lower[7] -= 128
    rates = plain_rates(lower)
    people, _ = crowd(200, rates, seed=4)
    plain = [(step, *row) for step in range(3) for row in drawn(rates, people, classes, step=step)]
    mine = [row for row in hushed if row[5] == 7 and classes.private[row[1]] % 2 == 0]
    assert [row for row in mine if not row[-1]] == [r for r in plain if r[5] == 7 and classes.private[r[1]] % 2 == 0]
    assert 0.3 < np.mean([row[-1] for row in mine]) < 0.7, "an octave holds back a half"


def test_never_under_a_hush_holds_back_all():
    rows, classes = lived({7: -32_000})
    assert {row[-1] for row in rows if row[5] == 7 and classes.private[row[1]] % 2 == 0} == {1}


@pytest.mark.parametrize(("has", "lacks"), [(3, 0), (0, 4), (8, 3), (1 << 10, 1 << 9)])
def test_assets_open_and_shut_an_act_and_no_other(has, lacks):
    free, classes = lived()
    rows, _ = lived(has={21: has}, lacks={21: lacks})
    able = {i for i, bits in enumerate(classes.assets.tolist()) if bits & has == has and bits & lacks == 0}
    assert rows == [row for row in free if row[5] != 21 or row[1] in able]
    assert any(row[5] == 21 for row in rows)
    assert len(rows) < len(free)
