"""The names by which schemes call what they take from firms and governments, or favour them in."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.organisations import OrganisationCapacity, OrganisationDegree

ORGANISATION_CAPACITIES: Final = (
    ("tender", OrganisationCapacity.TENDER, "bidding for a public contract"),
    ("firm-credit", OrganisationCapacity.FIRM_CREDIT, "being lent money as a firm"),
    ("investment", OrganisationCapacity.INVESTMENT, "being invested in"),
    ("permit", OrganisationCapacity.PERMIT, "being given a permit"),
    ("export", OrganisationCapacity.EXPORT, "sending goods abroad"),
)
"""Every capacity of organisations: name, bit, meaning."""

ORGANISATION_CAPACITY_IDS: Final = tuple(name for name, _, _ in ORGANISATION_CAPACITIES)
"""The names a consequence may use."""

ORGANISATION_CAPACITY_BITS: Final = {name: bit for name, bit, _ in ORGANISATION_CAPACITIES}
"""From name to bit."""

ORGANISATION_DEGREES: Final = (
    ("credit_terms", OrganisationDegree.CREDIT_TERMS, "what a loan costs: below 0 repayments may come to nothing"),
    ("tax_rate", OrganisationDegree.TAX_RATE, "what of its sales the tax of a year takes or leaves"),
    ("inspection", OrganisationDegree.INSPECTION, "how often sources that inspect look: below 0 more, above 0 less"),
    ("permit_wait", OrganisationDegree.PERMIT_WAIT, "how a permit is dealt with: below 0 it may come to nothing"),
    ("tender_rank", OrganisationDegree.TENDER_RANK, "who is served first where several bid for a public contract"),
)
"""Every degree of organisations: name of the key, code, meaning."""

ORGANISATION_DEGREE_IDS: Final = tuple(name for name, _, _ in ORGANISATION_DEGREES)
"""The keys of `consequence.terms`."""

DEGREES_ABOVE_THAT_SERVE: Final = ("tax_rate", "inspection", "tender_rank")
"""Degrees of which levels above 0 do something."""

INSPECTION_FACTORS: Final = {-3: "16", -2: "4", -1: "2", 0: "1", 1: "0.5", 2: "0.2", 3: "0.1"}
"""How much more or less often a source that inspects looks, by level. Assumed but for 0.2 and 16: of customs it is
told that the best class is inspected less than a fifth as often as others, and four fifths of all that the worst
sends, where a twentieth is usual."""
