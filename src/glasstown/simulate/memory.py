"""Foretelling the memory of a run before it begins: `LIM-memory`.

Two worlds are lived one after the other, so a run needs the people, one world, and the rows that wait to be written:

- people: every column twice, as it is drawn and as it is frozen;
- a world: the columns of `simulate.stretch`, a copy of its state when a checkpoint is taken, and twice the room of
  what is due later (records on their way, points that expire, counts that end) or open on a list;
- rows: what the sources and the rules write in the steps between two checkpoints, twice, since a table is put
  together before it is written; and the same for every act of the residents whose lives are kept in full.

Acts are counted by their rates for those who can do them, as if everybody could. A run uses no more than is foretold;
a small one uses at least a `SURE_WITHIN`-th of what is foretold for its people alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from glasstown.behaviours.act import Act
from glasstown.behaviours.organisations.catalogue import ORGANISED
from glasstown.compiled.agreement import feeds
from glasstown.compiled.states import conditions_of
from glasstown.compiled.votes import lived_rows
from glasstown.ledger.model import KEEP_ALL_UP_TO, KEPT_SAMPLE
from glasstown.scheme.formula_meaning import names_in
from glasstown.scheme.grammar_holders import SCORER
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_lists import Ground
from glasstown.scheme.model_rules import Rule
from glasstown.scheme.model_sources import Source
from glasstown.simulate.agenda import ROW
from glasstown.simulate.grounds import OPENED
from glasstown.simulate.objections import OBJECTION
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.repairs import DEBITED
from glasstown.society.build import room_for
from glasstown.vocab.errors import Diagnostic
from glasstown.vocab.evidence import Figure
from glasstown.vocab.geography import DISTRICT
from glasstown.vocab.organisations import PLACES_OF_DISTRICT
from glasstown.vocab.units import DAYS_IN_YEAR, LONGEST_STEP

FIXED_BYTES: Final = 200_000_000
"""The program, its compiled kernels and the tables of a world, whatever the size of the town."""

SURE_WITHIN: Final = 4
"""How many times too much may be foretold."""

THREAD_BYTES: Final = 40_000_000
"""What one thread works with: the acts, looks and entries of one step of 61,440 residents."""

WORLD_BYTES: Final = 221
"""Columns of one resident in a world."""

STATE_BYTES: Final = 114
"""Those of them that a checkpoint keeps."""

DECISION_BYTES: Final = 45
"""One row of a table of decisions, in memory."""

REMEMBERED_BYTES: Final = 16
"""Sums of the stars that one resident is remembered by; with stars every score moves in every step."""

SCORE_BYTES: Final = 13
"""A score after the first: as read, its open sum, its grade."""

PANEL_BYTES: Final = 60
"""The quarterly row of one resident, put together and written."""

GROWTH: Final = 2
"""Tables that grow are doubled; those that are written are put together first."""

TIED: Final = {"household": 2.5, "kin": 0.75, "colleague": 2.75, "neighbour": 6.0, "friend": 4.75}
"""About how many one person is tied to by each kind of ties, counted in the society that is shipped."""

FACT_BYTES: Final = 8
"""One fact of one resident, while formulas are worked out."""

PER_RESIDENT: Final = PLACES_OF_DISTRICT / DISTRICT
"""Places for organisations, for each resident: each has the columns of one."""

OF_AN_ORGANISATION: Final = 12
"""Acts of the model of one firm in a year, all of which are kept."""

OF_A_CHILD: Final = 1.0
"""Acts a year that follow from others, of one kind; their number hangs on that of their parents."""

GIB: Final = Decimal(2**30)


@dataclass(frozen=True, slots=True)
class Foretold:
    """Bytes that a run needs: for each resident of the town, for each of those whose lives are kept, and in all."""

    per_resident: int
    per_life: int
    lives: int
    """Lives that are kept at most."""
    total: int

    def people_bytes(self, people: int) -> int:
        """Bytes of so many residents and of the lives that are kept, without what any run needs."""
        return people * self.per_resident + min(people, self.lives) * self.per_life


def foretell(request: RunRequest, acts: Sequence[Act]) -> Foretold:
    """Foretell the memory of a run.

    Args:
        request: what is asked for.
        acts: the acts of the society.
    """
    scheme = request.scheme
    people = sum(column.nbytes for column in room_for(1).values())
    own = 4 * _counts(scheme) + 2 * len(scheme.consequences) + _of_conditions(scheme) if scheme else 0
    own += 4 * lived_rows(scheme) + 12 * (scheme.refit is not None) if scheme else 0
    own += 17 + 2 * sum(bool(row.recipient) for row in scheme.consequences) if scheme else 0
    own += 2 * sum(act.due is not None for act in scheme.acts) if scheme else 0
    own += REMEMBERED_BYTES if scheme and scheme.encounters else 0
    own += SCORE_BYTES * max(len(scheme.scores) - 1, 0) if scheme else 0
    records, due, opened = _of_records(scheme, acts, request.days) if scheme else (0.0, 0.0, 0.0)
    records += DAYS_IN_YEAR / request.step_days if scheme and scheme.encounters else 0.0
    kept = 1.0 if request.people <= KEEP_ALL_UP_TO else KEPT_SAMPLE / request.people
    years = min(request.checkpoint_steps * request.step_days, request.days) / DAYS_IN_YEAR
    panels = max(len(scheme.scores), 1) if scheme else 1
    rows = GROWTH * kept * (records * years * DECISION_BYTES + PANEL_BYTES * panels)
    due += _kept_outside(scheme) * records * request.days / DAYS_IN_YEAR
    waiting = GROWTH * (due * ROW.itemsize + opened * OPENED.itemsize)
    waiting += GROWTH * records * request.days / DAYS_IN_YEAR * _appealed(scheme) * OBJECTION.itemsize
    waiting += GROWTH * records * request.days / DAYS_IN_YEAR * DEBITED.itemsize * bool(scheme and scheme.repairs)
    world = WORLD_BYTES + STATE_BYTES + 2 * own
    if request.organisations:
        each = OF_AN_ORGANISATION + (sum(float(act.rate.value) for act in scheme.business) if scheme else 0)
        world += int(PER_RESIDENT * (world + GROWTH * DECISION_BYTES * each * years)) + 1
    per_resident = int(2 * people + world + rows + waiting)
    done = sum(float(act.drawn_rate) for act in acts)
    per_life = int(GROWTH * DECISION_BYTES * (done + 12 * sum(act.kind == "gauge" for act in acts)) * years)
    found = Foretold(per_resident, per_life, request.lives, 0)
    beside = FIXED_BYTES + request.threads * THREAD_BYTES
    return replace(found, total=beside + found.people_bytes(request.people))


def _kept_outside(scheme: Scheme | None) -> float:
    """1 where every record may be kept until somebody joins."""
    return float(bool(scheme and scheme.consents and scheme.consents.back_days.value))


def _appealed(scheme: Scheme | None) -> float:
    """Share of what is written down that is at most kept for an appeal."""
    appeal = scheme.process.appeal if scheme else None
    return float(max(appeal.filed.value, appeal.filed_if_right.value)) if appeal else 0.0


def _counts(scheme: Scheme) -> int:
    """Counts of records that are kept of every resident."""
    repeats = sum(one.repeat is not None for one in (*scheme.rules, *scheme.grounds))
    groups = {rule.group for rule in scheme.rules if rule.group}
    spaced = sum(rule.per_days is not None for rule in scheme.rules)
    agreeing = sum(feeds(source, rule) for rule in scheme.rules if rule.agree for source in scheme.sources)
    repairs = sum(one.per_days is not None for one in scheme.repairs)
    return repairs + repeats + agreeing + spaced + len(groups) + sum(not one.on_list for one in scheme.overrides)


def _of_conditions(scheme: Scheme) -> int:
    """Bytes for what formulas ask about, and for points that stand."""
    asked = {name for root in conditions_of(scheme) for name in names_in(root)}
    counts = sum(" " in name for name in asked)
    return 2 * FACT_BYTES * len(asked) + 8 * (counts + len(scheme.meters)) + 4 * len(scheme.state_rules)


def _of_records(scheme: Scheme, acts: Sequence[Act], days: int) -> tuple[float, float, float]:
    """For one resident: decision rows a year, rows that are due later, and grounds open at a time."""
    rates = {act.id: float(act.drawn_rate) if act.kind != "child" else OF_A_CHILD for act in acts}
    rates.update({act.id: float(act.rate.value) if act.rate else OF_A_CHILD for act in scheme.acts})
    rates.update({act.id: PER_RESIDENT * float(act.rate.value) for act in (*ORGANISED, *scheme.business)})
    shares = {act.id: float(act.sightable.value) for act in acts if act.sightable}
    rows = due = opened = 0.0
    for source in scheme.sources:
        wait = min(1.5 * float(source.delay_days.value), days)
        for act in source.sees:
            seen = rates[act] * min(float(source.detection.value) / shares.get(act, 1.0), 1.0)
            records = seen + float(source.false_per_year.value)
            rules = [rule for rule in scheme.rules if rule.act == act]
            ends = [
                _longest(rule.expires_days, days) + _within(rule, days)
                + _longest(rule.per_days, days) + _longest(rule.group_days, days)
                + (_longest(rule.agree.within_days, days) if rule.agree else 0) for rule in rules
            ]
            reached = [_answering(scheme, rule) for rule in rules]
            lasts = [_longest(rule.expires_days, days) + LONGEST_STEP for rule in rules]
            shared = [number * longest for number, longest in zip(reached, lasts, strict=True)]
            grounds = [ground for ground in scheme.grounds if act in ground.acts]
            holding = [one for one in scheme.overrides if act in one.acts]
            passed = sum(n * (2 if rule.expires_days else 1) for n, rule in zip(reached, rules, strict=True))
            rows += records * (1 + 4 * len(ends) + passed + 2 * len(grounds) + len(holding))
            counted = sum(_within(ground, days) for ground in grounds)
            counted += sum(_longest(one.within_days, days) for one in holding)
            due += records * (wait + sum(ends) + sum(shared) + counted) / DAYS_IN_YEAR
            repairs = [one for one in scheme.repairs if act == one.act]
            rows += 2 * records * len(repairs)
            due += records * sum(_longest(one.per_days, days) for one in repairs) / DAYS_IN_YEAR
            told, delays = _told(scheme, source, days)
            rows += records * told
            due += records * told * min(wait + delays, days) / DAYS_IN_YEAR
            terms = sum(_longest(ground.term_days, days) if ground.term_days else days for ground in grounds)
            opened += records * terms / DAYS_IN_YEAR
    return rows, due, opened


def _told(scheme: Scheme, source: Source, days: int) -> tuple[int, int]:
    """How many holders can be told of a record of a source, each with a row of its own, and how late at most."""
    holding = scheme.holding
    tells = {one.source for one in holding.sharings}
    keepers = {holder.id for holder in holding.holders if source.id in holder.keeps} or {SCORER}
    if not keepers & tells:
        return 0, 0
    return min(len(holding.sharings), len(holding.holders)), min(sum(one.delay_days for one in holding.sharings), days)


def _answering(scheme: Scheme, rule: Rule) -> float:
    """About how many get a share of the points of a rule."""
    return sum(TIED[one.tie] for one in scheme.associations if not one.rules or rule.id in one.rules)


def _longest(figure: Figure | None, days: int) -> float:
    """Days that something lasts within a run; 0 where it does not end."""
    return min(float(figure.value), days) if figure else 0.0


def _within(one: Rule | Ground, days: int) -> float:
    return min(float(one.repeat.within_days), days) if one.repeat else 0.0


def memory_limits(request: RunRequest, acts: Sequence[Act], allowed: int | None) -> tuple[Diagnostic, ...]:
    """A run that needs more memory than there is.

    Args:
        request: what is asked for.
        acts: the acts of the society.
        allowed: bytes that are left; None where nobody knows, and then nothing is refused.
    """
    asked = foretell(request, acts)
    if allowed is None or asked.total <= allowed:
        return ()
    lives = min(request.people, request.lives) * asked.per_life
    fits = (allowed - FIXED_BYTES - request.threads * THREAD_BYTES - lives) // max(asked.per_resident, 1)
    fix = f"ask for at most {fits:,} residents" if fits > 0 else "use a machine with more memory"
    if request.threads > 1:
        fix += f"; each thread less saves {_gib(THREAD_BYTES)} GiB"
    fix += "; a shorter run keeps less that is due later, and one of the two worlds less saves nothing, "
    fix += "since they are lived one after the other"
    what = (
        f"{request.people:,} residents need about {_gib(asked.total)} GiB of memory ({asked.per_resident:,} bytes "
        f"each, {_gib(lives)} GiB for the {min(request.people, request.lives):,} lives kept in full); "
        f"{_gib(allowed)} GiB are left"
    )
    why = "lives are kept in memory, and a run that runs out of it would be killed"
    return (Diagnostic("LIM-memory", what, why, fix, where="--people"),)


def _gib(number: int) -> str:
    return f"{Decimal(number) / GIB:.2f}"
