"""Days that residents were without each thing, and on lists that punish: what weights of harm are laid on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Undefined, named
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.listings import days_listed, punishing_lists
from glasstown.audit.spans import Spans, days_in, merge
from glasstown.ledger.model_names import ConsequenceRow
from glasstown.vocab.capacities import CAPACITIES

OTHER, ON_LIST = "other", "on-list"


def tally(bundle: Bundle) -> Counts | Undefined:
    """Resident-days without each thing, on lists that punish, and lived in all; a day without a thing counts once."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    names = ledger.manifest.names
    things = {row.code: tuple(_denied(row)) for row in names.consequences if row.harms}
    spans: dict[tuple[int, str], list[tuple[int, int]]] = {}
    rows = ledger.table("spells").select("resident", "consequence", "start_day", "end_day")
    for resident, code, start, end in rows.iter_rows():
        for thing in things.get(code, ()):
            spans.setdefault((resident, thing), []).append((start, end))
    counts = Counter[str]()
    for (_, thing), days in spans.items():
        counts[named("days", thing)] += days_in(merge(days))
    listed: dict[int, Spans] = {}
    for (resident, code), days in days_listed(ledger, true_only=False).items():
        if code in punishing_lists(names):
            listed[resident] = merge((*listed.get(resident, ()), *days))
    counts[named("days", ON_LIST)] = sum(days_in(days) for days in listed.values())
    counts["person-days"] = bundle.case.people.height * ledger.manifest.horizon_days
    return dict(counts)


def _denied(row: ConsequenceRow) -> Iterable[str]:
    """What a consequence takes, by name; what is only made worse, or is a capacity of the scheme's own, is "other"."""
    named_bits = 0
    for name, bit, _ in CAPACITIES:
        if row.deny & int(bit):
            named_bits |= int(bit)
            yield name
    if row.deny & ~named_bits or any(level < 0 for level in row.degree.values()):
        yield OTHER


def _days(counts: Counts) -> Figure:
    days = sum(number for name, number in counts.items() if name.startswith("days/"))
    return Figure(days, int(counts["person-days"]), f"{days:,.0f} days without something.")


DENIED: Final = Metric(
    "denied", "denied-days", "Days without things", "price", "days", tally, _days, "", "", __name__
)  # fmt: skip
"""No metric of harm: what weights are laid on, to hold schemes against each other."""
