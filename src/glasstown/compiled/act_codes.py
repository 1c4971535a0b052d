"""The number of every act that a scheme can name."""

from __future__ import annotations

from glasstown.scheme.model import Scheme
from glasstown.vocab.acts import ACTS
from glasstown.vocab.organisation_acts import FIRST_OWN_OF_ORGANISATIONS, ORGANISATION_ACTS

FIRST_DECLARED = 128


def act_codes(scheme: Scheme) -> dict[str, int]:
    """The number of every act a scheme can name: registered ones, then those it declares."""
    codes = {act.id: act.code for act in ACTS}
    codes.update({act.id: act.code for act in ORGANISATION_ACTS})
    codes.update({act.id: FIRST_DECLARED + i for i, act in enumerate(scheme.acts)})
    codes.update({act.id: FIRST_OWN_OF_ORGANISATIONS + i for i, act in enumerate(scheme.business)})
    return codes
