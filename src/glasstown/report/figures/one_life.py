"""The picture of one life: what was done, the score or the times on lists, what was recorded, what held."""

from __future__ import annotations

from glasstown.ledger.reader import Ledger
from glasstown.report.contract import Figure
from glasstown.report.figures.six_lives import caption_of, draw_lives
from glasstown.report.lives.life import read_life
from glasstown.report.lives.strata import Chosen
from glasstown.report.lives.words import told


def one_life(ledger: Ledger, resident: int) -> Figure | None:
    """Draw one kept resident; None where the world has neither a score nor lists."""
    if ledger.manifest.resident_score is None and not ledger.manifest.names.grounds:
        return None
    title = f"Resident {resident:,}"
    life = read_life(ledger, resident)
    chosen = (Chosen("life", "One life", ledger.manifest.kept.residents, resident, "residents kept"),)
    return Figure("one-life", title, told(life), caption_of((life,)), draw_lives(ledger, chosen, {"life": life}, title))
