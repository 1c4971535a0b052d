"""Records of a step go to those who will have them; what is told, and what is stolen, is written down."""

from __future__ import annotations

import numpy as np

from glasstown.simulate.agenda import add_records, with_room
from glasstown.simulate.consent import outside_of
from glasstown.simulate.holding import TOLD, expose, keep_looks, tell_holders
from glasstown.simulate.rows import TELLINGS, StepRows, digest_table
from glasstown.simulate.sightings import RECORDED
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.arrays import U8, AnyArray
from glasstown.vocab.organisations import FIRST_ORGANISATION


def keep(stretch: Stretch, settings: Settings, span: Span, looks: AnyArray) -> None:
    """What becomes of the records of a step where they lie; nothing where the scheme has no holders."""
    holding = settings.world.holding
    if holding.table.digest.size > 1 or holding.table.edge.size:
        keep_looks(holding, stretch.ties.namesake, _refused(stretch, settings, span), stretch.first, span.step,
                   span.days(), settings.luck, looks, looks.size)


def _refused(stretch: Stretch, settings: Settings, span: Span) -> U8:
    """1 for residents who have not consented as a step begins."""
    if not settings.world.consent.runs or stretch.first >= FIRST_ORGANISATION:
        return np.zeros(stretch.size, np.uint8)
    return outside_of(stretch, settings.world.min_age_days, span.day)


def tell(rows: StepRows, stretch: Stretch, settings: Settings, span: Span, looks: AnyArray) -> None:
    """Phase 6: records reach the agenda, once for each holder who will have them."""
    holding = settings.world.holding
    if holding.table.digest.size == 1 and not holding.table.edge.size:
        stretch.agenda = with_room(stretch.agenda, stretch.used, looks.size)
        stretch.used = int(add_records(stretch.agenda, stretch.used, stretch.first, span.step, looks, looks.size,
                                       RECORDED))
        return
    room = looks.size * holding.table.digest.size
    stretch.agenda = with_room(stretch.agenda, stretch.used, room)
    told = np.zeros(room, TOLD)
    used, count = tell_holders(holding, _refused(stretch, settings, span), stretch.first, span.step, span.horizon,
                               settings.luck, looks, stretch.agenda, stretch.used, told)
    stretch.used = int(used)
    pieces = [told[:count]]
    if stretch.first < FIRST_ORGANISATION:
        stolen = np.zeros(stretch.size * holding.table.digest.size, TOLD)
        number = expose(holding, stretch.subject, stretch.first, span.day, span.end, settings.luck, stolen)
        pieces.append(stolen[:number])
    _write(rows, stretch, settings, np.concatenate(pieces))


def _write(rows: StepRows, stretch: Stretch, settings: Settings, told: AnyArray) -> None:
    holding, names = settings.world.holding, settings.names
    is_told = told["sharing"] < holding.table.edge.size
    edges = np.append(holding.table.edge, np.uint32(0))[np.where(is_told, told["sharing"], holding.table.edge.size)]
    sources = np.append(names.source, np.uint32(0))[np.where(is_told, told["source"], names.source.size)]
    digest_table(rows.record, TELLINGS, told["who"].astype(np.int64) + stretch.first, told["day"],
                 np.where(is_told, names.act[told["act"]], 0), sources, told["truth"], edges,
                 holding.table.digest[told["holder"]])
    if stretch.first >= FIRST_ORGANISATION:
        return
    kept = told[stretch.kept[told["who"]] != 0]
    kept = kept[np.argsort(kept["who"], kind="stable")]
    rows.tables["tellings"] = {
        "resident": kept["who"].astype(np.int64) + stretch.first, "day": kept["day"], "act": kept["act"],
        "source": kept["source"], "truth": kept["truth"], "sharing": kept["sharing"], "holder": kept["holder"],
    }
