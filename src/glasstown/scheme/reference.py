"""The reference page of the grammar, written from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from glasstown.scheme.faults import FAULTS
from glasstown.scheme.formula import DEEPEST, LONGEST, MOST_OPERATIONS
from glasstown.scheme.grammar import KEYS_OF, TABLES
from glasstown.scheme.key import Key, Table
from glasstown.scheme.values import WORDS_OF_TYPE
from glasstown.vocab.actors import ACTORS
from glasstown.vocab.acts import MAX_DECLARED_ACTS, RECORDED_ACTS
from glasstown.vocab.capacities import CAPACITIES
from glasstown.vocab.evidence import MARKS, MARKS_THAT_NEED_A_BAND
from glasstown.vocab.gauges import MOST_OF_A_GAUGE
from glasstown.vocab.organisation_acts import KIND_OF_ACT, MAX_OWN_OF_ORGANISATIONS
from glasstown.vocab.organisations import KINDS, TIES_OF_KIND
from glasstown.vocab.tie_kinds import TIES
from glasstown.vocab.variables import DAYS_CLEAN, DAYS_IN_GRADE, LIFE_VARIABLES, MOST_COUNTED, NUMBER

_HEAD: Final = """\
# The scheme file

A scheme is one TOML file. Every key is either **running** (changed alone, it changes what happens in the model) or
**declared** (changed alone, it changes a page or a diagnostic, never what happens). A key that is not listed here is
refused with the nearest name.

`glasstown check FILE` names every fault; `glasstown check FILE --canonical` prints the file in its one canonical form,
tables and keys in the order of this page, without comments. Editors that know JSON Schema for TOML check and complete
as you type: the schema stands in [scheme.schema.json](scheme.schema.json), `glasstown schemes --json-schema` prints it,
and a first line `#:schema ./scheme.schema.json` in a scheme file points to it.

A figure is a bare number, known as its table says, or `{ value = 0.3, band = [0.1, 0.6], mark = "assumed" }`.
"""


_OF_TIES: Final = (
    ("number", "how many of those tied to one are scored"),
    ("mean", "mean of their scores as the step began, or the start of the score"),
    ("lowest", "the lowest of their scores as the step began, or the start of the score"),
)


def reference_page() -> str:
    """The whole page, in Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    yield f"Marks: {', '.join(f'`{mark}`' for mark in MARKS)}. A band is required with"
    yield f"{' and '.join(f'`{mark}`' for mark in MARKS_THAT_NEED_A_BAND)}.\n"
    for table in TABLES:
        yield from _table_lines(table)
    yield "## Names a scheme can use\n"
    yield f"Acts: {', '.join(f'`{name}`' for name in RECORDED_ACTS)}.\n"
    for kind in dict.fromkeys(KIND_OF_ACT.values()):
        names = ", ".join(f"`{name}`" for name, whose in KIND_OF_ACT.items() if whose == kind)
        yield f"Acts of each {kind}: {names}.\n"
    yield "Capacities: " + "; ".join(f"`{name}` ({text})" for name, _, text in CAPACITIES) + ".\n"
    actors = (*((name, text) for name, _, _, text in ACTORS), *((kind, f"every {kind}") for kind in KINDS))
    yield "Who can commit a declared act: " + "; ".join(f"`{name}` ({text})" for name, text in actors) + ".\n"
    ties = (f"of a {kind} {', '.join(f'`{tie}`' for tie in ties)}" for kind, ties in TIES_OF_KIND.items())
    yield (
        "An act of a firm or a government has `rate`, `lawful` and `harm`, and none of the keys that tell what it asks"
        f" of a life or does to one. It can harm through these ties: {'; '.join(ties)}. At most"
        f" {MAX_OWN_OF_ORGANISATIONS} acts of theirs can be declared, beside {MAX_DECLARED_ACTS} of residents.\n"
    )
    yield from _formula_lines()
    yield "## Faults\n"
    yield "| code | name | why it is one |\n|---|---|---|"
    for fault in FAULTS:
        name = fault.name if fault.severity == "error" else f"{fault.name} ({fault.severity})"
        yield f"| {fault.code} | {name} | {fault.why} |"


