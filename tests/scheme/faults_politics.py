"""One scheme for each fault of politics and of stars, and what stands where it is told; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense import FULL
from scheme.faults_meters import METER_FAULTS
from scheme.faults_peer import PEER_FAULTS
from scheme.faults_refit import REFIT_FAULTS
from scheme.faults_votes import VOTE_FAULTS


def _with(old: str, new: str) -> str:
    assert FULL.count(old) == 1, old
    return FULL.replace(old, new)


TRIGGER = '\nversion = "meek"\nprotests_above = 1\nmark = "fiction"\n'
MORE = "".join(f'\n[[trigger]]\nid = "t{n}"{TRIGGER}' for n in range(14))

VERSION = '\nfrom_day = 1\ndrop = ["rules"]\nmark = "fiction"\n'
VERSIONS = "".join(f'\n[[version]]\nid = "v{n}"{VERSION}' for n in range(14))

POLITICS_FAULTS = {
    **PEER_FAULTS,
    **METER_FAULTS,
    **VOTE_FAULTS,
    **REFIT_FAULTS,
    "SCH360": (_with("start = 0.6\nlowest", "start = 0.1\nlowest"), "0.1"),
    "SCH361": (_with("protests_above = 10\n", ""), "trigger"),
    "SCH362": (_with('drop_rules = ["gossip"]', 'from_day = 9\ndrop_rules = ["gossip"]'), "9"),
    "SCH363": (_with('version = "mellow"\nleg', 'version = "mellower"\nleg'), '"mellower"'),
    "LIM-versions": (FULL + VERSIONS, "version"),
    "LIM-triggers": (FULL + MORE, "trigger"),
}
"""Code, text with the fault, and what stands where it is told."""
