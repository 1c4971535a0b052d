"""M33, appeal efficacy: how much of what was held against people untruly appeals took away again.

What it says: An error is mended by an appeal only if somebody appeals and the appeal goes right; this is both
together.

Definition: access times sensitivity. Access is the share of untrue debits, counted records and listings that was
appealed against within the run; sensitivity the share of decided appeals against untrue ones that were upheld.
Specificity, beside it, is the share of decided appeals against true ones that were refused.

Unit: a share, 0 to 1; of all that is untrue, what appeals removed.

How to read it: 1 would be every error mended, 0 none; less is worse. A low value with high sensitivity means that
people do not get to appeal, not that appeals are decided badly.

Limits: An appeal that is not decided by the end counts for access and not for sensitivity. Errors late in the run
have had less time to be appealed against. Where a scheme knows no appeal there is no value, though nothing is mended
then.

Sources: sensitivity and specificity as in tests of diagnosis (Altman and Bland 1994, doi:10.1136/bmj.308.6943.1552).
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.harm.contract import Bundle, Counts, Figure, Metric, Undefined, nothing, ratio
from glasstown.audit.harm.reading import without_scheme
from glasstown.audit.metrics.appeals import REFUSED, UNDECIDED, UNTRUE, UPHELD, untrue

NO_APPEALS: Final = Undefined("the scheme knows no appeal")


def tally(bundle: Bundle) -> Counts | Undefined:
    """What was untrue, and appeals by what they were against and what became of them."""
    if reason := without_scheme(bundle):
        return reason
    ledger = bundle.case.worlds.scheme
    if ledger.manifest.appeals is None:
        return NO_APPEALS
    filed = ledger.table("appeals")
    decided = filed.filter(pl.col("outcome") != UNDECIDED)
    wrong, right = decided.filter(UNTRUE), decided.filter(~UNTRUE)
    return {
        "untrue": untrue(bundle.case),
        "untrue-appealed": filed.filter(UNTRUE).height,
        "untrue-decided": wrong.height,
        "untrue-upheld": wrong.filter(pl.col("outcome") == UPHELD).height,
        "true-decided": right.height,
        "true-refused": right.filter(pl.col("outcome") == REFUSED).height,
    }


def measure(counts: Counts) -> Figure:
    """Access times sensitivity, and each of them."""
    parts = (
        ratio("access", counts["untrue-appealed"], counts["untrue"], what="untrue debits and listings"),
        ratio("sensitivity", counts["untrue-upheld"], counts["untrue-decided"], what="decided appeals"),
        ratio(
            "specificity", counts["true-refused"], counts["true-decided"], what="decided appeals against what is true"
        ),
    )
    access, sensitivity, _ = parts
    n = int(counts["untrue"])
    counted = (
        f"Of {n:,} untrue debits, records and listings {counts['untrue-appealed']:,.0f} were appealed against; of "
        f"{counts['untrue-decided']:,.0f} decided appeals against them {counts['untrue-upheld']:,.0f} were upheld."
    )
    if access.value is None or sensitivity.value is None:
        return nothing(str(access.reason or sensitivity.reason), n, counted=counted, parts=parts)
    return Figure(access.value * sensitivity.value, n, counted, parts=parts)


METRIC: Final = Metric(
    code="M33",
    slug="appeal-efficacy",
    title="Appeal efficacy",
    theme="due process",
    unit="share, 0 to 1; less is worse",
    tally=tally,
    measure=measure,
    shown_by="fico-like",
    moved_by="in its file, how many of those who could appeal do",
    room=__name__,
)
