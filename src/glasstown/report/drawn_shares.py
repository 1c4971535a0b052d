"""Which acts that were denied are drawn in part only, and which part: the audit counts them and cannot see it."""

from __future__ import annotations

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.ledger.layout import SOCIETY
from glasstown.report.summary import Summary
from glasstown.society.spec import load_spec


def shares_denied(summary: Summary) -> str:
    """The acts of which attempts were denied and only a share is drawn, with the share; nothing where there is none."""
    finding = summary.finding("denied-attempts")
    if finding is None or finding.table is None:
        return ""
    ledger = summary.worlds.scheme
    drawn = {act.id: act.sightable.value for act in RESIDENT_ACTS if act.sightable is not None}
    if ledger.manifest.society.text_digest:
        drawn |= {one.act: one.share.value for one in load_spec(str(ledger.folder / SOCIETY)).sightable}
    told = [f"{row[0]} {float(100 * drawn[str(row[0])]):.3g} %" for row in finding.table.rows if str(row[0]) in drawn]
    if not told:
        return ""
    return f"Attempts denied are a floor; of these acts only a share (assumed) is drawn and counted: {', '.join(told)}."
