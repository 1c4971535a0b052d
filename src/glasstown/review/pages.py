"""The pages of the review: one for each rule, an index by code, and the matrix of every shipped scheme."""

from __future__ import annotations

from typing import Final

from glasstown.review.catalogue import CODES, RULES
from glasstown.review.contexts import matrix as related
from glasstown.review.contract import FAILS, MISSING, NEEDS, NOT_ADVICE, PASSES, SEVERITIES, VERDICTS
from glasstown.review.matrix import LETTERS, Row, matrix, totals
from glasstown.review.packs import packs
from glasstown.review.rule import Rule
from glasstown.vocab.contexts import CONTEXTS

SHORT: Final = {"same": "=", "related": "related", "arguable": "ask", "unrelated": "-"}


def review_pages() -> dict[str, str]:
    """Every page by its file name."""
    pages = {f"{rule.code}.md": _rule_page(rule) for rule in RULES}
    return {"README.md": _index(), "matrix.md": _matrix_page(), "contexts.md": _contexts_page()} | pages


def _foot() -> str:
    """What stands at the end of every page: no advice, and each pack with its date and the state of its reading."""
    lines = "".join(f"- {one.line}\n" for one in packs())
    return f"\n---\n\n{NOT_ADVICE} Law packs:\n\n{lines}"


def _rule_page(rule: Rule) -> str:
    words = rule.words
    source = f"../../src/glasstown/review/rules/{rule.code.lower()}.py"
    head = (
        f"# {rule.code} {rule.name}\n\n"
        f"*{rule.status}* · severity **{rule.severity}** ({SEVERITIES[rule.severity]}) · decided by: {rule.mode} ·"
        f" [view source]({source})\n\n"
    )
    norms = "".join(f"- {one.pack}: {one.text} ({one.read})\n" for one in rule.references) or "- none\n"
    packs_otherwise = [f"{one.id} {one.severity[rule.code]}" for one in packs() if rule.code in one.severity]
    weighs = f"\nWeighs otherwise in: {', '.join(packs_otherwise)}.\n" if packs_otherwise else ""
    parts = (
        ("What it does", words.what), ("Why it matters", words.why), ("Example", _toml(words.example)),
        ("Use instead", _toml(words.instead)), ("When to allow it", words.allow), ("Limits", words.limits),
    )  # fmt: skip
    body = "".join(f"## {title}\n\n{text}\n\n" for title, text in parts)
    if rule.figures:
        named = ", ".join(f"`{one}`" for one in rule.figures)
        body += f"## What a run can settle\n\nWith `--run RUN` it reads {named} of the audit.\n\n"
    return f"{head}{body}## References\n\n{norms}{weighs}{_foot()}"


def _toml(text: str) -> str:
    """A piece of a scheme file as code; a sentence as it is."""
    return f"```toml\n{text}\n```" if "=" in text or text.startswith("[") else text


def _index() -> str:
    rows = "".join(
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {rule.status} | {rule.mode} |\n"
        for rule in RULES
    )
    verdicts = "".join(f"- **{words}**\n" for words in VERDICTS.values())
    weights = "".join(f"- **{letter}** {words}\n" for letter, words in SEVERITIES.items())
    return (
        "# The review\n\n`glasstown review FILE` holds the text of a scheme against tests of law and human"
        " rights, before anything is run. It reads the chain from source over rule, score and grade to"
        " consequence, and what the file declares. There are four verdicts and no other:\n\n"
        f"{verdicts}\nA scheme in which nothing fails is told: no listed defect found by so many checks, and how many"
        f" questions could not be decided.\n\nSeverities:\n\n{weights}\nA line is let pass by a comment with a reason:"
        " `# allow: CODE because …`, behind the line, above it, or above the header of its table. Allowances"
        " that nothing needs are told.\n\n[Every shipped scheme against every rule](matrix.md) ·"
        " [contexts of life and how related they are](contexts.md)\n\n"
        f"| code | name | severity | status | decided by |\n|---|---|---|---|---|\n{rows}{_foot()}"
    )


def _matrix_page() -> str:
    legend = ", ".join(f"`{letter}` {VERDICTS[verdict]}" for verdict, letter in LETTERS.items())
    cells = totals()
    told = "; ".join(f"{number:,} {VERDICTS[verdict]}" for verdict, number in cells.items())
    head = (
        "| scheme | " + " | ".join(f"[{code}]({code}.md)" for code in CODES) + " |\n|---" + "|:-:" * len(CODES) + "|\n"
    )
    lines = "".join(
        f"| {row.scheme} | {' | '.join(LETTERS[verdict] for verdict in row.verdicts)} |\n" for row in matrix()
    )
    return (
        "# Every shipped scheme against every rule\n\nA cell is the worst of what a rule says of a scheme:"
        f" {legend}. In all {sum(cells.values()):,} cells: {told}.\n\n{head}{lines}\n{_counts()}{_compared()}{_foot()}"
    )


def _counts() -> str:
    """How many findings of each verdict a scheme has; a rule may find several places."""
    order = (FAILS, MISSING, NEEDS, PASSES)
    rows = "".join(
        f"| {row.scheme} | {' | '.join(f'{row.cells(one)} ({row.findings[one]})' for one in order)} |\n"
        for row in matrix()
    )
    heads = " | ".join(VERDICTS[one] for one in order)
    text = "## Rules by scheme\n\nHow many rules have each verdict; in brackets, in how many places.\n\n"
    return f"{text}| scheme | {heads} |\n|---|--:|--:|--:|--:|\n{rows}\n"


def _compared() -> str:
    """Which rules part the scheme that grades a whole life from the two that are about one thing."""
    rows = {row.scheme: row for row in matrix()}
    county, *single = (rows[name] for name in ("suining-2010", "flensburg", "fico-like"))
    apart = [
        code for code in CODES if code != "XX001" and _fails(county, code) and not any(_fails(o, code) for o in single)
    ]
    names = {rule.code: rule.name for rule in RULES}
    listed = "".join(f"- [{code}]({code}.md) {names[code]}\n" for code in apart)
    return (
        "## What parts one purpose from a whole life\n\nRules that `suining-2010` fails and neither `flensburg` nor"
        f" `fico-like` does:\n\n{listed}"
    )


def _fails(row: Row, code: str) -> bool:
    return row.verdicts[CODES.index(code)] == FAILS


def _contexts_page() -> str:
    head = "| | " + " | ".join(CONTEXTS) + " |\n|---" + "|:-:" * len(CONTEXTS) + "|\n"
    lines = "".join(f"| {row[0]} | {' | '.join(SHORT[level] for level in row[1:])} |\n" for row in related())
    return (
        "# Contexts of life\n\nHow related two parts of life are, by the review's own reading: `=` the same, `related`"
        " nothing to say, `ask` a person must say, `-` unrelated. A scheme cannot decide this. It may claim that"
        " two are related, with a reason, in `[[relatedness]]`; then a failure becomes a question for a person,"
        " and never a pass. The context of an act that the model ships is the review's own as well, whatever a file"
        " calls it.\n\n"
        f"{head}{lines}{_foot()}"
    )
