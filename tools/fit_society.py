"""Fit the weights of household kinds again and write `households_fitted.csv` (a minute at most).

    PYTHONPATH=src python tools/fit_society.py

Run it after editing any table that the fit reads; a test compares the committed table with a new fit.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from glasstown.society.ages import Chains
from glasstown.society.fit import fit_households
from glasstown.society.frame import BANDS, Gap
from glasstown.society.reading import EVIDENCE, TABLES, Faults, read_sources, read_table
from glasstown.society.targets import fit_targets, sons_at_home

LIBRARY = Path(__file__).resolve().parents[1] / "src" / "glasstown" / "society" / "library"


def fitted_rows(folder: Path) -> list[tuple[str, int, int]]:
    """Fit a society folder: (kind, youngest age of the anchor's band, weight out of 2**32)."""
    faults = Faults()
    sources = read_sources(folder, faults)
    tables = {
        name: read_table(folder, name, sources, faults).values() for name in TABLES if name != "households_fitted"
    }
    if faults.found:
        sys.exit("\n".join(f"{fault.span}: {fault.message}" for fault in faults.found))
    gaps = {gap: tuple(int(tables["age_gaps"][gap.name.lower(), p]) for p in ("least", "usual", "most")) for gap in Gap}
    targets = fit_targets(tables["age_sex"], tables["household_size"], tables["households_living"], tables["scalars"])
    sons = sons_at_home(tables["age_sex"], tables["profiles"])
    shares = {kind: value for (kind,), value in tables["household_kinds"].items()}
    fitted = fit_households(targets, shares, Chains(gaps), sons)  # pyright: ignore[reportArgumentType]
    return [(kind.name, BANDS[band][0], weight) for (kind, band), weight in fitted]


def main() -> None:
    """Fit every society of the library and write its table."""
    for folder in sorted(path for path in LIBRARY.iterdir() if path.is_dir()):
        rows = fitted_rows(folder)
        with (folder / "households_fitted.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([*TABLES["households_fitted"], *EVIDENCE])
            for kind, age, weight in rows:
                evidence = (
                    "of 4294967296 households",
                    2020,
                    "derived",
                    "S02",
                    "society.fit on the tables of this folder",
                )
                writer.writerow([kind, age, weight, "", "", *evidence])
        print(f"{folder.name}: {len(rows)} weights")


if __name__ == "__main__":
    main()
