"""Single changes that might have spared a resident, gathered from the life: looks never made, ties cut, appeals upheld.

Records that moved a score upward and did nothing else are none of them. What cannot be taken back one by one is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from glasstown.audit.life.answers import REFUSED
from glasstown.audit.life.answers import number_behind as number_appealed
from glasstown.audit.life.names import NO_NAME, Whose, number_seen, ref_of
from glasstown.audit.life.points import number_behind
from glasstown.audit.organised import THROUGH
from glasstown.audit.punishment import HOME
from glasstown.simulate.tie_faults import known_to
from glasstown.society.population import Population
from glasstown.studies.appeals_named import decision_step
from glasstown.vocab.change import Change
from glasstown.vocab.codes import NO_SOURCE, Entry, Fate
from glasstown.vocab.overridden import SIGHTING, TIE, UPHELD

_COUNTED: Final = (Fate.RECORDED, Fate.DUPLICATE)
"""Fates of looks of which a record counted, or would count without another of the same act."""

_UNRECORDED: Final = (Entry.RULE, Entry.STATE, Entry.PEER, Entry.QUANTITY)
"""Movements that can have no record behind them, and against which nothing single can be named."""

_OF_ACT: Final = ("origin", "step", "family", "ordinal", "child")


@dataclass(frozen=True, slots=True)
class Single:
    """One thing that can be otherwise.

    Attributes:
        kind: `sighting`, `tie` or `upheld`.
        name: what stands behind the colon, as `glasstown pair` takes it.
        day: day on which it counted, came through, or was decided.
        says: what would be otherwise, in words.
        made_day: first day of the step before which it cannot be otherwise; None where it can from the beginning on.
    """

    kind: str
    name: str
    day: int
    says: str
    made_day: int | None = None

    @property
    def text(self) -> str:
        """As `glasstown pair` takes it."""
        return f"{self.kind}:{self.name}"

    def to_plain(self) -> dict[str, Any]:
        """The change as JSON holds it."""
        option = "--with" if self.kind == UPHELD else "--without"
        return {"change": self.text, "option": option, "day": self.day, "text": self.says}


@dataclass(frozen=True, slots=True)
class Gathered:
    """What might have spared a resident, by date; and what is not among it, in words."""

    singles: tuple[Single, ...]
    left_out: tuple[str, ...]


def change_of(singles: tuple[Single, ...], from_day: int) -> Change:
    """The world in which some single things are otherwise."""
    without = tuple(one.text for one in singles if one.kind != UPHELD)
    return Change(without, from_day, tuple(one.text for one in singles if one.kind == UPHELD))


def gather(whose: Whose, people: Population) -> Gathered:
    """Gather the single changes that might have spared a resident.

    Args:
        whose: the resident in a run, and the run.
        people: everybody of the town, whose ties can be cut.
    """
    scopes = {row.code: row.scope for row in whose.names.consequences if row.harms}
    held = {scopes[row["consequence"]] for row in whose.spells if row["consequence"] in scopes}
    views = [whose, *(Whose(whose.ledger, who) for who in (_home(whose) if held & set(HOME) else ()))]
    shared = [row for row in whose.rows("entries") if row["via"] and row["delta_milli"] < 0]
    found = [one for view in views for one in (*_looks(view, whose), *_appeals(view, whose))]
    found += [*_looks_at_others(whose, shared), *_ties(whose, shared, people)]
    each = {one.text: one for one in sorted(found, key=lambda one: (one.day, one.text))}
    return Gathered(tuple(each.values()), tuple(_left_out(whose, shared, people, held)))


def _home(whose: Whose) -> list[int]:
    """The others in the household whose rows the run kept."""
    people = whose.ledger.table("people")
    home = people.filter(people["resident"] == whose.resident)["household"].to_list()
    return [who for who in people.filter(people["household"].is_in(home))["resident"] if who != whose.resident]


def _looks(view: Whose, whose: Whose) -> Iterator[Single]:
    """Looks of which a record about somebody counted, or came after another of the same act."""
    rows = [row for row in view.rows("sightings", "on_resident") if row["fate"] in _COUNTED]
    kind = _in_favour(view)
    acts = {tuple(row[name] for name in _OF_ACT) for row in rows if _key(row) in kind}
    for row in rows:
        if _key(row) not in kind and tuple(row[name] for name in _OF_ACT) not in acts:
            yield _look(view, row, whose)


def _key(row: dict[str, Any]) -> tuple[int, int]:
    return row["origin"], ref_of(row)


def _in_favour(view: Whose) -> set[tuple[int, int]]:
    """Records, by their address, that raised a score and did nothing against anybody they are about."""
    better, worse = set[tuple[int, int]](), {(row["origin"], row["ref"]) for row in view.rows("listings")}
    for row in view.rows("entries"):
        key = row["origin"], row["ref"]
        if row["kind"] == Entry.OVERRIDE or (row["kind"] == Entry.RULE and row["delta_milli"] < 0):
            worse.add(key)
        elif row["kind"] == Entry.RULE and row["delta_milli"] > 0 and row["source"] != NO_SOURCE:
            better.add(key)
    return better - worse


def _look(view: Whose, row: dict[str, Any], whose: Whose) -> Single:
    act, source = view.acts.get(row["act"], NO_NAME), view.sources.get(row["source"], NO_NAME)
    about = "" if view.resident == whose.resident else f" about resident {view.resident:,}"
    true = view.in_truth(row["truth"], row["origin"], row)
    says = f"{source} had not recorded {act} of day {row['act_day']:,}{about} ({true})"
    made = row["step"] * view.ledger.manifest.step_days
    return Single(SIGHTING, str(number_seen(row)), row["due_day"], says, made)


def _looks_at_others(whose: Whose, shared: list[dict[str, Any]]) -> Iterator[Single]:
    """Looks behind points of others that came through ties, with what stands behind them of the same act."""
    numbers = {number_behind(whose, row) for row in shared}
    for who in sorted({row["origin"] for row in shared}):
        view = Whose(whose.ledger, who)
        rows = [row for row in view.rows("sightings", "on_resident") if row["fate"] in _COUNTED]
        acts = {tuple(row[name] for name in _OF_ACT) for row in rows if number_seen(row) in numbers}
        yield from (_look(view, row, whose) for row in rows if tuple(row[name] for name in _OF_ACT) in acts)


def _ties(whose: Whose, shared: list[dict[str, Any]], people: Population) -> Iterator[Single]:
    """Ties through which points of others came, as far as they can be cut."""
    tied = _cuttable(whose, people)
    for row in sorted(shared, key=lambda row: row["day"], reverse=True):
        other = row["origin"]
        if other in tied:
            one, two = sorted((whose.resident, other))
            says = f"residents {one:,} and {two:,} had not known each other"
            yield Single(TIE, f"{one}-{two}", row["day"], says)


def _cuttable(whose: Whose, people: Population) -> set[int]:
    return {who for numbers in known_to(people, whose.resident).values() for who in numbers}


def _appeals(view: Whose, whose: Whose) -> Iterator[Single]:
    """Appeals that were refused, of those against what a record did to whom it is about."""
    for row in view.rows("appeals"):
        number = number_appealed(row)
        if row["outcome"] == REFUSED and number is not None:
            act = view.acts.get(row["act"], NO_NAME)
            by = "" if view.resident == whose.resident else f" of resident {view.resident:,}"
            says = f"the appeal{by} against a record of {act}, filed on day {row['filed_day']:,}, had been upheld"
            made = decision_step(view.ledger, number) * view.ledger.manifest.step_days
            yield Single(UPHELD, str(number), row["decided_day"], says, made)


def _left_out(whose: Whose, shared: list[dict[str, Any]], people: Population, held: set[str]) -> Iterator[str]:
    """What came upon the resident by something that is not among the single changes, in words."""
    entries = whose.rows("entries")
    if any(number_behind(whose, row) is None for row in shared):
        yield "records about residents whose rows the run did not keep"
    if {row["origin"] for row in shared} - _cuttable(whose, people):
        yield "ties of a household or next door, which are the same in both worlds"
    if any(row["kind"] in _UNRECORDED and row["source"] == NO_SOURCE and row["delta_milli"] < 0 for row in entries):
        yield "what moved the score without a record"
    if held & set(THROUGH):
        yield "records of firms and governments, which cannot be taken back one by one"
