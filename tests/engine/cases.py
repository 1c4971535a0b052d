"""Hand-worked cases: records and acts of one resident, day by day, held against a scheme by the assessing kernels.

No sensor, no rate and no other resident takes part: what comes in is written by hand, what comes out is the
days on lists, the points and the days of consequences. Such cases live here, in `tests/`, and nowhere in the package.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from engine.case_people import adult_of, befriend, official_of
from engine.case_read import Read, let_read
from engine.case_stacks import Seen, not_the_first
from engine.case_stars import Meeting, meet_raters
from engine.case_told import Said, told_so
from engine.lives import people_of, request, society
from glasstown.compiled.act_codes import act_codes
from glasstown.scheme.model import Scheme
from glasstown.simulate.aftermath import settle_accounts
from glasstown.simulate.agenda import RECORD, with_room
from glasstown.simulate.consent import carry_out
from glasstown.simulate.deeds import DEED
from glasstown.simulate.first_day import stretches_of
from glasstown.simulate.judging import be_judged
from glasstown.simulate.qualifying import come_and_go
from glasstown.simulate.ranks import rank_town
from glasstown.simulate.refusals import learn_by_refusal
from glasstown.simulate.rows import StepRows
from glasstown.simulate.settings import dated, settings_of, spans_of
from glasstown.simulate.sightings import LOOK
from glasstown.simulate.span import Settings
from glasstown.simulate.stretch import Stretch
from glasstown.simulate.write import listings, spells, still_in_force, write_entries
from glasstown.vocab.arrays import U32

STEP = 7
NOTHING: Mapping[str, int] = MappingProxyType({})


class Record(NamedTuple):
    """A source writes down, on a day, that the resident did something; `done` is the day of the act.

    `holder` is the number of the holder who has the record, 0 the scorer; `way` how that one came by it. `other`: it
    is about the other firm of the same representative; `by_friend`: about the one friend of the resident.
    """

    day: int
    act: str
    source: str
    done: int
    truth: int = 0
    holder: int = 0
    way: int = 0
    other: bool = False
    by_friend: bool = False


class Deed(NamedTuple):
    """The resident does something on a day, or is denied it; see `vocab.codes.Outcome`."""

    day: int
    act: str
    outcome: int = 0


class Choice(NamedTuple):
    """The resident joins (or else leaves) at the end of the step of a day; `unknowing` without knowing it."""

    day: int
    joins: bool
    unknowing: bool = False


class Moved(NamedTuple):
    """One movement of one score: whose, on which day, why (`vocab.codes.Entry`), by which rule, through what tie.

    `via` is the number of the association from 1, 0 where it was none.
    """

    who: int
    day: int
    kind: int
    rule: int
    via: int = 0


@dataclass
class Told:
    """What came of it: rows of the ledger by table, and at the end of each step the score, the grade and who knows.

    `slot` is the resident whom the records are about, `child` the first child of the household, None where it has none.
    `officer` is who answers for a firm or a government: its representative, or the first who holds office.
    """

    scheme: Scheme
    slot: int
    child: int | None
    tables: dict[str, list[dict[str, int]]] = field(default_factory=dict)
    scores: list[int] = field(default_factory=list)
    grades: list[int] = field(default_factory=list)
    aware: list[bool] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    everybody: list[Any] = field(default_factory=list)
    """Scores of all residents at the end of each step, in thousandths."""
    further: list[tuple[int, ...]] = field(default_factory=list)
    """The scores after the first at the end of each step, in thousandths."""
    further_grades: list[tuple[int, ...]] = field(default_factory=list)
    first: int = 0
    """Number of the first of those among whom `slot` counts: 0 of residents."""
    officer: int | None = None

    def on_list(self, name: str) -> list[tuple[str, int, int, int]]:
        """(ground, first day, first day after, exit) of each ground that listed the resident."""
        mine = [row for row in self.tables.get("listings", []) if row["resident"] == self.first + self.slot]
        rows = [(self.scheme.grounds[row["ground"]], row) for row in mine]
        return sorted(
            (ground.id, row["entry_day"], row["end_day"], row["exit"]) for ground, row in rows if ground.on_list == name
        )

    def held(self, name: str, *, by_child: bool = False, by_officer: bool = False) -> list[tuple[int, int]]:
        """First day, and first day after, of each spell of a consequence, by the resident, the child or the officer."""
        number = [row.id for row in self.scheme.consequences].index(name)
        rows = [row for row in self.tables.get("spells", []) if row["consequence"] == number]
        who = self.officer if by_officer else self.child if by_child else self.first + self.slot
        return sorted((row["start_day"], row["end_day"]) for row in rows if row["resident"] == who)


def tell(
    scheme: Scheme,
    things: Sequence[Record | Deed | Choice],
    days: int,
    *,
    parent: bool = False,
    office: bool = False,
    knows: bool | None = None,
    begins: Mapping[str, int] = NOTHING,
    outside: bool = False,
    so: Sequence[Said] = (),
    meets: Sequence[Meeting] = (),
    reads: Sequence[Read] = (),
) -> Told:
    """Hold records and deeds of one adult against a scheme, in steps of seven days from Wednesday, 1 January 2020.

    Args:
        scheme: the scheme.
        things: what is written down, and what is done.
        days: days of the run.
        parent: whether the adult is one with a child in the household.
        office: whether the adult is one who holds office.
        knows: whether the adult knows of the scheme on day 0; left to luck where None.
        begins: day of each version that waits for a trigger, by name.
        outside: whether the adult has not consented on day 0.
        so: what formulas are told of the adult, from a day on.
        meets: by whom the adult is rated, where a score is a mean of stars.
        reads: what meters read of the adult, beside what is so.
    """
    names = [version.id for version in scheme.versions]
    scheme = dated(scheme, {names.index(name): day for name, day in begins.items()})
    asked = request(scheme, people=64, days=days, step_days=STEP)
    base = settings_of(asked, _of_everybody(scheme), society())
    people = people_of(1, 64)
    none = np.ones(64, np.uint8)
    stretch = next(stretches_of(people, base.world, base.luck, none, none, [(0, 1)]))
    slot, child = (official_of(stretch), None) if office else adult_of(people, parent=parent)
    friendly = any(isinstance(one, Record) and one.by_friend for one in things)
    friend = befriend(stretch, slot) if friendly else slot
    if base.world.qualifies < 0:
        stretch.covered[:], stretch.subject[:] = 1, 1
    if outside:
        stretch.covered[slot] = stretch.subject[slot] = stretch.standing.grade[slot] = 0
    if knows is not None:
        stretch.standing.aware[slot] = knows
    told = Told(scheme, slot, child)
    if base.world.watchers.by_act:
        things = _that_count(scheme, things, base.world.watchers.digest)
    for span in spans_of(asked):
        now = base.at(span.day)
        for thing in things:
            if isinstance(thing, Record) and span.day <= thing.done < span.end:
                put_on_agenda(stretch, scheme, friend if thing.by_friend else slot, thing)
        deeds = [one for one in things if isinstance(one, Deed) and span.day <= one.day < span.end]
        choices = [one for one in things if isinstance(one, Choice) and span.day <= one.day < span.end]
        rank_town([stretch], now, span)
        let_read(stretch, slot, reads, span.day, span.end)
        with told_so(slot, so, span.end):
            rated = [one for one in meets if span.day <= one.day < span.end]
            _live(told, stretch, (now, base.at(span.end)), span, deeds_of(scheme, slot, deeds), choices, rated)
    finish(told, stretch, base, days)
    return told


def _that_count(scheme: Scheme, things: Sequence[Record | Deed | Choice], digest: U32) -> list[Record | Deed | Choice]:
    """Without the records of an act of which another source's record came first."""
    sources = [one.id for one in scheme.sources]
    records = [one for one in things if isinstance(one, Record) and not one.truth]
    seen = [Seen((one.act, one.done, one.other, one.by_friend), one.day, sources.index(one.source)) for one in records]
    late = [records[place] for place in not_the_first(seen, digest)]
    return [one for one in things if one not in late]


