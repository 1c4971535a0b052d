"""What a society file says of being watched: extra watching and markers, which hold under every scheme alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, cast

from glasstown.society.file_acts import first_outside, note_outside, records_of
from glasstown.society.file_figures import Desk, figure
from glasstown.vocab.acts import ACT_IDS
from glasstown.vocab.evidence import Figure
from glasstown.vocab.names import is_name
from glasstown.vocab.places import Path as Keys
from glasstown.vocab.society_watch import MEAN, OFF, OWN, ExtraWatch, Marker, Misread, SocietyWatch, Whom
from glasstown.vocab.watching import AREA_NAMES, DIGITAL_NAMES, GROUP_NAMES, ROLE_NAMES
from glasstown.vocab.wording import kind_of, meant, quoted

MOST_FACTOR: Final = Decimal(100)
MOST_FALSE: Final = Decimal(50)
WHOM: Final = (
    ("group", GROUP_NAMES),
    ("area", AREA_NAMES),
    ("role", ROLE_NAMES),
    ("digital", DIGITAL_NAMES),
)
"""Keys that say whom a row is about, with their words."""

WAYS: Final = (("group_watch", (OWN, MEAN, OFF)), ("role_watch", (OWN, OFF)))
"""Keys of [society] that say how what goes by group and by role is taken, with their words."""


def read_watch(desk: Desk, head: Mapping[str, object]) -> SocietyWatch:
    """Everything the file says of being watched, in the order of the file; the shares of groups are added later."""
    groups, roles = (_word(desk, head, name, words, ("society",)) or OWN for name, words in WAYS)
    return SocietyWatch(_extra(desk), _markers(desk), _misread(desk), groups, roles)


def _extra(desk: Desk) -> tuple[ExtraWatch, ...]:
    found: list[ExtraWatch] = []
    for record, keys in records_of(desk, "extra_watch"):
        name, acts, whom = _name(desk, record, keys), _acts(desk, record, keys), _whom(desk, record, keys)
        factor = _figure(desk, record, "factor", MOST_FACTOR, keys)
        detection = _figure(desk, record, "detection", Decimal(1), keys)
        if "factor" not in record and "detection" not in record:
            desk.faults.note(
                "SOC-missing",
                f"the extra watching {quoted(name)} neither multiplies nor adds",
                "nothing would be seen more",
                "add factor = ... (times), detection = ... (a probability), or both",
                keys,
            )
        elif name in {one.id for one in found}:
            _twice(desk, name, keys)
        elif name and acts:
            found.append(ExtraWatch(name, acts, whom, factor, detection, _title(desk, record, keys), keys))
    return tuple(found)


def _markers(desk: Desk) -> tuple[Marker, ...]:
    found: list[Marker] = []
    for record, keys in records_of(desk, "marker"):
        name, acts, whom = _name(desk, record, keys), _acts(desk, record, keys), _whom(desk, record, keys)
        rate = _figure(desk, record, "false_per_year", MOST_FALSE, keys)
        if name in {one.id for one in found}:
            _twice(desk, name, keys)
        elif name and acts and rate:
            found.append(Marker(name, acts, whom, rate, _title(desk, record, keys), keys))
    return tuple(found)


def _misread(desk: Desk) -> tuple[Misread, ...]:
    found: list[Misread] = []
    for record, keys in records_of(desk, "misread"):
        name, acts, whom = _name(desk, record, keys), _acts(desk, record, keys), _whom(desk, record, keys)
        other, chance = _other_act(desk, record, acts, keys), _figure(desk, record, "chance", Decimal(1), keys)
        elsewhere = {act: one.taken_for for one in found for act in one.acts}
        clash = next((act for act in acts if elsewhere.get(act, other) != other), None)
        if name in {one.id for one in found}:
            _twice(desk, name, keys)
        elif clash:
            desk.faults.note(
                "SOC-twice",
                f"{quoted(clash)} is taken for {quoted(elsewhere[clash])} and for {quoted(other)}",
                "an act can be taken for one other act",
                "let all rows about the act name the same one",
                (*keys, "taken_for"),
            )
        elif name and acts and other and chance:
            found.append(Misread(name, acts, other, whom, chance, _title(desk, record, keys), keys))
    return tuple(found)


def _other_act(desk: Desk, record: Mapping[str, object], acts: tuple[str, ...], keys: Keys) -> str:
    other = record["taken_for"]
    if isinstance(other, str) and other in ACT_IDS and other not in acts:
        return other
    is_itself = isinstance(other, str) and other in acts
    desk.faults.note(
        "SOC-act",
        f"{quoted(str(other))} is the act itself" if is_itself else f"no shipped act is called {quoted(str(other))}",
        "an act is taken for another act that the model ships",
        meant(str(other), tuple(act for act in ACT_IDS if act not in acts), "shipped acts"),
        (*keys, "taken_for"),
    )
    return ""


def _name(desk: Desk, record: Mapping[str, object], keys: Keys) -> str:
    name = record["id"]
    if isinstance(name, str) and is_name(name):
        return name
    desk.faults.note(
        "SOC-name",
        f"{quoted(str(name))} cannot be an id",
        "faults and pages name the row by it",
        'write letters, digits and single hyphens, such as "more-cameras"',
        (*keys, "id"),
    )
    return ""


def _title(desk: Desk, record: Mapping[str, object], keys: Keys) -> str:
    title = record.get("title", "")
    if isinstance(title, str):
        return title
    desk.faults.note("SOC-name", "the title is no text", "people read it", "write a few words", (*keys, "title"))
    return ""


def _acts(desk: Desk, record: Mapping[str, object], keys: Keys) -> tuple[str, ...]:
    """Acts of the list; each must be known, and one at least must be there."""
    raw = record["acts"]
    items = cast("list[object]", raw) if isinstance(raw, list) else []
    if not items:
        desk.faults.note(
            "SOC-act",
            f"acts holds {kind_of(raw)}" if not isinstance(raw, list) else "acts names none",
            "a row is about some acts",
            'write a list such as acts = ["worship"]',
            (*keys, "acts"),
        )
    for place, item in enumerate(items):
        if item not in ACT_IDS or item in items[:place]:
            known = item in ACT_IDS
            desk.faults.note(
                "SOC-twice" if known else "SOC-act",
                f"the act {quoted(str(item))} stands twice"
                if known
                else f"no shipped act is called {quoted(str(item))}",
                "a society knows shipped acts, each once in a row",
                "delete one of them" if known else meant(str(item), ACT_IDS, "shipped acts"),
                (*keys, "acts", place),
            )
    return tuple(item for item in items if isinstance(item, str))


def _whom(desk: Desk, record: Mapping[str, object], keys: Keys) -> Whom:
    group, area, role, digital = (_word(desk, record, name, words, keys) for name, words in WHOM)
    return Whom(group, area, role, digital)


def _word(desk: Desk, record: Mapping[str, object], name: str, words: Sequence[str], keys: Keys) -> str:
    raw = record.get(name, "")
    if name not in record or (isinstance(raw, str) and raw in words):
        return str(raw)
    desk.faults.note(
        "SOC-whom",
        f"{quoted(str(raw))} is no {name.replace('_', ' ')} of the model",
        "only what the people of a town have can be asked for",
        meant(str(raw), tuple(words), "words"),
        (*keys, name),
    )
    return ""


def _figure(desk: Desk, record: Mapping[str, object], name: str, most: Decimal, keys: Keys) -> Figure | None:
    if name not in record:
        return None
    found = figure(desk, record[name], f"the {name.replace('_', ' ')}", (*keys, name))
    wrong = first_outside(found, lambda value: 0 <= value <= most)
    if wrong is not None:
        note_outside(desk, wrong, f"from 0 to {most}", (*keys, name))
        return None
    return found


def _twice(desk: Desk, name: str, keys: Keys) -> None:
    desk.faults.note(
        "SOC-twice", f"{quoted(name)} stands twice", "rows are told apart by their ids", "choose another id",
        (*keys, "id"),
    )  # fmt: skip
