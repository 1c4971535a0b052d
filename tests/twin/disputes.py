"""The twin's disputes: records by which a score is worked out, and that an appeal can take out of what counts."""

from __future__ import annotations

from twin.index import counts_of, lowering

INDEXED = 3


def lasts(world, act):
    """Days for which a record of an act counts in some formula."""
    return max(int(name.split()[2]) for name in counts_of(world) if name.split()[1] == act)


def note_records(world, person, terms, object_to):
    """Records of the step that can lower the score, and that somebody may hear of."""
    fresh = [one for one in person["records"] if one.pop("fresh", False)]
    if not fresh:
        return
    acts = lowering(world)
    for one in fresh:
        if one["act"] in acts and not one["unsaid"]:
            what = {"look": one["look"], "day": one["day"], "via": None, "delta": 0, "given": 0}
            object_to(world, person, INDEXED, one, what | {"origin": one["look"]["origin"]}, terms)


def still_counts(world, one, day):
    return one["known"] + lasts(world, one["thing"]["act"]) > day


def strike(person, one):
    """The record is no longer in the file."""
    person["records"] = [record for record in person["records"] if record is not one["thing"]]
