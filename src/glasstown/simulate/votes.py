"""The barrier after a vote: what residents of a county, or of the nation, wished becomes the points of rules.

What was voted holds from the next step on, for everybody of the county; so one resident's vote can reach all of them,
one step later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, Final

import numpy as np

from glasstown.compiled.votes import VoteRow, VoteTables
from glasstown.kernels.postfix import THOUSAND
from glasstown.ledger.sink import Sink
from glasstown.simulate.ballot import Ballot, together
from glasstown.simulate.ballots import WHOLE, chosen_share
from glasstown.simulate.rows import BALLOTS, VOTES, StepRows, digest_table
from glasstown.simulate.span import Span
from glasstown.vocab.arrays import I32, I64, U64, AnyArray
from glasstown.vocab.codes import Group

NATION: Final = 65_535
"""Number of the whole town, where it is one county."""

EVERYBODY: Final = 255
"""In place of a group: all who voted."""

NOBODY: Final = 4_294_967_295
"""In place of a share, where nobody voted."""


@dataclass(slots=True)
class Ballots:
    """What has been voted, county by county.

    Attributes:
        votes: the votes of the scheme.
        share: (rules, counties) i32 thousandths of the points of the file that hold.
    """

    votes: VoteTables
    share: I32

    def voted(self, place: int) -> dict[int, int]:
        """Points of the rules of which another share holds in a county than that of the file, in thousandths."""
        shares = self.share[:, place]
        return {rule: self._points(rule, int(shares[rule])) for rule in np.flatnonzero(shares != WHOLE).tolist()}

    def _points(self, rule: int, share: int) -> int:
        return points_at(int(self.votes.points[rule]), share)

    def arrays(self) -> dict[str, Any]:
        """State as arrays of a checkpoint."""
        return {"voted_share": self.share}

    def restore(self, arrays: Mapping[str, Any]) -> None:
        """Take up the state of a checkpoint."""
        self.share = arrays["voted_share"]

    def hold(
        self, lived: Sequence[int], places: Sequence[int], results: Sequence[StepRows], span: Span, writer: Sink,
        record: U64,
    ) -> None:
        """Count the votes of a step, and let what was voted hold.

        Args:
            lived: numbers of the counties.
            places: place of each stretch's county among them.
            results: what the stretches handed over.
            span: the step.
            writer: of the ledger.
            record: lanes of the digest.
        """
        for v, row in enumerate(self.votes.rows):
            found = [(place, rows.ballots[v]) for place, rows in zip(places, results, strict=True) if v in rows.ballots]
            if not found:
                continue
            counties = {NATION: range(len(lived))} if row.nation else {lived[place]: (place,) for place, _ in found}
            for county, held in sorted(counties.items()):
                ballot = reduce(together, [one for place, one in found if place in held])
                for r in range(row.rules.size):
                    head = {"step": span.step, "day": span.end, "county": county, "vote": v, "rule": int(row.rules[r])}
                    self._settle(head, r, ballot, list(held), writer, record)

    def _settle(
        self, head: dict[str, int], r: int, ballot: Ballot, places: list[int], writer: Sink, record: U64
    ) -> None:
        """Let what was voted on one rule hold where it was voted, and write it down."""
        rule, row = head["rule"], self.votes.rows[head["vote"]]
        share = self._chosen(row, ballot.counts[r].sum(axis=0), int(ballot.voters.sum()))
        if share != NOBODY:
            self.share[rule, places] = share
        groups = [int(one) for one in Group if ballot.eligible[int(one)]]
        shares = [self._chosen(row, ballot.counts[r, g], int(ballot.voters[g])) for g in groups] + [share]
        columns = {
            "group": np.array([*groups, EVERYBODY]),
            "eligible": np.append(ballot.eligible[groups], ballot.eligible.sum()),
            "voters": np.append(ballot.voters[groups], ballot.voters.sum()),
            "share_milli": np.array(shares),
            "points_milli": np.array([0 if one == NOBODY else self._points(rule, one) for one in shares]),
        }
        _write("votes", VOTES, head, columns, (row, r), writer, record)
        if row.options.size:
            _write("ballots", BALLOTS, head, _ranks(row, ballot.counts[r]), (row, r), writer, record)

    @staticmethod
    def _chosen(row: VoteRow, counts: AnyArray, voters: int) -> int:
        return chosen_share(row, counts) if voters else NOBODY


def ballots_of(votes: VoteTables | None, counties: int) -> Ballots | None:
    """What has been voted before anybody has; None where nothing is voted on."""
    return Ballots(votes, np.full((votes.points.size, counties), WHOLE, np.int32)) if votes else None


def _ranks(row: VoteRow, counts: I64) -> dict[str, AnyArray]:
    """Points of rank of each option, group by group; (groups, options) `counts`."""
    groups, options = counts.shape
    return {
        "group": np.repeat(np.arange(groups), options),
        "option_milli": np.tile(row.options, groups),
        "points": counts.ravel(),
    }


def _write(
    table: str, code: int, head: dict[str, int], columns: dict[str, AnyArray], about: tuple[VoteRow, int],
    writer: Sink, record: U64,
) -> None:
    """Rows of one rule that was voted on; names enter the digest, numbers do not."""
    row, r = about
    number = columns["group"].size
    names = head | {"vote": row.digest, "rule": int(row.rule_digests[r])}
    writer.append(table, {name: np.full(number, value) for name, value in head.items()} | columns)
    digest_table(record, code, *(np.full(number, value) for value in names.values()), *columns.values())


def points_at(points: int, share: int) -> int:
    """Points at a share of them, in thousandths, to the nearest; halves go away from 0."""
    size = (2 * abs(points) * share + THOUSAND) // (2 * THOUSAND)
    return size if points >= 0 else -size
