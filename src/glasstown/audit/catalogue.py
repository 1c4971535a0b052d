"""Every metric, in the order in which reports show them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from glasstown.audit.case import Case, open_case
from glasstown.audit.contract import Finding
from glasstown.audit.metrics.act_by_act import acts_in_both_worlds
from glasstown.audit.metrics.appeals import appeals
from glasstown.audit.metrics.by_consequence import punished_by_consequence
from glasstown.audit.metrics.consent import consent
from glasstown.audit.metrics.denied import denied_attempts
from glasstown.audit.metrics.dues import what_fell_due
from glasstown.audit.metrics.favour import what_favour_gave
from glasstown.audit.metrics.gamed import logged_falsely
from glasstown.audit.metrics.grades import grades_over_time
from glasstown.audit.metrics.held_back import held_back_acts
from glasstown.audit.metrics.holders import holders
from glasstown.audit.metrics.inferred import wrongly_inferred
from glasstown.audit.metrics.integrity import books_balance
from glasstown.audit.metrics.legitimacy import counties_opinion
from glasstown.audit.metrics.listed import listed
from glasstown.audit.metrics.organised import organisations_rated
from glasstown.audit.metrics.paired import paired_differences
from glasstown.audit.metrics.places import places_asked_for
from glasstown.audit.metrics.punished import punished_by_cause
from glasstown.audit.metrics.qualifying import qualifying
from glasstown.audit.metrics.reach import reach
from glasstown.audit.metrics.recipients import recipients
from glasstown.audit.metrics.refits import weights_fitted
from glasstown.audit.metrics.repaired import earned_back
from glasstown.audit.metrics.votes import points_voted
from glasstown.audit.metrics.who_falls import who_falls
from glasstown.audit.metrics.worked_out import scores_worked_out
from glasstown.audit.metrics.wrongful_days import wrongful_days
from glasstown.audit.worlds import Worlds


@dataclass(frozen=True, slots=True)
class Metric:
    """A question with the function that answers it in one or more findings."""

    name: str
    question: str
    compute: Callable[[Case], tuple[Finding, ...]]


METRICS: Final = (
    Metric("punished", "How many were punished: for own acts, wrongly, through others?", punished_by_cause),
    Metric("by-consequence", "Through which consequence were they punished?", punished_by_consequence),
    Metric("reach", "How many did it touch at all, and how near did scores come to where harm begins?", reach),
    Metric("listed", "How many stood on each list, for how long, and on what ground?", listed),
    Metric("wrongful-days", "For how long was somebody punished without a true ground?", wrongful_days),
    Metric("appeals", "Who appeals, how often does it go right, and how long does it take?", appeals),
    Metric("recipients", "Who is still barred by somebody who was never told that it has ended?", recipients),
    Metric("consent", "Who is in by their own will, who never knew, and what of those outside is taken?", consent),
    Metric("qualifying", "Who came under the scheme, and who went out of it?", qualifying),
    Metric("favour", "What did officials give to those tied to one of them?", what_favour_gave),
    Metric("holders", "Who was told what, what stayed where it lay, and what was stolen?", holders),
    Metric("due", "What came to be owed, what fell due, and how much of it failed?", what_fell_due),
    Metric("repaired", "How much of what was taken was earned back?", earned_back),
    Metric("denied", "How often did a consequence block what somebody set out to do?", denied_attempts),
    Metric("held-back", "How much lawful speech was held back?", held_back_acts),
    Metric("places", "Who found no place where many ask and some get, and who lost one to another?", places_asked_for),
    Metric("organisations", "What became of firms and governments, and through them of others?", organisations_rated),
    Metric("grades", "In which grades do residents stand, and how does that move?", grades_over_time),
    Metric("legitimacy", "What do counties think of the scheme, and what did that begin?", counties_opinion),
    Metric("gamed", "How many deeds were written down that nobody did?", logged_falsely),
    Metric("voted", "What was voted, and what did that do to each invented group?", points_voted),
    Metric("refit", "What did an index learn from its own records, and what was true?", weights_fitted),
    Metric("worked-out", "How many scores rest on too little, or are not what is true?", scores_worked_out),
    Metric("inferred", "About how many was something concluded wrongly, and of which group?", wrongly_inferred),
    Metric("who-falls", "Who is punished: by group, income, age and province?", who_falls),
    Metric("paired", "What is different from the same people's lives without the scheme?", paired_differences),
    Metric("act-by-act", "Which acts are done more or less often than without the scheme?", acts_in_both_worlds),
    Metric("integrity", "Do the books balance, and does the replay give what was lived?", books_balance),
)


def assess(worlds: Worlds) -> tuple[Finding, ...]:
    """Put every question to a run, and to its paired world where there is one."""
    case = open_case(worlds)
    return tuple(finding for metric in METRICS for finding in metric.compute(case))
