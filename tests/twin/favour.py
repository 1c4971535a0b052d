"""The twin's officials: who is tied to one, and what that spares."""

from __future__ import annotations

from fractions import Fraction

from glasstown.vocab.codes import Standing
from twin.luck import name_24, wide
from twin.sharing import tied_to

FAVOURS = 46
TIES = ("household", "kin", "colleague", "neighbour", "friend")


def look_for_officials(world):
    """Ties to officials as they are now; those of a firm are its representative's."""
    for person in world.people:
        if "boss" in person:
            person["tied"] = person["boss"]["tied"] if person["boss"] else {}
            continue
        reached = {tie: tied_to(world, person, tie) for tie in TIES} | {"self": [person]}
        person["tied"] = {tie for tie, them in reached.items() if any(p["standing"] & Standing.OFFICIAL for p in them)}


def share_of(favour, tied):
    """The largest share that any of somebody's ties brings."""
    return max((Fraction(figure.value) for tie, figure in favour if tie in tied), default=Fraction(0))


def kinder(rule, points, tied):
    """So far toward the best points of the range, in whole steps."""
    millionths = int(share_of(rule["favour"], tied) * 1_000_000 + Fraction(1, 2))
    steps = Fraction((rule["high"] - points) * millionths, 1_000_000 * rule["grain"])
    return points + int(steps) * rule["grain"]


def otherwise(world, decision, tied, address, sub, code, *, gives):
    """1 where an official decides otherwise, and 2 more where that is so only for somebody's ties."""
    chance, share = Fraction(decision.override.value), share_of(decision.favour, tied)
    kind = chance * (1 - share) if gives else chance + (1 - chance) * share
    for_all, for_them = (world.luck.below(wide(one), 0, code, *address, sub=sub) for one in (chance, kind))
    return int(for_them) + 2 * (for_them != for_all)


def bits(tied):
    return sum(1 << bit for bit, tie in enumerate(("self", *TIES)) if tie in tied)


def spare(world, person, row, rule, drawn, points):
    """Note what a tie spared somebody, where nothing else made the movement smaller."""
    if points != drawn:
        world.favours.append(favour(person, row["due"], 0, rule["number"], rule["id"], points - drawn))


def favour(person, day, what, number, name, milli):
    return {"row": {"resident": person["number"], "day": day, "what": what, "number": number,
                    "ties": bits(person["tied"]), "milli": milli}, "name": name_24(name)}  # fmt: skip


def decided(world, person, case, day):
    """Note a case that is decided as it is only for a tie."""
    if case["otherwise"] & 2:
        about = case.get("ground")
        number = world.all_grounds.index(about) if about else case["consequence"]["number"]
        name = about.id if about else case["consequence"]["row"].id
        world.favours.append(favour(person, day, 1 if about else 2, number, name, 0))


def write_favours(world, tables):
    for one in world.favours:
        row = one["row"]
        tables.rows["favours"].append(row)
        tables.record.row(FAVOURS, row["resident"], row["day"], row["what"], one["name"], row["ties"], row["milli"])
    world.favours.clear()
