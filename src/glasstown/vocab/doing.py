"""Names of what an act can do, need, compete for and harm: what a scheme file may say of an act that it declares."""

from __future__ import annotations

from typing import Final

from glasstown.vocab.codes import Asset, Effect

PLACES: Final = ("hospital-queue", "private-school", "public-job", "prestige-job", "promotion", "match", "top-school")
"""What attempts compete for: there are only so many, so what one resident gains another loses."""

VICTIM_TIES: Final = ("household", "kin", "colleague", "neighbour", "friend", "employee", "customer")
"""Through which tie an act finds its victim; a customer is any stranger of the district, drawn by key."""

EFFECTS: Final = {effect.name.lower().replace("_", "-"): effect for effect in Effect if effect}
"""Every effect by the name that a file uses."""

ASSETS: Final = {(asset.name or "").lower().replace("_", "-"): asset for asset in Asset}
"""Every asset by the name that a file uses."""

ON_ASSETS: Final = ("asset-gained", "asset-lost")
"""Effects that say which asset they give or take."""
