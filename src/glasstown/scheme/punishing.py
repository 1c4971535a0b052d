"""Which lists punish: those from which harm follows, and those that are published and from which nothing follows.

ADR 13 says why. The audit goes by the same rule and reads it off a run folder (`audit.listings`).
"""

from __future__ import annotations

from glasstown.scheme.model import Scheme
from glasstown.scheme.model_lists import Consequence


def punishing_lists(scheme: Scheme) -> frozenset[str]:
    """Ids of the lists on which to stand is a punishment; lists of honour and of what is owed are none of them."""
    following = {one.id: [row for row in scheme.consequences if row.on_list == one.id] for one in scheme.lists}
    return frozenset(
        name for name, rows in following.items() if any(map(harms, rows)) or (scheme.published and not rows)
    )


def harms(row: Consequence) -> bool:
    """Whether a consequence takes something or makes something worse, of residents or of organisations."""
    return bool(row.deny) or any(level < 0 for _, level in (*row.degree, *row.terms))
