"""Cases of a scheme written as data: `tests/cases/<scheme>.toml`, read with every fault at its line.

What such a file may say stands in `tests/cases/README.md`. Whoever knows the law can write one without any Python.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from engine.case_decisions import asked_of, decided
from engine.case_form import wrong_form
from engine.case_model import Case, Expected
from engine.case_read import read_readings
from engine.case_scores import holder_of, read_scores
from engine.case_stars import read_meetings
from engine.case_told import read_told
from engine.cases import Deed, Record
from glasstown.compiled.act_codes import act_codes
from glasstown.scheme.citations import library_citations
from glasstown.scheme.library import SCHEMES, find
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_dated import USUAL_START
from glasstown.scheme.read import parse_scheme, read_scheme
from glasstown.scheme.text import Document, parse_document
from glasstown.scheme.words import meant, quoted
from glasstown.vocab.errors import InputFaultsError, Span
from glasstown.vocab.evidence import ASSUMPTION
from glasstown.vocab.organisations import KINDS, SUBJECTS

HERE = Path(__file__).parents[1] / "cases"
LAST_DAY = 36_500
ON_DAYS = ("lists", "under", "child_under", "officer_under")
"""What is expected exactly, by the names of lists and consequences."""

SAID_OF = {
    "of_other": ("firm",), "age_days": ("firm",), "starts": KINDS, "officer_under": KINDS,
    "by_friend": ("resident", "official"),
}  # fmt: skip
"""Keys that are said of some kinds of subjects alone."""


class CaseFaultsError(AssertionError):
    """A case file has faults: one line each, `file:line:column: what is wrong`."""


def case_files() -> tuple[Path, ...]:
    """Every file of cases."""
    return tuple(sorted(HERE.glob("*.toml")))


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file.

    Raises:
        CaseFaultsError: with every fault of the file.
    """
    return parse_cases(path.read_bytes(), f"tests/cases/{path.name}")


def parse_cases(data: bytes, name: str) -> tuple[Case, ...]:
    """The cases of a text; `name` stands for the file in what is told of faults."""
    try:
        document = parse_document(data, name)
    except InputFaultsError as error:
        raise CaseFaultsError("\n".join(f"{one.place}: {one.message}" for one in error.diagnostics)) from None
    return _Reader(document).cases()


