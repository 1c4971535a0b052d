"""The twin's run: every resident in turn, step after step, until the horizon."""

from __future__ import annotations

from collections import Counter

from twin import consent, favour, fits, holders, peer, politics, votes
from twin.acts import acts_of
from twin.appeals import forget_what_ended, hear_appeals
from twin.deeds import DONE, live_through
from twin.digests import digest_state
from twin.dropping import drop_friends
from twin.dues import owe_all
from twin.following import follow, for_children, learn_by_refusal
from twin.gauges import read_gauges
from twin.harms import harm_others, suffer
from twin.index import BY_REFRESH, work_out
from twin.inferring import infer
from twin.judging import BY_ASSOCIATION, BY_RULE, HARM, add_record, judge, move
from twin.learning import learn_and_choose
from twin.lists import close_lists, decide_grounds, report_exits
from twin.lives import fear_of, grow_up, income_class, strain_of
from twin.organisations import (
    Organisations,
    digest_carried,
    follow_residents,
    own_rows,
    panel,
    scores_panel,
    settle,
)
from twin.organised_lives import live_organisations
from twin.persons import regroup
from twin.places import give_places
from twin.quantities import points_for_quantities
from twin.ranks import rank_all, take_rank
from twin.rates import band_of
from twin.records import ghosts_of, looks_at
from twin.repairs import earn_back
from twin.returns import scores_go_back
from twin.rewards import pursues
from twin.sharing import share_points
from twin.slots import book, has_score, note_scores
from twin.states import points_that_stand
from twin.tables import Tables
from twin.watching import remember


