"""When an outcry ends the scheme of Suining, at each end of every band: writes `docs/outcry.md` (some five minutes).

    .venv/bin/python tools/outcry.py

Nobody has published the day, nor what moved the county. So the day is a result here, and this shows what it rests on.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from glasstown.ledger.reader import open_run
from glasstown.scheme.library import find
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import parse_scheme, read_scheme
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run import live
from glasstown.vocab.evidence import Figure

PAGE = Path(__file__).resolve().parents[1] / "docs" / "outcry.md"
SCHEME = "suining-2010-cancelled"
TABLES = ("legitimacy", "trigger", "awareness")
NANO = 1e9
SAYS = """\
# When the outcry comes

`suining-2010-cancelled` and `suining-2010-grades-dropped` live the two endings that are told of Suining. When the
grades ended, and what moved the county, nobody has published; critics wrote in 2010, the year of the first list.
Here an outcry that lasts ends it: approval begins where a later survey found it, falls as residents learn of the
scheme and meet what it does, and when it has been low for long enough the version begins. The day is no figure of
any file: it is a result.

Each row is one run with one assumed figure at one end of its band and all others as shipped: {people:,} residents,
{years:g} years, seed 1, steps of seven days, without their world beside. What approval gains by itself in a year is 0
as shipped, the low end of its band, for no study found that it gains any; were it 0.05, approval would come back nearly
as fast as it falls, and no outcry would last within five years. All of it is in the model.

`tools/outcry.py` makes this page.

| figure | at | the version begins on day | lowest approval | approval at the end |
|---|---|---|---|---|
"""


def cases(scheme: Scheme) -> Iterator[tuple[str, str, str]]:
    """(figure, value, text of a scheme that differs in it) for the shipped scheme and each end of each band."""
    head = f'[scheme]\nid = "one-end"\ntitle = "One end of a band"\nevidence = "constructed"\nbase = "{SCHEME}"\n'
    yield "as shipped", "", head
    for one in scheme.settings:
        value = one.value
        if one.table not in TABLES or not isinstance(value, Figure) or value.low is None or value.high is None:
            continue
        table = f'[[{one.table}]]\nid = "{one.id}"\n' if one.id else f"[{one.table}]\n"
        band = f"band = [{value.low}, {value.high}]"
        between = () if one.key != "drift_per_year" else ("0.05",)
        for end in (value.low, *between, value.high):
            if str(end) != str(value.value):
                yield (
                    f"{one.table}: {one.key}",
                    str(end),
                    f'{head}\n{table}mark = "assumed"\n{one.key} = {{ value = {end}, {band} }}\n',
                )


def lived(text: str, people: int, years: float) -> str:
    """The last cells of a row: when the version begins, and how low approval comes."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "run"
        days = round(years * 365)
        live(RunRequest(parse_scheme(text), people, days, 7, 1, date(2020, 1, 1), out, threads=2, baseline="none"))
        ledger = open_run(out)
        begun, approval = ledger.table("versions_begun")["day"].to_list(), ledger.table("counties")["legitimacy_nano"]
    day = f"{begun[0]:,}" if begun else "never"
    return f"{day} | {min(approval.to_list()) / NANO:.3f} | {approval.to_list()[-1] / NANO:.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Live every row and write the page."""
    parser = argparse.ArgumentParser(description="Live the outcry of Suining at every end of a band.")
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--years", type=float, default=5)
    parser.add_argument("--page", type=Path, default=PAGE)
    asked = parser.parse_args(arguments)
    rows = [
        f"| {figure} | {value} | {lived(text, asked.people, asked.years)} |"
        for figure, value, text in cases(read_scheme(find(SCHEME)))
    ]
    page = SAYS.format(people=asked.people, years=asked.years) + "\n".join(rows) + "\n"
    asked.page.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
