"""M09, counterfactual flip rate: whom being of their group decided, with the same luck and the same life.

What it says: Of every group this share is punished, or spared, only because sources look at it as they do.

Definition: subjects punished in the run and not in the world where sources look at every group as at the mean of all,
or the other way round, over subjects. The same people, the same luck, their acts as they then do them.

Unit: a share, 0 to 1.

How to read it: 0 is that group decides nothing. Beside it by group: how many more of it are punished in the run than
in that world.

Limits: Only what watching does. A scheme that asks about a group by name decides by more than this: the value is then
a lower bound. The other world also watches the majority differently, so its members can flip as well.

Sources: Kusner, Loftus, Russell and Silva 2017 (arXiv:1703.06856), counterfactuals by group; here lived, not
estimated.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from glasstown.audit.groups import group_slug
from glasstown.audit.harm.confusion import GROUPS
from glasstown.audit.harm.contract import (
    GROUP_WATCH,
    Bundle,
    Counts,
    Figure,
    Metric,
    Part,
    Undefined,
    named,
    nothing,
    too_thin,
)
from glasstown.audit.harm.reading import subjects, without_scheme
from glasstown.vocab.codes import Group

NOT_LIVED: Final = Undefined("the same people were not lived with every group watched alike")


def tally(bundle: Bundle) -> Counts | Undefined:
    """Subjects of each group, those whose fate flips, and punished ones in both worlds."""
    if reason := without_scheme(bundle):
        return reason
    if GROUP_WATCH not in bundle.switched:
        return NOT_LIVED
    other = set(bundle.switched[GROUP_WATCH].punished["resident"])
    rows = subjects(bundle.case).with_columns(there=pl.col("resident").is_in(other))
    counts: dict[str, float] = {}
    for group in Group:
        mine, slug = rows.filter(pl.col("group") == int(group)), group_slug(group)
        counts |= {
            named("subjects", slug): mine.height, named("here", slug): int(mine["is_punished"].sum()),
            named("there", slug): int(mine["there"].sum()),
            named("flipped", slug): int((mine["is_punished"] != mine["there"]).sum()),
        }  # fmt: skip
    return counts


def measure(counts: Counts) -> Figure:
    """The share that flips, and of each group how many more are punished than where all are watched alike."""
    total, flipped = (sum(counts[named(what, group)] for group in GROUPS) for what in ("subjects", "flipped"))
    parts = tuple(part for group in GROUPS for part in _of_group(counts, group))
    if reason := too_thin(total, "subjects"):
        return nothing(reason, total, parts=parts)
    says = f"{flipped:,.0f} of {total:,.0f} subjects are punished in only one of the two worlds."
    return Figure(flipped / total, int(total), says, parts=parts)


def _of_group(counts: Counts, group: str) -> tuple[Part, Part]:
    n, here, there, flipped = (counts[named(what, group)] for what in ("subjects", "here", "there", "flipped"))
    reason = too_thin(n, "subjects")
    return (
        Part(group, None if reason else flipped / n, int(n), reason),
        Part(f"more-{group}", None if reason else (here - there) / n, int(n), reason),
    )


METRIC: Final = Metric(
    code="M09",
    slug="counterfactual-flips",
    title="Counterfactual flip rate",
    theme="between groups",
    unit="share, 0 to 1",
    tally=tally,
    measure=measure,
    shown_by="differential-watch",
    moved_by="--society with groups watched alike",
    room=__name__,
    needs=(GROUP_WATCH,),
    signed=True,
)
