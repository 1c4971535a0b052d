"""Every metric of harm, by code. A new one is a file and a line here."""

from __future__ import annotations

from typing import Final

from glasstown.audit.harm import (
    appeal_efficacy,
    breach_exposure,
    calibration,
    conditional_burden,
    consistency,
    contagion,
    cumulative_disadvantage,
    delayed_impact,
    discovery_feedback,
    disproportion,
    entropy_index,
    equalised_odds,
    escape_time,
    false_listing,
    gini_of_means,
    goodhart_divergence,
    group_flips,
    harm_before_decision,
    intergenerational,
    intersections,
    misidentification,
    mobility,
    notice_coverage,
    opinion_narrowing,
    others_share,
    parity_difference,
    paths,
    performative_gap,
    predictive_parity,
    price_of_deterrence,
    procyclicality,
    rank_slope,
    selection_ratio,
    social_burden,
    speech_suppressed,
    tamper_detection,
    time_to_correct,
    trap_mass,
    uniqueness,
    wrongful_days,
)
from glasstown.audit.harm.contract import Metric

HARMS: Final[tuple[Metric, ...]] = (
    parity_difference.METRIC,  # M01
    selection_ratio.METRIC,  # M02
    equalised_odds.METRIC,  # M03
    predictive_parity.METRIC,  # M04
    calibration.METRIC,  # M05
    conditional_burden.METRIC,  # M06
    intersections.METRIC,  # M07
    entropy_index.METRIC,  # M08
    group_flips.METRIC,  # M09
    paths.METRIC,  # M10
    consistency.METRIC,  # M11
    false_listing.METRIC,  # M12
    misidentification.METRIC,  # M13
    time_to_correct.METRIC,  # M14
    wrongful_days.METRIC,  # M15
    others_share.METRIC,  # M16
    contagion.METRIC,  # M17
    mobility.METRIC,  # M18
    escape_time.METRIC,  # M19
    trap_mass.METRIC,  # M20
    gini_of_means.METRIC,  # M21
    cumulative_disadvantage.METRIC,  # M22
    procyclicality.METRIC,  # M23
    intergenerational.METRIC,  # M24
    rank_slope.METRIC,  # M25
    speech_suppressed.METRIC,  # M26
    opinion_narrowing.METRIC,  # M27
    goodhart_divergence.METRIC,  # M28
    social_burden.METRIC,  # M29
    discovery_feedback.METRIC,  # M30
    performative_gap.METRIC,  # M31
    delayed_impact.METRIC,  # M32
    appeal_efficacy.METRIC,  # M33
    harm_before_decision.METRIC,  # M34
    notice_coverage.METRIC,  # M35
    disproportion.METRIC,  # M36
    breach_exposure.METRIC,  # M37
    uniqueness.METRIC,  # M38
    tamper_detection.METRIC,  # M39
    price_of_deterrence.METRIC,  # M40
)
