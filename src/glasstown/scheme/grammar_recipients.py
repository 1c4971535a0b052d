"""Grammar of recipients: who hears of grades and lists late, and keeps what it heard."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import RUNNING, Key
from glasstown.vocab.limits import MAX_DAYS

RECIPIENT_KEYS: Final = (
    Key("recipient", "hears_days", RUNNING, "figure", "time until it hears that a consequence has begun, or ended",
        unit="days", default=Decimal(0), low=Decimal(0), high=MAX_DAYS, whole=True),
    Key("recipient", "forgets", RUNNING, "flag", "whether it lets go of what has ended; else it keeps what it heard, "
        "unless a correction reaches it", default=True),
    Key("consequence", "recipient", RUNNING, "name", "the recipient by whose knowledge it holds, if not at once"),
    Key("appeal", "reaches", RUNNING, "flag", "whether recipients are told of what ended, once an appeal is upheld",
        default=False),
)  # fmt: skip
"""Running keys of recipients; the declared ones stand with the law."""
