"""Schemes made by chance from the grammar's own catalogue: every table and every key there is, also tomorrow's.

A draft is drawn key by key from `KEYS`; whatever the reader finds at fault is then taken out, key by key, until
nothing is. So what comes out is a scheme, or the draft is given up, and no list of keys is kept here.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.compiled.source_limits import source_limits
from glasstown.scheme.canonical import canonical_of
from glasstown.scheme.grammar import KEYS_OF, TABLES
from glasstown.scheme.key import Key
from glasstown.scheme.model import Scheme
from glasstown.scheme.read import parse_scheme_bytes
from glasstown.scheme.watchfulness import Watchfulness
from glasstown.vocab.acts import RECORDED_ACTS
from glasstown.vocab.capacities import CAPACITIES
from glasstown.vocab.doing import ASSETS
from glasstown.vocab.errors import Diagnostic, InputFaultsError
from glasstown.vocab.society_watch import AS_WRITTEN
from glasstown.vocab.variables import LIFE_VARIABLES

MOST_OF_A_TABLE = 3
MOST_ACTS = 4
MOST_MENDED = 60
POOLS = {"from": "holder", "to": "holder", "keeps": "source",
         "sees": "acts", "acts": "acts", "exit_acts": "acts", "extend_acts": "acts", "act": "acts",
         "sources": "source", "exit_seen_by": "source", "grade": "grade", "list": "list", "rules": "rule",
         "same_case_as": "ground", "version": "version", "deny": "capacities", "favour": "capacities",
         "vote": "vote", "categories": "category", "needs": "assets", "lacks": "assets", "fails": "acts",
         "paid": "acts", "settled_by": "acts", "taken_for": "acts", "brings": "act",
         "kinds": "organisations", "quantity": "meter"}  # fmt: skip
"""What a key names: things of a table, acts, or capacities. A key `drop_things` names things; any other a free word."""
LEFT_ALONE = {("scheme", "base"), ("scheme", "without"), ("scheme", "taken_from"), ("scheme", "quoted")}
"""Keys with which a file is another file."""
HEADER = re.compile(r"\[\[?([a-z_]+)\]\]?")
KEY = re.compile(r"([a-z_-]+)(?:\.[a-z_-]+)? = ")


@st.composite
def drafts(draw: st.DrawFn) -> dict[str, Any]:
    """Values of a file, table by table, as likely as not a scheme."""
    names = {table.name: _names(draw, table.name) for table in TABLES if table.many and table.named}
    few = st.lists(st.sampled_from(RECORDED_ACTS), min_size=1, max_size=MOST_ACTS, unique=True)
    names["acts"] = [*draw(few), *names["act"]]  # so few that rules and sources meet
    values: dict[str, Any] = {}
    for table in (one for one in TABLES if "." not in one.name and one.name != "figure"):
        if table.many:
            found = [_table(draw, table.name, names, name) for name in names[table.name]]
            values |= {table.name: found} if found else {}
        elif table.required or draw(st.booleans()):
            values[table.name] = _table(draw, table.name, names, "generated" if table.name == "scheme" else "")
    values["reference"] = [{"id": "test-book", "text": "The book of tests"}]
    if "rule" in values:  # rules need a score, and one that is worked out anew has none
        scores = values.get("score") or [_table(draw, "score", names, "")]
        values["score"] = scores[0] | {"of": "resident"}  # one of residents, so that no table need say which
        values["score"].pop("kind", None)
        for table in ("rule", "grade", "state_rule", "quantity_rule"):
            for one in values.get(table, []):
                one.pop("score", None)
    _in_order(values)
    return values


def _names(draw: st.DrawFn, table: str) -> list[str]:
    return [f"{table.replace('_', '-')}-{number}" for number in range(draw(st.integers(0, MOST_OF_A_TABLE)))]


def _table(draw: st.DrawFn, table: str, names: dict[str, list[str]], name: str) -> dict[str, Any]:
    keys = {key.name: key for key in KEYS_OF[table] if (table, key.name) not in LEFT_ALONE}
    found: dict[str, Any] = {"id": name} if name and "id" in keys else {}
    for key in keys.values():
        if key.name in found or key.type in {"mark", "cites"}:
            continue
        if key.required or draw(st.booleans()):
            value = _value(draw, key, names)
            found |= {key.name: value} if value not in (None, [], {}) else {}
    return found | ({"mark": "fiction", "cite": ["test-book"]} if {"mark", "cite"} <= set(keys) else {})


def _value(draw: st.DrawFn, key: Key, names: dict[str, list[str]]) -> Any:
    """A value of the type of a key; None where the type is not known here."""
    if key.type in {"name", "names"}:
        pool = _pool(key, names)
        if key.type == "name":
            return draw(st.sampled_from(pool)) if pool else None
        return draw(st.lists(st.sampled_from(pool), min_size=1, max_size=3, unique=True)) if pool else None
    if key.type in {"figure", "integer"}:
        return _number(draw, key)
    if key.type == "points":
        ends = sorted(draw(st.lists(_points(), min_size=2, max_size=2)))
        return draw(st.sampled_from([ends[0], ends]))
    if key.type == "table":
        return _table(draw, f"{key.table}.{key.name}", names, "")
    made = {
        "text": st.just("a word"),
        "texts": st.just(["a word"]),
        "flag": st.booleans(),
        "date": st.just(dt.date(2020, 1, 1)),
        "choice": st.sampled_from(key.choices) if key.choices else st.none(),
        "choices": st.lists(st.sampled_from(key.choices), max_size=2, unique=True) if key.choices else st.none(),
        "formula": _formulas(),
    }
    return draw(made.get(key.type, st.none()))


def _pool(key: Key, names: dict[str, list[str]]) -> list[str]:
    pool = POOLS.get(key.name) or key.name.removeprefix("drop_").removesuffix("s")
    fixed = {
        "capacities": [name for name, *_ in CAPACITIES],
        "assets": list(ASSETS),
        "organisations": ["firm", "government"],
    }
    return list((names | fixed).get(pool, ["one", "two"]))


def _points() -> st.SearchStrategy[Decimal]:
    return st.integers(-200, 200).map(Decimal) | st.integers(-2_000, 2_000).map(lambda n: Decimal(n) / 8)


def _number(draw: st.DrawFn, key: Key) -> Decimal:
    """A number within the ends of its key: small ones more often than large, none far beyond what a life holds."""
    low = max(key.low if key.low is not None else Decimal(-200), Decimal(-200))
    high = min(key.high if key.high is not None else Decimal(400), Decimal(400))
    part = Decimal(draw(st.integers(0, 1_000))) / 1_000
    value = low + (high - low) * part**3 if low >= 0 else low + (high - low) * part
    return value.to_integral_value() if key.whole or key.type == "integer" else value.quantize(Decimal("0.001"))


def _formulas() -> st.SearchStrategy[str]:
    name = st.sampled_from([*sorted(one.name for one in LIFE_VARIABLES), "score"])
    one = st.one_of(name, st.builds("{} {} {}".format, name, st.sampled_from(["<", ">=", "=="]), st.integers(0, 60)))
    both = st.builds("({}) {} ({})".format, one, st.sampled_from(["and", "or"]), one)
    return st.one_of(one, both, st.builds("not ({})".format, one))


def _in_order(values: dict[str, Any]) -> None:
    """Put what has an order into it: grades from the best down, the start between the ends; an act has one origin."""
    for act in values.get("act", []):
        if "after" in act:
            for key in ("rate", "needs", "lacks"):
                act.pop(key, None)
        else:
            act.setdefault("rate", Decimal(1))
    scores = values.get("score", [])
    scores = scores if isinstance(scores, list) else [scores]
    if not scores:
        for table in ("rule", "state_rule", "quantity_rule", "grade", "association", "override"):
            values.pop(table, None)
        return
    for score in reversed(scores):
        low, start, high = sorted((score["lowest"], score["start"], score["highest"]))
        score |= {"lowest": low, "start": start, "highest": high + 1}
        if values.get("holder"):
            score["stack"] = "record"
    grades = values.get("grade", [])
    for number, grade in enumerate(grades, 1):
        at_least = low + (high + 1 - low) * (len(grades) - number) / len(grades)
        grade["at_least"] = at_least.quantize(Decimal("0.001"))
    if grades:
        del grades[-1]["at_least"]


def of_a_run(sources: tuple[Watchfulness, ...]) -> tuple[Diagnostic, ...]:
    """The limits that `glasstown run` holds a scheme against, in steps of seven days."""
    sightable = {act.id: act.sightable.value for act in RESIDENT_ACTS if act.sightable}
    return source_limits(sources, sightable=sightable, step_days=7, society=AS_WRITTEN)


def mended(values: dict[str, Any]) -> Scheme | None:
    """The scheme that is left when whatever is at fault has been taken out; None where that does not end.

    Any other error than told faults is the failure that tests look for.
    """
    for _ in range(MOST_MENDED):
        text = canonical_of(values)
        try:
            return parse_scheme_bytes(text.encode(), "generated.toml", of_a_run)
        except InputFaultsError as error:
            wrong = [one for one in error.diagnostics if one.severity == "error"]
            places = {_place(text.splitlines(), one.span.line) for one in wrong if one.span}
        of_each = {place[:2]: place for place in sorted(places, key=str)}  # one key of each table at a time
        if not [place for place in sorted(of_each.values(), key=str, reverse=True) if _take_out(values, *place)]:
            return None
    return None


def _place(lines: list[str], line: int) -> tuple[str, int, str]:
    """Table, which of its name, and key of a line of canonical text; no key where the line is the header."""
    top = next(number for number in range(line, 0, -1) if lines[number - 1].startswith("["))
    header = lines[top - 1]
    found = HEADER.match(header)
    assert found
    key = next((KEY.match(lines[n - 1]) for n in range(line, top, -1) if KEY.match(lines[n - 1])), None)
    return found[1], lines[: top - 1].count(header), key[1] if key else ""


def _take_out(values: dict[str, Any], table: str, number: int, key: str) -> bool:
    """Take out one key, or the whole table where it needs the key; whether that changed anything."""
    content = values.get(table)
    one = content[number] if isinstance(content, list) and number < len(content) else content
    if not isinstance(one, dict):
        return False
    needed = {known.name for known in KEYS_OF[table] if known.required}
    if key in one and key not in needed:
        del one[key]
    elif isinstance(content, list):
        del content[number]
        if not content:
            del values[table]
    elif table not in {known.name for known in TABLES if known.required}:
        del values[table]
    else:
        return False
    return True
