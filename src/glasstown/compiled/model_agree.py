"""Agreement of sources as numbers."""

from __future__ import annotations

from dataclasses import dataclass

from glasstown.vocab.arrays import I32, I64


@dataclass(frozen=True, slots=True)
class AgreementTables:
    """What rules ask of several sources; -1 where a rule asks nothing, or a source does not feed it.

    Attributes:
        tally: (rules, sources) i32 tally that counts the records of a source for a rule.
        count: (rules,) i32 different sources that must have recorded the act.
        within: (rules,) i32 days for which a record counts; -1 where nothing is asked.
        trusted: (rules,) i64 least sum of trust, in thousandths.
        trust: (sources,) i64 trust in each source, in thousandths.
        tallies: how many tallies these are.
    """

    tally: I32
    count: I32
    within: I32
    trusted: I64
    trust: I64
    tallies: int
