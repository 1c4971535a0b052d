"""Every column that a run folder can hold: table, name, type, unit, who writes it, what it says.

The boundary is kept here: no column holds a name, an identity or phone number, a face, a device, an
address, or a place finer than a province. A table with a column that is not listed cannot be written,
and one whose column is listed but missing cannot be read. Append only within a format.
"""

from __future__ import annotations

from typing import Final

from glasstown.vocab.column import Column, TableEntry
from glasstown.vocab.columns_dues import DUES
from glasstown.vocab.columns_favour import FAVOURS
from glasstown.vocab.columns_fits import FITS
from glasstown.vocab.columns_holders import TELLINGS
from glasstown.vocab.columns_index import REFRESHES, STANDINGS
from glasstown.vocab.columns_inferred import INFERENCES
from glasstown.vocab.columns_lives import LIVES, OTHERS, SIGHTINGS
from glasstown.vocab.columns_of_organisations import organisation_columns, organisation_tables
from glasstown.vocab.columns_people import PEOPLE, PLACES
from glasstown.vocab.columns_politics import POLITICS
from glasstown.vocab.columns_process import APPEALS, CONSENTS
from glasstown.vocab.columns_scores import FURTHER_SCORES
from glasstown.vocab.columns_standing import ENTRIES, LISTINGS, STATE
from glasstown.vocab.columns_steps import COUNTS, STEPS
from glasstown.vocab.columns_votes import BALLOTS, VOTES

OF_RESIDENTS: Final = (
    TableEntry("people", "one resident, as society made them", "kept residents"),
    TableEntry("places", "one resident's province, in no table with anything else about them", "kept residents"),
    TableEntry("steps", "one step: totals over the whole town", "every step"),
    TableEntry("grade_counts", "one grade at the end of one step", "every step and grade, 0 = not graded"),
    TableEntry("act_counts", "one act by one group in one step", "every step in which it was tried"),
    TableEntry("acts", "one act somebody tried to commit", "the keyed sample of lives"),
    TableEntry("sightings", "one look of one source that did not miss", "looks that touch a kept resident"),
    TableEntry("entries", "one movement of one score", "kept residents"),
    TableEntry("refreshes", "one score that was worked out anew and changed", "kept residents"),
    TableEntry("standings", "one condition of points that stand, otherwise than before", "kept residents"),
    TableEntry("inferences", "one conclusion about a resident that is otherwise than before", "kept residents"),
    TableEntry("listings", "one ground on which somebody stood on a list", "kept residents"),
    TableEntry("appeals", "one appeal against what one record did", "kept residents"),
    TableEntry("consents", "one time that somebody joined or left, or that a record was taken", "kept residents"),
    TableEntry("favours", "one decision that was kinder for a tie to an official", "kept residents"),
    TableEntry("tellings", "one record of which one holder was told, or one file that was exposed", "kept residents"),
    TableEntry("dues", "one thing that came to be owed, or that was over", "kept residents"),
    TableEntry("spells", "one consequence that held somebody for some days", "kept residents"),
    TableEntry("grades", "one change of grade", "kept residents"),
    TableEntry("blocked", "one act that a consequence denied, or that somebody held back", "kept residents"),
    TableEntry("places_given", "one place got, or lost to another, because of the scheme", "kept residents"),
    TableEntry("counties", "one county in one step: what it thinks of the scheme, and why", "every step and county"),
    TableEntry("versions_begun", "one version that a trigger began in one county", "every county"),
    TableEntry("votes", "what was voted on one rule, by all or by one group", "every vote and county"),
    TableEntry("ballots", "points of rank of one option by one group", "every vote and county"),
    TableEntry("fits", "what a fit counted of one category, and what it weighs since", "every fit and county"),
    TableEntry("gauges", "one quantity of one month: hours, purchases, bills", "the keyed sample of lives"),
    TableEntry("harms", "one act that harmed somebody else", "kept victims"),
    TableEntry("panel", "one resident on one day of the quarter", "kept residents, every 91 days and at the end"),
    TableEntry("scores_panel", "one resident's further score on one day of the quarter", "as in panel"),
)
TABLES: Final = (*OF_RESIDENTS, *organisation_tables(OF_RESIDENTS))
"""Every table."""

PANEL_DAYS: Final = 91
"""Days between two rows of a resident in the panel; the end of the run is one more row."""

NO_RULE: Final = 65_535
"""`entries.rule` of a movement that no rule made."""

_RESIDENTS: Final = (
    *PEOPLE,
    *PLACES,
    *STEPS,
    *COUNTS,
    *LIVES,
    *SIGHTINGS,
    *ENTRIES,
    *TELLINGS,
    *REFRESHES,
    *STANDINGS,
    *INFERENCES,
    *DUES,
    *LISTINGS,
    *APPEALS,
    *CONSENTS,
    *FAVOURS,
    *STATE,
    *FURTHER_SCORES,
    *OTHERS,
    *POLITICS,
    *VOTES,
    *BALLOTS,
    *FITS,
)

COLUMNS: Final = (*_RESIDENTS, *organisation_columns(_RESIDENTS))
"""Every column of every table, tables together and columns in the order in which they are stored."""


def columns_of(table: str) -> tuple[Column, ...]:
    """The columns of one table, in stored order; empty for a name that is no table."""
    return tuple(column for column in COLUMNS if column.table == table)
