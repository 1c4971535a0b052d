"""The twin's world: a scheme and its people as dicts, one entry a resident."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.responses.deterrence import TURNING_POINT
from glasstown.society.build import build
from glasstown.vocab.actors import ACTORS
from glasstown.vocab.acts import ACTS
from glasstown.vocab.capacities import CAPACITY_BITS
from twin import rates
from twin.lives import NOTHING_YET, begin_life
from twin.luck import COVERED, KNOWS_AT_START, LIFE, Luck, name_24, wide
from twin.rates import band_of, wide_threshold

SIGHTABLE = {act.id: Fraction(act.sightable.value) for act in RESIDENT_ACTS if act.sightable}
NOT_GRADED = {"at_least": None, "deny": 0, "favour": 0, "notice": False, "near": None}


def milli(points):
    return int(Decimal(points) * 1000)


class World:
    """Everything that does not change in a run."""

    def __init__(self, scheme, *, people, days, step_days, seed, replicate=0, without=frozenset()):
        self.without = without
        self.scheme, self.days, self.step_days = scheme, days, step_days
        self.luck = Luck(step_days, seed, replicate)
        self.codes = {act.id: act.code for act in ACTS}
        self.grades, self.debited, self.rules, self.declared, self.sources = [NOT_GRADED], set(), [], [], []
        self.min_age = 0
        if scheme:
            self._read(scheme)
        columns = build(rates.SPEC, seed=seed, people=people, replicate=replicate)
        self.people = [self._person(columns, number) for number in range(people)]
        self._tie()
        self.carried = {}

    def _read(self, scheme):
        score = scheme.score
        self.start, self.low, self.high = (milli(f.value) for f in (score.start, score.lowest, score.highest))
        self.each_entry, self.by_act = score.cap == "each-entry", score.stack == "act"
        self.min_age = int(scheme.subjects.min_age.value) * 365
        self.declared = list(scheme.acts)
        self.codes |= {act.id: 128 + number for number, act in enumerate(scheme.acts)}
        self.sources = [self._source(number, source) for number, source in enumerate(scheme.sources)]
        self.rules = [self._rule(number, rule) for number, rule in enumerate(scheme.rules)]
        self.debited = {rule.act for rule in scheme.rules if rule.points[0] < 0}
        self.grades += [self._grade(grade) for grade in scheme.grades]
        self._mark_near()

    def _source(self, number, source):
        """A source: its chance of seeing an act, its threshold of false records of a cell, by (group, urban)."""
        groups = (source.watch.majority, source.watch.minority_a, source.watch.minority_b)
        places = (source.watch.rural, source.watch.urban)
        factors = {
            (group, urban): Fraction(one.value) * Fraction(other.value)
            for group, one in enumerate(groups)
            for urban, other in enumerate(places)
        }
        detection, false = Fraction(source.detection.value), Fraction(source.false_per_year.value)
        return {
            "number": number, "id": source.id, "digest": name_24(source.id), "text": source,
            "detection": {key: detection * factor for key, factor in factors.items()},
            "ghosts": {k: wide_threshold(64 * false * f * self.step_days / 365) for k, f in factors.items()},
        }  # fmt: skip

    def _rule(self, number, rule):
        low, high = (milli(end) for end in rule.points)
        whole = low % 1000 == 0 and high % 1000 == 0
        return {
            "number": number, "id": rule.id, "act": rule.act, "low": low, "high": high, "grain": 1000 if whole else 1,
            "sources": set(rule.sources), "expires": int(rule.expires_days.value) if rule.expires_days else None,
            "count": rule.repeat.count if rule.repeat else None,
            "within": rule.repeat.within_days if rule.repeat else None,
        }  # fmt: skip

    def _grade(self, grade):
        own = [row for row in self.scheme.consequences if row.grade == grade.id]
        return {
            "at_least": None if grade.at_least is None else milli(grade.at_least.value),
            "deny": sum({int(CAPACITY_BITS[name]) for row in own for name in row.deny}),
            "favour": sum({int(CAPACITY_BITS[name]) for row in own for name in row.favour}),
            "notice": any(row.notice == "given" for row in own),
            "near": None,
            "rows": [number for number, row in enumerate(self.scheme.consequences) if row.grade == grade.id],
        }

    def _mark_near(self):
        """Where a grade's lower part begins, if the next grade down denies something more."""
        share = 1 - Fraction(TURNING_POINT.value) / 8
        for number, grade in enumerate(self.grades[1:-1], start=1):
            if not self.grades[number + 1]["deny"] & ~grade["deny"]:
                continue
            above = self.grades[number - 1]["at_least"] if number > 1 else self.start
            upper = above if grade["at_least"] >= self.start else min(above, self.start)
            grade["near"] = grade["at_least"] + int((upper - grade["at_least"]) * share)

    def _person(self, columns, number):
        first = number - number % 4096
        person = {name: int(getattr(columns, name)[number]) for name in (
            "birth_day", "sex", "urban", "group", "standing", "household", "work", "sector")}  # fmt: skip
        person |= {"number": number, "district": number // 4096, "traits": columns.traits[:, number].tolist()}
        for name in ("lookalike", "namesake"):
            slots = getattr(columns, name)[:, number].tolist()
            person[name] = [None if slot == 65535 else first + slot for slot in slots]
        person |= {
            "lists": 0,
            "need": 0,
            "grade": 0,
            "grade_since": 0,
            "aware": 0,
            "covered": 0,
            "score": 0,
            "open_sum": 0,
        }
        person |= {"agenda": [], "tally": {}, "near": 0, "strain": 0} | NOTHING_YET
        employer = int(columns.employer[number])
        person["employer"] = None if employer == 65535 else first + employer
        for name in ("kin", "colleague", "friend"):
            slots = getattr(columns, name)[:, number].tolist()
            person[name] = [None if slot == 65535 else first + slot for slot in slots]
        person["fifth"] = min(int(columns.income_rank[number]) * 5 // 65536, 4)
        begin_life(self, person)
        if self.scheme:
            self._enrol(person)
        return person

    def _enrol(self, person):
        subjects, awareness = self.scheme.subjects, self.scheme.awareness
        person["score"] = person["open_sum"] = self.start
        person["tally"] = {rule["number"]: 0 for rule in self.rules if rule["count"]}
        person["covered"] = int(self._once(person, subjects.coverage, COVERED))
        if self.is_subject(person, 0):
            person["aware"] = int(self._once(person, awareness.start, KNOWS_AT_START))
            person["grade"] = self.grade_of(person["score"])
            if self.grades[person["grade"]]["notice"]:
                person["aware"] = 1
            if person["aware"]:
                person["warned_day"] = 0

    def _once(self, person, chance, sub):
        return self.luck.below(wide(chance.value), 0, LIFE, person["number"], 0, 0, sub=sub)

    def _tie(self):
        """Household members, and neighbours on the ring of 128 who are of another household."""
        homes = {}
        for person in self.people:
            homes.setdefault(person["household"], []).append(person)
        for person in self.people:
            number, home = person["number"], person["household"]
            start = number - number % 128
            ring = {start + (number + step) % 128 for step in (-4, -3, -2, -1, 1, 2, 3, 4)}
            person["home"] = homes[home]
            near = [self.people[n] for n in ring if n < len(self.people)]
            person["ties"] = [other for other in person["home"] if other is not person]
            person["ties"] += [other for other in near if other["household"] != home]
        self._employ()

    def _employ(self):
        """Eight of those whom each resident employs: the first by number, and nobody where there are fewer."""
        staff = {person["number"]: [] for person in self.people}
        for person in self.people:
            if person["employer"] in staff:
                staff[person["employer"]].append(person["number"])
        for person in self.people:
            person["employee"] = [*staff[person["number"]], *[None] * 8][:8]

    def at(self, number):
        """The resident of a number; None where nobody of this number lives here."""
        return self.people[number] if number < len(self.people) else None

    def stand(self, person):
        """What consequences deny, favour and shift at the start of a step, and whether any is in force."""
        grade = self.grades[person["grade"]]
        person |= {"denied": grade["deny"], "looked_up": 0, "favoured": grade["favour"], "levels": Counter()}
        person |= {"listed": bool(person["lists"])}

    def look_up_chance(self, person, needed):
        """The chance that the other side of an attempt looks up who asks."""
        del needed
        return 0 if not person["looked_up"] else None

    def is_subject(self, person, day):
        return bool(person["covered"]) and day - person["birth_day"] >= self.min_age

    def grade_of(self, score):
        for number, grade in enumerate(self.grades[1:-1], start=1):
            if score >= grade["at_least"]:
                return number
        return len(self.grades) - 1

    def can_commit(self, declared, person, day):
        """Whether a resident is of the kind that a declared act names; ages count by band."""
        _, bit, age, _ = next(row for row in ACTORS if row[0] == declared.by)
        adult = band_of((day - person["birth_day"]) // 365) >= 2 or not age
        return adult and (bit is None or person["standing"] & int(bit) == int(bit))

    def act_key(self, name):
        """An act as it enters digests: its number, or the digest of a declared act's name."""
        return self.codes[name] if self.codes[name] < 128 else 1000 + name_24(name)
