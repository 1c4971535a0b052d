"""Changes of single keys of votes; see `scheme.key_changes`."""

from __future__ import annotations

from scheme.dense_votes import MARK, VOTED

_COUNCIL, _ASSEMBLY = ('[[vote]]\nid = "council"', '[[vote]]\nid = "assembly"')
_SUFFERERS, _POOR, _PRAISED = (f'[[wish]]\nid = "{name}"' for name in ("sufferers", "poor", "praised"))
_MORE = '[[option]]\nid = "more"'

_UNRANKED = VOTED.split("[[option]]", maxsplit=1)[0].replace('method = "borda"\n', "")
"""Both votes take the median, so that a wish can be about either."""

VOTE_LINES: tuple[tuple[str, str, str, str, str, str], ...] = (
    # base, table, first lines of the table that is changed, key, line as it stands, line as it becomes
    (VOTED, "vote", _COUNCIL, "scope", 'scope = "county"', 'scope = "nation"'),
    (VOTED, "vote", _COUNCIL, "title", 'title = "Is it right', 'title = "Was it right'),
    (VOTED, "vote", _COUNCIL, "rules", 'rules = ["posts", "music"]', 'rules = ["posts", "music", "help"]'),
    (VOTED, "vote", _COUNCIL, "day", "day = 30", "day = 60"),
    (VOTED, "vote", _COUNCIL, "every_days", "every_days = 56", "every_days = 84"),
    (VOTED, "vote", _COUNCIL, "eligible", "age >= 20", "age >= 40"),
    (VOTED, "vote", _COUNCIL, "turnout", "turnout = 0.8", "turnout = 0.5"),
    (VOTED, "vote", _COUNCIL, "lowest", "lowest = 0.1", "lowest = 0.9"),
    (VOTED, "vote", _COUNCIL, "highest", "highest = 3", "highest = 0.5"),
    (VOTED, "vote", _COUNCIL, "spread", "spread = 0.4", "spread = 0.8"),
    (VOTED, "vote", _COUNCIL, "mark", 'mark = "fiction"', 'mark = "reported"'),
    (VOTED, "vote", _COUNCIL, "cite", 'cite = ["test-book"]', 'cite = ["other-book"]'),
    (VOTED, "wish", _SUFFERERS, "id", 'id = "sufferers"', 'id = "sleepless"'),
    (VOTED, "wish", _SUFFERERS, "title", 'title = "Who was', 'title = "Who is'),
    (VOTED, "wish", _SUFFERERS, "rules", 'rules = ["music"]', 'rules = ["posts"]'),
    (VOTED, "wish", _POOR, "when", "income-fifth <= 2", "income-fifth <= 4"),
    (VOTED, "wish", _SUFFERERS, "of", 'of = "harmed"', 'of = "debited"'),
    (VOTED, "wish", _PRAISED, "most", "most = 3", "most = 1"),
    (VOTED, "wish", _POOR, "add", "add = -0.5", "add = -0.9"),
    (VOTED, "wish", _POOR, "mark", 'mark = "fiction"', 'mark = "reported"'),
    (VOTED, "wish", _POOR, "cite", 'cite = ["test-book"]', 'cite = ["other-book"]'),
    (VOTED, "option", _MORE, "id", 'id = "more"', 'id = "most"'),
    (VOTED, "option", _MORE, "share", "share = 1.5", "share = 1.1"),
    (VOTED, "option", _MORE, "mark", 'mark = "fiction"', 'mark = "reported"'),
    (VOTED, "option", _MORE, "cite", 'cite = ["test-book"]', 'cite = ["other-book"]'),
)

_SECOND = (
    VOTED
    + f"""\
[[vote]]
id = "second"
rules = ["posts"]
day = 90
method = "borda"
{MARK}
[[wish]]
id = "milder"
vote = "second"
when = "urban"
add = 0.7
{MARK}
[[option]]
id = "none-again"
vote = "second"
share = 0
{MARK}
[[option]]
id = "whole-again"
vote = "second"
share = 1
{MARK}
"""
)
"""Another vote by rank, in which an option can be offered as well."""

_URBAN = 'vote = "{}"\nwhen = "urban"\nadd = -0.5'

VOTE_CHANGES = (
    ("vote", "id", VOTED, VOTED.replace('"council"', '"moot"')),
    ("wish", "vote", VOTED, VOTED.replace(_URBAN.format("assembly"), _URBAN.format("council"))),
    ("vote", "method", _UNRANKED, VOTED),
    ("option", "vote", _SECOND, _SECOND.replace('vote = "assembly"\nshare = 1.5', 'vote = "second"\nshare = 1.5')),
)
"""Table, key, and two texts."""
