"""PB701: who is listed or graded low is put before everybody's eyes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasstown.review.case import Case
from glasstown.review.contexts import hits
from glasstown.review.contract import Answer, At, fails, missing, needs
from glasstown.review.remedies import put
from glasstown.review.rule import TEXT, Reference, Rule, Words

PUBLISHED: Final = At("publicity", "", "published")
SEARCHABLE: Final = At("publicity", "", "searchable")
FIELDS: Final = At("publicity", "", "fields")


def decide(case: Case) -> Iterator[Answer]:
    """Read whether anything is published about people, what, and how it can be found."""
    if not case.detriments and not case.favours:
        return
    published = case.value(PUBLISHED)
    if published is None:
        yield missing(PUBLISHED, "can anybody look up who is listed or graded?")
    elif published is True and _is_praise(case):
        names = ", ".join(case.scheme.process.public_grades)
        text = f"only who stands well is published ({names}): who is missing can be read off as well"
        yield needs(PUBLISHED, text, "a person: can anybody refuse to be named?")
    elif published is True:
        told = case.texts(FIELDS) or ()
        more = [one for one in told if hits("identifying", one)]
        parts = ["anybody can look people up"]
        parts += [f"with {', '.join(more)}"] if more else []
        parts += ["by name"] if case.value(SEARCHABLE) is True else []
        parts += ["without an end"] if case.value(At("publicity", "", "days")) is None else []
        remedy = put(
            "tell those who take part in the case, and nobody else", (PUBLISHED, "false"), (SEARCHABLE, "false")
        )
        yield fails(PUBLISHED, ", ".join(parts), remedy)


def _is_praise(case: Case) -> bool:
    """Whether only grades are published from which nothing bad follows."""
    low = {one.grade for one in case.detriments}
    shown = case.scheme.process.public_grades
    return bool(shown) and not set(shown) & low and not any(one.on_list for one in case.detriments)


RULE = Rule(
    code="PB701",
    name="public-shaming",
    status="stable",
    severity="S",
    mode=TEXT,
    words=Words(
        what="Reads whether anybody can look up who is listed or graded, with which data, by name, and for how long.",
        why="What is once known of somebody cannot be taken back, and neighbours punish harder than any grade. Naming"
        " debtors with their home address, without weighing each case, was found to breach the right to private life.",
        example='[publicity]\npublished = true\nfields = ["name", "address"]\nsearchable = true',
        instead="[publicity]\npublished = false",
        allow="Where each case was weighed, and people have to be able to protect themselves, as from a"
        " struck-off doctor.",
        limits="Where only high grades are published it asks a person.",
    ),
    references=(
        Reference("coe", "L.B. v Hungary (Grand Chamber, 9 March 2023, 36345/16)", "seen"),
        Reference("eu", "Regulation (EU) 2016/679, Article 5(1)(c)"),
        Reference("un", "ICCPR, Article 17"),
        Reference("cn", "Guobanfa [2020] No. 49: scope of publication", "recalled"),
    ),
    decide=decide,
)
