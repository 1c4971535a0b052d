"""The society specification: published aggregates and marked assumptions, read from a folder of tables."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from glasstown.society.file import Shipped, overlays_as_read, read_file
from glasstown.society.file_text import SocietyText
from glasstown.society.frame import Gap
from glasstown.society.overlays import Overlays, RateFactor, Shock, SightableShare
from glasstown.society.reading import TABLES, Faults, Table, read_sources, read_table
from glasstown.society.sums import check_sums
from glasstown.vocab.errors import InputFaultsError, SocietyError
from glasstown.vocab.evidence import Figure
from glasstown.vocab.societies import SOCIETIES, SOCIETY_FILES

__all__ = ("SOCIETIES", "SOCIETY_FILES", "Province", "Spec", "frozen", "library_folder", "load_spec", "read_folder",
           "said_of_acts", "shipped")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Province:
    """One province: its code, names, residents, share of them in towns, and income per head."""

    code: str
    name_en: str
    name_zh: str
    population: int
    urban_share: Decimal
    income_yuan: Decimal


@dataclass(frozen=True, slots=True)
class Spec:
    """A society as aggregates. Provinces stand in the order of the province line (`society.place`)."""

    name: str
    digest: str
    provinces: tuple[Province, ...]
    tables: tuple[Table, ...]
    sources: tuple[tuple[str, str], ...]
    overlays: Overlays = field(default_factory=Overlays)
    title: str = ""
    text: str = ""
    """The society file as written; empty for a society that comes with the package."""

    @property
    def rate_factors(self) -> tuple[RateFactor, ...]:
        """Factors on the rates of shipped acts, on every day of a run."""
        return self.overlays.rates

    @property
    def shocks(self) -> tuple[Shock, ...]:
        """Factors on the rates of shipped acts between two days of a run; none overlap for one act."""
        return self.overlays.shocks

    @property
    def sightable(self) -> tuple[SightableShare, ...]:
        """Shares of frequent acts that a source could see, in place of the shipped ones."""
        return self.overlays.sightable

    def table(self, name: str) -> Table:
        """One table by its name."""
        return next(table for table in self.tables if table.name == name)

    def values(self, name: str) -> dict[tuple[str, ...], Decimal]:
        """The values of one table by the keys of its rows."""
        return self.table(name).values()

    def figure(self, name: str) -> Figure:
        """One figure of the table `scalars`, with its evidence."""
        return next(row.figure for row in self.table("scalars").rows if row.keys == (name,))

    def scalar(self, name: str) -> Decimal:
        """The value of one figure of the table `scalars`."""
        return self.figure(name).value

    def gap_shapes(self) -> dict[Gap, tuple[int, int, int]]:
        """Least, usual and most years of every age gap."""
        values = self.values("age_gaps")
        return {
            gap: (
                int(values[gap.name.lower(), "least"]),
                int(values[gap.name.lower(), "usual"]),
                int(values[gap.name.lower(), "most"]),
            )
            for gap in Gap
        }


def load_spec(source: str | Path = "china-2020") -> Spec:
    """Read a society that comes with the package, a society file, or a folder of tables.

    Args:
        source: an id from `SOCIETIES` or `SOCIETY_FILES`; the path of a society file (with / or ending in .toml);
            or, as a `Path`, that of a folder.

    Raises:
        SocietyError: no such society.
        InputFaultsError: it has faults; all are told at once.
    """
    folder: Path | Traversable
    if _is_file(source):
        return _of_file(_path_of(source))
    if isinstance(source, Path):
        folder, name = source, source.name
    elif source in SOCIETIES:
        name = source
        folder = library_folder(source)
    else:
        raise SocietyError(
            f'there is no society called "{source}"',
            where="--society",
            why="a society comes with the package or from a file",
            fix=f"use one of: {', '.join((*SOCIETIES, *SOCIETY_FILES))}, or the path of a society file with / or .toml",
        )
    if not folder.is_dir():
        raise SocietyError(
            f"{source} is no folder", where=str(source), why="a society is a folder of tables", fix="check the path"
        )
    return read_folder(folder, name)


def _path_of(source: str | Path) -> Path:
    """Where a society file is, by its path or by its id."""
    return (
        Path(str(library_folder(str(source)))).with_name(f"{source}.toml") if source in SOCIETY_FILES else Path(source)
    )


def _is_file(source: str | Path) -> bool:
    return source in SOCIETY_FILES or str(source).endswith(".toml") or (isinstance(source, str) and "/" in source)


def said_of_acts(source: str | Path) -> tuple[SocietyText, Overlays] | None:
    """What a society file that has faults says about acts, as far as it could be read, with the text.

    Args:
        source: as for `load_spec`.

    Returns:
        None where `source` is no society file.

    Raises:
        SocietyError: the file cannot be opened.
        InputFaultsError: it is no TOML text.
    """
    if not _is_file(source):
        return None
    return overlays_as_read(_path_of(source), lambda name: shipped(library_folder(name)), SOCIETIES)


def library_folder(name: str) -> Traversable:
    """The folder of a society that comes with the package."""
    return files("glasstown.society").joinpath("library", name.replace("-", "_"))


def _of_file(path: Path) -> Spec:
    found = read_file(path, lambda name: shipped(library_folder(name)), SOCIETIES)
    tables = tuple(found.tables[name] for name in TABLES)
    return frozen(found.id, tables, found.sources, found.overlays, found.title, found.text)


def read_folder(folder: Path | Traversable, name: str) -> Spec:
    """Read every table of a folder, check them, and freeze them."""
    found = shipped(folder)
    return frozen(name, tuple(found.tables.values()), found.sources)


def shipped(folder: Path | Traversable) -> Shipped:
    """Read every table of a folder and check them.

    Raises:
        InputFaultsError: they have faults; all are told at once.
    """
    faults = Faults()
    _refuse_strangers(folder, faults)
    sources = read_sources(folder, faults)
    tables = tuple(read_table(folder, table, sources, faults) for table in TABLES)
    if not faults.found:
        check_sums({table.name: table for table in tables}, faults)
    if faults.found:
        raise InputFaultsError(tuple(faults.found))
    return Shipped({table.name: table for table in tables}, sources)


def frozen(
    name: str,
    tables: tuple[Table, ...],
    sources: Mapping[str, str],
    overlays: Overlays | None = None,
    title: str = "",
    text: str = "",
) -> Spec:
    """Freeze checked tables into a specification, with the digest of everything it says."""
    by_name = {table.name: table for table in tables}
    overlays = overlays or Overlays()
    digest = hashlib.blake2b(digest_size=16)
    for table in tables:
        for row in table.rows:
            figure = row.figure
            digest.update(f"{table.name}|{'|'.join(row.keys)}|{figure.value.normalize()}\n".encode())
    for line in overlays.lines():
        digest.update(f"{line}\n".encode())
    provinces = _provinces(by_name["provinces"])
    return Spec(name, digest.hexdigest(), provinces, tables, tuple(sorted(sources.items())), overlays, title, text)


def _refuse_strangers(folder: Path | Traversable, faults: Faults) -> None:
    known = {f"{table}.csv" for table in TABLES} | {"sources.csv"}
    for entry in sorted(child.name for child in folder.iterdir()):
        if entry not in known:
            faults.add(
                "SOC-file",
                f"{entry} belongs to no specification",
                "nothing but aggregates comes in: no list of people, however short",
                "take the file out of the folder",
                file=entry,
            )


def _provinces(table: Table) -> tuple[Province, ...]:
    """Provinces in the order of the province line: up through every other urban share, down through the rest.

    Neighbours on the line are alike, and so are its two ends, so evenly spread districts meet towns and
    country in the right proportion in every prefix. It starts at the province nearest to the middle.
    """
    values = table.values()
    names = list(dict.fromkeys(row.keys[:3] for row in table.rows))
    provinces = [
        Province(
            key[0],
            key[1],
            key[2],
            int(values[*key, "population"]),
            values[*key, "urban_share"] / 100,
            values[*key, "disposable_income_pc"],
        )
        for key in names
    ]
    provinces.sort(key=lambda province: (province.urban_share, province.code))
    line = provinces[::2] + provinces[1::2][::-1]
    people = sum(province.population for province in line)
    mean = sum((province.population * province.urban_share for province in line), Decimal(0)) / people
    start = min(range(len(line)), key=lambda i: (abs(line[i].urban_share - mean), i))
    return tuple(line[start:] + line[:start])
