"""The people of a town: frozen columns that only `society.build` can make.

There is no way in for real people. A `Population` cannot be made from arrays that a caller brings: it
is computed from (spec, seed, replicate, resident number) and from nothing else.
"""

from __future__ import annotations

import hashlib
from dataclasses import InitVar, dataclass
from typing import Final, NoReturn

import numpy as np

from glasstown.vocab.arrays import I8, I32, U8, U16, AnyArray
from glasstown.vocab.errors import SocietyError

_MADE_BY_BUILD: Final = object()
"""Known to `society.build` alone. (Python cannot keep a secret; the point is that no public way exists.)"""

COLUMNS: Final = (
    "birth_day",
    "sex",
    "urban",
    "province",
    "group",
    "education",
    "work",
    "sector",
    "role",
    "income_rank",
    "income_yuan_year",
    "income_fifth",
    "digital",
    "traits",
    "household",
    "collective",
    "standing",
    "name_class",
    "lookalike",
    "namesake",
    "kin",
    "colleague",
    "friend",
    "employer",
)
"""Every column, in the order in which the digest reads them."""


@dataclass(frozen=True, slots=True, eq=False)
class Population:
    """Residents 0 to `people` - 1 of the nation. Every array is read-only and has one entry a resident.

    Attributes:
        people: number of residents.
        seed: the seed of people.
        replicate: which redraw of the same town.
        spec_digest: digest of the society specification.
        digest: digest of every column, 32 hexadecimal digits.
        birth_day: day of birth in days from day 0, negative; completed years are
            `(day - birth_day) // 365`.
        sex: 0 male, 1 female.
        urban: 1 in a town, 0 in the country.
        province: index in `spec.provinces`.
        group: `vocab.codes.Group`, invented.
        education: `vocab.codes.Education`.
        work: `vocab.codes.Work` at day 0.
        sector: `vocab.codes.Sector`.
        role: `vocab.codes.Role`.
        income_rank: place among urban or among rural residents of the nation, 0 poorest to 65535.
        income_yuan_year: income per head of the household, yuan a year.
        income_fifth: fifth of the nation by that income, 0 the poorest (`society.fifths`).
        digital: 0 offline, 1 online, 2 online much.
        traits: shape (3, people), units of 1/32 standard deviation: rule-breaking, financial strain,
            civic. Half of the variance is shared within a household (`society.traits`).
        household: resident number of the household's first member.
        collective: 1 in a dormitory, barracks or home, 0 in a family household.
        standing: bits of `vocab.codes.Standing`.
        name_class: number of a collision class of names, 0 the commonest. There are no names.
        lookalike: shape (4, people), slot within the district of each lookalike, or `VOID`.
        namesake: shape (4, people), the same for people whose names collide.
        kin: shape (4, people), slot within the district of a parent or a grown-up child of another
            household, or `VOID`; the older end is the parent.
        colleague: shape (8, people), the same for people who work in one place at day 0.
        friend: shape (8, people), the same for friends.
        employer: slot within the district of the employer at day 0, or `VOID`: only the staff of private
            firms have one.
    """

    people: int
    seed: int
    replicate: int
    spec_digest: str
    digest: str
    birth_day: I32
    sex: U8
    urban: U8
    province: U8
    group: U8
    education: U8
    work: U8
    sector: U8
    role: U8
    income_rank: U16
    income_yuan_year: I32
    income_fifth: U8
    digital: U8
    traits: I8
    household: I32
    collective: U8
    standing: U16
    name_class: U8
    lookalike: U16
    namesake: U16
    kin: U16
    colleague: U16
    friend: U16
    employer: U16
    made_by: InitVar[object] = None

    def __post_init__(self, made_by: object) -> None:
        """Refuse anybody but `society.build`."""
        if made_by is not _MADE_BY_BUILD:
            raise SocietyError(
                "a population cannot be made from outside",
                where="glasstown.society.Population",
                why="residents are invented from a specification and a seed; no people are taken from anywhere",
                fix="call society.build.build(load_spec(), seed=..., people=...)",
            )

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        """Refuse to be pickled: what is read back could be anybody."""
        raise _sealed("pickled")

    def __copy__(self) -> NoReturn:
        """Refuse to be copied: build it again, it is the same."""
        raise _sealed("copied")

    def __deepcopy__(self, memo: object) -> NoReturn:
        """Refuse to be copied: build it again, it is the same."""
        raise _sealed("copied")


def _sealed(done: str) -> SocietyError:
    return SocietyError(
        f"a population cannot be {done}",
        where="glasstown.society.Population",
        why="residents come from a specification and a seed, never from a store",
        fix="call society.build.build again with the same seed: the people are the same to the bit",
    )


def _for_good(column: AnyArray) -> AnyArray:
    """The same values in memory that nobody can open for writing again."""
    return np.frombuffer(column.tobytes(), dtype=column.dtype).reshape(column.shape)


def columns_digest(columns: dict[str, AnyArray]) -> str:
    """BLAKE2b-128 over name, type and bytes of every column, in the order of `COLUMNS`."""
    digest = hashlib.blake2b(digest_size=16)
    for name in COLUMNS:
        column = columns[name]
        digest.update(f"{name}|{column.dtype.str}|{column.shape}|".encode())
        digest.update(column.data if column.flags.c_contiguous else column.tobytes())
    return digest.hexdigest()


def assemble(people: int, seed: int, replicate: int, spec_digest: str, columns: dict[str, AnyArray]) -> Population:
    """Freeze columns that `society.build` has computed. Not for any other caller."""
    return Population(
        people=people,
        seed=seed,
        replicate=replicate,
        spec_digest=spec_digest,
        digest=columns_digest(columns),
        made_by=_MADE_BY_BUILD,
        **{name: _for_good(column) for name, column in columns.items()},
    )
