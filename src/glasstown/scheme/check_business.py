"""Faults of acts of firms and governments that a file declares: nobody of the kind, and what only residents have."""

from __future__ import annotations

from typing import Final

from glasstown.scheme.check_acts import check_doing
from glasstown.scheme.check_records import note
from glasstown.scheme.sheet import Reading, Sheet
from glasstown.scheme.tables import Sheets
from glasstown.scheme.whose_acts import acts_of_organisations
from glasstown.scheme.words import quoted
from glasstown.vocab.names import name_digest
from glasstown.vocab.organisation_acts import ORGANISATION_ACT_IDS
from glasstown.vocab.organisations import TIES_OF_KIND

_OF_RESIDENTS: Final = ("needs", "lacks", "capacity", "place", "effect", "denied", "after", "due")
"""Keys of an act that say something of a life."""

_SHIPPED: Final = {name_digest(name): name for name in ORGANISATION_ACT_IDS}
"""Acts of organisations have streams at their names, those that ship as well."""


def check_business(reading: Reading, sheets: Sheets) -> None:
    """Note every fault of an act that organisations do."""
    table = sheets.one("organisation")
    living = table.names("kinds") if table else ()
    for sheet in acts_of_organisations(sheets):
        kind = sheet.text("by")
        if kind not in living:
            message = f"the act {quoted(sheet.id)} is done by {kind}s, and none live in the town"
            note(reading, "SCH390", message, f'add [organisation] kinds = ["{kind}"]', sheet, "by")
        for key in (one for one in _OF_RESIDENTS if one in sheet.given):
            message = f"the act {quoted(sheet.id)} is done by {kind}s, and {key} is about the life of a resident"
            note(reading, "SCH392", message, f"take {key} out, or let residents do the act", sheet, key)
        if "rate" not in sheet.given:
            message = f"the act {quoted(sheet.id)} is done by {kind}s, and has no rate"
            note(reading, "SCH340", message, "give it a rate", sheet)
        _check_harm(reading, sheet, kind)
        shipped = _SHIPPED.get(name_digest(sheet.id), sheet.id)
        if shipped != sheet.id:
            message = f"acts {quoted(shipped)} and {quoted(sheet.id)} would share one address of luck"
            reading.note("NAME-clash", message, "rename the act of the file", (*sheet.path, "id"))


def _check_harm(reading: Reading, sheet: Sheet, kind: str) -> None:
    """Whom an act harms: a resident who can be found through an organisation of the kind."""
    harm, ties = sheet.inner("harm"), TIES_OF_KIND[kind]
    if harm is None:
        return
    check_doing(reading, sheet, "harm")
    tie = harm.text("tie")
    if tie and tie not in ties:
        message = f"a {kind} has no {tie} who could suffer from the act {quoted(sheet.id)}"
        note(reading, "SCH393", message, f"name {' or '.join(quoted(one) for one in ties)}", harm, "tie")
