"""Which acts a scheme takes points for, or gives them: what people who know of it avoid, or do to be seen."""

from __future__ import annotations

import numpy as np

from glasstown.compiled.by_act import keep_running
from glasstown.compiled.model import CountedActs, RuleTables
from glasstown.compiled.model_lists import GroundTables
from glasstown.compiled.model_states import IndexTables
from glasstown.compiled.peer import PeerTables
from glasstown.vocab.arrays import I64, AnyArray


def counted_acts(
    rules: RuleTables, grounds: GroundTables, moved_as: I64, index: IndexTables | None, peer: PeerTables | None
) -> CountedActs:
    """Numbers of the acts that running rules take or give points for, grounds list for, an index counts, or stars.

    Those of a score are of its own rules, or of those of the score by which it ranks; an index, and stars, are the
    first.
    """
    giving = keep_running(
        rules.first, rules.count, rules.order, [bool(one) for one in (rules.low >= 0) & (rules.high > 0)]
    )
    return CountedActs(
        debited=_debited(rules, grounds, np.ones(rules.low.size, np.bool_), index, peer),
        debited_by=tuple(
            _debited(rules, grounds, rules.slot == slot, *((None, None) if slot else (index, peer)))
            for slot in moved_as.tolist()
        ),
        credited=tuple(int(act) for act in np.flatnonzero(giving["count"])),
    )


def _debited(
    rules: RuleTables, grounds: GroundTables, concerned: AnyArray, index: IndexTables | None, peer: PeerTables | None
) -> tuple[int, ...]:
    taking = keep_running(rules.first, rules.count, rules.order, [bool(one) for one in (rules.low < 0) & concerned])
    found = {int(act) for act in np.flatnonzero(taking["count"] + grounds.count)}
    return tuple(sorted(found.union(index.lowering if index else ()).union(peer.spoken_ill_of if peer else ())))
