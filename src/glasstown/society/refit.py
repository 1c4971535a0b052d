"""Household weights of a society file: fitted again wherever a table that they follow was changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Context, Decimal, localcontext
from functools import lru_cache
from typing import Final

from glasstown.society.ages import Chains
from glasstown.society.fit import DIGITS, Cell, column, fit_households
from glasstown.society.frame import BANDS, Gap
from glasstown.society.reading import Faults, Row, Table
from glasstown.society.targets import fit_targets, sons_at_home
from glasstown.vocab.evidence import Figure

FEEDS: Final = ("age_sex", "household_size", "households_living", "household_kinds", "age_gaps")
"""Tables that the weights of households follow as a whole."""

SCALARS: Final = ("collective_15_24", "collective_25_44")
"""Single figures that they follow too; of the profiles, only `son_at_home`."""

ROUNDS: Final = 600
"""Iterations of the fit; the shipped weights took a thousand."""

MOST_OFF: Final = Decimal("0.05")
"""How far a cell of the fit may end up from what was wanted, relative to it."""

Inputs = tuple[tuple[str, tuple[tuple[tuple[str, ...], Decimal], ...]], ...]


def inputs_of(tables: Mapping[str, Table]) -> Inputs:
    """Everything that the weights follow, in a form that can be compared."""
    rows = {name: tables[name].values() for name in FEEDS}
    rows["scalars"] = {(name,): tables["scalars"].values()[name,] for name in SCALARS}
    rows["profiles"] = {key: value for key, value in tables["profiles"].values().items() if key[0] == "son_at_home"}
    return tuple((name, tuple(sorted(values.items()))) for name, values in sorted(rows.items()))


@lru_cache(maxsize=4)
def fitted_again(inputs: Inputs) -> tuple[tuple[tuple[str, str], int], ...] | None:
    """Weights by (kind, least age of the anchor's band); None where no mixture of households gives the tables."""
    values = {name: dict(rows) for name, rows in inputs}
    chains = Chains(
        {
            gap: (
                int(values["age_gaps"][gap.name.lower(), "least"]),
                int(values["age_gaps"][gap.name.lower(), "usual"]),
                int(values["age_gaps"][gap.name.lower(), "most"]),
            )
            for gap in Gap
        }
    )
    scalars = {name: value for (name,), value in values["scalars"].items()}
    targets = fit_targets(
        values["age_sex"],
        values["household_size"],
        values["households_living"],
        {(name,): value for name, value in scalars.items()},
    )
    sons = sons_at_home(values["age_sex"], values["profiles"])
    shares = {kind: value for (kind,), value in values["household_kinds"].items()}
    fitted = fit_households(targets, shares, chains, sons, rounds=ROUNDS)
    with localcontext(Context(prec=DIGITS)):
        present: dict[Cell, Decimal] = defaultdict(Decimal)
        for (kind, band), weight in fitted:
            for cell, part in column(kind, band, chains, sons).items():
                present[cell] += weight * part
        people = sum((value for cell, value in present.items() if cell[0] == "age-sex"), Decimal(0))
        off = max(abs(present[cell] / people / wanted - 1) for cell, wanted in targets.items() if wanted > 0)
    if off > MOST_OFF:
        return None
    return tuple(((kind.name, str(BANDS[band][0])), weight) for (kind, band), weight in fitted)


def household_weights(tables: Mapping[str, Table], base: Mapping[str, Table], faults: Faults) -> Table:
    """The table of fitted households of a society: that of the base where nothing it follows was changed."""
    name = "households_fitted"
    if base[name].rows and inputs_of(tables) == inputs_of(base):
        return base[name]
    weights = fitted_again(inputs_of(tables))
    if weights is None:
        faults.add(
            "SOC-fit",
            f"no mixture of households comes within {MOST_OFF:.0%} of ages, sizes and ways of living at once",
            "people are drawn in households; every table must be true of the same people",
            "bring household sizes, ages and ways of living of the old into agreement",
            file="household_size.csv",
        )
        return base[name]
    figures = (Figure(Decimal(weight), "derived", cite=("assumption",)) for _, weight in weights)
    return Table(name, tuple(Row(keys, one, "", 1) for (keys, _), one in zip(weights, figures, strict=True)))