class _Reader:
    """Reads one document and keeps what is wrong with it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.faults: list[tuple[Span, str]] = []

    def note(self, path: tuple[Any, ...], what: str) -> None:
        self.faults.append((self.document.span(path), what))

    def cases(self) -> tuple[Case, ...]:
        scheme = self._scheme()
        cases = (
            [self._case(scheme, number, one) for number, one in enumerate(self.document.values["case"])]
            if scheme
            else []
        )
        if self.faults:
            told = sorted(self.faults, key=lambda fault: (fault[0].line, fault[0].column))
            raise CaseFaultsError("\n".join(f"{span}: {what}" for span, what in told))
        return tuple(cases)

    def _scheme(self) -> Scheme | None:
        said = self.document.values
        if not self._form("file", said, ()) or not self._form("about", said["about"], ("about",)):
            return None
        name: Any = said["about"]["scheme"]
        if name in SCHEMES:
            return read_scheme(find(name))
        self.note(("about", "scheme"), f"there is no scheme {quoted(name)}; {meant(name, SCHEMES, 'schemes')}")
        return None

    def _form(self, table: str, said: Any, path: tuple[Any, ...]) -> bool:
        """Whether a table holds what it may and must."""
        wrong = list(wrong_form(table, said, path))
        for place, what in wrong:
            self.note(place, what)
        return not wrong

    def _case(self, scheme: Scheme, number: int, said: Any) -> Case | None:
        path = ("case", number)
        if not self._form("case", said, path):
            return None
        scheme = self._read_otherwise(scheme, said.get("changes", []), path)
        scheme = self._decided(scheme, said.get("lets_off"), path)
        known = {ASSUMPTION, *library_citations(), *(key for key, _ in scheme.references)}
        whose = said.get("whose", SUBJECTS[0])
        offices = [one.of for one in scheme.scores if one.of == "official"]
        self._known((*path, "whose"), whose, (SUBJECTS[0], *offices, *scheme.organisations), "kind of subject")
        self._of_some(said, whose, path)
        for place, key in enumerate(said["cite"]):
            self._known((*path, "cite", place), key, known, "source key")
        happens = [
            self._thing(scheme, one, (*path, "happens", place)) for place, one in enumerate(said.get("happens", []))
        ]
        expected = [self._expected(scheme, one, (*path, "expect", place)) for place, one in enumerate(said["expect"])]
        return Case(
            said["title"],
            scheme,
            said.get("knows"),
            said.get("parent", False),
            self._begins(scheme, said.get("begins", {}), (*path, "begins")),
            tuple(one for one in happens if one),
            tuple(one for one in expected if one),
            read_told(scheme, said.get("so", []), (*path, "so"), self.note),
            whose,
            is_changed="changes" in said,
            age_days=said.get("age_days"),
            meets=tuple(read_meetings(scheme, said.get("meets", []), (*path, "meets"), self._form, self.note)),
            reads=tuple(read_readings(scheme, said.get("reads", []), (*path, "reads"), self._form, self.note)),
            starts=said.get("starts", USUAL_START),
        )

    def _of_some(self, said: dict[str, Any], whose: str, path: tuple[Any, ...]) -> None:
        """Notes what is said of kinds of subjects alone of which this one is not."""
        tables = [(path, said)]
        tables += [((*path, key, n), one) for key in ("happens", "expect") for n, one in enumerate(said.get(key, []))]
        for place, table in tables:
            for key in (key for key in SAID_OF if key in table and whose not in SAID_OF[key]):
                kinds = " or ".join(f'whose = "{kind}"' for kind in SAID_OF[key])
                self.note((*place, key), f'"{key}" is said of {" and ".join(f"{k}s" for k in SAID_OF[key])} alone: '
                                         f"give {kinds}")  # fmt: skip

    def _read_otherwise(self, scheme: Scheme, changes: list[Any], path: tuple[Any, ...]) -> Scheme:
        """The scheme with pieces of its text put otherwise, each found there once."""
        text = scheme.text
        for number, change in enumerate(changes):
            place = (*path, "changes", number)
            if not (isinstance(change, list) and len(change) == 2 and all(isinstance(part, str) for part in change)):
                self.note(place, "a change is a pair of texts: what stands in the scheme, and what is read instead")
            elif text.count(change[0]) != 1:
                self.note(place, f"{quoted(change[0])} stands {text.count(change[0])} times in the scheme, not once")
            else:
                text = text.replace(*change)
        try:
            return scheme if text == scheme.text else parse_scheme(text)
        except InputFaultsError as error:
            self.note((*path, "changes"), f"no scheme any more: {error.diagnostics[0].message}")
            return scheme

    def _decided(self, scheme: Scheme, lets_off: list[Any] | None, path: tuple[Any, ...]) -> Scheme:
        """The scheme with officials who let off where the case says so, and nowhere else."""
        asked = asked_of(scheme)
        if lets_off is None:
            if asked:
                self.note(path, f'officials decide here: "lets_off" names where they let off, of {", ".join(asked)}')
            return scheme
        for place, name in enumerate(lets_off):
            self._known((*path, "lets_off", place), name, asked, "decision")
        return decided(scheme, lets_off)

    def _begins(self, scheme: Scheme, said: dict[str, Any], path: tuple[Any, ...]) -> dict[str, int]:
        """The days of versions; each must wait for a trigger."""
        waiting = [version.id for version in scheme.versions if version.from_figure is None]
        for name, day in said.items():
            if self._known((*path, name), name, waiting, "version that waits for a trigger"):
                self._day((*path, name), day)
        return said

    def _known(self, path: tuple[Any, ...], name: Any, known: Any, what: str) -> bool:
        if isinstance(name, str) and name in known:
            return True
        self.note(path, f"there is no {what} {quoted(str(name))}; {meant(str(name), tuple(known), f'{what}s')}")
        return False

    def _day(self, path: tuple[Any, ...], day: int) -> None:
        if not 0 <= day <= LAST_DAY:
            self.note(path, f"day {day} is not one of 0 to {LAST_DAY:,}")

    def _thing(self, scheme: Scheme, said: Any, path: tuple[Any, ...]) -> Record | Deed | None:
        if not self._form("happens", said, path):
            return None
        day, act, source = said["day"], said["act"], said.get("recorded_by")
        self._day((*path, "day"), day)
        if not self._known((*path, "act"), act, act_codes(scheme), "act"):
            return None
        if source is None:
            for key in ("done", "never_done"):
                if key in said:
                    self.note((*path, key), f'"{key}" speaks of a record, and nobody records this')
            return Deed(day, act, int(said.get("denied", False)))
        sees = {one.id: one.sees for one in scheme.sources}
        if self._known((*path, "recorded_by"), source, sees, "source") and act not in sees[source]:
            self.note((*path, "recorded_by"), f"{quoted(source)} does not see {quoted(act)}")
            return None
        if not 0 <= (done := said.get("done", day)) <= day:
            self.note((*path, "done"), f"day {done} is not one of 0 to {day}, the day of the record")
        told = holder_of(scheme, said, path, self.note)
        about = {key: bool(said.get(name, False)) for key, name in (("other", "of_other"), ("by_friend", "by_friend"))}
        return Record(day, act, source, done, int(said.get("never_done", False)), told, **about)

    def _expected(self, scheme: Scheme, said: Any, path: tuple[Any, ...]) -> Expected | None:
        if not self._form("expect", said, path):
            return None
        self._day((*path, "day"), said["day"])
        if len(said) == 1:
            self.note(path, f"nothing is expected of day {said['day']}")
        names = {
            "grade": ([one.id for one in scheme.grades], "grade"),
            "lists": ([one.id for one in scheme.lists], "list"),
            "under": ([one.id for one in scheme.consequences], "consequence"),
        }
        names |= {"child_under": names["under"], "officer_under": names["under"], "grades": names["grade"]}
        for key, (known, what) in names.items():
            value = said.get(key, [])
            for place, name in enumerate(value) if isinstance(value, list) else [(None, value)]:
                self._known((*path, key) if place is None else (*path, key, place), name, known, what)
        return Expected(
            said["day"],
            self._points(scheme, said.get("points"), (*path, "points")),
            said.get("grade"),
            *(frozenset(map(str, said[key])) if key in said else None for key in ON_DAYS),
            said.get("knows"),
            read_scores(scheme, said.get("scores", {}), (*path, "scores"), self.note),
            frozenset(map(str, said["grades"])) if "grades" in said else None,
            self.document.span(path),
        )

    def _points(self, scheme: Scheme, said: Any, path: tuple[Any, ...]) -> tuple[Decimal, Decimal] | None:
        if said is None:
            return None
        if scheme.score is None:
            self.note(path, "this scheme has no score")
        ends = said if isinstance(said, list) else [said, said]
        is_range = len(ends) == 2 and all(isinstance(end, int | Decimal) for end in ends)
        if not is_range or ends[0] > ends[1]:
            self.note(path, "points are one number, or the least and the greatest where an official chooses")
            return None
        return Decimal(ends[0]), Decimal(ends[1])
