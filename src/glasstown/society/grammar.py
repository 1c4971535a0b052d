"""The grammar of a society file: every table and every key, once.

Reading, the nearest name for an unknown key, and the reference page all come from here. A society file
holds aggregates and nothing else: there is no key that could hold a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from glasstown.society.reading import TABLES, WHOLE_KEYS


@dataclass(frozen=True, slots=True)
class Key:
    """One key of one table: what it holds (`word`, `text`, `whole`, `number`, `figure`, ...) and what it means."""

    table: str
    name: str
    type: str
    text: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class FileTable:
    """One table of a society file; `many` are written `[[name]]`, `is_rows` replace rows of the base."""

    name: str
    text: str
    many: bool = True
    is_rows: bool = False


ROW_TEXTS: Final = {
    "age_sex": "residents by five-year band of age (85 to 99 the last) and sex, in persons",
    "provinces": "residents, share in towns and income per head of each province",
    "household_size": "family households by number of members, in percent",
    "households_living": "households and their members; how people of 60 and more live, in percent",
    "household_kinds": "households of each kind per thousand family households, where their fit starts",
    "age_gaps": "years between those who live together: least, usual, most",
    "schooling": "levels of schooling by age, in percent",
    "scalars": "single figures: employment, firms, groups, digital use, credit, ties and more",
    "sectors": "where a fit of sectors by area and schooling starts, in percent",
    "income_deciles": "mean income of each tenth of town and country, in yuan",
    "income_shifts": "what schooling and work add to the rank of income",
    "profiles": "rates by age, sex and area: work, digital use, drivers, borrowers, elders, volunteers, in percent",
}
"""What each table of rows is about. The fitted households are no part of a file: they are fitted again."""

FILE_TABLES: Final = (
    FileTable("society", "what the file is about, and the society whose figures it takes over", many=False),
    FileTable("source", "one source that the figures of this file cite"),
    *(FileTable(name, f"one row of a table: {text}", is_rows=True) for name, text in ROW_TEXTS.items()),
    FileTable("rate", "a factor on how often one shipped act is committed"),
    FileTable("shock", "the same between two days of a run, for a shock that everybody meets"),
    FileTable("sightable", "the share of a frequent act that any source could see"),
    FileTable("extra_watch", "some acts of some residents that every source of a scheme sees more; no content"),
    FileTable("misread", "acts of some residents that are now and then written down as another act"),
    FileTable("marker", "who some residents are, taken for acts that they did not do"),
)
"""Every table, in the order in which a file is best read."""

EVIDENCE_TEXTS: Final = (
    ("value", "number", "the figure", True),
    ("band", "band", "least and greatest credible value; required where the mark is assumed or contested", False),
    ("mark", "mark", "how it is known; without one, the mark of [society]", False),
    ("cite", "cites", "keys of the sources that say so; without them, those of [society]", False),
)


def _row_keys(table: str) -> tuple[Key, ...]:
    keys = [
        Key(table, name, "whole" if name in WHOLE_KEYS else "word", "part of the name of the row", required=True)
        for name in TABLES[table]
    ]
    return (*keys, *(Key(table, name, kind, text, required) for name, kind, text, required in EVIDENCE_TEXTS))


def _figure(table: str, name: str, text: str, *, required: bool = True) -> Key:
    return Key(table, name, "figure", f"{text}: {{ value, band, mark, cite }}", required=required)


def _whom(table: str) -> tuple[Key, ...]:
    """Keys that say which residents a row is about."""
    return (
        Key(table, "group", "group", "only residents of this invented group"),
        Key(table, "area", "area", "only residents of towns, or of the country"),
        Key(table, "role", "role", "only residents of this public role"),
        Key(table, "digital", "digital", "only residents who use the internet so much"),
    )


KEYS: Final = (
    Key("society", "id", "name", "name of the society: letters, digits and single hyphens", required=True),
    Key("society", "title", "text", "what it is, in plain words", required=True),
    Key("society", "base", "base", "the society that comes with the package whose rows hold where this file is silent"),
    Key("society", "replace", "tables", "tables of which no row of the base is taken over"),
    Key("society", "mark", "mark", "how figures without a mark of their own are known"),
    Key("society", "cite", "cites", "sources of figures that name none"),
    Key(
        "society",
        "group_watch",
        "groups",
        "what goes by group in being watched: as written, the mean over the groups for everybody, or nothing",
    ),
    Key(
        "society",
        "role_watch",
        "roles",
        "what goes by public role in being watched: as written, or nothing",
    ),
    Key("source", "key", "text", "the key by which figures cite it", required=True),
    Key("source", "citation", "text", "who published it, what and when", required=True),
    *(key for name in ROW_TEXTS for key in _row_keys(name)),
    Key("rate", "act", "act", "id of a shipped act", required=True),
    _figure("rate", "factor", "what its rate is multiplied by, 0 to 256"),
    Key("shock", "act", "act", "id of a shipped act", required=True),
    Key("shock", "from_day", "day", "first day of the shock, counted from day 0", required=True),
    Key("shock", "to_day", "day", "first day after it", required=True),
    _figure("shock", "factor", "what its rate is multiplied by on those days, 0 to 256"),
    Key("sightable", "act", "act", "id of a shipped act that is frequent", required=True),
    _figure("sightable", "share", "share of all such acts, above 0 and at most 1"),
    Key("extra_watch", "id", "name", "name of the row", required=True),
    Key("extra_watch", "title", "text", "what it stands for, in plain words"),
    Key("extra_watch", "acts", "acts", "shipped acts that are seen more", required=True),
    *_whom("extra_watch"),
    _figure(
        "extra_watch",
        "factor",
        "what detection and false records of these acts are multiplied by, 0 to 100",
        required=False,
    ),
    _figure("extra_watch", "detection", "chance that a source sees the act besides, 0 to 1", required=False),
    Key("misread", "id", "name", "name of the row", required=True),
    Key("misread", "title", "text", "what it stands for, in plain words"),
    Key("misread", "acts", "acts", "shipped acts that are mistaken", required=True),
    Key("misread", "taken_for", "act", "what is written down instead; of one act always the same", required=True),
    *_whom("misread"),
    _figure("misread", "chance", "how often a record of the right person is such a one, 0 to 1"),
    Key("marker", "id", "name", "name of the row", required=True),
    Key("marker", "title", "text", "what it stands for, in plain words"),
    Key("marker", "acts", "acts", "shipped acts that they are taken to have done", required=True),
    *_whom("marker"),
    _figure("marker", "false_per_year", "false records a year more, of each act by each source that sees it, 0 to 50"),
)
"""Every key, table by table."""

KEYS_OF: Final = {table.name: tuple(key for key in KEYS if key.table == table.name) for table in FILE_TABLES}
"""The keys of each table."""
