"""One scheme for each fault of votes, and what stands where it is told; see `scheme.test_faults`."""

from __future__ import annotations

from scheme.dense_votes import MARK, RULED, VOTED


def _with(old: str, new: str) -> str:
    assert VOTED.count(old) == 1, old
    return VOTED.replace(old, new)


def _many(table: str, number: int, lines: str) -> str:
    return "".join(f'\n[[{table}]]\nid = "{table}-{n}"\n{lines}{MARK}' for n in range(number))


_OPTIONS = "".join(
    f'\n[[option]]\nid = "option-{n}"\nvote = "assembly"\nshare = 2.{n:02}\n{MARK}' for n in range(1, 62)
)

_IDLE = RULED + f'[[vote]]\nid = "idle"\nrules = ["music"]\nday = 9\n{MARK}'

VOTE_FAULTS = {
    "SCH450": (_with("points = -10\n", "points = [-10, -5]\n"), '"music"'),
    "SCH451": (_with('vote = "assembly"\nshare = 1.5', 'vote = "assemble"\nshare = 1.5'), '"assemble"'),
    "SCH452": (_with('vote = "assembly"\nrules = ["help"]', 'vote = "assembly"\nrules = ["music"]'), '"music"'),
    "SCH453": (_with("share = 1.5", "share = 1"), "1"),
    "SCH454": (_with("lowest = 0.1", "lowest = 3"), "3"),
    "SCH455": (_IDLE, "vote"),
    "SCH456": (_with("add = -0.45", "most = 2\nadd = -0.45"), "2"),
    "LIM-votes": (VOTED + _many("vote", 7, 'rules = ["music"]\nday = 9\nspread = 1\n'), "vote"),
    "LIM-wishes": (VOTED + _many("wish", 58, 'vote = "council"\nadd = 0.1\n'), "wish"),
    "LIM-options": (VOTED + _OPTIONS, "option"),
}
"""Code, text with the fault, and what stands where it is told."""
