"""Which acts a scheme takes points for, or gives them: what people who know of it are careful about."""

from __future__ import annotations

import numpy as np

from glasstown.compiled.by_act import keep_running
from glasstown.compiled.model import (
    RuleTables,
)
from glasstown.compiled.model_lists import GroundTables
from glasstown.compiled.model_states import IndexTables
from glasstown.compiled.peer import PeerTables
from glasstown.vocab.arrays import I64, AnyArray


def debited_acts(
    rules: RuleTables, grounds: GroundTables, index: IndexTables | None, peer: PeerTables | None
) -> tuple[int, ...]:
    """Numbers of the acts that some running rule takes points for, some ground lists for, an index counts, or stars."""
    return _debited(rules, grounds, np.ones(rules.low.size, np.bool_), index, peer)


def credited_acts(rules: RuleTables) -> tuple[int, ...]:
    """Numbers of the acts that some running rule gives points for."""
    giving = keep_running(
        rules.first, rules.count, rules.order, [bool(one) for one in (rules.low >= 0) & (rules.high > 0)]
    )
    return tuple(int(act) for act in np.flatnonzero(giving["count"]))


def debited_by_score(
    rules: RuleTables, grounds: GroundTables, moved_as: I64, index: IndexTables | None, peer: PeerTables | None
) -> tuple[tuple[int, ...], ...]:
    """Likewise for the rules of each score, or of that by which it ranks; an index, and stars, are the first."""
    return tuple(
        _debited(rules, grounds, rules.slot == slot, *((None, None) if slot else (index, peer)))
        for slot in moved_as.tolist()
    )


def _debited(
    rules: RuleTables, grounds: GroundTables, concerned: AnyArray, index: IndexTables | None, peer: PeerTables | None
) -> tuple[int, ...]:
    taking = keep_running(rules.first, rules.count, rules.order, [bool(one) for one in (rules.low < 0) & concerned])
    found = {int(act) for act in np.flatnonzero(taking["count"] + grounds.count)}
    return tuple(sorted(found.union(index.lowering if index else ()).union(peer.spoken_ill_of if peer else ())))
