"""Live every scheme of the library and write the closing table: who was punished, for what, and how long it took.

    .venv/bin/python tools/gallery.py                      # 100,000 residents, five years: some twenty minutes
    .venv/bin/python tools/gallery.py rongcheng-2016       # that row anew, the others as they stand

Each scheme is a process of its own, as somebody would type it, so that its time is its own. A row is kept in the
page as soon as it is there: what was stopped goes on where it was with the names of the schemes that lack a row.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from glasstown.scheme.library import SCHEMES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "gallery.md"
SLUGS = ("punished", "punished-own-acts", "punished-for-states", "punished-wrongly", "punished-through-others")
BY_RANK = "punished-by-rank"
"""There only where a scheme ranks residents."""

STARTS = {"court-list-firms": "2018-01-01"}
"""First days of schemes that change at a date, so that both of their times are lived; of all others the usual one."""

BESIDE = ("lost-points", "burdened", "rewarded")
HEADS = (
    "scheme", "residents", "punished", "for own acts", "for what is so", "wrongly", "through others",
    "by rank",
    "lost points", "denied or charged something", "rewarded", "lowest score", "harm below", "seconds",
    "of them compiling",
)  # fmt: skip
SAYS = """\
# Every scheme, lived

{people:,} residents, {years:g} years, seed 1, steps of seven days, each beside the same people without the scheme.
Everything here is in the model, at figures that are mostly assumed: what the schemes' own pages say of their bands
holds for every number. Schemes are not ranked by it: they count different things, and a scheme that punishes nobody may
only lack what it would take. Who is punished counts once: for own acts where true records of these bring it; for what
is so of them where age, illness, poverty or the start does; through others where it takes those; by rank where nothing
but a place among others does; else wrongly.
Denied or charged something: punished, refused at least one attempt, or without a place that they would have had.
*None* stands where there is no value; below stands why, and why nobody was punished, each made from what the run gave.
Of several scores the one that harm is tied to is shown. Times: one machine with {processors} processors.

`.venv/bin/python tools/gallery.py` writes this page.
"""


def live(scheme: str, people: int, years: float) -> dict[str, Any]:
    """What `glasstown run` answers; raises where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        asked = ["run", scheme, "--people", str(people), "--years", str(years), "--out", f"{folder}/run", "--json"]
        asked += ["--start", STARTS[scheme]] if scheme in STARTS else []
        command = [sys.executable, "-m", "glasstown", *asked]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603  our own words
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    if done.returncode:
        raise SystemExit(f"{scheme} could not be lived: {answer['error']['what']}")
    return answer


