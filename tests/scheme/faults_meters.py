"""One scheme for each fault of meters, and the piece of text at which the fault stands; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_inferences import INFERENCES
from scheme.dense_meters import METERS, OF_METERS

_NO_GAMES = OF_METERS.replace("gauge.gaming-hours", "age").replace("known.gaming-hours", "home")

_MORE = "".join(
    f'\n[[inference]]\nid = "further-{n}"\nabout = "home"\nmark = "fiction"\ncite = ["test-book"]\n' for n in range(16)
)

METER_FAULTS = {
    "SCH364": (METERS.replace('gauge = "wallet-spend"', 'gauge = "savings"', 1), '"savings"'),
    "SCH365": (METERS.replace("known.savings", "known.nights-away"), "known.nights-away"),
    "SCH366": (INFERENCES.replace('about = "', 'about = "group == 1 and ', 1), '"group == 1 and not employed"'),
    "SCH422": (INFERENCES.replace("+ 2000 * inferred.schooled", ""), "inference"),
    "LIM-inferences": (INFERENCES + _MORE, "inference"),
    "SCH421": (METERS.replace(OF_METERS, _NO_GAMES), '"gaming-hours"'),
}
"""Code, text with the fault, and what stands where it is told."""
