"""Rows of what residents did in a step, of what was seen of it, and of whom it reached."""

from __future__ import annotations

import numpy as np

from glasstown.simulate.for_children import with_children
from glasstown.simulate.kept_rows import rows_where
from glasstown.simulate.rows import (
    Keys,
    StepRows,
    account,
    digest_sightings,
)
from glasstown.simulate.span import Settings, Span
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.arrays import AnyArray
from glasstown.vocab.codes import Outcome

DONE, HELD_BACK, NO_PLACE = int(Outcome.DONE), int(Outcome.HELD_BACK), int(Outcome.NO_PLACE)
DENIED, LOOKED_UP = int(Outcome.DENIED), int(Outcome.LOOKED_UP)


def write_acts(rows: StepRows, stretch: Stretch, settings: Settings, deeds: AnyArray, span: Span) -> None:
    """Deeds: counts and digests, the rows of residents whose every act is kept, and what was denied or held back."""
    account(settings.names, deeds, stretch.people.group, stretch.first, span.step, rows.counts, rows.life, rows.record)
    by_outcome = rows.counts.sum(axis=(0, 1)).tolist()
    totals = rows.totals
    totals["acts"], totals["held_back"], totals["no_place"] = (by_outcome[o] for o in (DONE, HELD_BACK, NO_PLACE))
    totals["came_to_nothing"] = by_outcome[Outcome.CAME_TO_NOTHING]
    totals["blocked"] = by_outcome[DENIED] + by_outcome[LOOKED_UP]
    lives = deeds[stretch.traced[deeds["slot"]] != 0]
    rows.tables["acts"] = {
        "resident": lives["slot"] + stretch.first, "day": lives["day"], "act": lives["act"],
        "family": lives["family"], "ordinal": lives["ordinal"], "child": lives["child"],
        "step": np.full(lives.size, span.step), "outcome": lives["outcome"],
    }
    if totals["blocked"] + totals["held_back"] + totals["came_to_nothing"]:
        outcome = deeds["outcome"]
        denied = deeds[(outcome != DONE) & (outcome != NO_PLACE) & (stretch.kept[deeds["slot"]] != 0)]
        slot, by_act = denied["slot"], settings.world.by_act
        direct = with_children(stretch, stretch.standing.denied, by_act.for_children, span.day)[slot]
        taken = np.where(denied["outcome"] == LOOKED_UP, stretch.standing.looked_up[slot], direct)
        taken = np.where(denied["outcome"] == HELD_BACK, np.uint64(0), taken)
        rows.tables["blocked"] = {
            "resident": slot + stretch.first, "day": denied["day"], "act": denied["act"],
            "outcome": denied["outcome"], "capacity": taken & by_act.acts.capacity[denied["act"]],
        }


def write_gauges(rows: StepRows, stretch: Stretch, readings: AnyArray, span: Span) -> None:
    """Quantities of one month."""
    rows.tables["gauges"] = {
        "resident": readings["slot"] + stretch.first, "day": np.full(readings.size, span.day), "act": readings["act"],
        "milli": readings["milli"], "logged_milli": readings["logged_milli"],
    }


def write_places(rows: StepRows, stretch: Stretch, swaps: AnyArray) -> None:
    """Who got a place only because of the scheme, and who lost it, where one of the two is kept."""
    other = np.where(swaps["other"] < 0, swaps["slot"], swaps["other"])
    swaps = swaps[(stretch.kept[swaps["slot"]] | stretch.kept[other]) != 0]
    order = np.lexsort((swaps["place"], swaps["slot"]))
    swaps = swaps[order]
    other = np.where(swaps["other"] < 0, swaps["slot"], swaps["other"])
    rows.tables["places_given"] = {
        "resident": swaps["slot"] + stretch.first, "day": swaps["day"], "place": swaps["place"], "won": swaps["won"],
        "other": other + stretch.first,
    }


def write_harms(rows: StepRows, stretch: Stretch, hits: AnyArray) -> None:
    """Harm that reached its victim."""
    hits = hits[stretch.kept[hits["who"]] != 0]
    rows.tables["harms"] = {
        "resident": hits["who"].astype(np.int64) + stretch.first, "day": hits["due"], "act": hits["act"],
        "origin": hits["origin"],
    }


def write_sightings(rows: StepRows, stretch: Stretch, names: Keys, looks: AnyArray, span: Span) -> None:
    """Every look that did not miss, where it touches a kept resident."""
    rows.totals["sightings"] = looks.size
    digest_sightings(rows.record, names, looks, stretch.first, span.step)
    rows.tables["sightings"] = rows_where(
        (stretch.kept[looks["origin"]] | stretch.kept[looks["on"]]) != 0, origin=looks["origin"] + stretch.first,
        step=np.full(looks.size, span.step), family=looks["family"], ordinal=looks["ordinal"], act=looks["act"],
        source=looks["source"], truth=looks["truth"], child=looks["child"], on_resident=looks["on"] + stretch.first,
        act_day=looks["act_day"], due_day=np.minimum(looks["due_day"], 65_535), fate=looks["fate"],
    )
