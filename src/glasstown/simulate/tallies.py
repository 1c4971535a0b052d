"""Counts of records and points for a while: what repeats, groups, limits and sources that must agree ask about."""

from __future__ import annotations

import numpy as np

from glasstown.kernels.jit import inner
from glasstown.simulate.agenda import COUNT_ENDS
from glasstown.simulate.agreement import agrees
from glasstown.simulate.caps import kept_out
from glasstown.simulate.rulebook import Rulebook
from glasstown.simulate.scores import Scores
from glasstown.vocab.arrays import AnyArray, Whole, YesNo


@inner
def put_off(row: AnyArray, hit: AnyArray, kind: Whole, due: Whole, rule: Whole, amount: Whole) -> None:
    """Put something off that the record behind `hit` brings with it on a later day."""
    row["due"] = due
    row["who"] = hit["who"]
    row["kind"] = kind
    row["act"] = hit["act"]
    row["source"] = hit["source"]
    row["truth"] = hit["truth"]
    row["via"] = hit["via"]
    row["way"] = 0
    row["rule"] = rule
    row["amount"] = amount
    row["ref"] = hit["ref"]
    row["origin"] = hit["origin"]


@inner
def count_for(scores: Scores, hit: AnyArray, tally: Whole, days: Whole, amount: Whole, horizon: Whole,
              agenda: AnyArray, used: Whole) -> Whole:
    """Count a record (`amount` 0), or some thousandths, for so many days; returns the agenda rows in use."""
    scores.tally[tally, np.int64(hit["who"])] += max(amount, 1)
    ends = np.int64(hit["due"]) + days
    if ends < horizon:
        put_off(agenda[used], hit, COUNT_ENDS, ends, tally, amount)
        used += 1
    return used


@inner
def limited(rules: Rulebook, scores: Scores, hit: AnyArray, rule: Whole, points: Whole, horizon: Whole,
            agenda: AnyArray, used: Whole) -> tuple[Whole, Whole, Whole]:
    """What a rule still moves after what it, its group and its limit have moved, and counts what that is.

    Returns:
        (points that a limit lets through, points that it keeps out, agenda rows in use).
    """
    i, per, group = np.int64(hit["who"]), np.int64(rules.per[rule]), np.int64(rules.group[rule])
    if per >= 0 and scores.tally[per, i] > 0:
        points = np.int64(0)
    if group >= 0 and points < 0:
        points = -max(-points - np.int64(scores.tally[group, i]), np.int64(0))
    kept = kept_out(rules.caps, scores.tally, rule, i, points)
    points -= kept
    if group >= 0 and points < 0:
        used = count_for(scores, hit, group, np.int64(rules.group_days[rule]), -points, horizon, agenda, used)
    cap = np.int64(rules.caps.tally[rule])
    if cap >= 0 and points != 0 and (points < 0) == (rules.caps.points[rule] < 0):
        used = count_for(scores, hit, cap, np.int64(rules.caps.days[rule]), abs(points), horizon, agenda, used)
    if per >= 0 and points != 0:
        used = count_for(scores, hit, per, np.int64(rules.per_days[rule]), np.int64(0), horizon, agenda, used)
    return points, kept, used


@inner
def comes_together(rules: Rulebook, scores: Scores, hit: AnyArray, rule: Whole, horizon: Whole,
                   agenda: AnyArray, used: Whole) -> tuple[YesNo, Whole]:
    """Count a record of a source; returns (whether it brings enough sources together, agenda rows in use)."""
    i, tally = np.int64(hit["who"]), np.int64(rules.agree.tally[rule, np.int64(hit["source"])])
    before = agrees(rules.agree, scores.tally, rule, i)
    if tally >= 0:  # not so where a society lets a source write down what it never sees
        used = count_for(scores, hit, tally, np.int64(rules.agree.within[rule]), np.int64(0), horizon, agenda, used)
    return not before and agrees(rules.agree, scores.tally, rule, i), used
