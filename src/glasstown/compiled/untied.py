"""Formulas that find nobody tied to anybody, along some kinds of ties."""

from __future__ import annotations

from dataclasses import replace

from glasstown.compiled.model import CompiledScheme
from glasstown.compiled.states import conditions_of
from glasstown.scheme.formula_meaning import names_in
from glasstown.scheme.model import Scheme
from glasstown.vocab.tie_kinds import TIES
from glasstown.vocab.variables import NOBODY, OF_TIES


def ties_asked_about(scheme: Scheme) -> frozenset[str]:
    """Kinds of ties along which formulas of a scheme ask about the scores of others."""
    names = {name for root in conditions_of(scheme) for name in names_in(root)}
    return frozenset(tie for tie in TIES if any(f"{tie}.{what}" in names for what in OF_TIES))


def finding_nobody(compiled: CompiledScheme, kinds: frozenset[str]) -> CompiledScheme:
    """The tables in which formulas find nobody along some kinds of ties; rows of facts stay where they are."""
    facts = tuple((_to_nobody(name, kinds), number) for name, number in compiled.formulas.facts)
    return replace(compiled, formulas=replace(compiled.formulas, facts=facts))


def _to_nobody(name: str, kinds: frozenset[str]) -> str:
    tie, _, what = name.partition(".")
    return f"{NOBODY}{what}" if tie in kinds and what in OF_TIES else name