def live(world):
    """Live a world; returns its tables, and its digests of everything and of lives."""
    tables = Tables(world)
    firms, theirs = organisations_of(world)
    for step in range(-(-world.days // world.step_days)):
        day = step * world.step_days
        end = min(day + world.step_days, world.days)
        if step == 0 or day // 91 > (day - world.step_days) // 91:
            tables.panel(day)
            theirs.rows["panel"] += panel(firms, day) if firms else []
            theirs.rows["scores_panel"] += scores_panel(firms, day) if firms else []
        if world.text:
            world.turn(day)
        regroup(world, day)
        favour.look_for_officials(world)
        if firms:
            live_firms(firms, theirs, step, day, end)
        politics.set_mood(world)
        rank_all(world, day, end)
        look_around(world, day, step)
        live_step(world, tables, step, day, end)
    tables.finish()
    life, record = tables.life, tables.record
    digest_state(world, life, record)
    if firms:
        finish_firms(firms, tables, theirs)
        life, record = life + theirs.life, record + theirs.record
    return tables.rows, str(life + record), str(life)


def organisations_of(world):
    """The firms and governments beside the residents, and what they write down."""
    if not world.kinds:
        return None, Tables(world)
    firms = Organisations(world, world.columns)
    if world.scheme:
        follow(firms, 0, 0, 0)
        follow_residents(firms)
        follow(world, 0, 0, 0)
    return firms, Tables(firms)


def live_firms(firms, theirs, step, day, end):
    firms.day = day
    if firms.text:
        firms.turn(day)
    favour.look_for_officials(firms)
    live_organisations(firms, theirs, step, day, end)
    if firms.scheme:
        settle(firms, theirs, step, day, end)
    favour.write_favours(firms, theirs)


def finish_firms(firms, tables, theirs):
    """What still holds of organisations, and their part of the digests."""
    last = panel(firms, firms.days)
    before, further = theirs.rows["panel"], theirs.rows["scores_panel"] + scores_panel(firms, firms.days)
    theirs.panel = lambda day: None
    theirs.finish()
    tables.rows |= own_rows(firms, theirs) | {"organisation_panel": before + last, "organisation_scores_panel": further}
    digest_state(firms, theirs.life, theirs.record, digest_carried)


def look_around(world, day, step):
    """What everybody sees at the start of a step; nobody acts on anything later than this."""
    for person in world.people:
        person["score_then"] = person["score"]
    note_scores(world)
    world.day = day
    for person in world.people:
        grow_up(world, person, day, step)
    for person in world.people:
        world.stand(person)
        if person["denied"] or person["looked_up"] or person["listed"]:
            person["punished_day"] = day
        person["subject"] = world.scheme is not None and world.is_subject(person, day)
        person["near"] = [nearness(world, person, slot, day) for slot in range(len(world.slots))]
        person["pursues"] = pursues(world, person)
        person["strain"] = strain_of(person)
        person["fear"] = fear_of(person, day)
        person["income_class"] = income_class(person)
        person["band"] = band_of((day - person["birth_day"]) // 365)
        person["aware_ties"] = min(sum(other["aware"] for other in person["ties"]), 15)
        person["for_children"] = for_children(world, person, day)
    drop_friends(world, step)


def nearness(world, person, slot, day):
    """1 where the next grade of a score down is near and the warning fresh, 2 where half of it has faded, 0 else."""
    own, warned = book(person, slot), person["warned_day"]
    limit = world.grades[own["grade"]]["near"]
    if not (person["aware"] and person["subject"]) or limit is None or own["score"] >= limit or warned is None:
        return 0
    if "fading" in world.without:
        return 1
    return 1 if day - warned < 180 else 2 if day - warned < 540 else 0


def live_step(world, tables, step, day, end):
    totals, moved = Counter(), {}
    before = politics.stood(world)
    tables.gauges(read_gauges(world, step, day, end))
    tables.inferences(infer(world, day, end))
    acts = {person["number"]: acts_of(world, person, day, step) for person in world.people}
    tables.places(give_places(world, acts, step))
    tables.acts(step, acts, totals)
    owe_all(world, tables, acts, end)
    for person in world.people:
        totals["harms_void"] += harm_others(world, person, acts[person["number"]], day + world.step_days)
    if world.scheme:
        be_seen(world, tables, step, day, acts, totals)
        rated = peer.rate_one_another(world, acts, step, day, end)
        for person in world.people:
            report_exits(world, person, acts[person["number"]], step)
            entries, records = judge(world, person, step, end, person["subject"])
            entries += tables.standings(*points_that_stand(world, person, day, end, move))
            entries += points_for_quantities(world, person, day, end, move)
            refreshed, changed = work_out(world, person, day, end, move)
            entries += refreshed
            tables.refreshes(changed)
            entries += take_rank(world, person, end, move)
            totals["records"] += records
            entries += rated.get(person["number"], [])
            tables.entries(entries, totals)
            note_debits(person, entries)
            moved[person["number"]] = entries
            counted = [one for one in entries if one["kind"] in {BY_RULE, BY_ASSOCIATION, BY_REFRESH}]
            counted = [one for one in counted if one["kind"] != BY_REFRESH or not one["rule"]["slot"]]
            counted = [one for one in counted if not one["unsaid"]]
            if any(one["delta"] < 0 for one in counted):
                person["warned_day"] = end
    for person in world.people:
        tables.harms(person, votes.note_harm(person, suffer(person, end)))
    if world.scheme:
        pass_on_and_decide(world, moved, day, end)
        give_back(world, tables, step, day, end, acts, moved, totals)
    totals["punished_days"] = sum(p["harmed"] for p in world.people) * (end - day)
    for person in world.people:
        live_through(world, person, acts[person["number"]])
    if world.scheme:
        learn_by_refusal(world, acts, end)
        learn_and_choose(world, step, end)
        consent.tell(world, tables)
        settle_accounts(world, tables, step, day, end)
    favour.write_favours(world, tables)
    tables.totals(step, day, end, totals)
    politics.after_step(world, tables, step, day, end, politics.count_events(world, before, moved), acts)
    fits.after_step(world, tables, step, day, end, acts, moved)


def pass_on_and_decide(world, moved, day, end):
    """Those tied to whom a rule moved get their share in the next step; grounds of lists are decided."""
    for person in world.people:
        share_points(world, person, moved[person["number"]], end)
    decide_grounds(world, day, end)


def note_debits(person, entries):
    """Days on which a rule took points, and whether the record was true."""
    debits = [one for one in entries if one["kind"] == BY_RULE and one["delta"] < 0]
    person["debited"] += [(one["day"], one["look"]["truth"] == 0) for one in debits]


def give_back(world, tables, step, day, end, acts, moved, totals):
    """At the end of a step appeals come first, then repairs, then scores that go back to their start."""
    hear_appeals(world, tables, step, day, end, acts, moved, totals)
    earn_back(world, tables, end, moved, totals, move)
    scores_go_back(world, tables, day, end, totals, move)


def be_seen(world, tables, step, day, acts, totals):
    """What sources see and invent in a step waits on the agenda of whoever it is about."""
    ghosts, every = ghosts_of(world, day, step), []
    for person in world.people:
        done = [act for act in acts[person["number"]] if act["outcome"] == DONE]
        looks = [look for act in done for look in looks_at(world, person, act, step)]
        looks += ghosts[person["number"]]
        every += looks
        holders.keep(world, looks, step)
        tables.sightings(step, looks, totals)
        for look in looks:
            for holder, due, way in holders.destinations(world, look):
                add_record(look, holder, due, way)
    holders.tell(world, tables, every, day, min(day + world.step_days, world.days))
    remember(world, every)


def settle_accounts(world, tables, step, day, end):
    """What holds from the next step on, in which a version may have begun."""
    world.turn(end if end < world.days else day)
    for person in world.people:
        if world.ended:
            forget(person)
        tables.listings(person, close_lists(world, person, end))
        forget_what_ended(world, person, end)
        for slot in range(len(world.slots)):
            new = world.grade_now(person, slot) if has_score(world, person, slot) else 0
            if new != book(person, slot)["grade"]:
                tables.grade_change(person, slot, new, end)
                person["graded_day"] = person["graded_day"] if slot else end
                book(person, slot)["grade"] = new
    for person, consequence, since in follow(world, step + 1, day, end):
        tables.spell(person, consequence, since, end)


def forget(person):
    """The scheme has ended: nobody is covered, and nothing of it is left to come."""
    person |= {"covered": 0, "subject": 0, "cases": [], "objections": [], "debits": [], "records": [], "may": 0}
    person["tally"] = dict.fromkeys(person["tally"], 0)
    person["agenda"] = [row for row in person["agenda"] if row["kind"] == HARM]