def row_of(scheme: str, answer: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """The cells of one scheme, and a line for each value that there is none of."""
    begins = f", from {STARTS[scheme]}" if scheme in STARTS else ""
    cells, reasons = [f"[{scheme}](schemes/{scheme}.md){begins}"], list[str]()
    found = answer["findings"]
    cells.append(shown(found["punished"]["n"]))
    for slug in SLUGS:
        finding = found[slug]
        cells.append(shown(finding["value"]))
        if finding["value"] is None:
            reasons.append(f"- `{scheme}`, {slug}: {finding['reason']}")
    cells.append(shown(found[BY_RANK]["value"]) if BY_RANK in found else "0")
    cells += [shown(found[slug]["value"]) for slug in BESIDE]
    cells += [points(found[of_the_score(found, slug)]["value"]) for slug in ("score-lowest", "harm-below")]
    edge = found[of_the_score(found, "harm-below")]
    if edge["value"] is None and found["punished"]["value"] != 0:
        reasons.append(f"- `{scheme}`, harm-below: {edge['reason']}")
    if found["punished"]["value"] == 0:
        reasons.append(f"- `{scheme}`: {why_nobody(found)}")
    return [*cells, f"{answer['seconds']:.0f}", f"{answer['compile_seconds']:.0f}"], reasons


def of_the_score(found: Mapping[str, Any], slug: str) -> str:
    """The finding of that name about the score to which harm is tied; about the first where there is none."""
    edges = [name for name in found if name.split(".")[0] == "harm-below" and found[name]["value"] is not None]
    return slug + (edges[0].removeprefix("harm-below") if edges else "")


def why_nobody(found: Mapping[str, Any]) -> str:
    """Why nobody was punished, from what was found: no harm in the scheme, or nobody near enough to it."""
    edge, lowest = (found[of_the_score(found, slug)] for slug in ("harm-below", "score-lowest"))
    lost = found["lost-points"]
    said = [f"nobody was punished, for {edge['reason']}"]
    if edge["value"] is not None:
        near = "nobody came there" if lowest["value"] >= edge["value"] else "whoever came there was spared"
        said = [
            f"harm begins below {points(edge['value'])}, the lowest score was {points(lowest['value'])}, and {near}"
        ]
    if lost["value"]:
        said.append(f"{shown(lost['value'])} lost points")
    if found["burdened"]["value"]:
        said.append(f"{shown(found['burdened']['value'])} were denied something or lost a place all the same")
    if not found["rewarded"]["value"]:
        said += no_reward(found)
    return "; ".join(said) + "."


def no_reward(found: Mapping[str, Any]) -> list[str]:
    """Why nobody was rewarded either, where some score begins to be rewarded somewhere."""
    starts = [name for name in found if name.split(".")[0] == "reward-from" and found[name]["value"] is not None]
    ends = [
        (found[name]["value"], found["score-highest" + name.removeprefix("reward-from")]["value"]) for name in starts
    ]
    return [
        f"nobody was rewarded either: rewards begin at {points(start)}, the highest score was {points(highest)}"
        for start, highest in ends[:1]
    ]


def points(value: float | None) -> str:
    """Points as the page prints them: as many digits as they have."""
    return "None" if value is None else f"{value:,.10g}"


def shown(value: float | None) -> str:
    """A count as the page prints it."""
    return "None" if value is None else f"{value:,.0f}"


def kept(page: Path) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Rows and reasons that stand in a page, by scheme."""
    rows: dict[str, str] = {}
    reasons: dict[str, list[str]] = {}
    for line in page.read_text(encoding="utf-8").splitlines() if page.exists() else []:
        if line.startswith("| ["):
            rows[line[3 : line.index("]")]] = line
        elif line.startswith("- `"):
            reasons.setdefault(line.split("`")[1], []).append(line)
    return rows, reasons


def write(page: Path, head: str, rows: Mapping[str, str], reasons: Mapping[str, Sequence[str]]) -> None:
    """Write the page with its rows in the order of the library."""
    lines = [head, "| " + " | ".join(HEADS) + " |", "| " + " | ".join("---" for _ in HEADS) + " |"]
    lines += [rows[name] for name in SCHEMES if name in rows]
    told = [line for name in SCHEMES for line in reasons.get(name, ())]
    lines += ["", "Why there is no value, and why nobody was punished:", "", *told] if told else []
    page.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Live what is asked for and write the page after each."""
    parser = argparse.ArgumentParser(description="Live every scheme of the library and write docs/gallery.md.")
    parser.add_argument("schemes", nargs="*", help="only these; the rows of others stay as they stand")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--years", type=float, default=5)
    parser.add_argument("--page", type=Path, default=PAGE)
    asked = parser.parse_args(arguments)
    if unknown := set(asked.schemes) - set(SCHEMES):
        parser.error(f"the library has no {', '.join(sorted(unknown))}")
    head = SAYS.format(people=asked.people, years=asked.years, processors=os.cpu_count())
    rows, reasons = kept(asked.page)
    if not rows or asked.page.read_text(encoding="utf-8").split("\n| scheme")[0].strip() != head.strip():
        rows, reasons = {}, {}  # another town, or another machine
    for scheme in asked.schemes or SCHEMES:
        print(f"{scheme} ...", flush=True)
        cells, why = row_of(scheme, live(scheme, asked.people, asked.years))
        rows[scheme], reasons[scheme] = "| " + " | ".join(cells) + " |", why
        write(asked.page, head, rows, reasons)
        print(rows[scheme], flush=True)


if __name__ == "__main__":
    main()
