"""Inferences from sheets without faults."""

from __future__ import annotations

from glasstown.scheme.build_states import build_formula
from glasstown.scheme.formula import parse_formula
from glasstown.scheme.model_inferences import Inference
from glasstown.scheme.sheet import Sheet, need


def build_inference(sheet: Sheet) -> Inference:
    """One inference."""
    return Inference(
        id=sheet.id,
        title=sheet.text("title"),
        about=parse_formula(sheet.text("about")),
        evidence=build_formula(sheet, "evidence"),
        wrong_yes=need(sheet, "wrong_yes"),
        wrong_no=need(sheet, "wrong_no"),
        holds_days=need(sheet, "holds_days"),
        span=sheet.span,
    )
