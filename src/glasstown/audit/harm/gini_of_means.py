"""M21, Gini of means: whether the scheme makes incomes more unequal than they are without it.

What it says: Punishment costs jobs and orders, and favours bring them; this is what that does to inequality.

Definition: Gini coefficient of residents' incomes on the last day under the scheme, less the same without it. Income
is the mean of the resident's fifth at day 0 times the share of it that is left.

Unit: Gini points, -1 to 1.

How to read it: 0 is no difference; above 0 the scheme makes incomes more unequal. Beside it both coefficients, and
the share of all income that the poorer half has in each world.

Limits: Incomes within a fifth are alike at day 0, so both coefficients are too low; the difference is of what is lost
and gained in the run. Wealth is not in the model.

Sources: Gini 1912, Variabilita e mutabilita; Lorenz 1905 (doi:10.2307/2276207).
"""

from __future__ import annotations

from typing import Final

import numpy as np

from glasstown.audit.harm.contract import (
    Bundle,
    Counts,
    Figure,
    Metric,
    Part,
    Undefined,
    named,
    nothing,
    too_thin,
    under,
)
from glasstown.audit.harm.means import means_at_end
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.metrics.paired import no_pair
from glasstown.vocab.arrays import AnyArray


def tally(bundle: Bundle) -> Counts | Undefined:
    """Residents by income in yuan a year, in both worlds."""
    worlds = bundle.case.worlds
    if reason := without_scheme(bundle):
        return reason
    if (why := no_pair(bundle.case)) or worlds.baseline is None:
        return Undefined(str(why))
    counts: dict[str, float] = {}
    for world, ledger in (("with", worlds.scheme), ("without", worlds.baseline)):
        for yuan, number in means_at_end(ledger).group_by("yuan_year").len().sort("yuan_year").iter_rows():
            counts[named(world, yuan)] = number
    return counts


def measure(counts: Counts) -> Figure:
    """The difference, both coefficients, and the poorer half's shares."""
    worlds = {world: _sorted(counts, world) for world in ("with", "without")}
    n = int(worlds["with"][1].sum())
    if reason := too_thin(n):
        return nothing(reason, n)
    if any((incomes * numbers).sum() <= 0 for incomes, numbers in worlds.values()):
        return nothing("nobody has any income", n)
    found = {world: gini(*one) for world, one in worlds.items()}
    parts = tuple(Part(f"gini-{world}-scheme", value, n) for world, value in found.items())
    parts += tuple(Part(f"poorer-half-{world}-scheme", poorer_half(*one), n, None, "share of income")
                   for world, one in worlds.items())  # fmt: skip
    says = f"Gini of incomes {found['with']:.4f} under the scheme, {found['without']:.4f} without it."
    return Figure(found["with"] - found["without"], n, says, parts=parts)


def _sorted(counts: Counts, world: str) -> tuple[AnyArray, AnyArray]:
    rows = sorted((float(name[0]), number) for name, number in under(counts, world).items())
    return np.array([row[0] for row in rows]), np.array([row[1] for row in rows])


def gini(incomes: AnyArray, numbers: AnyArray) -> float:
    """Half the mean absolute difference over the mean, of how many have each income; incomes rise."""
    n, total = numbers.sum(), (incomes * numbers).sum()
    before = np.cumsum(numbers) - numbers
    weighted = incomes * numbers * (2 * before + numbers - n)
    return float(weighted.sum() / (n * total))


def poorer_half(incomes: AnyArray, numbers: AnyArray) -> float:
    """The share of all income that the poorer half of residents has."""
    left = np.clip(numbers.sum() / 2 - (np.cumsum(numbers) - numbers), 0, numbers)
    return float((incomes * left).sum() / (incomes * numbers).sum())


METRIC: Final = Metric(
    code="M21",
    slug="gini-of-means",
    title="Gini of means",
    theme="traps and mobility",
    unit="Gini points",
    tally=tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="--without consequence:*",
    room=__name__,
    signed=True,
)