def _formula_lines() -> Iterator[str]:
    yield "## What a formula can ask about\n"
    yield (
        f"A formula has at most {LONGEST} letters, {MOST_OPERATIONS} numbers, names and operations, {DEEPEST} levels."
        " It is made of numbers to the thousandth, names, `+ - *`, `/` by a number, `< <= > >= == !=`, `and`, `or`,"
        " `not`, and of `min(a, b)`, `max(a, b)`, `clamp(what, least, greatest)`, `if(condition, then, else)` and"
        " `step(what, from, value, from, value, …)`, which is 0 below the first end. What holds or not counts as 1 or 0"
        " where a number is wanted; a minus has spaces around it. `number.ID` is a number of the file (`[[number]]`),"
        " which says how it is known.\n"
    )
    yield "| name | is | from | to | unit | meaning |\n|---|---|---|---|---|---|"
    for one in LIFE_VARIABLES:
        ends = f"{one.low} | {one.high}" if one.kind == NUMBER else "|"
        yield f"| `{one.name}` | {one.kind} | {ends} | {one.unit} | {one.text} |"
    yield "| `score` | number | | | points | the score as it stands |"
    yield "| `grade` | number | 0 | | grade | the grade in force: 1 the best, 0 not graded |"
    for one in (DAYS_IN_GRADE, DAYS_CLEAN):
        yield f"| `{one.name}` | {one.kind} | {one.low} | {one.high} | {one.unit} | {one.text} |"
    yield "| `listed.ID` | yes or no | | | | stands on the list |"
    yield "| `score.ID` | number | the score's ends | | points | a score of several, as the step began; in conditions |"
    yield f"| `gauge.ID` | number | 0 | {MOST_OF_A_GAUGE} | | what a meter last read of that gauge; 0 for nothing |"
    yield from (
        f"| `TIE.{what}` | number | | | | {text}; TIE is {', '.join(TIES[:-1])} or {TIES[-1]} |"
        for what, text in _OF_TIES
    )
    yield "| `inferred.ID` | yes or no | | | | what the scheme has concluded |"
    yield "| `known.ID` | yes or no | | | | whether a meter has read anything of that gauge |"
    yield (
        f"| `count(act, days)` | number | 0 | {MOST_COUNTED} | records | records of the act that are not older than so"
        " many days; where a score is worked out anew |\n"
    )


def _table_lines(table: Table) -> Iterator[str]:
    yield f"## {_header(table)}\n"
    need = " Required." if table.required else ""
    yield f"{table.text}{need}\n"
    yield "| key | kind | holds | unit | without it | meaning |\n|---|---|---|---|---|---|"
    for key in KEYS_OF[table.name]:
        yield f"| `{key.name}` | {key.kind} | {_holds(key)} | {key.unit} | {_absent(key)} | {key.text} |"
    yield ""


def _header(table: Table) -> str:
    if table.name == "figure":
        return "a figure"
    if "." in table.name:
        return f"`{table.name.split('.')[1]} = {{ … }}` in `{table.name.split('.')[0]}`"
    if table.alone:
        return f"`[{table.name}]`, or several `[[{table.name}]]`"
    return f"`[[{table.name}]]`" if table.many else f"`[{table.name}]`"


def _holds(key: Key) -> str:
    words = WORDS_OF_TYPE[key.type]
    if key.choices:
        return f"{words} {', '.join(f'`{choice}`' for choice in key.choices)}"
    if key.low is not None and key.high is not None:
        whole = "whole " if key.whole else ""
        return f"{whole}{words}, {key.low} to {key.high}"
    return words


def _absent(key: Key) -> str:
    if key.required:
        return "refused"
    if isinstance(key.default, Decimal):
        return str(key.default)
    return f'"{key.default}"' if key.default else "not said"
