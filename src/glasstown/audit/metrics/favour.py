"""What officials' favour gave to whom: points spared, and cases decided otherwise than for somebody without ties.

The draw is the one that everybody gets; what it would have given without the tie stands beside what it gave. Points
are counted where a rule moved them in full.
"""

from __future__ import annotations

import polars as pl

from glasstown.audit.case import Case
from glasstown.audit.contract import Finding, FindingTable, found
from glasstown.vocab.officials import TIE_WORDS

OF_RULE = 0


def what_favour_gave(case: Case) -> tuple[Finding, ...]:
    """One finding for residents, one for organisations where any were favoured; nothing where no official favours."""
    ledger = case.worlds.scheme
    if not ledger.manifest.favours:
        return ()
    residents = ledger.table("favours")
    firms = ledger.table("organisation_favours").rename({"organisation": "resident"})
    findings = [_favoured("favour", "Kinder decisions for a tie to an official", "residents", residents)]
    if firms.height:
        findings.append(_favoured("favour.organisations", "Kinder decisions for firms tied to an official", "firms",
                                  firms))  # fmt: skip
    return tuple(findings)


def _favoured(slug: str, title: str, whom: str, rows: pl.DataFrame) -> Finding:
    ties = tuple(
        (words, *_counted(rows.filter(pl.col("ties") // (1 << bit) % 2 == 1))) for bit, words in enumerate(TIE_WORDS)
    )
    who, points, cases = _counted(rows)
    table = FindingTable(("they", whom, "points", "other cases"), ties)
    text = (
        f"{rows.height:,} decisions about {who:,} {whom} were kinder than the same draw is for somebody without ties "
        f"to officials: {points:g} points, and {cases:,} cases decided the other way. One can have several ties."
    )
    return found(slug, title, rows.height, "decisions", who, text, table=table)


def _counted(rows: pl.DataFrame) -> tuple[int, float, int]:
    """Whom it favoured, points, and other cases."""
    milli = int(rows["milli"].sum())
    return rows["resident"].n_unique(), round(milli / 1000, 3), rows.filter(pl.col("what") != OF_RULE).height
