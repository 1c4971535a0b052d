"""The twin's ledger: rows of every table as dicts, totals, and the running digests."""

from __future__ import annotations

from collections import Counter

from glasstown.vocab.codes import Standing
from twin.appeals import REFUSED, UNDECIDED, UPHELD, appeal_row, digest_objection
from twin.holders import TELLINGS
from twin.index import asks_about_ties
from twin.lists import STILL_OPEN, ref_of
from twin.luck import Digest, name_24
from twin.peer import BY_PEER, write_rated
from twin.slots import book

ACTS, SIGHTINGS, ENTRIES, GRADES, BLOCKED, AGENDA, LISTINGS, OPEN_GROUNDS, CASES = range(1, 10)
SHARED_ENTRIES, COUNTED, APPEALS, INFERENCES = 10, 12, 26, 28
FURTHER_ENTRIES, FURTHER_SHARED, FURTHER_COUNTED, FURTHER_GRADES = 13, 14, 15, 16
STANDING, REFRESHES, FURTHER_STANDING, STANDINGS = 20, 21, 22, 23
QUANTITIES = 60
OF_OVERRIDES = {4, 17}
NAMES = ("steps", "grade_counts", "act_counts", "acts", "sightings", "entries", "listings", "spells", "grades",
         "blocked", "counties", "versions_begun", "places_given", "harms", "gauges", "panel", "scores_panel", "appeals",
         "refreshes", "consents", "favours", "inferences", "standings", "tellings", "votes", "ballots", "fits",
         "dues")  # fmt: skip
DONE, DENIED, LOOKED_UP, HELD_BACK, NO_PLACE, CAME_TO_NOTHING = range(6)
TOTALS = {DONE: "acts", DENIED: "blocked", LOOKED_UP: "blocked", HELD_BACK: "held_back", NO_PLACE: "no_place",
          CAME_TO_NOTHING: "came_to_nothing"}  # fmt: skip
COUNTS = {name: name for name in TOTALS.values()} | {"acts": "done"}


def family_key(act):
    """A family as it enters digests: all declared acts share one."""
    return 8 if 8 <= act["family"] < 31 else act["family"]


def digest_ground(world, digest, table, person, opened):
    look, act = opened["look"], opened["look"]["act"]
    who = (person["number"], opened["entry"], opened["until"], opened["known"], name_24(opened["ground"].id))
    what = (world.act_key(act["name"]), look["source"]["digest"], look["truth"], opened["exit"], act["step"])
    digest.row(table, *who, *what, family_key(act), act["ordinal"], look["origin"]["number"])


