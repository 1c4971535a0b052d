"""Two worlds with the same people and luck, resident by resident: whose rows are the same, and whom a cause touched."""

from __future__ import annotations

from functools import reduce
from typing import Final

import polars as pl

from glasstown.audit.contract import Finding, found, too_few, undefined
from glasstown.audit.life.answers import number_behind
from glasstown.ledger.reader import Ledger
from glasstown.vocab.change import EVERY, Change
from glasstown.vocab.codes import Entry, Truth
from glasstown.vocab.overridden import ATTRIBUTES, EVERYBODY, LABEL, SIGHTING, TIE, UPHELD, ends_of, label_in
from glasstown.vocab.sighting_numbers import address_of
from glasstown.vocab.tie_kinds import TIE_OF_SCOPE, kinds_off

LIVED: Final = (
    "acts", "entries", "refreshes", "standings", "inferences", "listings", "appeals", "consents", "favours", "tellings",
    "dues", "spells", "grades", "blocked", "places_given", "gauges", "harms", "panel", "scores_panel",
)  # fmt: skip
"""Tables that say of a resident how they lived; their first column is who."""

_FLAWS: Final = {
    "false-sightings": (Truth.FALSE,),
    "wrong-persons": (Truth.WRONG_PERSON,),
    "sensor-errors": (Truth.FALSE, Truth.WRONG_PERSON, Truth.WRONG_ACT),
}

_OF_NO_RULE: Final = tuple(int(kind) for kind in (
    Entry.OVERRIDE, Entry.LIFTED, Entry.STATE, Entry.REFRESH, Entry.DECAY, Entry.RESET, Entry.PEER, Entry.REPAIR,
    Entry.QUANTITY,
))  # fmt: skip
"""Kinds of movements whose `rule` is the number of something else, or of nothing."""


def changed(base: Ledger, other: Ledger) -> frozenset[int]:
    """Residents of whom any row differs between two worlds: of how they lived, or of what was recorded of them."""
    found = [_differing(base.table(name), other.table(name), "resident") for name in LIVED]
    seen = (base.table("sightings"), other.table("sightings"))
    found += [_differing(*seen, who) for who in ("on_resident", "origin")]
    return frozenset(reduce(lambda one, more: one | more, found, set[int]()))


def _differing(one: pl.DataFrame, other: pl.DataFrame, who: str) -> set[int]:
    """Whoever has a row, as often, in one table and not in the other."""
    columns = one.columns
    counts = [frame.group_by(columns).len("times") for frame in (one, other)]
    key = [*columns, "times"]
    alone = [mine.join(theirs, on=key, how="anti", nulls_equal=True) for mine, theirs in (counts, counts[::-1])]
    return set(pl.concat([frame.select(who) for frame in alone])[who].to_list())


def touched(base: Ledger, other: Ledger, change: Change, *, of_everybody: bool = False) -> frozenset[int] | None:
    """Residents whom what is switched off touched by itself, in either world; None where it is everybody's.

    A rule touches whom it moves, a source whom it records, a consequence whom it holds, an error of sources whom the
    wrong record is about and whose act was seen; how closely sources look, whoever is recorded otherwise. What meters
    miss or read wrongly touches whom a reading moves otherwise. A response is everybody's, and so is a scheme. Ties
    touch who got points through them, or was hit by what hits others. Appeals touch who files them; a group put on
    everybody, whoever is recorded otherwise.

    Args:
        base, other: the worlds.
        change: what is switched off.
        of_everybody: whether it is everybody's for a reason that the record does not tell.
    """
    if of_everybody or change.has(("response", "scheme")):
        return None
    parts = [_touched_by(ledger, change) for ledger in (base, other)]
    if change.has(("group-watch", "misses")) or EVERYBODY in _regrouped(change):
        seen = base.table("sightings"), other.table("sightings")
        parts += [_differing(*seen, who) for who in ("on_resident", "origin")]
    if change.has(("misses", "false-sightings", "sensor-errors")):
        moved = [one.table("entries").filter(pl.col("kind") == int(Entry.QUANTITY)) for one in (base, other)]
        one, two = (rows.select("resident", "day", "rule", "truth", "delta_milli") for rows in moved)
        parts.append(_differing(one, two, "resident"))
    return frozenset(parts[0].union(*parts[1:]))


def _regrouped(change: Change) -> set[int]:
    """Residents who are put into another group, or looked at so; `EVERYBODY` among them for all."""
    names = change.named(LABEL) | change.named(ATTRIBUTES)
    return {label[0] for name in names if (label := label_in(name))}


def _touched_by(ledger: Ledger, change: Change) -> set[int]:
    names = ledger.manifest.names
    rules = {row.code for row in names.rules if row.id in change.named("rule")}
    sources = {row.code for row in names.sources if row.id in change.named("source")}
    wanted, kinds = change.named("consequence"), kinds_off(change)
    held = {
        row.code for row in names.consequences
        if row.id in wanted or EVERY in wanted or TIE_OF_SCOPE.get(row.scope) in kinds
    }  # fmt: skip
    passed_on = [row.code + 1 for row in names.associations if row.tie in kinds]
    by_rule = pl.col("rule").is_in(rules) & ~pl.col("kind").is_in(_OF_NO_RULE)
    quantities = {row.code for row in names.quantity_rules if row.id in change.named("rule")}
    by_rule |= pl.col("rule").is_in(quantities) & (pl.col("kind") == int(Entry.QUANTITY))
    who = set(ledger.table("entries").filter(by_rule | pl.col("via").is_in(passed_on))["resident"].to_list())
    who |= {end for name in change.named(TIE) for end in ends_of(name) or ()}
    who |= {address_of(int(name)).origin for name in change.named(SIGHTING)}
    who |= set(ledger.table("spells").filter(pl.col("consequence").is_in(held))["resident"].to_list())
    who |= _regrouped(change) - {EVERYBODY}
    if change.has(("appeals",)):
        who |= set(ledger.table("appeals")["resident"].to_list())
    upheld = {int(name) for name in change.named(UPHELD)}
    who |= {row["resident"] for row in ledger.table("appeals").to_dicts() if number_behind(row) in upheld}
    seen = ledger.table("sightings")
    wrong = [int(truth) for word, truths in _FLAWS.items() if change.has((word,)) for truth in truths]
    late = (pl.col("due_day") > pl.col("act_day")) & pl.lit(change.has(("delay", "sensor-errors")))
    meant = seen.filter(pl.col("source").is_in(sources) | pl.col("truth").is_in(wrong) | late)
    return who | set(meant["on_resident"].to_list()) | set(meant["origin"].to_list())


def unchanged_share(base: Ledger, other: Ledger) -> Finding:
    """The share of residents of whom no row of either world differs."""
    slug, title = "unchanged-share", "Residents of whom nothing differs"
    n = base.manifest.kept.residents
    if reason := too_few(n):
        return undefined(slug, title, "share of residents", n, reason)
    same = n - len(changed(base, other))
    text = f"Of {n:,} residents {same:,} live the same life to the last bit in both worlds."
    return found(slug, title, round(same / n, 6), "share of residents", n, text)
