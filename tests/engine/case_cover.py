"""What a case shows, and what of a scheme has to be shown: rules, edges, grounds, exits, expiries, consequences."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise

from engine.case_model import Case, Expected
from engine.case_scores import (
    as_official,
    edges,
    least_move,
    quantities_moved,
    reached,
    state_rules_moved,
    wrong_scores,
)
from engine.case_stars import impressions_made
from engine.case_ways import THROUGH_OTHERS, asked_of_ways, brought, shown_of_ways
from engine.cases import STEP, Record, Told, tell
from engine.organised_cases import tell_of_organisation
from glasstown.compiled.index import formulas_of
from glasstown.scheme.formula import variables_of
from glasstown.scheme.model import Scheme
from glasstown.vocab.codes import Entry
from glasstown.vocab.organisations import KINDS

MILLI = 1_000
BY_TERM, BY_ACT = 0, 1
FINE = 35
"""Part of the range of a score that is worked out anew, within which a case stands right above or below an edge."""


def told_of(case: Case) -> Told:
    """What comes of a case."""
    if case.whose in KINDS:
        return tell_of_organisation(case.scheme, case.things, case.days, case.whose, begins=case.begins,
                                    age_days=case.age_days, starts=case.starts)  # fmt: skip
    office = case.whose == "official"
    told = tell(case.scheme, case.things, case.days, parent=case.parent, office=office, knows=case.knows,
                begins=case.begins, so=case.so, meets=case.meets, reads=case.reads)  # fmt: skip
    return as_official(told) if office else told


def mismatches(case: Case, told: Told) -> list[str]:
    """Every expectation that is not met, with its line."""
    return [f"{one.span}: on day {one.day} {wrong}" for one in case.expected for wrong in _wrong(case, one, told)]


def _wrong(case: Case, one: Expected, told: Told) -> list[str]:
    grades = ("(not graded)", *(grade.id for grade in case.scheme.grades))
    score, grade = _as_read(case.scheme, told.scores[one.day // STEP]), grades[told.grades[one.day // STEP]]
    found: list[str] = []
    if one.points and not one.points[0] <= score <= one.points[1]:
        found.append(f"the points are {score.normalize():f}")
    if one.grade and one.grade != grade:
        found.append(f"the grade is {grade}")
    if one.knows not in (None, told.aware[one.day // STEP]):
        found.append("the resident does not know of the scheme" if one.knows else "the resident knows of the scheme")
    for what, wanted, there in (
        ("stands on", one.lists, lists_on(told, one.day)),
        ("is under", one.under, under_on(told, one.day)),
        ("has a child under", one.child_under, under_on(told, one.day, by_child=True)),
        ("has an officer under", one.officer_under, brought_to_officer(told, one.day)),
    ):
        if wanted not in (None, there):
            found.append(f"the resident {what} {', '.join(sorted(there)) or 'nothing'}")
    return [*found, *wrong_scores(case.scheme, told, one)]


def _as_read(scheme: Scheme, milli: int) -> Decimal:
    """A score as it is read: between the ends of the scale, beyond which an open sum may be."""
    points = Decimal(milli) / MILLI
    return min(max(points, scheme.score.low_points), scheme.score.high_points) if scheme.score else points


def lists_on(told: Told, day: int) -> frozenset[str]:
    """Lists that the resident stands on."""
    names = (one.id for one in told.scheme.lists)
    return frozenset(name for name in names if any(row[1] <= day < row[2] for row in told.on_list(name)))


def under_on(told: Told, day: int, *, by_child: bool = False) -> frozenset[str]:
    """Consequences that hold the resident, or the child."""
    names = (one.id for one in told.scheme.consequences)
    return frozenset(n for n in names if any(start <= day < end for start, end in told.held(n, by_child=by_child)))


def brought_to_officer(told: Told, day: int) -> frozenset[str]:
    """Consequences that hold who answers for the organisation, for what that did."""
    names = (one.id for one in told.scheme.consequences if one.scope in THROUGH_OTHERS)
    return frozenset(n for n in names if any(start <= day < end for start, end in told.held(n, by_officer=True)))


def to_be_shown(scheme: Scheme) -> set[str]:
    """What cases have to show of a scheme, as far as it can happen at all."""
    wanted = {f"rule:{rule.id}" for rule in scheme.rules} | {f"ground:{ground.id}" for ground in scheme.grounds}
    ends = [one.from_day for one in scheme.versions if {"rules", "scheme"} & set(one.drop)]
    for rule in scheme.rules:
        if rule.expires_days and all(rule.expires_days.value < day for day in ends):
            wanted.add(f"expiry:{rule.id}")
    wanted |= {f"exit by term:{ground.id}" for ground in scheme.grounds if ground.term_days}
    wanted |= {f"exit by act:{ground.id}" for ground in scheme.grounds if ground.exit_acts}
    possible = reached(scheme)
    wanted |= {f"grade:{grade}" for grade in possible}
    wanted |= {f"state rule:{one.id}" for one in scheme.state_rules}
    wanted |= {f"quantity rule:{one.id}" for one in scheme.quantity_rules}
    wanted |= {f"override:{one.id}" for one in scheme.overrides}
    wanted |= {f"repair:{one.id}" for one in scheme.repairs}
    wanted |= {f"group:{rule.group}" for rule in scheme.rules if rule.group}
    wanted |= {f"once in a while:{rule.id}" for rule in scheme.rules if rule.per_days}
    wanted |= {f"edge:{upper}" for upper, lower in edges(scheme) if {upper, lower} <= possible}
    wanted |= {f"impression:{one.id}" for one in scheme.impressions}
    wanted |= {f"told:{name}" for name in _asked(scheme) if name.startswith("gauge.")}
    wanted |= {f"told:inferred.{one.id}" for one in scheme.inferences} | asked_of_ways(scheme)
    for act, days in _counted(scheme):
        wanted |= {f"counted:{act}", f"lapses:{act} {days}"}
    return wanted | {f"consequence:{one.id}" for one in scheme.consequences if not one.grade or one.grade in possible}


def shown(case: Case, told: Told) -> set[str]:
    """What one case shows: it happens to the resident, and something is expected of it on that day or later."""
    last = {key: max((one.day for one in case.expected if getattr(one, key) is not None), default=-1)
            for key in ("points", "lists")}  # fmt: skip
    found = {f"grade:{one.grade}" for one in case.expected if one.grade}
    found |= {f"grade:{grade}" for one in case.expected for grade in one.grades or ()}
    found |= state_rules_moved(told, last["points"]) | quantities_moved(told, last["points"])
    found |= {f"consequence:{name}" for one in case.expected for name in brought(one)}
    found |= {f"override:{name}" for one in case.expected for name in _held_by(case, one)}
    found |= held_together(case, last["points"]) | shown_of_ways(case, told, last["points"])
    for one in told.moved:
        kind = {Entry.RULE: "rule", Entry.EXPIRY: "expiry"}.get(Entry(one.kind))
        if one.kind == Entry.REPAIR and one.who == told.slot and one.day <= last["points"]:
            found.add(f"repair:{case.scheme.repairs[one.rule - len(case.scheme.rules)].id}")
        if kind and one.who == told.slot and one.day <= max(last["points"], _last_of(case, one.rule)):
            found.add(f"{kind}:{case.scheme.rules[one.rule].id}")
    found |= {f"told:{name}" for day, row in case.so if day <= last["points"] for name, milli in row.items() if milli}
    found |= impressions_made(case.scheme, case.things, case.meets, last["points"])
    found |= _counted_and_lapsed(case, told, last["points"])
    for row in (row for one in case.scheme.lists for row in told.on_list(one.id)):
        ground, entry, end, way = row
        found |= {f"ground:{ground}"} if entry <= last["lists"] else set()
        if way in (BY_TERM, BY_ACT) and end <= last["lists"]:
            found.add(f"exit by {('term', 'act')[way]}:{ground}")
    return found | {f"stood:{grade}:{points}" for one in case.expected for grade, points in _stood(case.scheme, one)}


def _last_of(case: Case, rule: int) -> int:
    """The last day of which something is expected of the score that a rule moves, where that is not the first."""
    slot = case.scheme.slot_of(case.scheme.rules[rule].score)
    return max((one.day for one in case.expected for number, _, _ in one.scores if number == slot), default=-1)


def _stood(scheme: Scheme, one: Expected) -> list[tuple[str, Decimal]]:
    """Grades of which something is expected on a day, each with the points of its score."""
    first = [(one.grade, one.points[0])] if one.grade and one.points else []
    named = [(grade, scheme.slot_of(grade.score)) for grade in scheme.grades if grade.id in (one.grades or ())]
    return first + [(grade.id, least) for grade, slot in named for number, least, _ in one.scores if number == slot]


def _counted(scheme: Scheme) -> set[tuple[str, int]]:
    """Acts, and days, of all counts of records by which a score is worked out."""
    return {(name.split()[1], int(name.split()[2])) for name in _asked(scheme) if " " in name}


def _asked(scheme: Scheme) -> set[str]:
    """What the formulas ask for by which scores are worked out."""
    return {node.name for one in scheme.scores for root in formulas_of(one.index) for node in variables_of(root)}


def _counted_and_lapsed(case: Case, told: Told, last: int) -> set[str]:
    """Counts of records by which the score moved, and those without which it moved again, up to a day."""
    days = [one.day for one in told.moved if one.who == told.slot and one.kind == Entry.REFRESH and one.day <= last]
    found = set[str]()
    for act, window in _counted(case.scheme):
        records = [thing.day for thing in case.things if isinstance(thing, Record) and thing.act == act]
        counted = any(begin <= day < begin + window for begin in records for day in days)
        lapsed = any(begin + window <= day for begin in records for day in days)
        found |= ({f"counted:{act}"} if counted else set()) | ({f"lapses:{act} {window}"} if lapsed else set())
    return found


def held_together(case: Case, last: int) -> set[str]:
    """Groups of which two rules have records, and rules that move once in a while with two, close enough to count."""
    met = sorted((thing.day, rule.id) for thing in case.things if isinstance(thing, Record) and thing.day <= last
                 for rule in case.scheme.rules if thing.act == rule.act
                 and (not rule.sources or thing.source in rule.sources))  # fmt: skip
    rules = {rule.id: rule for rule in case.scheme.rules}
    found = set[str]()
    for (before, first), (day, second) in combinations(met, 2):
        one, other = rules[first], rules[second]
        if one.group and one.group == other.group and first != second and one.group_days:
            found |= {f"group:{one.group}"} if day - before < one.group_days.value else set()
        if first == second and one.per_days:
            found |= {f"once in a while:{first}"} if day - before < one.per_days.value else set()
    return found


def _held_by(case: Case, one: Expected) -> list[str]:
    """Overrides of which the case tells, and that hold to the grade expected though the points are higher."""
    grades = case.scheme.grades
    worse = {low.id: high.at_least.value for high, low in pairwise(grades) if high.at_least}
    if one.points is None or one.points[0] < worse.get(one.grade or "", one.points[0] + 1):
        return []
    others = [thing for thing in case.things if isinstance(thing, Record) and thing.other]
    acts = {thing.act for thing in case.things if thing not in others}
    return [row.id for row in case.scheme.overrides if row.grade == one.grade
            and (acts & set(row.acts) or row.on_list in (one.lists or ()) or (row.same_officer and others)
                 or (row.younger_days and case.age_days is not None))]  # fmt: skip


def with_edges(scheme: Scheme, found: set[str]) -> set[str]:
    """What cases show together: an edge where they stand right above it and right below it, no rule between."""
    stood = [one.split(":") for one in found if one.startswith("stood:")]
    met = set[str]()
    for upper, lower in edges(scheme):
        near = least_move(scheme, upper)
        if scheme.score and scheme.score.index:
            near = (scheme.score.high_points - scheme.score.low_points) / FINE
        edge = next(one.at_least.value for one in scheme.grades if one.id == upper and one.at_least)
        above = any(grade == upper and edge <= Decimal(points) < edge + near for _, grade, points in stood)
        below = any(grade == lower and edge - near <= Decimal(points) < edge for _, grade, points in stood)
        met |= {f"edge:{upper}"} if above and below else set()
    return {one for one in found if not one.startswith("stood:")} | met
