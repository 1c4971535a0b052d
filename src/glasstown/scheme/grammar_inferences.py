"""Grammar of inferences: what a scheme concludes about people, from what, and how often wrongly."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table, mark_and_cite

_ZERO, _ONE = Decimal(0), Decimal(1)

INFERENCE_TABLES: Final = (
    Table("inference", "Something that the scheme concludes about residents once a month, and how often wrongly.",
          many=True, named=True),
)  # fmt: skip
"""Tables of inferences."""

INFERENCE_KEYS: Final = (
    Key("inference", "id", RUNNING, "name", "name of the inference, by which its luck is addressed; formulas ask for"
        " inferred.ID", required=True),
    Key("inference", "title", DECLARED, "text", "what is concluded, in plain words", default=""),
    Key("inference", "about", RUNNING, "formula", "what would make it true: a condition on the resident's life",
        required=True),
    Key("inference", "evidence", RUNNING, "formula", "the condition from which it is concluded, such as"
        " gauge.diaper-purchases > 1; the truth itself where left out"),
    Key("inference", "wrong_yes", RUNNING, "figure", "chance to conclude it all the same where the evidence says no",
        "probability", default=_ZERO, low=_ZERO, high=_ONE),
    Key("inference", "wrong_no", RUNNING, "figure", "chance not to conclude it where the evidence says yes",
        "probability", default=_ZERO, low=_ZERO, high=_ONE),
    Key("inference", "holds_days", RUNNING, "figure", "time from one draw of those two chances to the next", "days",
        default=Decimal(365), low=_ONE, high=Decimal(3650), whole=True),
    *mark_and_cite("inference"),
)  # fmt: skip
"""Keys of inferences."""
