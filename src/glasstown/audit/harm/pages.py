"""The pages of the harm audit: one for each metric, and an index by theme. Made from the metrics themselves."""

from __future__ import annotations

from collections.abc import Iterable

from glasstown.audit.contract import MIN_DENOMINATOR
from glasstown.audit.harm.benefits import BENEFITS
from glasstown.audit.harm.catalogue import HARMS
from glasstown.audit.harm.contract import THEMES, Metric
from glasstown.audit.harm.outside import OUTSIDE

_HEAD = """\
# The harm audit

What `glasstown audit RUN --worlds 20` asks of a run and its replicates: what the scheme did to people, in the model.
`glasstown explain CODE` prints one of these pages. How values and intervals are come by, and what neither can say:
[the audit, worked out](../audit.md).

"""
_OTHER_SIDE = "The other side of the scale"
_BESIDE = """\
What a scheme gives, in the same form. No sum is made of the two: who is
spared an offence and who is punished for nothing are not the same people.

"""


_SEEN = "What an outside auditor would have seen"
_GAP = """\
An estimate from records and decisions alone, less, or over, the truth that the model knows.

"""


def audit_pages() -> dict[str, str]:
    """Every page by its file name."""
    return {"README.md": _index()} | {f"{metric.code}.md": _page(metric) for metric in (*HARMS, *BENEFITS, *OUTSIDE)}


def _index() -> str:
    by_theme = [(theme.capitalize(), [metric for metric in HARMS if metric.theme == theme]) for theme in THEMES]
    parts = [_HEAD, *(_table(title, mine) for title, mine in by_theme if mine)]
    parts += [_table(_SEEN, OUTSIDE, _GAP), _table(_OTHER_SIDE, BENEFITS, _BESIDE)]
    return "".join(parts).rstrip() + "\n"


def _table(title: str, metrics: Iterable[Metric], said: str = "") -> str:
    rows = "".join(
        f"| [{one.code}]({one.code}.md) | {one.title} | {one.unit} | `{one.shown_by}` | {one.moved_by} |\n"
        for one in metrics
    )
    head = "| | metric | unit | has a value in | moved by |\n| --- | --- | --- | --- | --- |\n"
    return f"## {title}\n\n{said}{head}{rows}\n"


def _page(metric: Metric) -> str:
    file = metric.room.rpartition(".")[2]
    source = f"../../src/glasstown/audit/harm/{file}.py"
    head = f"# {metric.code} {metric.title}\n\n`{metric.slug}` · {metric.theme} · [view source]({source})\n\n"
    body = "".join(f"## {heading}\n\n{text}\n\n" for heading, text in metric.text.items())
    least = f"Where a rate has fewer than {MIN_DENOMINATOR} below it, it is undefined and says so.\n"
    return f"{head}{body}## Where it has a value\n\nIn `{metric.shown_by}`. Moved by: {metric.moved_by}. {least}"