class Tables:
    """What a run writes down."""

    def __init__(self, world):
        self.world = world
        self.rows = {name: [] for name in NAMES}
        self.life, self.record = Digest(), Digest()
        self.heard = []

    def acts(self, step, acts, totals):
        counts = Counter()
        for person in self.world.people:
            for act in acts[person["number"]]:
                code, key = self.world.codes[act["name"]], self.world.act_key(act["name"])
                row = {"resident": person["number"], "day": act["day"], "act": code}
                address = {"family": act["family"], "ordinal": act["ordinal"], "child": act["child"], "step": step}
                outcome = act["outcome"]
                self.rows["acts"].append(row | address | {"outcome": outcome})
                lived = outcome in {DONE, NO_PLACE}
                if not lived:
                    self.rows["blocked"].append(row | {"outcome": outcome, "capacity": act["capacity"]})
                lane, table = (self.life, ACTS) if lived else (self.record, BLOCKED)
                where = family_key(act), act["ordinal"], act["child"]
                lane.row(table, person["number"], step, *where, key, act["day"], outcome)
                counts[code, person["group"], TOTALS[outcome]] += 1
                totals[TOTALS[outcome]] += 1
        for code, group in sorted({pair[:2] for pair in counts}):
            row = {"step": step, "act": code, "group": group}
            row |= {column: counts[code, group, name] for name, column in COUNTS.items()}
            self.rows["act_counts"].append(row)

    def gauges(self, readings):
        self.rows["gauges"] += readings

    def places(self, swaps):
        self.rows["places_given"] += swaps

    def harms(self, person, rows):
        for row in rows:
            what = {"resident": person["number"], "day": row["due"], "act": self.world.codes[row["act"]["name"]]}
            self.rows["harms"].append(what | {"origin": row["origin"]["number"]})

    def sightings(self, step, looks, totals):
        for look in looks:
            act, source = look["act"], look["source"]
            row = {"origin": look["origin"]["number"], "step": step, "family": act["family"]}
            row |= {
                "ordinal": act["ordinal"],
                "child": act["child"],
                "act": self.world.codes[act["name"]],
                "source": source["number"],
            }
            row |= {"truth": look["truth"], "on_resident": look["on"]["number"], "act_day": act["day"]}
            row |= {"due_day": min(look["due"], 65535), "fate": look["fate"]}
            self.rows["sightings"].append(row)
            key = self.world.act_key(act["name"])
            where = (row["origin"], step, family_key(act), act["ordinal"], key, source["digest"])
            what = (look["truth"], row["on_resident"], act["day"], look["due"], look["fate"], act["child"])
            self.record.row(SIGHTINGS, *where, *what)
            totals["sightings"] += 1

    def entries(self, entries, totals):
        for one in entries:
            if one["kind"] == BY_PEER:
                write_rated(self, one)
                totals["entries"] += 1
                continue
            if "stands" in one["look"]:
                self.standing(one, totals)
                continue
            act, source, rule = one["look"]["act"], one["look"]["source"], one["rule"]
            ref = act["step"] << 20 | act["family"] << 15 | act["ordinal"] << 9 | source["number"] << 3 | act["child"]
            row = {"resident": one["person"]["number"], "day": one["day"], "kind": one["kind"], "rule": rule["number"]}
            row |= {"act": self.world.codes[act["name"]], "source": source["number"], "truth": one["look"]["truth"]}
            row |= {"origin": one["origin"]["number"], "ref": ref, "delta_milli": one["delta"]}
            row["score"] = rule["slot"] + self.world.first_slot
            row["via"] = 1 + self.world.text.associations.index(one["via"]) if one["via"] else 0
            self.rows["entries"].append(row | {"score_after_milli": one["after"]})
            self.digest_entry(one, row)
            totals["entries"] += 1
            if one["kind"] == 0 and one["delta"] < 0:
                totals["points_lost_milli"] -= one["delta"]

    def standing(self, one, totals):
        """Points that stand while something is so: no record is behind them."""
        number = one["person"]["number"]
        row = {"resident": number, "day": one["day"], "kind": one["kind"], "rule": one["rule"]["number"], "act": 0}
        row |= {
            "source": 255,
            "truth": one["look"].get("truth", 0),
            "via": 0,
            "origin": number,
            "ref": 0,
            "delta_milli": one["delta"],
        }
        slot = one["rule"]["slot"]
        self.rows["entries"].append(row | {"score": slot + self.world.first_slot, "score_after_milli": one["after"]})
        what = (number, one["day"], one["kind"], name_24(one["rule"]["id"]), one["delta"], one["after"])
        totals["entries"] += 1
        if "read" in one["look"]:
            self.record.row(QUANTITIES, *what[:4], row["truth"], *what[4:], slot)
            return
        self.record.row(FURTHER_STANDING if slot else STANDING, *what, *([slot] if slot else []))

    def telling(self, row, act, source, sharing, holder):
        if self.world.kind == "resident":
            self.rows["tellings"].append(row)
        self.record.row(TELLINGS, row["resident"], row["day"], act, source, row["truth"], sharing, holder)

    def refreshes(self, changed):
        """Scores that were worked out anew and changed."""
        self.rows["refreshes"] += changed
        for row in changed:
            values = list(row.values())
            self.record.row(REFRESHES, *(values if asks_about_ties(self.world) else values[:-1]))

    def standings(self, entries, stood):
        """Conditions of points that stand, where they or the truth are otherwise than before; returns the entries."""
        self.rows["standings"] += stood
        for row in stood:
            name = name_24(self.world.text.state_rules[row["state_rule"]].id)
            what = (row["stands"], row["is_so"], row["is_so_alone"])
            self.record.row(STANDINGS, row["resident"], row["day"], name, *what)
        return entries

    def inferences(self, changed):
        """What was concluded, where that or the truth is otherwise than before."""
        self.rows["inferences"] += changed
        for row in changed:
            name = name_24(self.world.text.inferences[row["inference"]].id)
            self.record.row(INFERENCES, row["resident"], row["day"], name, row["inferred"], row["is_so"])

    def digest_entry(self, one, row):
        act, source, rule = one["look"]["act"], one["look"]["source"], one["rule"]
        who = (row["resident"], one["day"], one["kind"], name_24(rule["id"]), self.world.act_key(act["name"]))
        whence = (
            source["digest"],
            row["truth"],
            row["origin"],
            act["step"],
            family_key(act),
            act["ordinal"],
            act["child"],
        )
        what = (*who, *whence, one["delta"], one["after"])
        slot = (rule["slot"],) if rule["slot"] else ()
        tables = (FURTHER_ENTRIES, FURTHER_SHARED, FURTHER_COUNTED) if slot else (ENTRIES, SHARED_ENTRIES, COUNTED)
        if one["via"]:
            self.record.row(tables[1], *what, name_24(one["via"].id), *slot)
        else:
            self.record.row(tables[2 if one["kind"] in OF_OVERRIDES else 0], *what, *slot)

    def grade_change(self, person, slot, new, end):
        old = book(person, slot)["grade"]
        self.record.row(FURTHER_GRADES if slot else GRADES, person["number"], end, old, new, *([slot] if slot else []))
        if end < self.world.days:
            row = {"resident": person["number"], "day": end, "score": slot + self.world.first_slot}
            self.rows["grades"].append(row | {"from_grade": old, "to_grade": new})

    def spell(self, person, consequence, since, end):
        """A consequence that ends, or one that still holds at the horizon."""
        if since >= end:
            return
        cause = self.world.consequences[consequence]["row"].grade
        ids = [grade.id for grade in self.world.text.grades]
        row = {"resident": person["number"], "consequence": consequence, "grade": ids.index(cause) + 1 if cause else 0}
        row |= {"start_day": since, "end_day": end, "open": int(end == self.world.days)}
        self.rows["spells"].append(row)

    def listings(self, person, gone):
        """Grounds that listed somebody and have ended."""
        for opened in gone:
            digest_ground(self.world, self.record, LISTINGS, person, opened)
            self.listing(person, opened, opened["until"], opened["exit"])

    def listing(self, person, opened, end, how):
        look = opened["look"]
        row = {"resident": person["number"], "ground": self.world.all_grounds.index(opened["ground"])}
        row |= {"known_day": opened["known"], "entry_day": opened["entry"], "end_day": end, "exit": how}
        row |= {"act": self.world.codes[look["act"]["name"]], "source": look["source"]["number"]}
        row |= {"truth": look["truth"], "origin": look["origin"]["number"], "ref": ref_of(look)}
        self.rows["listings"].append(row)

    def appeals_decided(self):
        """Appeals that were decided in a step."""
        for one in self.heard:
            digest_objection(self.world, self.record, APPEALS, one["tell"], one)
            outcome = UPHELD if one["upheld"] else REFUSED
            self.rows["appeals"].append(appeal_row(self.world, one["tell"], one, outcome))
        self.heard = []

    def totals(self, step, day, end, totals):
        people = self.world.people
        names = ("acts", "blocked", "sightings", "records", "entries", "points_lost_milli", "punished_days")
        names += ("held_back", "no_place", "came_to_nothing", "harms_void")
        row = {"step": step, "day": day, "days": end - day} | {name: totals[name] for name in names}
        row |= {"residents": len(people), "subjects": sum(p["subject"] for p in people)}
        row |= {"aware": sum(p["aware"] for p in people), "out_of_work": sum(p["work"] == 1 for p in people)}
        row["in_need"] = sum(self.in_need(p) for p in people)
        self.rows["steps"].append(row)
        counts = Counter(p["grade"] for p in people)
        counts += Counter(one["grade"] for p in people for one in p["further"] if one["grade"])
        for grade, residents in counts.items():
            row = {"step": step, "day": end, "grade": grade, "residents": residents}
            self.rows["grade_counts"].append(row)

    @staticmethod
    def in_need(person):
        return any(other["need"] for other in person["home"])

    def panel(self, day):
        for person in self.world.people:
            scored = self.world.text is not None and self.world.is_subject(person, day)
            flags = person["aware"] + 2 * scored + 4 * self.in_need(person)
            row = {"resident": person["number"], "day": day, "score_milli": person["score"]}
            row |= {"grade": person["grade"], "flags": flags, "work": person["work"], "assets": person["assets"]}
            row |= {"income_share": person["income"], "schooling": person["schooling"]}
            self.rows["panel"].append(row | {"ties_cut": person["ties_cut"], "held_back": person["held"]})
            holds = person["standing"] & Standing.OFFICIAL
            for slot, own in enumerate(person["further"], start=1):
                if self.world.text and self.world.slots[slot]["of"] == "official" and not holds:
                    continue
                row = {"resident": person["number"], "day": day, "score": slot, "score_milli": own["score"]}
                self.rows["scores_panel"].append(row | {"grade": own["grade"]})

    def finish(self):
        """What still holds on the last day, and the panel of that day."""
        for person in self.world.people:
            for consequence, since in person["in_force"].items():
                self.spell(person, consequence, since, self.world.days)
            for opened in person["opened"]:
                if opened["entry"] < self.world.days:
                    self.listing(person, opened, self.world.days, STILL_OPEN)
            for one in person["objections"]:
                if one["filed"] is not None and one["filed"] < self.world.days:
                    self.rows["appeals"].append(appeal_row(self.world, person, one, UNDECIDED))
        self.panel(self.world.days)
