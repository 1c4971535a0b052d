"""What a scheme file says of itself in its first table: names, place, years, what is known of it and what is not."""

from __future__ import annotations

from typing import TypedDict

from glasstown.scheme.sheet import Sheet


class Head(TypedDict):
    """Fields of `Scheme` that stand in the table `scheme`; see there."""

    id: str
    title: str
    title_zh: str
    place: str
    years: str
    status: str
    evidence: str
    gallery: str
    lead: str
    uncertain: tuple[str, ...]
    not_modelled: tuple[str, ...]
    consent: str
    society: str


def build_head(sheet: Sheet) -> Head:
    """Build them; only to be called where no fault was found."""
    return Head(
        id=sheet.id,
        title=sheet.text("title"),
        title_zh=sheet.text("title_zh"),
        place=sheet.text("place"),
        years=sheet.text("years"),
        status=sheet.text("status"),
        evidence=sheet.text("evidence"),
        gallery=sheet.text("gallery"),
        lead=sheet.text("lead"),
        uncertain=sheet.names("uncertain"),
        not_modelled=sheet.names("not_modelled"),
        consent=sheet.text("consent"),
        society=sheet.text("society"),
    )
