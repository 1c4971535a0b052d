"""The twin's firms held to a grade by their age, or by the other firm of their representative."""

from __future__ import annotations

from twin.judging import tally_of


def grow_up(firms, one, day):
    """Whether a firm is young enough for what holds the young."""
    for row in firms.overrides:
        if row.younger_days and one["lives"]:
            one["tally"][tally_of(row)] = int(day - one["birth_day"] < int(row.younger_days.value))


def end(firms, one, day):
    """What has been carried for long enough is carried no longer, as long as the other firm stays where it is."""
    for row in firms.overrides:
        since = one["tally"][tally_of(row)] if row.same_officer else 0
        if since > 0 and row.within_days and day - (since - 1) >= int(row.within_days.value):
            one["tally"][tally_of(row)] = -since


def carry(firms, day):
    """From which day on the other firm has earned, without what is carried to it, a grade that is carried."""
    if not firms.scheme or firms.ended:
        return
    in_force = firms.overrides
    firms.overrides = [row for row in in_force if not row.same_officer]
    earned = {one["number"]: earned_by(firms, one) for one in firms.people}
    firms.overrides = in_force
    for row in in_force:
        if not row.same_officer:
            continue
        low = next(number for number, grade in enumerate(firms.text.grades, 1) if grade.id == row.same_officer)
        for one in firms.people:
            others = [two for two in one["home"] if two is not one]
            hit = one["lives"] and any(
                number >= low and firms.grades[number]["slot"] == firms.all_grades[low]["slot"]
                for two in others for number in earned[two["number"]]
            )  # fmt: skip
            one["tally"][tally_of(row)] = (one["tally"][tally_of(row)] or day + 1) if hit else 0


def earned_by(firms, one):
    """Numbers of the grades that a firm has earned, one of each score of its own."""
    if not one["lives"] or len(firms.grades) == 1:
        return []
    return [firms.grade_now(one, slot) for slot in firms.own_slots(one)]
