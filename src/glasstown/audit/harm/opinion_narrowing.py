"""M27, voiced-opinion narrowing: how much poorer what is heard is than what is held.

What it says: People hold these views and voice those; the voiced ones are of fewer kinds, or of other kinds.

Definition: entropy of the kinds of lawful acts of voice as held (done, held back or denied) less that of those done,
in the whole town. Beside it the divergence of Kullback and Leibler of held from voiced.

Unit: nats.

How to read it: 0 is that what is voiced is spread over kinds as what is held. Above 0 it is narrower; below 0 the
commonest kinds are silenced most. The divergence is never below 0 and is 0 only where the shares are alike.

Limits: Kinds are kinds of act (a critical post, a petition, worship, ...), not opinions: the model has no content.
What is said in other words instead is not in it.

Sources: Kuran 1995, Private Truths, Public Lies; Shannon 1948 (doi:10.1002/j.1538-7305.1948.tb01338.x).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log
from typing import Final

from glasstown.audit.harm import speech_suppressed
from glasstown.audit.harm.contract import Counts, Figure, Metric, Part, nothing, too_thin, under
from glasstown.audit.harm.speech_suppressed import WITH


def measure(counts: Counts) -> Figure:
    """Entropy held less entropy voiced, and the divergence."""
    voiced, held = _by_act(counts, ("done",)), _by_act(counts, ("done", "held_back", "blocked"))
    n = sum(held.values())
    if reason := too_thin(sum(voiced.values()), "lawful acts of voice"):
        return nothing(reason, n)
    value = _entropy(held) - _entropy(voiced)
    silent = [act for act, number in held.items() if number and not voiced.get(act)]
    if silent:
        part = Part("divergence", None, int(n), f"nothing is voiced of {', '.join(silent)}: it has no end")
    else:
        part = Part("divergence", _divergence(held, voiced), int(n))
    kept = sum(voiced.values()) / n
    kinds = sum(one > 0 for one in held.values())
    says = f"{n:,.0f} lawful acts of voice of {kinds} kinds were meant, {100 * kept:.1f} % done."
    return Figure(value, int(n), says, parts=(part,))


def _by_act(counts: Counts, what: tuple[str, ...]) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in what:
        for (act, _), number in under(counts, WITH, one).items():
            found[act] = found.get(act, 0) + number
    return found


def _entropy(numbers: Mapping[str, float]) -> float:
    n = sum(numbers.values())
    return -sum(one / n * log(one / n) for one in numbers.values() if one)


def _divergence(held: Mapping[str, float], voiced: Mapping[str, float]) -> float:
    n, m = sum(held.values()), sum(voiced.values())
    return sum(one / n * log((one / n) / (voiced[act] / m)) for act, one in held.items() if one)


METRIC: Final = Metric(
    code="M27",
    slug="opinion-narrowing",
    title="Voiced-opinion narrowing",
    theme="chilling",
    unit="nats",
    tally=speech_suppressed.tally,
    measure=measure,
    shown_by="national-as-told",
    moved_by="--without response:chilling",
    room=__name__,
    signed=True,
)
