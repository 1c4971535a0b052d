"""What a case says that the meters of a scheme read of its resident, month by month, beside what is so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from glasstown.scheme.model import Scheme
from glasstown.scheme.words import meant, quoted
from glasstown.simulate.gauges import MONTH_DAYS
from glasstown.simulate.meters import NOTHING_READ

MILLI = 1_000


class Read(NamedTuple):
    """On the first day of a month a meter, by number, reads so many thousandths; `truly` is how it was."""

    day: int
    meter: int
    milli: int
    truly: int


def read_readings(
    scheme: Scheme, said: Sequence[Any], path: tuple[Any, ...], form: Callable[..., bool], note: Callable[..., None]
) -> Iterator[Read]:
    """What is read of the resident; a quantity is as it is read where the case does not say how it truly was."""
    quantities = [one.gauge for one in scheme.meters]
    for place, row in enumerate(said):
        where = (*path, place)
        if not form("reads", row, where):
            continue
        if row["quantity"] not in quantities:
            known = meant(row["quantity"], tuple(quantities), "quantities")
            note((*where, "quantity"), f"no meter of the scheme reads {quoted(row['quantity'])}; {known}")
        elif row["day"] % MONTH_DAYS:
            note((*where, "day"), f"day {row['day']} begins no month: meters read on day 0, {MONTH_DAYS}, and so on")
        else:
            amount = Decimal(row["amount"])
            milli, truly = (int(one * MILLI) for one in (amount, Decimal(row.get("truly", amount))))
            yield Read(row["day"], quantities.index(row["quantity"]), milli, truly)


def let_read(stretch: Any, slot: int, reads: Sequence[Read], day: int, end: int) -> None:
    """Let the meters have read of one resident what a case says of a step, and nothing of anybody else."""
    stretch.readings.read[:] = NOTHING_READ
    stretch.readings.truly[:] = 0
    for one in (one for one in reads if day <= one.day < end):
        stretch.readings.read[one.meter, slot] = one.milli
        stretch.readings.truly[one.meter, slot] = one.truly
