"""One scheme for each fault of stars, and the piece of text at which the fault stands; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_peer import PEER

RULE = '\n[[rule]]\nid = "posts"\nact = "critical-post"\npoints = -1\nmark = "fiction"\ncite = ["test-book"]\n'

PEER_FAULTS = {
    "SCH380": (PEER + RULE, "rule"),
    "SCH381": (PEER[: PEER.index("[encounters]")] + PEER[PEER.index("[[impression]]") :], "impression"),
    "SCH382": (PEER.replace('act = "help-for-the-poor"', 'act = "critical-post"'), '"critical-post"'),
    "SCH383": (PEER.replace("highest = 5", "highest = 6"), "6"),
    "SCH384": (PEER.replace("published = true", "published = false"), "0.5"),
}
"""Code, text with the fault, and what stands where it is told."""
