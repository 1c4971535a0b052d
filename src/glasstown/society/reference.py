"""The reference page of society files, written from the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from glasstown.society.grammar import FILE_TABLES, KEYS_OF, FileTable
from glasstown.society.ranges import COUNTED, LEAST_PERSONS, NARROWER, RANGES
from glasstown.vocab.evidence import MARKS, MARKS_THAT_NEED_A_BAND
from glasstown.vocab.society_watch import MEAN, OFF, OWN
from glasstown.vocab.watching import AREA_NAMES, DIGITAL_NAMES, GROUP_NAMES, ROLE_NAMES

EXAMPLE: Final = """\
[society]
id = "online-2023"
title = "China 2020 with as many people online as in 2023"
base = "china-2020"
mark = "documented"
cite = ["S12"]

[[scalars]]
variable = "internet_penetration"
value = 77.5

[[shock]]
act = "job-loss"
from_day = 365
to_day = 730
factor = { value = 2, band = [1.2, 4], mark = "assumed", cite = ["assumption"] }
"""
"""A whole society file."""

_HEAD: Final = f"""\
# The society file

The people of a town are drawn from a society: aggregates, each with its value, band, mark and source. `china-2020`
comes with the package. A society file is a TOML text that takes over all of its figures and changes some; it is
given as `glasstown run SCHEME --society FILE`, and `glasstown society check --society FILE` holds a town that is
drawn from it against its figures. What a file may hold is listed here; any other key is refused with the nearest
name, and all faults are told at once with file, line and column.

**No file can bring people along.** Every row is an aggregate, and a cell of fewer than {LEAST_PERSONS:,} people or
households at national scale is refused, also where a share stands for it or leaves it, and so are fewer firms. The
unit of a figure is that of the shipped society and cannot be written, so that no small cell can hide behind another
unit. A province whose name holds a word for a finer place (county, city, district, prefecture, township, town, village,
street; 县, 市, 区, 镇, 乡, 村, 街道) is refused as `SOC-place`; the four municipalities and the autonomous regions are
provinces.

Every figure has a range by its unit; one outside is refused as `SOC-range`, also where only its band reaches beyond;
a row whose ages end before they begin is refused as `SOC-ages`, and tenths of town or country whose
incomes do not ascend as `SOC-order`. The ranges stand in a table at the end of this page.
Figures that are sound one by one and leave nobody to draw are refused as `SOC-roles` (more police, doctors, owners
than staff) or `SOC-drawn`, each at the row whose return to the shipped society would mend it.

A whole file:

```toml
{EXAMPLE}```

A row takes the place of the row of the same name in the base (in `scalars` that is `variable`, in `age_sex` the
ages and the sex); a new name adds a row; `replace` drops all rows of a table first. How many households there are
of each kind is fitted again (some ten seconds) when ages, sizes or ways of living change; where no mixture of
households comes within a twentieth of all of them the file is refused. Names and units of all rows stand in the
tables of [`china-2020`](../../src/glasstown/society/library/china_2020).

Factors on rates move what people do, never who they are. Shocks hold from `from_day` up to, not at, `to_day`, and
meet everybody. A factor that would drive a rate beyond what the engine can draw (2**8 times the reference of the
act, for the most inclined of residents too) is refused as `LIM-rates`, with the largest that fits; a share for an
act that is not frequent is refused as `LIM-sightable`.

A society can say **how its residents are watched**, for every scheme that is run over it alike; without a scheme it
does nothing. `[[extra_watch]]` makes every source of the scheme see some acts of some residents more: `factor` times,
and with the chance `detection` besides what it sees anyhow (0.3 and 0.2 make 1 - 0.7 x 0.8 = 0.44), by the same luck,
so that no sighting is lost by it. It never makes more seen than can be: a chance ends at 1, and of an act that is
drawn in part (`[[sightable]]`) at that part, so every scheme runs in every society.
Software on a telephone is such a chance and nothing else: there is no content.
`[[misread]]` lets some acts of some residents now and then be written down as another act; the record is then untrue.
`[[marker]]` adds false records about some residents. `group_watch = "mean"` makes the blind twin of a society: every
resident is watched as closely as all groups are on average, whoever they are; `"off"` leaves out whatever goes by
group. Both hold for the multipliers in the sources of the scheme too.

The manifest of a run names the society's id and digest, and `society.toml` in the run folder is the file itself.
"""


def _words(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


TYPES: Final = {
    "name": "name",
    "text": "text",
    "word": "text",
    "whole": "whole number, 0 to 99",
    "number": "number",
    "band": "`[least, greatest]`",
    "mark": "mark",
    "cites": "list of source keys",
    "figure": "figure",
    "base": "id of a shipped society",
    "tables": "list of tables",
    "act": "id of a shipped act",
    "acts": "list of ids of shipped acts",
    "group": _words(GROUP_NAMES),
    "area": _words(AREA_NAMES),
    "role": _words(ROLE_NAMES),
    "digital": _words(DIGITAL_NAMES),
    "groups": _words((OWN, MEAN, OFF)),
    "roles": _words((OWN, OFF)),
    "day": "whole number of days",
}
"""What each type of value is called."""


def reference_page() -> str:
    """The whole page, in Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    yield f"Marks: {', '.join(f'`{mark}`' for mark in MARKS)}. A band is required with"
    yield f"{' and '.join(f'`{mark}`' for mark in MARKS_THAT_NEED_A_BAND)}.\n"
    for table in FILE_TABLES:
        yield from _table_lines(table)
    yield from _range_lines()


def _table_lines(table: FileTable) -> Iterator[str]:
    yield f"## `[[{table.name}]]`\n" if table.many else f"## `[{table.name}]`\n"
    yield f"{table.text[:1].upper()}{table.text[1:]}.\n"
    yield "| key | holds | required | meaning |\n|---|---|---|---|"
    for key in KEYS_OF[table.name]:
        yield f"| `{key.name}` | {TYPES[key.type]} | {'yes' if key.required else 'no'} | {key.text} |"
    yield ""


def _range_lines() -> Iterator[str]:
    yield "## Ranges\n"
    yield "What a figure may be, by its unit, and what is narrower than its unit.\n"
    yield "| unit or figure | from | to | because |\n|---|---|---|---|"
    for unit, limits in RANGES.items():
        least = Decimal(LEAST_PERSONS) if unit in COUNTED else limits.least
        yield f"| {unit} | {least:,f} | {limits.most:,f} | {limits.why} |"
    for (table, name), limits in NARROWER.items():
        yield f"| `{table}`, `{name}` | {limits.least:,f} | {limits.most:,f} | {limits.why} |"
    yield ""