def _of_everybody(scheme: Scheme) -> Scheme:
    """The scheme as it covers everybody, who all have consented, and show their score where that is asked."""
    consents, all_of_them = scheme.consents, replace(scheme.subjects.coverage, value=Decimal(1))
    if consents is not None:
        shares = all_of_them if consents.shares and consents.shares.value else consents.shares
        consents = replace(consents, start=all_of_them, joins=(), shares=shares)
    return replace(scheme, subjects=replace(scheme.subjects, coverage=all_of_them), consents=consents)


def put_on_agenda(stretch: Stretch, scheme: Scheme, slot: int, record: Record) -> None:
    stretch.agenda = with_room(stretch.agenda, stretch.used, 1)
    source = [one.id for one in scheme.sources].index(record.source)
    row = stretch.agenda[stretch.used]
    row["due"], row["who"], row["kind"], row["rule"], row["amount"] = record.day, slot, RECORD, record.holder, 0
    row["act"], row["source"], row["truth"] = act_codes(scheme)[record.act], source, record.truth
    row["way"] = record.way
    row["ref"] = record.done // STEP << 20 | 2 << 15 | stretch.used % 60 << 9 | source << 3
    row["origin"] = stretch.first + slot
    stretch.used += 1


def deeds_of(scheme: Scheme, slot: int, deeds: Sequence[Deed]) -> Any:
    rows = np.zeros(len(deeds), dtype=DEED)
    for row, deed in zip(rows, sorted(deeds), strict=True):
        row["slot"], row["day"], row["act"] = slot, deed.day, act_codes(scheme)[deed.act]
        row["outcome"] = deed.outcome
    return rows


