"""Live the main job with steps of 1, 7 and 30 days and write `docs/steps.md` (some ten minutes).

    .venv/bin/python tools/step_lengths.py

The step's length belongs to the address of luck, so these are three different lots of luck: what differs between
them is luck and step together. The page prints both worlds' seeds, so that the reader can tell one from the other.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from glasstown.audit.catalogue import assess
from glasstown.audit.contract import Finding
from glasstown.audit.worlds import open_worlds
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live

PAGE = Path(__file__).resolve().parents[1] / "docs" / "steps.md"
PEOPLE, YEARS = 100_000, 5
STEPS = (1, 7, 30)
SEEDS = (1, 2, 3)
SHOWN = (
    "punished",
    "punished-own-acts",
    "punished-for-states",
    "punished-wrongly",
    "wrongful-days",
    "grades-denied-share",
    "grade-end.B",
    "grade-end.C",
    "months-out-of-work",
    "late-bills",
    "need-days",
)
"""Slugs of the findings that the page shows."""

UNITS = (
    "Units: residents; days per 1,000 person-years; shares of graded residents; differences between the two worlds per "
    "1,000\nperson-years.\n"
)


def findings(step_days: int, seed: int) -> dict[str, Finding]:
    """Findings of one run of the main job."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "run"
        scheme = read_scheme(find("suining-2010"))
        days = YEARS * 365
        live(RunRequest(scheme, PEOPLE, days, step_days, seed, date(2020, 1, 1), out, threads=2))
        return {finding.slug: finding for finding in assess(open_worlds(out))}


def shown(finding: Finding | None) -> str:
    """A value as the page prints it."""
    if finding is None or finding.value is None:
        return "none"
    return f"{finding.value:,.4g}" if isinstance(finding.value, float) else f"{finding.value:,}"


def main() -> None:
    """Live every run and write the page."""
    runs = {(step, seed): findings(step, seed) for step in STEPS for seed in SEEDS}
    titles = {slug: found.title for by_slug in runs.values() for slug, found in by_slug.items()}
    lines = ["| step, seed | " + " | ".join(titles[slug] for slug in SHOWN) + " |", "|---|" + "---|" * len(SHOWN)]
    for (step, seed), by_slug in runs.items():
        lines.append(f"| {step} d, seed {seed} | " + " | ".join(shown(by_slug.get(slug)) for slug in SHOWN) + " |")
    text = PAGE.read_text(encoding="utf-8").split("<!-- table -->")[0]
    PAGE.write_text(text + "<!-- table -->\n\n" + "\n".join(lines) + "\n\n" + UNITS, encoding="utf-8")


if __name__ == "__main__":
    main()
