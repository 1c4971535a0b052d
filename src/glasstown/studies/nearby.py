"""How far a change can reach: where nothing crosses districts, only those of the residents whom it names."""

from __future__ import annotations

from glasstown.ledger.reader import Ledger
from glasstown.simulate.span import Settings
from glasstown.studies.appeals_named import appeals_against
from glasstown.studies.sightings_named import whom_about
from glasstown.vocab.change import Change
from glasstown.vocab.geography import DISTRICT
from glasstown.vocab.overridden import ATTRIBUTES, EVERYBODY, LABEL, OF_SINGLE, SIGHTING, TIE, UPHELD, ends_of, label_in

_LABELS = (LABEL, ATTRIBUTES)


def residents_named(ledger: Ledger, change: Change) -> frozenset[int]:
    """Whom the addresses that a change names are about; nobody where it names other things too, or everybody."""
    if not all(part.word in OF_SINGLE for part in change.parts):
        return frozenset()
    named = {end for name in change.named(TIE) for end in ends_of(name) or ()}
    named |= {who for name in change.named(SIGHTING) for who in whom_about(ledger, int(name))}
    named |= {row["resident"] for name in change.named(UPHELD) for row in appeals_against(ledger, int(name))}
    named |= {label[0] for word in _LABELS for name in change.named(word) if (label := label_in(name))}
    return frozenset() if EVERYBODY in named else frozenset(named)


def ends_at_districts(settings: Settings) -> bool:
    """Whether whatever one resident does ends at the district: nobody is ranked beyond it, and no county decides."""
    periods = (settings, *settings.later)
    return not any(one.by_county or any(row.scope for row in one.ranks) for one in periods)


def districts_of(residents: frozenset[int]) -> tuple[int, ...]:
    """The districts in which some residents live, rising."""
    return tuple(sorted({who // DISTRICT for who in residents}))
