"""The twin's firms and governments: one organisation after the other, as dicts, beside the residents of the twin."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from glasstown.behaviours.organisation_act import OrganisationAct
from glasstown.behaviours.organisations.catalogue import ORGANISED
from glasstown.society.organisations import organise
from glasstown.vocab.codes import Standing
from glasstown.vocab.organisation_acts import ORGANISATION_ACTS
from glasstown.vocab.organisation_terms import (
    INSPECTION_FACTORS,
    ORGANISATION_CAPACITY_BITS,
    ORGANISATION_DEGREES,
)
from glasstown.vocab.organisations import OrganisationFact
from twin import firms_held
from twin.following import follow
from twin.judging import HARM
from twin.lists import close_lists
from twin.lives import NOTHING_YET
from twin.luck import name_24
from twin.rates import wide_threshold
from twin.slots import book, enrol, read_scores
from twin.world import World

FIRST = 2_080_374_784
LIKE_RESIDENTS = ("acts", "blocked", "places_given", "harms", "sightings", "entries", "grades", "listings", "spells",
                  "favours")  # fmt: skip
LEVEL_OF = {name: code for name, code, _ in ORGANISATION_DEGREES}


def doings_of(file):
    """What organisations of the town do, by name: the acts of the model, and those that a file declares."""
    kinds = {act.id: act.kind for act in ORGANISATION_ACTS}
    found = {act.id: (kinds[act.id], act) for act in ORGANISED}
    for own in file.business if file else ():
        needs = OrganisationFact.FIRM if own.by == "firm" else OrganisationFact.GOVERNMENT
        act = OrganisationAct(own.id, own.title, own.lawful, own.rate, needs)
        harm = own.harm
        act = replace(
            act, victim=own.tie, victim_effect=harm.effect, victim_asset=harm.asset, victim_chance=harm.chance
        )
        found[own.id] = (own.by, act)
    return found


def org_bits(names):
    return sum({int(ORGANISATION_CAPACITY_BITS[name]) for name in names if name in ORGANISATION_CAPACITY_BITS})


class Organisations(World):
    """Firms and governments of the town of a world, which they share luck, text and tables with."""

    def __init__(self, residents, columns):
        self.__dict__ = dict(residents.__dict__)
        self.residents, self.carried, self.min_age, self.favours = residents, {}, 0, []
        self.kind = "organisation"
        self.doings = doings_of(self.file)
        if self.text:
            self.has_scores = read_scores(self, self.text)
            self.all_rules = [self._rule(number, rule) for number, rule in enumerate(self.text.rules)]
            self.all_grades = [self.residents.all_grades[0], *map(self._grade, self.text.grades)]
            self.all_sources = [self._organised(number, source) for number, source in enumerate(self.text.sources)]
            self.consequences = [self._consequence(number, row) for number, row in enumerate(self.text.consequences)]
        if self.scheme:
            self.turn(0)
        mine = organise(columns)
        self.people = [self._place(mine, columns, place) for place in range(mine.exists.size)]
        for one in self.people:
            place = one["slot"] % 64
            first = one["slot"] - place % 2 if place < 62 else one["slot"]
            one["home"] = self.people[first : first + 2] if place < 62 else [one]
            one["ties"] = []
            one["supplier"] = self._other(mine.partner, one["slot"])
            one["tied"] = one["boss"]["tied"] if one["boss"] else set()
            one["lookalike"] = [self._other(row, one["slot"]) for row in mine.lookalike]
            one["namesake"] = one["lookalike"]
        if self.text:
            firms_held.carry(self, 0)

    @staticmethod
    def _other(column, slot):
        return None if column[slot] == 65535 else slot - slot % 64 + int(column[slot])

    def _organised(self, number, source):
        sees = tuple(act for act in source.sees if act in self.doings)
        text = replace(source, match="description", sees=sees)
        chance, false = Fraction(text.detection.value), Fraction(text.false_per_year.value)
        look = {
            (level, sensors): (Fraction(factor) if text.inspects else 1) * (not text.sensors or sensors)
            for level, factor in INSPECTION_FACTORS.items() for sensors in (0, 1)
        }  # fmt: skip
        return {
            "number": number, "id": source.id, "digest": name_24(source.id), "text": text,
            "detection": {key: min(chance * factor, Fraction(1)) for key, factor in look.items()},
            "ghosts": {k: wide_threshold(64 * false * f * self.step_days / 365) for k, f in look.items()},
        }  # fmt: skip

    @staticmethod
    def _consequence(number, row):
        deny, favour = org_bits(row.deny), org_bits(row.favour)
        scope = "household" if row.scope == "firms" else row.scope
        return {
            "number": number, "row": replace(row, scope=scope), "deny": deny, "favour": favour,
            "levels": {LEVEL_OF[name]: level for name, level in row.terms},
            "harms": bool(deny) or any(level < 0 for _, level in row.terms),
            "concerns": row.scope in {"self", "firms"} and bool(deny or favour or row.terms),
        }  # fmt: skip

    def _place(self, mine, columns, slot):
        district, place = divmod(slot, 64)
        boss = int(mine.representative[slot])
        kind = "government" if place == 63 else "firm"
        lives = bool(mine.exists[slot]) and kind in self.text_kinds
        facts = int(mine.facts[slot]) if lives else 0
        who = None if boss == 65535 else self.residents.people[district * 4096 + boss]
        staff = [one for one in self.residents.people if who and one["employer"] == who["number"]]
        one = {"number": FIRST + slot, "slot": slot, "district": district, "facts": facts, "boss": who, "lives": lives}
        one |= {"birth_day": int(mine.founded_day[slot]), "sex": 0, "standing": facts, "household": 0}
        one |= {"traits": who["traits"] if who else [0, 0, 0], "staff": staff if place % 2 == 0 else []}
        one |= {"group": 0, "urban": int(bool(facts & OrganisationFact.SENSORS)), "fifth": 0}
        one |= {"lists": set(), "opened": [], "cases": [], "earned": [], "in_force": {}, "need": 0, "grade": 0}
        one |= {
            "aware": 0,
            "covered": 0,
            "score": 0,
            "open_sum": 0,
            "agenda": [],
            "tally": {},
            "near": 0,
            "further": [],
        }
        one |= {"debits": [], "repairing": []}
        one |= {"objections": [], "records": [], "strain": 0, "work": 0, "sector": 0, "subject": 0} | NOTHING_YET
        one["income"] = 64 if facts else 0
        if self.text:
            enrol(self, one)
            one["tally"] = dict(self.residents.people[0]["tally"])
        if self.scheme and lives:
            one |= {"covered": 1, "aware": 1, "warned_day": 0}
            firms_held.grow_up(self, one, 0)
            for own in self.own_slots(one):
                book(one, own)["grade"] = self.grade_now(one, own)
        return one

    @property
    def text_kinds(self):
        return self.residents.kinds

    def own_slots(self, one):
        """Which scores of the scheme are those of an organisation."""
        facts = {"firm": OrganisationFact.FIRM, "government": OrganisationFact.GOVERNMENT}
        return [slot for slot, score in enumerate(self.slots) if one["facts"] & facts.get(score["of"], 0)]


def follow_residents(firms):
    """What comes to residents through an organisation: the representative of a firm, officials of a government."""
    town = firms.residents
    for person in town.people:
        person["through"] = set()
    for one in firms.people:
        if not one["lives"]:
            continue
        held = [one["grade"], *(own["grade"] for own in one["further"])]
        grades = {firms.grades[number]["id"] for number in held if 0 < number < len(firms.grades)}
        for row in firms.text.consequences:
            if row.scope not in {"officers", "officials"} or not firms.holds(row):
                continue
            if row.grade not in grades and row.on_list not in one["lists"]:
                continue
            hit = [one["boss"]] if row.scope == "officers" and one["boss"] else []
            if row.scope == "officials" and one["slot"] % 64 == 63:
                hit = [p for p in town.people if p["district"] == one["district"] and p["standing"] & Standing.OFFICIAL]
            for person in hit:
                person["through"].add(row.id)


def settle(firms, tables, step, day, end):
    """What holds of organisations from the next step on, and what that brings to residents."""
    firms.turn(end if end < firms.days else day)
    for one in firms.people:
        if not firms.ended:
            firms_held.grow_up(firms, one, end)
            firms_held.end(firms, one, end)
        if firms.ended:
            one |= {"covered": 0, "subject": 0, "cases": [], "tally": dict.fromkeys(one["tally"], 0)}
            one["agenda"] = [row for row in one["agenda"] if row["kind"] == HARM]
        tables.listings(one, close_lists(firms, one, end))
        for slot in range(len(firms.slots)):
            new = firms.grade_now(one, slot) if one["subject"] and slot in firms.own_slots(one) else 0
            if new != book(one, slot)["grade"]:
                tables.grade_change(one, slot, new, end)
                book(one, slot)["grade"] = new
    firms_held.carry(firms, end)
    for one, consequence, since in follow(firms, step + 1, day, end):
        tables.spell(one, consequence, since, end)
    follow_residents(firms)


def first_of(firms, one):
    """The first score that is that of an organisation; nothing where it has none."""
    if not firms.text:
        return {"score": 0, "grade": 0}
    own = firms.own_slots(one)
    return book(one, own[0]) if own else {"score": 0, "grade": 0}


def scores_panel(firms, day):
    """What each further score of an organisation reads."""
    return [
        {"organisation": one["number"], "day": day, "score": slot + firms.first_slot,
         "score_milli": book(one, slot)["score"], "grade": book(one, slot)["grade"]}
        for one in firms.people if one["lives"] and firms.text for slot in firms.own_slots(one)[1:]
    ]  # fmt: skip


def panel(firms, day):
    return [
        {"organisation": one["number"], "day": day, "score_milli": first_of(firms, one)["score"],
         "grade": first_of(firms, one)["grade"],
         "lists": sum(1 << number for number, row in enumerate(firms.text.lists) if row.id in one["lists"])
         if firms.text else 0,
         "sales_share": one["income"], "assets": one["assets"], "held_back": one["held"]}
        for one in firms.people if one["lives"]
    ]  # fmt: skip


def digest_carried(firms, life, _record):
    for district in range(len(firms.people) // 64):
        life.value(0 << 8 | 20, FIRST // 64 + district, 0)
        life.value(1 << 8 | 20, FIRST // 64 + district, firms.carried.get(district, 0))


def own_rows(firms, tables):
    """The rows of the twin under the names of organisations, as far as they are about one that lives."""
    living = {one["number"] for one in firms.people if one["lives"]}
    found = {}
    for name in LIKE_RESIDENTS:
        about = ("resident", "origin", "on_resident")
        kept = [row for row in tables.rows[name] if living & {row.get(key) for key in about}]
        if name != "sightings":
            kept = [row for row in kept if row["resident"] in living]
        found[f"organisation_{name}"] = [
            {key.replace("resident", "organisation"): value for key, value in row.items()} for row in kept
        ]
    return found
