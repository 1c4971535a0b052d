"""Ranks from sheets without faults, and the edge that a share from the top makes."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.build_index import EVERY_DAYS, OFFSET_DAYS
from glasstown.scheme.model_ranks import Rank
from glasstown.scheme.sheet import Sheet
from glasstown.vocab.evidence import Figure

PER_CENT: Final = Decimal(100)


def build_rank(sheet: Sheet) -> Rank | None:
    """By what, among whom and when a score ranks; None where it does not."""
    if sheet.text("kind") != "rank":
        return None
    every, offset = sheet.figure("refresh_days"), sheet.figure("refresh_offset")
    return Rank(
        of=sheet.text("rank_of"),
        scope=sheet.text("rank_scope") or "district",
        every_days=int(every.value if every else EVERY_DAYS),
        offset_days=int(offset.value if offset else OFFSET_DAYS),
    )


def edge_of(sheet: Sheet) -> Figure | None:
    """The least score of a grade: as it says, or what its share from the top makes of a rank in per cent."""
    share = sheet.figure("top_share")
    if share is None:
        return sheet.figure("at_least")
    low, high = (None if end is None else PER_CENT * (1 - end) for end in (share.high, share.low))
    return Figure(PER_CENT * (1 - share.value), share.mark, low, high, share.cite)
