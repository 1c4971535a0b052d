"""The page of an attribution: what the ledger says, what worlds without single causes say, and shares that add up."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from glasstown.audit.owed import BURDEN, POINTS
from glasstown.report.contract import Page, Section, TableView
from glasstown.studies.attribution import UNITS, Attribution, Joint, Single
from glasstown.vocab.change import BY_WORD, part_of

OWN: Final = "own acts, truly and in time recorded, and whatever else is left without these causes"

_TITLES: Final = {POINTS: "Points, of all scores", BURDEN: "Days under consequences, each by itself"}
_LEDGER: Final = (
    "Sums of what is written in the ledger, always exact: they say on what a movement or a day rests, and nothing "
    "about what would have been otherwise without it."
)
_SINGLES: Final = (
    "The run less a world with the same people and the same luck in which one cause is switched off: exactly what that "
    "cause did, by itself and through everything that followed. Direct is what befell residents whom it touched "
    "itself; through others is what reached the rest. Single causes need not add up: two may each be enough, or need "
    "each other."
)
_JOINT: Final = (
    "What the causes did together, shared among them: the mean of what each adds over every order in which they could "
    "come ({worlds} worlds). Shares are kept as whole numbers, {times:,} times what they are, and with the rest they "
    "add up to the run exactly, of every resident; only what is shown here is rounded."
)
_NO_PARTS: Final = "A dash: this cause is everybody's own, so direct and through others cannot be told apart."
_OF_ONE: Final = "A dash: whom a cause touched is told of everybody together."


def attribution_page(found: Attribution) -> Page:
    """Build the one view of an attribution that every face renders."""
    manifest, who = found.base.manifest, found.resident
    whom = f"{manifest.people:,} invented residents" if who is None else f"invented resident {who:,}"
    kept = () if manifest.kept.rule == "all" else (f"Of {manifest.kept.residents:,} residents whose rows are kept.",)
    accounts = tuple(
        TableView(one.title, ("part", one.unit), (*one.rows, ("all", one.total)), "") for one in found.accounts
    )
    sections = [Section("accounts", "By the ledger", (_LEDGER, *kept), (), accounts, is_brief=True)]
    tables = tuple(_singles(outcome, found) for outcome in UNITS)
    sections.append(Section("singles", "By worlds without one cause", (_SINGLES,), _says(found), tables, is_brief=True))
    if found.joints:
        said = _JOINT.format(worlds=2 ** len(found.joints[0].causes), times=found.joints[0].times)
        tables = tuple(_joint(one, who) for one in found.joints)
        sections.append(Section("joint", "By worlds without several", (said,), (), tables, is_brief=True))
    return Page(f"{manifest.title}: what is owed to what", f"{whom}, of {found.base.folder}", tuple(sections))


def plain_of(found: Attribution) -> dict[str, Any]:
    """The attribution as one JSON object; shares are whole numbers, `times` what they are."""
    who = found.resident
    return {
        "run": str(found.base.folder), "digest": found.base.manifest.digest, "resident": who, "worlds": found.worlds,
        "accounts": {
            one.id: {"unit": one.unit, "total": one.total, "parts": dict(one.rows)} for one in found.accounts
        },
        "without_one": {
            outcome: {
                one.cause: {"unit": UNITS[outcome], "total": _of(one.owed, who),
                            "direct": None if who is not None else one.direct,
                            "spill_over": None if who is not None else one.spill_over}
                for one in found.singles if one.outcome == outcome
            }
            for outcome in UNITS
        },
        "shared": {
            one.outcome: {
                "unit": UNITS[one.outcome], "times": one.times, "run": _of(one.whole, who), "rest": _of(one.rest, who),
                "parts": {cause: _of(part, who) for cause, part in zip(one.causes, one.parts, strict=True)},
            }
            for one in found.joints
        },
    }  # fmt: skip


def _says(found: Attribution) -> tuple[str, ...]:
    """What is so without each cause, a sentence for each word."""
    causes = dict.fromkeys(one.cause for one in found.singles)
    words = dict.fromkeys(part.word for cause in causes if (part := part_of(cause)))
    return tuple(f"{BY_WORD[word].form}: {BY_WORD[word].says}." for word in words)


def _singles(outcome: str, found: Attribution) -> TableView:
    columns = ("cause", f"owed to it, {UNITS[outcome]}", "of it direct", "of it through others")
    rows = tuple(_row(one, found.resident) for one in found.singles if one.outcome == outcome)
    note = _OF_ONE if found.resident is not None else _NO_PARTS if any(row[2] is None for row in rows) else ""
    return TableView(_TITLES[outcome], columns, rows, note)


def _row(one: Single, who: int | None) -> tuple[str | int | None, ...]:
    if who is not None:
        return (one.cause, int(one.owed[who]), None, None)
    return (one.cause, one.total, one.direct, one.spill_over)


def _joint(one: Joint, who: int | None) -> TableView:
    shares = tuple(
        (cause, round(_of(part, who) / one.times, 3)) for cause, part in zip(one.causes, one.parts, strict=True)
    )
    rows = (*shares, (OWN, _of(one.rest, who)), ("all: the run", _of(one.whole, who)))
    return TableView(_TITLES[one.outcome], ("cause", f"its share, {UNITS[one.outcome]}"), rows, "")


def _of(values: np.ndarray[Any, np.dtype[np.int64]], who: int | None) -> int:
    """The value of one resident, or of all together."""
    return int(values.sum() if who is None else values[who])
