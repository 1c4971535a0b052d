"""What a resident's rows are read with: the ledger, whose they are, and the names behind its codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import polars as pl

from glasstown.ledger.model_names import ConsequenceRow, Names
from glasstown.ledger.reader import Ledger
from glasstown.vocab.codes import Asset, Truth
from glasstown.vocab.sighting_numbers import SightingAddress, number_of
from glasstown.vocab.units import DAYS_IN_YEAR

IN_TRUTH: Final = {
    Truth.TRUE: "in truth it was so",
    Truth.FALSE: "in truth it never happened",
    Truth.WRONG_PERSON: "in truth somebody else did it",
    Truth.WRONG_ACT: "in truth it was another act",
    Truth.LOGGED_FALSELY: "in truth it was logged and never done",
    Truth.EDITED: "in truth the record was altered",
}
"""What is true beside what was recorded, for each truth of a record."""

NO_NAME: Final = "not named in the manifest"

OF_AGE_DAYS: Final = 18 * DAYS_IN_YEAR

Address = tuple[int, int, int, int]
"""Step, family, ordinal and child of an act of one resident."""


@dataclass(frozen=True)
class Whose:
    """One resident's view of a run."""

    ledger: Ledger
    resident: int

    @property
    def names(self) -> Names:
        """The names behind the codes."""
        return self.ledger.manifest.names

    def rows(self, table: str, column: str = "resident") -> list[dict[str, Any]]:
        """The rows of one table about the resident, in the order of the ledger."""
        return self.ledger.table(table).filter(pl.col(column) == self.resident).to_dicts()

    @cached_property
    def acts(self) -> dict[int, str]:
        """Acts by code."""
        return {row.code: row.id for row in self.names.acts}

    @cached_property
    def sources(self) -> dict[int, str]:
        """Sources by code."""
        return {row.code: row.id for row in self.names.sources}

    @cached_property
    def grades(self) -> dict[int, str]:
        """Grades by code; 0 is none."""
        rows = self.names.grades
        return {0: "no grade"} | {row.code: f"{row.id} ({row.label})" if row.label else row.id for row in rows}

    @cached_property
    def scores(self) -> tuple[str, ...]:
        """Scores by code, as they are called."""
        return tuple(score.id or "score" for score in self.ledger.manifest.scores)

    @cached_property
    def ties(self) -> dict[int, tuple[str, str]]:
        """Associations by `via`: id and tie."""
        return {row.code + 1: (row.id, row.tie) for row in self.names.associations}

    @cached_property
    def own_acts(self) -> dict[Address, str]:
        """What the resident did by address, as far as the run kept every act."""
        keys = ("step", "family", "ordinal", "child")
        return {tuple(row[key] for key in keys): self.acts.get(row["act"], NO_NAME) for row in self.rows("acts")}  # pyright: ignore[reportReturnType]  four keys

    def denied_by(self, row: dict[str, Any]) -> tuple[list[ConsequenceRow], bool]:
        """What denied an attempt, a row of the table of blocked acts; and whether it holds of a child alone.

        A parent who applies to a school is refused for what holds of a child of the household.
        """
        rows = {one.code: one for one in self.names.consequences}
        for spells, of_child in ((self.spells, False), (self.spells_of_children, True)):
            held = [one for one in spells if one["start_day"] <= row["day"] < one["end_day"]]
            by = [rows[one["consequence"]] for one in held if rows[one["consequence"]].deny & row["capacity"]]
            if by:
                return list({one.code: one for one in by}.values()), of_child
        return [], False

    @cached_property
    def spells(self) -> list[dict[str, Any]]:
        """Spells of the resident's consequences."""
        return self.rows("spells")

    @cached_property
    def spells_of_children(self) -> list[dict[str, Any]]:
        """Spells of consequences that began for others of the household before they were eighteen."""
        people = self.ledger.table("people")
        mine = people.filter(pl.col("resident") == self.resident)["household"].to_list()
        others = people.filter(pl.col("household").is_in(mine) & (pl.col("resident") != self.resident))
        spells = self.ledger.table("spells").join(others.select("resident", "birth_day"), on="resident")
        grown_up = pl.col("birth_day").cast(pl.Int64) + OF_AGE_DAYS
        return spells.filter(pl.col("start_day") < grown_up).sort("start_day", "resident", "consequence").to_dicts()

    @cached_property
    def seen(self) -> list[dict[str, Any]]:
        """Looks at the resident's acts, and looks of which a record about the resident came, each once."""
        touching = (pl.col("origin") == self.resident) | (pl.col("on_resident") == self.resident)
        return self.ledger.table("sightings").filter(touching).to_dicts()

    @cached_property
    def of_others(self) -> dict[tuple[int, int, int], int]:
        """Numbers of sightings by whom they are about, address and act of the record: for points of somebody else."""
        whose = {row["origin"] for row in self.rows("entries") if row["via"]}
        seen = self.ledger.table("sightings").filter(pl.col("on_resident").is_in(list(whose)))
        return {(row["on_resident"], ref_of(row), row["act"]): number_seen(row) for row in seen.to_dicts()}

    def in_truth(self, truth: int, origin: int, row: dict[str, Any] | None = None) -> str:
        """What is true beside a record: who did it, or what it was, where the ledger holds that."""
        words = IN_TRUTH[Truth(truth)]
        if truth == Truth.WRONG_PERSON and origin != self.resident:
            return f"in truth resident {origin} did it"
        if truth == Truth.WRONG_ACT and row is not None and origin == self.resident:
            was = self.own_acts.get((row["step"], row["family"], row["ordinal"], row["child"]))
            return f"in truth it was {was}" if was else words
        return words


def ref_of(row: dict[str, Any]) -> int:
    """The address of the record of a row of the table of sightings."""
    keys = ("origin", "act", "step", "family", "ordinal", "source", "child")
    return SightingAddress(*(row[key] for key in keys)).ref


def number_seen(row: dict[str, Any]) -> int:
    """The number of a row of the table of sightings."""
    return number_of(row["origin"], ref_of(row), row["act"])


def truth_word(truth: int) -> str:
    """A truth as JSON has it."""
    return Truth(truth).name.lower().replace("_", "-")


def points(milli: int) -> str:
    """Thousandths of a point as people read points."""
    return f"{milli / 1000:,.6g}".replace("-", "\N{MINUS SIGN}")


def moved(milli: int) -> str:
    """A movement with its sign."""
    return f"{milli / 1000:+,.6g}".replace("-", "\N{MINUS SIGN}")


def days(number: int) -> str:
    """So many days."""
    return f"{number:,} day{'' if number == 1 else 's'}"


def assets(bits: int) -> str:
    """What a resident has or owes, in words."""
    return ", ".join(one.name.lower().replace("_", " ") for one in Asset if bits & one and one.name) or "nothing noted"
