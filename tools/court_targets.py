"""Live the court list from October 2013 on and write the table of `docs/targets.md` (some two minutes).

    .venv/bin/python tools/court_targets.py

The run has no paired world: only what the scheme comes to is held against what was published of it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from glasstown.ledger.reader import open_run
from glasstown.scheme.library import find
from glasstown.scheme.read import read_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from glasstown.society.check import Target
from glasstown.studies.court_list_targets import DAYS, OPENED, PUBLISHED, court_targets

PAGE = Path(__file__).resolve().parents[1] / "docs" / "targets.md"
PEOPLE, SEED, STEP = 400_000, 1, 7
MARK = "<!-- table -->"
END = "<!-- end of the table -->"


def targets() -> tuple[Target, ...]:
    """What one run gives."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "run"
        scheme = read_scheme(find("court-list"))
        live(RunRequest(scheme, PEOPLE, DAYS, STEP, SEED, OPENED, out, threads=1, baseline="none"))
        return court_targets(open_run(out))


def number(value: float) -> str:
    """Three digits that count, without a power of ten."""
    if value < 1:
        return f"{value:.3f}"
    return f"{float(f'{value:.3g}'):,.0f}"


def row(target: Target, cite: str) -> str:
    """One line of the table."""
    room = (target.high - target.low) / 2 / target.wanted
    even = abs(target.high + target.low - 2 * target.wanted) < target.wanted / 1e6
    span = f"±{room:.0%}" if even else f"{number(target.low)} to {number(target.high)}"
    drawn, noise, ratio, verdict = "", "", "", "not given"
    if target.drawn is not None:
        drawn, noise, ratio = number(target.drawn), number(target.noise), f"{target.drawn / target.wanted:.2g}"
        verdict = "holds" if target.holds else "missed" if target.is_missed else "not given"
    cells = (target.id, target.name, number(target.wanted), span, drawn, noise, ratio, verdict, target.basis, cite)
    return "| " + " | ".join(cells) + " |"


def main() -> None:
    """Live the run and write the table."""
    head = ("target", "what", "published", "tolerance", "in the model", "noise", "times", "", "use", "source")
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += [row(target, row_of.cite) for target, row_of in zip(targets(), PUBLISHED, strict=True)]
    text = PAGE.read_text(encoding="utf-8")
    before, after = text.split(MARK)[0], text.split(END)[1]
    PAGE.write_text(f"{before}{MARK}\n\n" + "\n".join(lines) + f"\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
