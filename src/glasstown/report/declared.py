"""The scheme as its file declares it: every key with value, band, mark and source."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from glasstown.report.contract import Section, TableView
from glasstown.scheme.model import Scheme, Setting, Value
from glasstown.vocab.evidence import MARKS_THAT_NEED_A_BAND, Figure

_COLUMNS = ("where", "key", "value", "band", "mark", "source")


def value_text(value: Value) -> str:
    """A value of a scheme file as people read it."""
    if isinstance(value, Figure):
        return _number(value.value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        if value and isinstance(value[0], Decimal):
            low, high = (_number(end) for end in value if isinstance(end, Decimal))
            return low if low == high else f"{low} to {high}"
        return ", ".join(str(item) for item in value) or "none"
    if isinstance(value, date):
        return value.isoformat()
    return "not given" if value is None else str(value)


def scheme_sections(scheme: Scheme) -> tuple[Section, ...]:
    """The complete description of a scheme, its assumptions first."""
    running = [setting for setting in scheme.settings if setting.kind == "running"]
    declared = [setting for setting in scheme.settings if setting.kind != "running"]
    return (
        Section(
            "scheme",
            "The scheme as declared",
            (
                f"{scheme.title} ({scheme.place}, {scheme.years}). {scheme.evidence}".strip(),
                "Running keys change what happens in the model; declared keys are carried for the reader and the law.",
            ),
            tuple(f"Uncertain: {text}" for text in scheme.uncertain)
            + tuple(f"Not modelled: {text}" for text in scheme.not_modelled),
            (
                TableView("Running keys", _COLUMNS, tuple(_row(setting) for setting in running)),
                TableView("Declared keys", _COLUMNS, tuple(_row(setting) for setting in declared)),
                TableView("Sources", ("key", "source"), scheme.references),
            ),
        ),
    )


def assumed_settings(scheme: Scheme) -> TableView:
    """The running figures of a scheme that are assumed or contested, with their bands."""
    rows = [
        _row(setting)
        for setting in scheme.settings
        if setting.kind == "running" and setting.given and setting.mark in MARKS_THAT_NEED_A_BAND
    ]
    return TableView(f"Assumed or contested in the scheme file ({len(rows)})", _COLUMNS, tuple(rows))


def _row(setting: Setting) -> tuple[str, ...]:
    """One key as a row."""
    where = f"{setting.table} {setting.id}".strip()
    band = "" if setting.band is None else f"{_number(setting.band[0])} to {_number(setting.band[1])}"
    value = value_text(setting.value) + ("" if setting.given else " (default)")
    return (where, setting.key, value, band, setting.mark, ", ".join(setting.cite))


def _number(value: Decimal) -> str:
    """A decimal without an exponent and without needless zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
