"""What the tables of a specification must add up to, and which rows they must have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from glasstown.society.cells import check_cells
from glasstown.society.frame import AGE_MAX, BANDS, KINDS, MOST_MEMBERS, Gap
from glasstown.society.needed import PROFILES, SCALARS
from glasstown.society.reading import Faults, Table

LEVELS: Final[tuple[str, ...]] = ("none", "primary", "junior", "senior", "college")
"""Names of `vocab.codes.Education` in tables."""

WORK_STATES: Final = ("outside", "out-of-work", "farm", "private", "public")
"""States of work that move income, in the order of their numbers."""


def check_sums(tables: Mapping[str, Table], faults: Faults, *, is_fitted: bool = True) -> None:
    """Note every missing row and every sum that does not hold.

    Args:
        tables: every table by its name.
        faults: where faults are noted.
        is_fitted: whether the weights of households are there already.
    """
    _need(tables["scalars"], [(name,) for name in SCALARS], faults)
    _check_scalars(tables["scalars"], faults)
    _need(tables["age_sex"], [(str(a), str(b), sex) for a, b in BANDS for sex in ("male", "female")], faults)
    _need(tables["household_size"], [(str(size),) for size in range(1, MOST_MEMBERS + 1)], faults)
    _need(tables["household_kinds"], [(kind.name,) for kind in KINDS], faults)
    _need(tables["age_gaps"], [(gap.name.lower(), part) for gap in Gap for part in ("least", "usual", "most")], faults)
    _need(tables["income_deciles"], [(area, str(d)) for area in ("urban", "rural") for d in range(1, 11)], faults)
    _need(
        tables["sectors"], [(a, s, e) for a in ("urban", "rural") for s in ("farm", "public") for e in LEVELS], faults
    )
    _need(tables["income_shifts"], [(name,) for name in (*LEVELS, *WORK_STATES)], faults)
    _check_counts(tables["age_sex"], faults)
    _check_provinces(tables["provinces"], faults)
    _check_gaps(tables["age_gaps"], faults)
    check_deciles(tables["income_deciles"], faults)
    _must_sum(tables["household_size"], Decimal(100), "household sizes", faults)
    _check_living(tables["households_living"], faults)
    _check_schooling(tables["schooling"], faults)
    _check_profiles(tables["profiles"], faults)
    check_cells(tables, faults)
    if is_fitted:
        _check_fitted(tables["households_fitted"], faults)


def _need(table: Table, keys: Iterable[tuple[str, ...]], faults: Faults) -> None:
    present = {row.keys for row in table.rows}
    for key in keys:
        if key not in present:
            faults.add(
                "SOC-missing",
                f"no row for {', '.join(key)}",
                "people are drawn from it",
                "add the row",
                file=f"{table.name}.csv",
            )


def _must_sum(table: Table, wanted: Decimal, what: str, faults: Faults, rows: Iterable[Decimal] | None = None) -> None:
    values = [row.figure.value for row in table.rows] if rows is None else list(rows)
    total = sum(values, Decimal(0))
    if abs(total - wanted) > wanted / 1000:
        faults.add(
            "SOC-sum",
            f"{what} add up to {total}, not {wanted}",
            "shares of one whole must make the whole",
            "correct the shares",
            file=f"{table.name}.csv",
        )


def _check_counts(table: Table, faults: Faults, name: str = "") -> None:
    """A count of people says so in its unit: by that the smallest cell is known, and no other unit hides one."""
    for row in table.rows:
        if (not name or row.keys[-1] == name) and row.unit != "persons":
            faults.add(
                "SOC-unit",
                f'{", ".join(row.keys)} is counted in "{row.unit}"',
                "a cell of few people must not hide behind another unit",
                "count persons",
                file=f"{table.name}.csv",
                line=row.line,
            )


def _check_gaps(table: Table, faults: Faults) -> None:
    values = table.values()
    for gap in Gap:
        shape = [values.get((gap.name.lower(), part), Decimal(0)) for part in ("least", "usual", "most")]
        if shape != sorted(shape) or any(years != int(years) for years in shape):
            faults.add(
                "SOC-gap",
                f"least, usual and most of {gap.name.lower()} are not three whole numbers in ascending order",
                "ages are drawn between the least and the most",
                "correct them",
                file="age_gaps.csv",
            )


def check_deciles(table: Table, faults: Faults) -> None:
    """Note every tenth of town or country that earns less than the tenth below it."""
    rows = {row.keys: row for row in table.rows}
    for (area, decile), row in rows.items():
        below = rows.get((area, str(int(decile) - 1)))
        if below is not None and row.figure.value < below.figure.value:
            faults.add(
                "SOC-order",
                f"{area}, decile {decile} earns {row.figure.value} yuan, decile {below.keys[1]} {below.figure.value}",
                "each tenth earns no less than the one below it",
                "let the deciles ascend",
                file="income_deciles.csv",
                line=max(row.line, below.line),
            )


def _check_scalars(table: Table, faults: Faults) -> None:
    values = table.values()
    for row in table.rows:
        if row.keys[0] not in SCALARS:
            faults.add(
                "SOC-key",
                f"row {row.keys[0]} is read by nothing",
                "a row that nothing reads is a mistake",
                "delete it, or mend its name",
                file="scalars.csv",
                line=row.line,
            )
    total = values.get(("total_incl_servicemen",), Decimal(0))
    for row in table.rows:
        if row.unit == "persons" and row.figure.value > total:
            faults.add(
                "SOC-range",
                f"{row.keys[0]}: {row.figure.value:,f} persons are more than the {total:,f} there are",
                "a count of residents is a part of all of them",
                "lower it, or raise total_incl_servicemen",
                file="scalars.csv",
                line=row.line,
            )
    parts = [values[name,] for name in ("employed_urban", "employed_rural") if (name,) in values]
    if ("employed_total",) in values:
        _must_sum(table, values["employed_total",], "people employed in town and country", faults, parts)


def _check_provinces(table: Table, faults: Faults) -> None:
    _check_counts(table, faults, "population")
    codes = dict.fromkeys(row.keys[:3] for row in table.rows)
    _need(table, [(*code, v) for code in codes for v in ("population", "urban_share", "disposable_income_pc")], faults)


def _check_living(table: Table, faults: Faults) -> None:
    old = [row.figure.value for row in table.rows if row.keys[0].startswith("age60plus")]
    _must_sum(table, Decimal(100), "ways of living of people of 60 and more", faults, old)
    generations = [row.figure.value for row in table.rows if row.keys[0].endswith("generation_households")]
    _must_sum(table, Decimal(100), "households by generations", faults, generations)
    names = (
        "family_households",
        "persons_in_family_households",
        "collective_households",
        "persons_in_collective_households",
        "mean_family_household_size",
    )
    _need(table, [(name,) for name in names], faults)


def _check_schooling(table: Table, faults: Faults) -> None:
    spans = dict.fromkeys(row.keys[:2] for row in table.rows)
    _covered("schooling", [(int(a), int(b)) for a, b in spans], 0, faults)
    for span in spans:
        shares = [row.figure.value for row in table.rows if row.keys[:2] == span]
        _must_sum(table, Decimal(100), f"levels of schooling at {span[0]} to {span[1]}", faults, shares)


def _check_profiles(table: Table, faults: Faults) -> None:
    present = {row.keys[0] for row in table.rows}
    for name in PROFILES:
        if name not in present:
            faults.add(
                "SOC-missing", f"no profile {name}", "people are drawn from it", "add its rows", file="profiles.csv"
            )
    for row in table.rows:
        if (
            row.keys[0] not in PROFILES
            or row.keys[1] not in ("male", "female", "any")
            or row.keys[2] not in ("urban", "rural", "any")
        ):
            faults.add(
                "SOC-key",
                f"row {', '.join(row.keys)} is of no known profile, sex or area",
                "a row that nothing reads is a mistake",
                f"profiles: {', '.join(PROFILES)}",
                file="profiles.csv",
                line=row.line,
            )


def _covered(name: str, spans: list[tuple[int, int]], start: int, faults: Faults) -> None:
    expected = start
    for low, high in sorted(spans):
        if low != expected:
            faults.add(
                "SOC-ages",
                f"ages from {expected} to {low} are left out or stand twice",
                "everybody has an age",
                "mend the age spans",
                file=f"{name}.csv",
            )
            return
        expected = high + 1
    if expected != AGE_MAX + 1:
        faults.add(
            "SOC-ages",
            f"ages end at {expected - 1}, not {AGE_MAX}",
            "everybody has an age",
            "mend the age spans",
            file=f"{name}.csv",
        )


def _check_fitted(table: Table, faults: Faults) -> None:
    known = {(kind.name, str(BANDS[band][0])) for kind in KINDS for band in kind.bands}
    for row in table.rows:
        if row.keys not in known:
            faults.add(
                "SOC-key",
                f"row {', '.join(row.keys)} is no known kind and age",
                "a row that nothing reads is a mistake",
                "fit the households again",
                file="households_fitted.csv",
                line=row.line,
            )
    total = sum((row.figure.value for row in table.rows), Decimal(0))
    if total != 1 << 32:
        faults.add(
            "SOC-sum",
            f"weights add up to {total}, not 2**32",
            "they are compared with a 32-bit draw",
            "fit the households again",
            file="households_fitted.csv",
        )
