"""The register of what organisations do: number, name, and which kind of organisation does it.

Append only. Numbers stand between those that a scheme file gives to acts of residents and the end of the tables by
act; the last of them are for acts of organisations that a file declares. Each act has a stream of luck of its own,
addressed by its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from glasstown.vocab.acts import MAX_SHIPPED_ACTS

FIRST_OF_ORGANISATIONS: Final = 144
"""Numbers from here up belong to firms and governments."""

FIRST_OWN_OF_ORGANISATIONS: Final = 182
"""Numbers from here up belong to acts of firms and governments that a file declares itself."""

MAX_OWN_OF_ORGANISATIONS: Final = 10
"""Acts of firms and governments that one scheme file may declare."""

_END: Final = FIRST_OWN_OF_ORGANISATIONS + MAX_OWN_OF_ORGANISATIONS


@dataclass(frozen=True, slots=True)
class OrganisationActCode:
    """One registered act of organisations: its number, the name schemes use, and whose it is."""

    code: int
    id: str
    kind: str


ORGANISATION_ACTS: Final = (
    OrganisationActCode(144, "tax-return-late", "firm"),
    OrganisationActCode(145, "tax-evaded-by-firm", "firm"),
    OrganisationActCode(146, "wages-withheld", "firm"),
    OrganisationActCode(147, "unsafe-food", "firm"),
    OrganisationActCode(148, "counterfeit-sold", "firm"),
    OrganisationActCode(149, "contract-broken", "firm"),
    OrganisationActCode(150, "firm-judgment-default", "firm"),
    OrganisationActCode(151, "firm-judgment-performed", "firm"),
    OrganisationActCode(152, "emission-above-limit", "firm"),
    OrganisationActCode(153, "safety-breach", "firm"),
    OrganisationActCode(154, "customs-misdeclared", "firm"),
    OrganisationActCode(155, "label-used", "firm"),
    OrganisationActCode(156, "complaint-published", "firm"),
    OrganisationActCode(157, "new-product", "firm"),
    OrganisationActCode(158, "cause-supported", "firm"),
    OrganisationActCode(159, "tender-bid", "firm"),
    OrganisationActCode(160, "credit-application", "firm"),
    OrganisationActCode(161, "credit-repaid", "firm"),
    OrganisationActCode(162, "investment-sought", "firm"),
    OrganisationActCode(163, "permit-application", "firm"),
    OrganisationActCode(164, "export-shipment", "firm"),
    OrganisationActCode(165, "staff-cut", "firm"),
    OrganisationActCode(166, "firm-closes", "firm"),
    OrganisationActCode(167, "tax-paid", "firm"),
    OrganisationActCode(176, "payment-withheld", "government"),
    OrganisationActCode(177, "government-judgment-default", "government"),
    OrganisationActCode(178, "government-judgment-performed", "government"),
    OrganisationActCode(179, "promise-broken", "government"),
    OrganisationActCode(180, "data-falsified", "government"),
    OrganisationActCode(181, "illegal-fee", "government"),
)
"""Every act of organisations, in order of its number."""

ORGANISATION_ACT_IDS: Final = tuple(act.id for act in ORGANISATION_ACTS)
"""The names by which a scheme calls them."""

KIND_OF_ACT: Final = {act.id: act.kind for act in ORGANISATION_ACTS}
"""Whose act it is, by name."""


def is_of_organisations(code: int) -> bool:
    """Whether a number is that of an act of firms or governments, shipped or declared by a file."""
    return FIRST_OF_ORGANISATIONS <= code < _END


def is_declared(code: int) -> bool:
    """Whether a number is that of an act that a file declares, of whomever."""
    return MAX_SHIPPED_ACTS <= code < FIRST_OF_ORGANISATIONS or FIRST_OWN_OF_ORGANISATIONS <= code < _END
