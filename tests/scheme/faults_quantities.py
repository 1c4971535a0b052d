"""One scheme for each fault of points for quantities, and the text at which it stands; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_quantities import QUANTITIES

_MORE = "".join(
    f'\n[[quantity_rule]]\nid = "more-{n}"\nquantity = "till"\npoints = 1\nmark = "fiction"\ncite = ["test-book"]\n'
    for n in range(16)
)

QUANTITY_FAULTS = {
    "SCH367": (QUANTITIES.replace('quantity = "till"', 'quantity = "tlil"'), '"tlil"'),
    "LIM-quantity-rules": (QUANTITIES + _MORE, "quantity_rule"),
}
"""Code, text with the fault, and what stands where it is told."""