def _choose(rows: StepRows, stretch: Stretch, now: Settings, span: Any, choices: Sequence[Choice], slot: int) -> None:
    for one in choices:
        joins, leaves, unknowing = np.zeros((3, stretch.size), np.uint8)
        joins[slot], leaves[slot], unknowing[slot] = one.joins, not one.joins, one.unknowing
        carry_out(rows, stretch, now, span, joins, leaves, unknowing)


def _live(
    told: Told, stretch: Stretch, held: tuple[Settings, Settings], span: Any, deeds: Any, choices: Sequence[Choice],
    meets: Sequence[Meeting] = (),
) -> None:  # fmt: skip
    rows, slot = StepRows(), told.slot
    now, then = held
    if now.world.has_scheme:
        with np.errstate(over="ignore"):
            entries, _ = be_judged(rows, stretch, now, span, np.empty(0, dtype=LOOK), deeds)
            meet_raters(stretch, now, span, deeds, slot, meets)
            write_entries(rows, stretch, now, entries, 0)
            learn_by_refusal(stretch, now, span, deeds)
            come_and_go(rows, stretch, now, span)
            _choose(rows, stretch, now, span, choices, slot)
            settle_accounts(rows, stretch, now, then if span.end < span.horizon else now, span)
        told.moved += [Moved(*row) for row in entries[["who", "day", "kind", "rule", "via"]].tolist()]
    for name, columns in rows.tables.items():
        keep(told, name, columns)
    told.scores.append(int(stretch.scores.score[slot]))
    told.everybody.append(stretch.scores.score.copy())
    told.further.append(tuple(stretch.scores.further[:, slot].tolist()))
    told.further_grades.append(tuple(stretch.standing.further[:, slot].tolist()))
    told.grades.append(int(stretch.standing.grade[slot]))
    told.aware.append(bool(stretch.standing.aware[slot]))


def finish(told: Told, stretch: Stretch, base: Settings, days: int) -> None:
    opened = stretch.docket.opened
    opened = opened[opened["entry"] < days]
    keep(told, "listings", listings(stretch, opened, np.full(opened.size, days), np.full(opened.size, 3)))
    found = still_in_force(stretch.docket)
    keep(told, "spells", spells(stretch, base.world.consequences, found, days, still_open=True))


def keep(told: Told, name: str, columns: Any) -> None:
    for number in range(len(columns.get("resident", ()))):
        row = {key: int(column[number]) for key, column in columns.items()}
        told.tables.setdefault(name, []).append(row)
