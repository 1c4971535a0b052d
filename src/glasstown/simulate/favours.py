"""What favour gave to whom in one step: points spared by kinder discretion, and cases decided otherwise for a tie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from glasstown.kernels.jit import kernel
from glasstown.simulate.assess import BY_RULE
from glasstown.simulate.decisions import CASE, GROUND
from glasstown.simulate.discretion import drawn_points, kinder
from glasstown.simulate.rows import FAVOURS, StepRows, digest_table
from glasstown.simulate.rulebook import Rulebook
from glasstown.vocab.arrays import U8, U64, AnyArray, Whole

if TYPE_CHECKING:
    from glasstown.simulate.span import Settings, Span
    from glasstown.simulate.stretch import Stretch

OF_RULE, OF_GROUND, OF_CONSEQUENCE = range(3)
"""What was decided: how many points, whether somebody is listed, whether something follows."""

FAVOUR: Final = np.dtype([
    ("who", np.int64), ("day", np.int64), ("what", np.int64), ("number", np.int64), ("ties", np.int64),
    ("milli", np.int64),
])  # fmt: skip
"""One decision: whose slot, its day, what it is about, rule or ground or consequence, ties, and thousandths spared."""


@kernel
def spared(rules: Rulebook, tied: U8, keys: U64, entries: AnyArray, found: AnyArray) -> Whole:
    """Write what ties to officials spared residents, movement by movement; returns how many rows.

    A movement that a repeat, a spacing or a group of rules made smaller is left out.

    Args:
        rules: the rules of this world.
        tied: (residents,) bits of ties to officials.
        keys: luck key.
        entries: movements of scores of the step.
        found: room for a row for each of them.
    """
    count = np.int64(0)
    for e in range(entries.size):
        entry = entries[e]
        i, rule = np.int64(entry["who"]), np.int64(entry["rule"])
        if np.int64(entry["kind"]) != BY_RULE or tied[i] == 0:
            continue
        drawn = drawn_points(rules, rule, np.int64(entry["act"]), np.int64(entry["source"]), np.int64(entry["ref"]),
                             np.int64(entry["origin"]), keys)
        points = kinder(rules, rule, drawn, np.int64(tied[i]))
        if points == drawn or points != np.int64(entry["delta"]):
            continue
        row = found[count]
        row["who"], row["day"], row["what"], row["number"] = i, entry["day"], OF_RULE, rule
        row["ties"], row["milli"] = tied[i], points - drawn
        count += 1
    return count


def write_favours(rows: StepRows, stretch: Stretch, settings: Settings, span: Span, entries: AnyArray) -> None:
    """Rows of favour of one step, of residents or of organisations."""
    rules, docket = settings.world.rules, stretch.docket
    found = np.empty(entries.size if rules.favour.shape[1] > 1 else 0, dtype=FAVOUR)
    if found.size:
        found = found[: spared(rules, docket.tied, settings.luck, entries, found)]
    cases = np.concatenate([np.zeros(0, dtype=CASE), *docket.favours])
    docket.favours.clear()
    if not found.size + cases.size:
        return
    decided = np.zeros(cases.size, dtype=FAVOUR)
    decided["who"], decided["day"], decided["number"] = cases["who"], span.day, cases["what"]
    decided["what"] = np.where(cases["kind"] == GROUND, OF_GROUND, OF_CONSEQUENCE)
    decided["ties"] = docket.tied[cases["who"]]
    both = np.concatenate((found, decided))
    both = both[np.lexsort((both["milli"], both["number"], both["what"], both["day"], both["who"]))]
    _digest(rows, stretch, settings, both)
    both = both[stretch.kept[both["who"]] != 0]
    rows.tables["favours"] = {
        "resident": both["who"] + stretch.first, "day": both["day"], "what": both["what"], "number": both["number"],
        "ties": both["ties"], "milli": both["milli"],
    }  # fmt: skip


def _digest(rows: StepRows, stretch: Stretch, settings: Settings, both: AnyArray) -> None:
    names = np.zeros(both.size, np.int64)
    for what, keys in enumerate((settings.names.rule, settings.names.ground, settings.names.consequence)):
        chosen = both["what"] == what
        names[chosen] = keys[both["number"][chosen]]
    digest_table(rows.record, FAVOURS, both["who"] + stretch.first, both["day"], both["what"], names, both["ties"],
                 both["milli"])
