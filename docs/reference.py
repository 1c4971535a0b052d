"""Write the reference pages from the catalogues of the code: `make docs`.

The pages are committed, so that they can be read anywhere; a test compares them with what the catalogues say now.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import IntFlag
from pathlib import Path

from glasstown.audit import replay
from glasstown.audit.catalogue import METRICS
from glasstown.audit.contract import MIN_DENOMINATOR, ONE_WORLD
from glasstown.audit.harm.pages import audit_pages
from glasstown.behaviours.act import Act
from glasstown.behaviours.acts.quantities import QUANTITIES
from glasstown.behaviours.assets import MEANINGS
from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.behaviours.consequences import BETTERMENTS, DENIALS, WORSENINGS, DegreeOutcome, Outcome
from glasstown.behaviours.organisations.page import organised_section
from glasstown.behaviours.seats import SEATS
from glasstown.behaviours.start import ENTERS_WORK, INITIAL_ASSETS, PRIVATE_SCHOOL, TOP_SCHOOL
from glasstown.review.pages import review_pages
from glasstown.scheme.gallery_pages import gallery_pages
from glasstown.scheme.json_schema import json_schema_text
from glasstown.scheme.reference import reference_page
from glasstown.scheme.source_kinds_page import source_kinds_page
from glasstown.society.reference import reference_page as society_page
from glasstown.vocab.acts import ACTS, FAMILIES
from glasstown.vocab.capacities import CAPACITIES, DEGREES
from glasstown.vocab.change import ADDITIONS, CAUSES
from glasstown.vocab.codes import Asset, Effect
from glasstown.vocab.columns import TABLES as RUN_TABLES
from glasstown.vocab.columns import columns_of
from glasstown.vocab.evidence import Figure

DOCS = Path(__file__).resolve().parent
MADE = "<!-- made by `make docs` from the catalogues of the code; edit those -->\n\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; bars inside a cell are kept from splitting it."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in lines)


def short(number: Decimal) -> str:
    """A number to three figures, without a power of ten."""
    return f"{Decimal(f'{number:.3g}'):f}"


def figure(value: Figure) -> str:
    """A figure to three figures with its mark, and its band where there is one."""
    if value.low is None or value.high is None:
        return f"{short(value.value)} ({value.mark})"
    return f"{short(value.value)} ({value.mark}, {short(value.low)} to {short(value.high)})"


KINDS_IN_WORDS = {
    "listed": "drawn one by one",
    "frequent": "so frequent that only the share that could be seen is drawn; no source of a scheme detects more",
    "gauge": "read as a quantity once a month; `savings` as they stand",
    "child": "follows another act",
    "household": "the household's, done by its reference person",
}


def whom(act: Act) -> str:
    """Who suffers, through which tie, and whether anybody in the town does."""
    if act.victim == "nobody" or act.harms_in_model:
        return f"{act.victim} ({act.victim_tie})" if act.victim_tie else act.victim
    return f"{act.victim}, not simulated"


def act_row(act: Act) -> list[str]:
    """One act as a row."""
    speech = "allowed" if act.lawful else "forbidden"
    rate = figure(act.rate) + (f" {act.unit}" if act.unit else "")
    share = figure(act.sightable) if act.sightable else ""
    return [
        f"`{act.id}`",
        act.title,
        act.who,
        whom(act),
        speech,
        act.kind,
        rate,
        act.basis,
        share,
        ", ".join(act.rate.cite),
    ]


def bits(flags: IntFlag) -> str:
    """The names of the bits that are set, in words."""
    return ", ".join(str(flag.name).lower().replace("_", " ") for flag in type(flags) if flag in flags)


def change(effect: Effect, asset: Asset, chance: Figure | None) -> str:
    """What an effect does, in words."""
    if effect == Effect.NONE:
        return ""
    words = f"{effect.name.lower().replace('_', ' ')} {bits(asset)}".strip()
    return f"{words}, chance {figure(chance)}" if chance else words


def life_row(act: Act) -> list[str]:
    """What one act needs and does, as a row."""
    needs = [bits(act.needs_assets), f"no {bits(act.needs_lack)}" if act.needs_lack else ""]
    harm = change(act.victim_effect, act.victim_asset, act.victim_chance)
    costs = [f"{short(cost.value)} {unit}" for cost, unit in ((act.hours, "hours"), (act.yuan, "yuan")) if cost]
    return [
        f"`{act.id}`",
        "; ".join(need for need in needs if need),
        bits(act.capacity),
        act.place,
        change(act.effect, act.effect_asset, act.effect_chance),
        change(act.effect_blocked, act.blocked_asset, act.blocked_chance),
        harm,
        "; ".join(f"`{child.act}` {figure(child.chance)}" for child in act.children),
        ", ".join(costs),
    ]


def places() -> str:
    """What there is too little of, and how much of it comes up."""
    asking = {act.place: f"`{act.id}`" for act in RESIDENT_ACTS if act.place}
    rows = [
        [seat.place, asking[seat.place], bits(seat.capacity),
         figure(seat.per_resident_year) if seat.per_resident_year else "as many as find each other"]
        for seat in SEATS
    ]  # fmt: skip
    columns = ["place", "asked for by", "can be denied or preferred in", "places that come up, per resident and year"]
    return "## What there is too little of\n\n" + table(columns, rows)


def held_back() -> str:
    """Which acts fear can hold back: what is lawful and belongs to the family of speech, belief and meeting."""
    voice = next(family.number for family in FAMILIES if family.name == "voice")
    family = {act.id: act.family for act in ACTS}
    lawful = [act for act in RESIDENT_ACTS if act.lawful and family[act.id] == voice]
    head = (
        "## What fear can hold back\n\n"
        "Lawful speech, belief and meeting, where a scheme takes points for it or lists for it and the resident "
        "knows. Of acts so frequent that only a share is drawn, what is held back is counted of that share alone.\n\n"
    )
    return head + table(["act", "what it is"], [[f"`{act.id}`", act.title] for act in lawful])


def acts() -> str:
    """The page of acts."""
    head = (
        "# What residents do\n\n"
        "Each act, who can commit it, who suffers, whether law allows it apart from any scheme, and how often it is "
        "committed by one who can, in a year. *Assumed* figures are ours; their band says how far they may be off. "
        "The tie through which an act finds the one who suffers stands in brackets. *Not simulated*: nobody in the "
        "town is hit by it; the model knows that the act is done, not to whom.\n\n"
    )
    kinds = "".join(f"- *{kind}*: {words}\n" for kind, words in KINDS_IN_WORDS.items())
    columns = ["act", "what it is", "who", "who suffers", "by law", "kind", "acts a year", "basis", "share drawn",
               "sources"]  # fmt: skip
    parts = [MADE + head + kinds + "\n" + table(columns, [act_row(act) for act in (*RESIDENT_ACTS, *QUANTITIES)])]
    lives = [act for act in RESIDENT_ACTS if any(life_row(act)[1:])]
    columns = ["act", "needs", "can be denied", "competes for", "if done", "if denied", "harm", "followed by", "cost"]
    parts.append(
        "## What acts do to lives\n\nWhat one must have or lack, what a consequence may deny, and what changes when it "
        "is done, when it is denied, and for who suffers. What *competes for* a place is served in order: a favour "
        "puts its holder first and makes nobody ask more often. *Harm* reaches one resident through the tie that the "
        "table above names in brackets; of a staff one of the first eight.\n\n" + table(columns, map(life_row, lives))
    )
    begin = {int(asset): (figure(share), bits(standing) or "adults") for asset, share, standing in INITIAL_ASSETS}
    rows = [[bits(asset), text, *begin[int(asset)]] for asset, text in MEANINGS]
    parts.append(
        "## What residents have\n\n" + table(["asset", "what it means", "share at day 0", "of adults who are"], rows)
    )
    rows = [["pupils who go to a private school on day 0", figure(PRIVATE_SCHOOL)],
            ["pupils who go to one of the best public schools on day 0", figure(TOP_SCHOOL)],
            ["who looks for work at once on turning eighteen", figure(ENTERS_WORK)]]  # fmt: skip
    parts.append("## How young lives begin\n\n" + table(["what", "share"], rows))
    parts.append(places())
    parts.append(held_back())
    parts.append(organised_section(figure))
    return "\n".join(parts)


def shown(row: Outcome | DegreeOutcome) -> str:
    """Where an outcome shows, in words."""
    return f"{row.shows_in} {row.of.lower().replace('_', ' ')}".strip()


def consequences() -> str:
    """The page of what each consequence does to a life."""
    head = (
        "# What a denial does to a life\n\n"
        "For each thing that a consequence may take away: the act that needs it, what changes, and the later outcome "
        "in which it shows when two worlds differ in nothing else. A plus sign: the denial makes more of it.\n\n"
    )
    texts = {int(bit): text for _, bit, text in CAPACITIES}
    rows = [
        [bits(row.capacity), texts[int(row.capacity)], f"`{row.act}`", row.when,
         change(row.effect, row.asset, None), shown(row), "+" if row.sign > 0 else "-", row.then]
        for row in DENIALS
    ]  # fmt: skip
    columns = ["denied", "what it is", "act", "changes when", "change", "shows in", "sign", "then"]
    parts = [MADE + head + table(columns, rows)]
    names = {int(code): (name, text) for name, code, text in DEGREES}
    for made, outcomes in (("worse", WORSENINGS), ("better", BETTERMENTS)):
        rows = [
            [*names[int(row.degree)], f"`{row.act}`", shown(row), "+" if row.sign > 0 else "-", row.then]
            for row in outcomes
        ]
        columns = [f"made {made}", "what it is", "act", "shows in", "sign", "then"]
        parts.append(f"## Made {made} without being denied\n\n" + table(columns, rows))
    return "\n".join(parts)


def columns() -> str:
    """The page of the tables of a run folder."""
    head = (
        "# What a run folder holds\n\n"
        "Every table and every column there can be. All of them are whole numbers: there is no room for a name.\n"
    )
    parts = [head]
    for entry in RUN_TABLES:
        rows = [[f"`{column.name}`", column.type, column.unit, column.text] for column in columns_of(entry.name)]
        parts.append(f"## `{entry.name}`\n\nOne row is {entry.row}. Kept: {entry.kept}.\n\n")
        parts.append(table(["column", "type", "unit", "what it says"], rows))
    return MADE + "\n".join(parts)


def findings() -> str:
    """The page of what an audit answers, from the words of its own files."""
    head = (
        "# What an audit answers\n\n"
        "A finding has a `value`, a `unit`, an `interval` and `n`, how many it rests on. `reason` says why there is no "
        "value, and stands only there; `interval_reason` says why there is no interval. "
        f"{ONE_WORLD[0].upper()}{ONE_WORLD[1:]}. A rate or a share of fewer than {MIN_DENOMINATOR} is not given; a "
        "count always is.\n"
    )
    parts = [head]
    for metric in METRICS:
        module = sys.modules[metric.compute.__module__]
        parts.append(f"## {metric.question}\n\n{(module.__doc__ or '').strip()}\n")
    parts.append(f"## How a book is replayed\n\n{(replay.__doc__ or '').strip()}\n")
    return MADE + "\n".join(parts)


def causes() -> str:
    """What can be switched off in a paired world."""
    rows = ([f"`{cause.form}`", cause.says + ("; `*` means every one" if cause.has_every else "")] for cause in CAUSES)
    what = "What `glasstown pair RUN --without CAUSE` can switch off; [what that means](../what-if.md)."
    added = ([f"`{one.form}`", one.says + ("; `*` means everybody" if one.has_every else "")] for one in ADDITIONS)
    return (
        f"{MADE}# Causes\n\n{what}\n\n" + table(["cause", "in the world without it"], rows)
        + "\n## Changes\n\nWhat `--with CHANGE` can add.\n\n" + table(["change", "in the world with it"], added)
    )  # fmt: skip


def pages() -> dict[str, str]:
    """Every page by its file name."""
    return {
        "scheme-grammar.md": MADE + reference_page(),
        "source-kinds.md": MADE + source_kinds_page(),
        "society.md": MADE + society_page(),
        "acts.md": acts(),
        "consequences.md": consequences(),
        "run-folder.md": columns(),
        "findings.md": findings(),
        "causes.md": causes(),
        "scheme.schema.json": json_schema_text(),
    }


def schemes() -> dict[str, str]:
    """The page of each shipped scheme by its file name; a scheme's own first line stands first, the remark last."""
    return {name: f"{text}\n{MADE.strip()}\n" for name, text in gallery_pages().items()}


FOLDERS = {"reference": pages, "schemes": schemes, "review": review_pages, "audit": audit_pages}
"""What is written, by folder of `docs`."""


def main() -> None:
    """Write the pages, and take away those of schemes that are gone."""
    for folder, made in FOLDERS.items():
        place, texts = DOCS / folder, made()
        place.mkdir(exist_ok=True)
        for stale in {path.name for path in place.iterdir()} - set(texts):
            (place / stale).unlink()
        for name, text in texts.items():
            (place / name).write_text(text, encoding="utf-8")
            sys.stdout.write(f"docs/{folder}/{name}\n")


if __name__ == "__main__":
    main()
