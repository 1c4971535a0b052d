"""Grammar of what a declared act needs, does and follows; of capacities of a file's own; of acts that are brought."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from glasstown.scheme.key import DECLARED, RUNNING, Key, Table
from glasstown.vocab.doing import ASSETS, EFFECTS, PLACES, VICTIM_TIES

_NOTHING: Final = Decimal(0)
_CERTAIN: Final = Decimal(1)

ACT_TABLES: Final = (
    Table("act.effect", "What doing the act does to the life of who does it.", evidence=False),
    Table("act.denied", "What being denied the act does to the life of who tried.", evidence=False),
    Table("act.harm", "What the act does to somebody else, in the next step.", evidence=False),
    Table("act.after", "The act happens at once after another that was done, and at no other time.", evidence=False),
    Table("capacity", "Something to take away or to favour that the model does not ship.", many=True, named=True),
)  # fmt: skip
"""Tables of what declared acts do."""


def _what(table: str, whose: str) -> tuple[Key, ...]:
    """What changes, which asset it gives or takes, and how likely."""
    return (
        Key(table, "what", RUNNING, "choice", f"what changes in the life of {whose}", choices=tuple(EFFECTS),
            required=True),
        Key(table, "asset", RUNNING, "choice", "the asset that is gained or lost, where it is that",
            choices=tuple(ASSETS)),
        Key(table, "chance", RUNNING, "figure", "how likely it is; certain where left out", unit="probability",
            low=_NOTHING, high=_CERTAIN),
    )  # fmt: skip


ACT_KEYS: Final = (
    Key("act", "needs", RUNNING, "names", "what one must have at the start of the step", unit="list of assets"),
    Key("act", "lacks", RUNNING, "names", "what one must not have at the start of the step", unit="list of assets"),
    Key("act", "capacity", RUNNING, "names", "capacities without any of which the attempt is denied",
        unit="list of capacities"),
    Key("act", "place", RUNNING, "choice", "what attempts compete for; who is not served has not done it",
        choices=PLACES),
    Key("act", "effect", RUNNING, "table", "what doing it does; nothing where left out"),
    Key("act", "denied", RUNNING, "table", "what being denied it does; nothing where left out"),
    Key("act", "harm", RUNNING, "table", "whom it harms and how; nobody where left out"),
    Key("act", "after", RUNNING, "table", "the act that it follows from; of its own accord where left out"),
    *_what("act.effect", "who does it"),
    *_what("act.denied", "who is denied it"),
    Key("act.harm", "tie", RUNNING, "choice", "the tie through which the one who suffers is found", choices=VICTIM_TIES,
        required=True),
    *_what("act.harm", "who suffers"),
    Key("act.after", "act", RUNNING, "name", "the act that it follows from", required=True),
    Key("act.after", "chance", RUNNING, "figure", "how likely it follows", unit="probability", low=_NOTHING,
        high=_CERTAIN, required=True),
    Key("capacity", "id", DECLARED, "name", "name of the capacity", required=True),
    Key("capacity", "title", DECLARED, "text", "what it is, in plain words", default=""),
    Key("capacity", "acts", RUNNING, "names", "acts that are denied to whom it is denied", unit="list of acts",
        required=True),
    Key("consequence", "brings", RUNNING, "names", "declared acts that happen to whom it holds, and to nobody else",
        unit="list of acts"),
)  # fmt: skip
"""Keys of what declared acts do."""
