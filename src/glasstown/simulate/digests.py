"""Digests of a world at its end: of lives, and of everything a scheme wrote down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from glasstown.kernels.digest import add_column, lanes_text
from glasstown.simulate.appeals import digest_waiting
from glasstown.simulate.ballots import digest_lived
from glasstown.simulate.checkpoints import column_of
from glasstown.simulate.due_rows import digest_owed
from glasstown.simulate.fitting import digest_sample
from glasstown.simulate.organised_rows import (
    first_district,
    state_of,
)
from glasstown.simulate.recipients import digest_heard
from glasstown.simulate.rows import OPEN_GROUNDS, digest_agenda, digest_cases, digest_debits, digest_grounds
from glasstown.simulate.scores_around import asks_about_ties
from glasstown.simulate.span import Settings
from glasstown.simulate.stretch import Stretch
from glasstown.vocab.arrays import U64
from glasstown.vocab.geography import NEIGHBOURHOOD
from glasstown.vocab.organisations import FIRST_ORGANISATION

LIFE_COLUMNS = (
    ("life", "work", 1), ("life", "sector", 2), ("life", "need", 3), ("life", "assets", 10), ("life", "income", 11),
    ("life", "schooling", 12), ("life", "ties_cut", 13), ("life", "held", 14),
)  # fmt: skip
RECORD_COLUMNS = (
    ("scores", "score", 4), ("standing", "grade", 5), ("standing", "aware", 6), ("", "covered", 7),
    ("scores", "open_sum", 8), ("standing", "denied", 16),
    ("standing", "looked_up", 17), ("standing", "warned_day", 18), ("standing", "punished_day", 19),
)  # fmt: skip
CARRIED, SINCE, LEVEL, STANDS, COUNTED, TRULY_COUNTED, TRULY, THIN, FOUND, FIRST_TALLY, REMEMBERED = (
    20, 22, 23, 24, 25, 26, 27, 28, 29, 32, 60
)  # fmt: skip
READ, READ_TRULY, INFERRED, ALONE = 30, 31, 62, 63
FIRST_OF_SLOT, OF_SLOT = 64, 8
"""Registered numbers of columns in digests; those of a score after the first are 64 + 8 times its slot. Append only."""

@dataclass(slots=True)
class Lanes:
    """Running digests of a world: of lives, and of everything a scheme wrote down."""

    life: U64 = field(default_factory=lambda: np.zeros(2, np.uint64))
    record: U64 = field(default_factory=lambda: np.zeros(2, np.uint64))


def digests(town: Sequence[Stretch], settings: Settings, lanes: Lanes) -> tuple[str, str]:
    """(digest of everything, digest of lives) of a world at its end."""
    return texts_of(at_the_end(town, settings, lanes))


def texts_of(lanes: Lanes) -> tuple[str, str]:
    """(digest of everything, digest of lives) as they are told."""
    with np.errstate(over="ignore"):
        return lanes_text(lanes.life + lanes.record), lanes_text(lanes.life)


def at_the_end(town: Sequence[Stretch], settings: Settings, lanes: Lanes) -> Lanes:
    """Running digests with the state of a world added. They are sums, so that those of its parts add up."""
    life, record = lanes.life.copy(), lanes.record.copy()
    with np.errstate(over="ignore"):
        for stretch in (*town, *state_of(town)):
            for part, name, code in LIFE_COLUMNS:
                add_column(life, code, stretch.first, column_of(stretch, part, name).astype(np.int64))
            for place in range(stretch.carried.shape[0]):
                add_column(life, (place << 8) | CARRIED, first_district(stretch),
                           stretch.carried[place].astype(np.int64))
            digest_agenda(life, record, settings.names, stretch.agenda[: stretch.used], stretch.first)
            if settings.world.has_scheme:
                for part, name, code in RECORD_COLUMNS:
                    add_column(record, code, stretch.first, column_of(stretch, part, name).astype(np.int64))
                for t in range(stretch.scores.tally.shape[0]):
                    add_column(record, FIRST_TALLY + t, stretch.first, stretch.scores.tally[t].astype(np.int64))
                for row, remembered in enumerate(stretch.remembered):
                    add_column(record, REMEMBERED + row, stretch.first, remembered)
                _digest_further(record, stretch)
                _digest_docket(record, settings, stretch)
        return Lanes(life, record)


def _digest_further(record: U64, stretch: Stretch) -> None:
    """Add the scores after the first, and their grades, to a digest."""
    columns = stretch.scores.further, stretch.standing.further, stretch.scores.further_sum
    for number, column in enumerate(columns):
        for slot, row in enumerate(column, start=1):
            add_column(record, FIRST_OF_SLOT + OF_SLOT * slot + number, stretch.first, row.astype(np.int64))


def _digest_docket(record: U64, settings: Settings, stretch: Stretch) -> None:
    """Add open grounds, cases and consequences in force, by name, to a digest."""
    digest_grounds(record, OPEN_GROUNDS, settings.names, stretch.docket.opened, stretch.first)
    digest_cases(record, settings.names, stretch.docket.cases, stretch.first)
    digest_waiting(stretch, settings, record)
    digest_debits(record, settings.names, stretch.docket.debited, stretch.first)
    for name, since in zip(settings.names.consequence, stretch.docket.since, strict=True):
        add_column(record, (int(name) << 8) | SINCE, stretch.first, since.astype(np.int64))
    digest_heard(record, settings.world.consequences, settings.names.consequence, stretch.docket, stretch.first)
    for degree, level in enumerate(stretch.docket.level):
        add_column(record, (degree << 8) | LEVEL, stretch.first, level.astype(np.int64))
    if stretch.first >= FIRST_ORGANISATION:  # what follows is kept of residents alone
        return
    for name, found in zip(settings.world.patrols.digest, stretch.found, strict=True):
        add_column(record, (int(name) << 8) | FOUND, stretch.first // NEIGHBOURHOOD, found)
    names, half = settings.names.counting, len(settings.names.counting)
    for part, code in ((stretch.counted[:half], COUNTED), (stretch.counted[half:], TRULY_COUNTED)):
        for name, counted in zip(names, part, strict=True):
            add_column(record, (int(name) << 8) | code, stretch.first, counted.astype(np.int64))
    _digest_read(record, settings, stretch)
    digest_lived(record, settings.votes, stretch)
    digest_sample(record, settings.fits, stretch)
    if settings.world.indexing.terms[0]:
        add_column(record, TRULY, stretch.first, stretch.worked.truly.astype(np.int64))
        if asks_about_ties(settings.world.facts):
            add_column(record, ALONE, stretch.first, stretch.worked.alone.astype(np.int64))
        add_column(record, THIN, stretch.first, stretch.worked.thin.astype(np.int64))
    digest_owed(record, settings.world.by_act.dues, stretch)
    for number, (name, given) in enumerate(zip(settings.names.state_rule, stretch.held.given, strict=True)):
        stands = (stretch.held.holding >> np.uint16(number)) & np.uint16(1)
        add_column(record, (int(name) << 8) | STANDS, stretch.first, 2 * given.astype(np.int64) + stands)


def _digest_read(record: U64, settings: Settings, stretch: Stretch) -> None:
    """Add what a scheme has read and concluded, by name, to a digest."""
    for name, read, truly in zip(settings.world.meters.digest, *stretch.readings, strict=True):
        add_column(record, (int(name) << 8) | READ, stretch.first, read.astype(np.int64))
        add_column(record, (int(name) << 8) | READ_TRULY, stretch.first, truly.astype(np.int64))
    for r, name in enumerate(settings.world.inferences.digest):
        told, so = (((column >> np.uint16(r)) & np.uint16(1)).astype(np.int64) for column in stretch.inferred)
        add_column(record, (int(name) << 8) | INFERRED, stretch.first, 2 * told + so)
