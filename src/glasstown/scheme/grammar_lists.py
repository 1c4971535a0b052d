"""Grammar of lists: who gets on, for how long, how one gets off, and how a scheme changes over time."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite
from glasstown.vocab.limits import MAX_DAYS

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)
CLOCKS: Final = ("calendar", "working-days")
"""How days of a clock are counted: all of them, or Monday to Friday."""

DECIDERS: Final = ("officer", "judge", "committee")
"""Who decides on a case; the model treats them alike."""

DROPPED: Final = ("grades", "consequences", "rules", "sources", "lists", "associations", "overrides",
                  "state_rules", "quantity_rules", "scheme")  # fmt: skip
"""Whole parts of a scheme that a version may end."""

LIST_TABLES: Final = (
    Table("list", "A list that people stand on while any ground for it is open.", many=True, named=True),
    Table("ground", "Why a resident is put on a list, for how long, and how they get off it.", many=True, named=True),
    Table("ground.repeat", "The ground opens only when records of the act repeat.", evidence=False),
    Table("ground.decision", "An official decides on each case before the ground opens."),
    Table("ground.exit_decision", "An official looks at each exit, and may find that it does not do."),
    Table("version", "A day from which parts of the scheme end.", many=True, named=True),
)
"""Tables of lists and versions."""


def days_key(table: str, name: str, text: str, *, least: Decimal = ONE, default: Decimal | None = None) -> Key:
    """A running key that counts whole days."""
    return Key(table, name, RUNNING, "figure", text, "days", default=default, low=least, high=MAX_DAYS, whole=True)


def repeat_keys(table: str, fewest: Decimal = Decimal(2)) -> tuple[Key, Key]:
    """The keys of `repeat`: how many records, `fewest` or more, in which time."""
    records = Key(
        table,
        "count",
        RUNNING,
        "figure",
        "records of the act that match, the biting one included",
        unit="records",
        required=True,
        low=fewest,
        high=Decimal(100),
        whole=True,
    )
    within = Key(
        table,
        "within_days",
        RUNNING,
        "figure",
        "time in which they must fall",
        unit="days",
        required=True,
        low=ONE,
        high=MAX_DAYS,
        whole=True,
    )
    return records, within


def decision_keys(table: str) -> tuple[Key, ...]:
    """The keys of `decision`: who decides, how late, how often otherwise, and how many cases."""
    return (
        Key(table, "by", DECLARED, "choice", "who decides", required=True, choices=DECIDERS),
        days_key(table, "delay_days", "least time from the case to its decision", least=ZERO, default=ZERO),
        Key(
            table,
            "override",
            RUNNING,
            "figure",
            "probability that the official lets the person off",
            unit="probability per case",
            default=ZERO,
            low=ZERO,
            high=ONE,
        ),
        Key(
            table,
            "per_thousand_year",
            RUNNING,
            "figure",
            "cases the officials of a district can decide; the others wait; no limit where left out",
            unit="decisions per 1,000 residents and year",
            low=ZERO,
            high=Decimal(1_000_000),
        ),
        *mark_and_cite(table),
    )


def _clock(name: str, text: str) -> Key:
    return Key("ground", name, RUNNING, "choice", text, default="calendar", choices=CLOCKS)


def _names(name: str, text: str, unit: str, *, required: bool = False) -> Key:
    return Key("ground", name, RUNNING, "names", text, unit=unit, required=required)


_LIST: Final = (
    Key("list", "id", DECLARED, "name", "name of the list", required=True),
    Key("list", "title", DECLARED, "text", "what it is, in plain words", default=""),
    Key("list", "keeper", DECLARED, "text", "who keeps it"),
    Key("list", "legal_basis", DECLARED, "text", "the law or measure it stands on"),
    *mark_and_cite("list"),
)

_GROUND: Final = (
    Key("ground", "id", RUNNING, "name", "name of the ground, by which its luck is addressed", required=True),
    Key("ground", "title", DECLARED, "text", "what it says, in plain words", default=""),
    Key("ground", "list", RUNNING, "name", "the list it leads to", required=True),
    _names("acts", "acts of which a record opens it", "list of acts", required=True),
    _names("sources", "sources whose records open or extend it; any where left out", "list of sources"),
    Key("ground", "repeat", RUNNING, "table", "how many records in which time it takes; one where left out"),
    Key(
        "ground",
        "when",
        RUNNING,
        "formula",
        "what must be so of a resident, as it stood at the beginning of the step, for a record to count for it; always",
    ),
    Key(
        "ground",
        "min_age_years",
        RUNNING,
        "figure",
        "age on the day of the record under which nobody is listed on this ground",
        unit="completed years",
        default=ZERO,
        low=ZERO,
        high=Decimal(110),
        whole=True,
    ),
    days_key("ground", "entry_delay_days", "time from the record to the listing", least=ZERO, default=ZERO),
    _clock("entry_clock", "which days that time counts"),
    days_key("ground", "term_days", "days on the list; open-ended where left out"),
    days_key("ground", "extend_by_days", "days that a record of one of extend_acts adds to the term"),
    _names("extend_acts", "acts of which a record makes the term longer", "list of acts"),
    days_key("ground", "longest_days", "days after which no extension holds anybody; no such end where left out"),
    _names("exit_acts", "acts that close the ground, such as paying what is owed", "list of acts"),
    _names(
        "exit_seen_by",
        "sources of which a record of the act is needed; where left out the person reports it",
        "list of sources",
    ),
    days_key("ground", "exit_delay_days", "time from that act or record to the removal", least=ZERO, default=ZERO),
    _clock("exit_clock", "which days that time counts"),
    Key("ground", "decision", RUNNING, "table", "an official decides on each case; automatic where left out"),
    Key("ground", "exit_decision", RUNNING, "table", "an official looks at each exit; every exit does where left out"),
    *mark_and_cite("ground"),
)

_SAME_CASE: Final = Key(
    "ground.decision",
    "same_case_as",
    RUNNING,
    "name",
    "ground of the same case, decided by one draw: who is let off the one with the smaller override is let off both",
)

_EXIT_DECISION: Final = (
    Key("ground.exit_decision", "by", DECLARED, "choice", "who looks", required=True, choices=DECIDERS),
    Key("ground.exit_decision", "override", RUNNING, "figure", "probability that the exit is found not to do",
        "probability per exit", required=True, low=ZERO, high=ONE),
    *mark_and_cite("ground.exit_decision"),
)  # fmt: skip

_VERSION: Final = (
    Key("version", "id", DECLARED, "name", "name of the version", required=True),
    Key("version", "title", DECLARED, "text", "what changed, in plain words", default=""),
    Key(
        "version",
        "from_day",
        RUNNING,
        "figure",
        "day, counted from day 0; the first step that begins on it or later is the first of the version; left out where"
        " a [[trigger]] begins it",
        unit="day",
        low=ZERO,
        high=MAX_DAYS,
        whole=True,
    ),
    Key(
        "version",
        "drop",
        RUNNING,
        "choices",
        "parts that end: all of one kind, or the scheme as a whole",
        unit="list",
        choices=DROPPED,
    ),
    Key("version", "drop_rules", RUNNING, "names", "rules that end", unit="list of rules"),
    Key("version", "drop_sources", RUNNING, "names", "sources that end", unit="list of sources"),
    Key("version", "drop_lists", RUNNING, "names", "lists that end", unit="list of lists"),
    Key("version", "drop_consequences", RUNNING, "names", "consequences that end", unit="list of consequences"),
    Key("version", "drop_overrides", RUNNING, "names", "overrides that end", unit="list of overrides"),
    Key("version", "drop_state_rules", RUNNING, "names", "points that stand no more", unit="list of state_rules"),
    Key("version", "drop_quantity_rules", RUNNING, "names", "rules on quantities that end", unit="list of them"),
    Key("version", "drop_associations", RUNNING, "names", "associations that end", unit="list of associations"),
    *mark_and_cite("version"),
)

LIST_KEYS: Final = (
    *_LIST,
    *_GROUND,
    *repeat_keys("ground.repeat"),
    *decision_keys("ground.decision"),
    _SAME_CASE,
    *_EXIT_DECISION,
    *_VERSION,
)
"""Keys of lists and versions."""
