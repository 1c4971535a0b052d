"""From sheets without faults to acts and capacities of a file's own."""

from __future__ import annotations

from glasstown.scheme.build_dues import build_due
from glasstown.scheme.model_acts import After, DeclaredAct, DeclaredBusiness, Doing, OwnCapacity
from glasstown.scheme.sheet import Sheet, need
from glasstown.vocab.codes import Asset, Effect
from glasstown.vocab.doing import ASSETS, EFFECTS


def build_act(sheet: Sheet) -> DeclaredAct:
    """One act of residents that the file declares."""
    harm, after = sheet.inner("harm"), sheet.inner("after")
    return DeclaredAct(
        id=sheet.id,
        title=sheet.text("title"),
        by=sheet.text("by"),
        victim=sheet.text("victim"),
        lawful=sheet.flag("lawful"),
        rate=sheet.figure("rate"),
        needs=_assets(sheet.names("needs")),
        lacks=_assets(sheet.names("lacks")),
        capacity=sheet.names("capacity"),
        place=sheet.text("place"),
        effect=_doing(sheet.inner("effect")),
        denied=_doing(sheet.inner("denied")),
        tie=harm.text("tie") if harm else "",
        harm=_doing(harm),
        after=After(after.text("act"), need(after, "chance")) if after else None,
        due=build_due(sheet.inner("due")),
        span=sheet.span,
    )


def build_business(sheet: Sheet) -> DeclaredBusiness:
    """One act of firms or governments that the file declares."""
    harm = sheet.inner("harm")
    return DeclaredBusiness(
        id=sheet.id,
        title=sheet.text("title"),
        by=sheet.text("by"),
        victim=sheet.text("victim"),
        lawful=sheet.flag("lawful"),
        rate=need(sheet, "rate"),
        tie=harm.text("tie") if harm else "",
        harm=_doing(harm),
        span=sheet.span,
    )


def build_capacity(sheet: Sheet) -> OwnCapacity:
    """One capacity that the file declares."""
    return OwnCapacity(sheet.id, sheet.text("title"), sheet.names("acts"), sheet.span)


def _doing(sheet: Sheet | None) -> Doing:
    if sheet is None:
        return Doing(Effect.NONE, Asset(0), None)
    asset = ASSETS.get(sheet.text("asset"), Asset(0))
    return Doing(EFFECTS.get(sheet.text("what"), Effect.NONE), asset, sheet.figure("chance"))


def _assets(names: tuple[str, ...]) -> Asset:
    held = Asset(0)
    for name in names:
        held |= ASSETS[name]
    return held
