"""The standard of proof behind a decision: how many records of whom the scheme asks for, and who has to find it so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

from glasstown.audit.life.decisions import APPEAL, Decision
from glasstown.scheme.declared import declared_value
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_agree import Agreement
from glasstown.scheme.model_lists import Repeat

Terms: TypeAlias = tuple[Agreement | None, Repeat | None, tuple[str, ...]]
"""What has to agree, what has to repeat, and whose records count."""

NOT_THERE: Final[Terms] = (None, None, ())


def proof_of(decision: Decision, scheme: Scheme) -> str:
    """What has to be there for the records behind a decision to count, in words; empty where nothing is said."""
    if decision.kind == APPEAL:
        return ""
    parts = dict.fromkeys(one.part for one in decision.evidence.records if one.part)
    said = [f"{name}: {_asked(table, name, scheme)}" for table, name in parts]
    sources = dict.fromkeys(one.source for one in decision.evidence.records)
    return "; ".join((*said, *_verified(sources, scheme)))


def _asked(table: str, name: str, scheme: Scheme) -> str:
    """How many records one part of the scheme asks for."""
    agree, repeat, sources = _terms(table, name, scheme)
    if agree is not None:
        return f"records of {agree.count.value:,} different sources within {agree.within_days.value:,} days"
    if repeat is not None:
        return f"{repeat.count} records within {repeat.within_days:,} days"
    if table == "override":
        count = next((one.count.value for one in scheme.overrides if one.id == name), 1)
        return f"{count:,} record{'' if count == 1 else 's'}"
    return "one record is enough" + (f", of {' or '.join(sources)}" if sources else "")


def _terms(table: str, name: str, scheme: Scheme) -> Terms:
    if table == "rule":
        return next(((one.agree, one.repeat, one.sources) for one in scheme.rules if one.id == name), NOT_THERE)
    if table == "ground":
        return next(((None, one.repeat, one.sources) for one in scheme.grounds if one.id == name), NOT_THERE)
    return NOT_THERE


def _verified(sources: Iterable[str], scheme: Scheme) -> list[str]:
    """Who, as the file declares it, has to find that an act happened before a source records it."""
    each = ((name, declared_value(scheme, "source", "verified_by", name)) for name in sources)
    return [
        f"declared of {name}: {'nobody has to find it so' if by == 'none' else f'found by {by}'}"
        for name, by in each if by is not None
    ]  # fmt: skip
