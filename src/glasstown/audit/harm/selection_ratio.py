"""M02, selection-rate ratio: the smallest share of punished residents in a group over the largest, and of spared ones.

What it says: One group is punished so many times as often as another. The same table read from the other side, as
shares of those who are spared, can look as if nothing were amiss.

Definition: smallest share of subjects punished at least once in an invented group / largest. Beside it the same of
those who are not punished: (1 - largest share) / (1 - smallest share).

Unit: a ratio, 0 to 1.

How to read it: 1 is alike. Below 0.8 is what the four-fifths rule of United States employment practice would flag,
which it says of being chosen for something good: of the ratio of the spared. For rare punishments the two ratios
disagree sharply; neither alone will do.

Limits: Other tools divide otherwise (unprivileged by privileged, which can exceed 1). A group of fewer than 30
subjects gives no share, and where fewer than 30 are punished in all there is no ratio.

Sources: 29 CFR 1607.4(D); Calders and Verwer 2010 (doi:10.1007/s10618-010-0190-x).
"""

from __future__ import annotations

from typing import Final

from glasstown.audit.harm.by_group import punished_shares, tally_punished
from glasstown.audit.harm.contract import Counts, Figure, Metric, Part, nothing, too_thin, under


def measure(counts: Counts) -> Figure:
    """The ratio of punished shares, that of spared ones, and the shares."""
    shares = punished_shares(counts)
    n, values = sum(part.n for part in shares), [part.value for part in shares if part.value is not None]
    if len(values) <= 1:
        return nothing("fewer than two groups of 30 subjects", n, parts=shares)
    low, high = min(values), max(values)
    spared = Part(
        "spared", (1 - high) / (1 - low) if low < 1 else None, n, None if low < 1 else "everybody is punished"
    )
    parts = (spared, *shares)
    if not high:
        return nothing("nobody was punished", n, parts=parts)
    punished = sum(under(counts, "punished").values())
    if reason := too_thin(punished, "punished subjects"):
        return nothing(reason, n, parts=parts)
    read = "" if spared.value is None else f"; of the spared {spared.value:.3f}"
    says = f"Smallest share of punished over largest: {low / high:.3f}{read}."
    return Figure(low / high, n, says, parts=parts)


METRIC: Final = Metric(
    code="M02",
    slug="selection-ratio",
    title="Selection-rate ratio",
    theme="between groups",
    unit="ratio, 0 to 1",
    tally=tally_punished,
    measure=measure,
    shown_by="differential-watch",
    moved_by="--without group-watch",
    room=__name__,
)
