"""The twin's world: a scheme and its people as dicts, one entry a resident."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.simulate.overrides import NONE
from glasstown.society.build import build
from glasstown.vocab.actors import ACTORS
from glasstown.vocab.acts import ACTS
from glasstown.vocab.organisation_acts import ORGANISATION_ACTS
from twin import peer, politics, rates
from twin.dated import in_time
from twin.favour import look_for_officials
from twin.following import bits, consequence_of, follow, look_up_chance, stand
from twin.holders import number_of
from twin.index import lowering
from twin.judging import tally_of
from twin.luck import Luck, name_24
from twin.own_acts import needed_for_children, read_own
from twin.persons import enrol_in, part, person_of, regroup, tie
from twin.politics import first_day
from twin.ranks import as_ranked
from twin.rates import band_of
from twin.slots import book, mark_near, of_slot, own_slot, read_scores

SIGHTABLE = {act.id: Fraction(act.sightable.value) for act in RESIDENT_ACTS if act.sightable}
NOT_GRADED = {"at_least": None, "favour": 0, "near": None, "slot": None}


def milli(points):
    return int(Decimal(points) * 1000)


def holds(person, override):
    """Whether an override holds a resident down: enough records that count, or a list."""
    if override.on_list:
        return override.on_list in person["lists"]
    if override.same_officer or override.younger_days:
        return person["tally"][tally_of(override)] > 0
    return person["tally"][tally_of(override)] >= int(override.count.value)


def of_people(source, own):
    """A source as residents meet it: what it sees of organisations is not about them."""
    theirs = {act.id for act in ORGANISATION_ACTS} | own
    return replace(source, sees=tuple(act for act in source.sees if act not in theirs))


class World:
    """Everything that does not change in a run."""

    def __init__(
        self, scheme, *, people, days, step_days, seed, replicate=0, without=frozenset(), town=None, otherwise=NONE
    ):
        """A world under a scheme; or without one, where people do what the file of `town` declares all the same."""
        file = scheme or town
        self.without, self.slots, self.debited_in = without, [], []
        self.never, self.otherwise = set(otherwise.sightings), otherwise
        self.scheme, self.days, self.step_days = scheme, days, step_days
        self.luck = Luck(step_days, seed, replicate)
        self.codes = {act.id: act.code for act in (*ACTS, *ORGANISATION_ACTS)}
        self.kind, self.kinds = "resident", file.organisations if file else ()
        self.file = file
        self.grades, self.debited, self.rules, self.declared, self.sources = [NOT_GRADED], set(), [], [], []
        self.associations, self.overrides = [], []
        self.all_sources = []
        self.grounds, self.all_grounds, self.consequences, self.published, self.min_age = [], [], [], False, 0
        self.text = scheme
        self.own, self.needed, self.followers, self.capacities, self.bringing = {}, {}, {}, {}, {}
        self.for_children = 0
        politics.begin(self)
        if file:
            self.declared = list(file.acts)
            read_own(self, file)
            self.for_children = needed_for_children(self)
            self.codes |= {act.id: 128 + number for number, act in enumerate(file.acts)}
            self.codes |= {act.id: 182 + number for number, act in enumerate(file.business)}
        if scheme:
            self._read(scheme)
        columns = build(rates.SPEC, seed=seed, people=people, replicate=replicate)
        self.people = [person_of(self, columns, number) for number in range(people)]
        tie(self.people)
        part(self.people, otherwise.ties)
        regroup(self, 0, as_drawn=True)
        for person in self.people if scheme else ():
            enrol_in(self, person)
        self.carried, self.columns = {}, columns
        self.found, self.consents, self.favours = Counter(), [], []
        look_for_officials(self)
        if scheme:
            self.turn(0)
            follow(self, 0, 0, 0)

    def _read(self, scheme):
        self.has_scores = read_scores(self, scheme)
        self.by_act = not scheme.score or scheme.score.stack == "act"
        self.min_age = int(scheme.subjects.min_age.value) * 365
        theirs = {act.id for act in scheme.business}
        self.sources = [self._source(number, of_people(source, theirs)) for number, source in enumerate(scheme.sources)]
        self.rules = [self._rule(number, rule) for number, rule in enumerate(scheme.rules)]
        self.published, self.grounds = scheme.published, list(scheme.grounds)
        self.consequences = [
            consequence_of(number, row, self.capacities) for number, row in enumerate(scheme.consequences)
        ]
        self.grades += [self._grade(grade) for grade in scheme.grades]
        assert [grade["slot"] for grade in self.grades[1:]] == sorted(grade["slot"] for grade in self.grades[1:])
        self.all_sources, self.all_rules, self.all_grades = self.sources, self.rules, self.grades
        self.all_grounds = self.grounds
        self.associations = list(scheme.associations)
        self.turn(0)

    def turn(self, day):
        """What runs in a step that begins on a day: versions end parts of the scheme, and all that hangs on them."""
        self.turned = day
        over = [version for version in self.text.versions if first_day(self, version) <= day]
        kinds = {kind for version in over for kind in version.drop}
        self.ended = "scheme" in kinds
        public_from = self.text.process.public_from
        self.published = self.text.published and (not public_from or public_from.value <= day)
        self.scheme = None if self.ended else self.text
        self.dropped = {
            kind: {name for version in over for name in getattr(version, f"drop_{kind}")} for kind in (
                "rules", "sources", "lists", "consequences", "associations", "overrides", "state_rules",
                "quantity_rules")}  # fmt: skip
        if not self.has_scores:
            kinds |= {"grades"}
        everything = {"grades", "consequences", "rules", "sources", "lists", "associations", "overrides", "state_rules",
                      "quantity_rules"}  # fmt: skip
        self.no_more = kinds | (everything if self.ended else set())
        self.rules = [rule for rule in self.all_rules if self.runs("rules", rule["id"])]
        self.sources = [source for source in self.all_sources if self.runs("sources", source["id"])]
        self.grades = [NOT_GRADED] if "grades" in self.no_more else self.all_grades
        self.associations = [row for row in self.text.associations if self.runs("associations", row.id)]
        self.overrides = [row for row in self.text.overrides if self.runs("overrides", row.id)]
        kept = [ground for ground in self.all_grounds if self.keeps(ground.on_list)]
        self.grounds = [ground for ground in kept if in_time(self.text, "grounds", ground.id, day)]
        mark_near(self)
        listing = {act for ground in self.grounds for act in ground.acts}
        self.debited_in = [
            {rule["act"] for rule in self.rules if rule["low"] < 0 and rule["slot"] == slot} | listing
            for slot in range(len(self.slots))
        ]
        self.debited_in[0] |= lowering(self) | peer.spoken_ill_of(self)
        self.debited_in = as_ranked(self, self.debited_in)
        self.debited = set().union(*self.debited_in)

    def runs(self, kind, name):
        return (
            kind not in self.no_more and name not in self.dropped[kind] and in_time(self.text, kind, name, self.turned)
        )

    def keeps(self, name):
        """Whether a list is still kept."""
        return self.runs("lists", name)

    def holds(self, row):
        """Whether a consequence still follows from its cause."""
        cause = "grades" not in self.no_more if row.grade else self.keeps(row.on_list)
        return cause and self.runs("consequences", row.id)

    def _source(self, number, source):
        """A source; how closely it looks at whom stands in `twin.watching`."""
        return {"number": number, "id": source.id, "digest": name_24(source.id), "text": source}

    def _rule(self, number, rule):
        low, high = (milli(end) for end in rule.points)
        whole = low % 1000 == 0 and high % 1000 == 0
        return {
            "slot": own_slot(self, rule.score), "number": number, "id": rule.id, "act": rule.act,
            "low": low, "high": high, "grain": 1000 if whole else 1, "favour": rule.favour,
            "sources": set(rule.sources), "expires": int(rule.expires_days.value) if rule.expires_days else None,
            "count": rule.repeat.count if rule.repeat else None,
            "within": rule.repeat.within_days if rule.repeat else None,
            "per": int(rule.per_days.value) if rule.per_days else None, "rises": rule.escalate,
            "agree": rule.agree, "when": rule.when,
            "group": rule.group, "group_days": int(rule.group_days.value) if rule.group_days else None,
            "holder": number_of(self, rule.holder),
        }  # fmt: skip

    def _grade(self, grade):
        own = [row for row in self.scheme.consequences if row.grade == grade.id]
        plain = [row for row in own if (row.through, row.decision, row.scope) == ("direct", None, "self")]
        return {
            "id": grade.id,
            "at_least": None if grade.at_least is None else milli(grade.at_least.value),
            "favour": bits((name for row in plain for name in row.favour), self.capacities),
            "near": None,
            "slot": own_slot(self, grade.score),
        }

    def at(self, number):
        """The resident of a number; None where nobody of this number lives here."""
        return self.people[number] if number < len(self.people) else None

    def stand(self, person):
        """What consequences deny, favour and shift at the start of a step, and whether any is in force."""
        stand(self, person)

    def look_up_chance(self, person, needed):
        """The chance that the other side of an attempt looks up who asks."""
        return look_up_chance(self, person, needed)

    def is_subject(self, person, day):
        return bool(person["covered"]) and day - person["birth_day"] >= self.min_age

    def grade_of(self, score, slot):
        own = of_slot(self, slot)
        return next((number for number in own[:-1] if score >= self.grades[number]["at_least"]), (own or [0])[-1])

    def grade_now(self, person, slot):
        """What a score earns, or the lower grade of it to which an override holds."""
        ids = {self.grades[number]["id"]: number for number in of_slot(self, slot)}
        held = [ids[one.grade] for one in self.overrides if one.grade in ids and holds(person, one)]
        return max([self.grade_of(book(person, slot)["score"], slot), *held])

    def can_commit(self, declared, person, day):
        """Whether a resident is of the kind that a declared act names; ages count by band."""
        _, bit, age, _ = next(row for row in ACTORS if row[0] == declared.by)
        adult = band_of((day - person["birth_day"]) // 365) >= 2 or not age
        return adult and (bit is None or person["standing"] & int(bit) == int(bit))

    def act_key(self, name):
        """An act as it enters digests: its number, or the digest of a declared act's name."""
        code = self.codes[name]
        return 1000 + name_24(name) if 128 <= code < 144 or 182 <= code < 192 else code
