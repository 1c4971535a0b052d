"""Six lives: for each its score or its times on lists, above them what was truly done, below what was recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from glasstown.ledger.model_names import Names
from glasstown.ledger.reader import Ledger
from glasstown.report.contract import Figure
from glasstown.report.figures.list_times import draw_list_times
from glasstown.report.figures.sheet import Sheet, titled
from glasstown.report.figures.style import ALERT, INK, QUIET
from glasstown.report.lives.life import Hold, Life, read_life
from glasstown.report.lives.strata import Chosen, choose
from glasstown.report.lives.words import events, nothing, told
from glasstown.report.summary import Summary
from glasstown.vocab.codes import Outcome, Truth
from glasstown.vocab.units import DAYS_IN_YEAR

_PLOT: Final = 360
_LEFT: Final = 124
_RIGHT: Final = 46
_SCORE: Final = 58
_LANE: Final = 15
_MOST_EVENTS: Final = 6
_MOST_HOLDS: Final = 3
_SIGNS: Final = (
    (Truth.TRUE, "circle", INK),
    (Truth.FALSE, "triangle-up", ALERT),
    (Truth.WRONG_PERSON, "diamond", ALERT),
    (Truth.WRONG_ACT, "square", ALERT),
    (Truth.LOGGED_FALSELY, "triangle-down", ALERT),
    (Truth.EDITED, "cross", ALERT),
)
_PALE: Final = "pale: moved no point"
CROSS: Final = "\N{MULTIPLICATION SIGN}"
_LEGEND: Final[tuple[tuple[str, tuple[tuple[str, str, dict[str, Any]], ...]], ...]] = (
    ("did:", (("no record came of it", "|", {"color": QUIET}), ("a record came of it", "circle", {"color": INK}),
              ("tried in vain", CROSS, {}), ("held back for fear", "circle", {"filled": False, "stroke": QUIET}))),
    ("recorded:", (("true", "circle", {"color": INK}), ("never happened", "triangle-up", {"color": ALERT}),
                   ("somebody else's act", "diamond", {"color": ALERT}),
                   (_PALE, "circle", {"color": INK, "opacity": 0.35}))),
    ("followed:", (("denies something", "square", {"color": ALERT}),
                   ("favours", "square", {"filled": False, "stroke": INK}),
                   ("out of work that day", "square", {"color": QUIET, "size": 30}))),
)  # fmt: skip
_IN_VAIN: Final = (Outcome.DENIED, Outcome.LOOKED_UP, Outcome.NO_PLACE, Outcome.CAME_TO_NOTHING)
_TITLE: Final = "Six lives"
_CAPTION: Final = (
    "Above each {}, what the resident truly did: a stroke where no record came of it, a dot where one did, "
    "a cross where it was tried in vain, a ring where it was held back for fear. Below, the records about the "
    "resident: a dot is true, a triangle never happened, a diamond is somebody else's act. "
    "Bars are consequences, hollow where they favour. {} Nobody in this picture exists."
)
_SCALE: Final = "A pale record moved no point. All six scores have one scale."
_PALE_ONE: Final = "A pale record moved no point."
_TIMES: Final = "In the middle, days on each list: blue on a true ground, orange where every ground was untrue."

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where one life stands on the sheet: its lanes, in pixels from the top."""

    top: int

    @property
    def deeds(self) -> int:
        """The lane of what was done."""
        return self.top + 44

    @property
    def score(self) -> int:
        """The upper edge of the score."""
        return self.top + 54

    @property
    def records(self) -> int:
        """The lane of records."""
        return self.score + _SCORE + 12

    def lane(self, number: int) -> int:
        """A lane under the records, from 1."""
        return self.records + number * _LANE


def six_lives(summary: Summary) -> Figure | None:
    """Draw one life of each stratum; None where the world has neither a score nor lists, or reaches nobody."""
    ledger = summary.worlds.scheme
    chosen = choose(ledger)
    lives = {one.slug: read_life(ledger, one.resident) for one in chosen if one.resident is not None}
    if not lives:
        return None
    words = " ".join(f"{one.words}: {told(lives[one.slug])}" for one in chosen if one.slug in lives)
    caption = caption_of(tuple(lives.values()))
    return Figure("six-lives", _TITLE, words, caption, draw_lives(ledger, chosen, lives, _TITLE))


def draw_lives(ledger: Ledger, chosen: tuple[Chosen, ...], lives: dict[str, Life], title: str) -> dict[str, Any]:
    """The drawing of some lives, one under the other.

    Args:
        ledger: the run.
        chosen: what each life stands for.
        lives: those that are drawn, by slug.
        title: title of the drawing.
    """
    places, height = _laid_out(chosen, lives)
    years = ledger.manifest.horizon_days / DAYS_IN_YEAR
    sheet = Sheet(_PLOT, height, 0, years, "years since day 0")
    _legend(sheet, is_scored=ledger.manifest.resident_score is not None)
    ends = _ends(tuple(lives.values()))
    for one in chosen:
        _heading(sheet, one, lives.get(one.slug), places[one.slug])
    for slug, life in lives.items():
        if ends is not None:
            _score(sheet, life, places[slug], ends, ledger.manifest.names)
        else:
            draw_list_times(sheet, life, ledger.manifest, places[slug].score, _SCORE)
        _deeds(sheet, life, places[slug])
        _records(sheet, life, places[slug])
        _below(sheet, life, places[slug])
        _story(sheet, life, places[slug])
    return titled(sheet.chart(), title)


def caption_of(lives: tuple[Life, ...]) -> str:
    """What the signs of a drawing mean."""
    if _ends(lives) is None:
        return _CAPTION.format("life", _TIMES)
    return _CAPTION.format("score line", _SCALE if len(lives) > 1 else _PALE_ONE)


def _legend(sheet: Sheet, *, is_scored: bool) -> None:
    """What each sign means, in three lines at the top."""
    for number, (heading, signs) in enumerate(_LEGEND):
        y = 2 + 15 * number
        sheet.texts([{"x": 0, "y": y, "text": heading}], at=-_LEFT, fontSize=10.5)
        x = 64.0 - _LEFT
        for text, shape, style in signs if is_scored else [sign for sign in signs if sign[0] != _PALE]:
            mark = {"x": sheet.at(x + 6), "y": y}
            if shape in ("|", CROSS):
                sheet.texts([mark | {"text": shape}], align="center", fontWeight="bold", fontSize=12, **style)
            else:
                sheet.points([mark], shape=shape, **{"opacity": 1, "size": 55, **style})
            sheet.texts([{"x": 0, "y": y, "text": text}], at=x + 16, fontSize=10.5)
            x += 5.4 * len(text) + 34


def _laid_out(chosen: tuple[Chosen, ...], lives: dict[str, Life]) -> tuple[dict[str, Place], int]:
    """Where each life stands, and the height of all."""
    places: dict[str, Place] = {}
    top = 52
    for one in chosen:
        places[one.slug] = Place(top)
        life = lives.get(one.slug)
        top = places[one.slug].lane(_lanes(life)) + 26 if life else top + 46
    return places, top


def _lanes(life: Life) -> int:
    """Lanes under the records: one for each consequence, one for days without work."""
    return min(len({_label(hold) for hold in life.holds}), _MOST_HOLDS) + bool(life.workless_days)


def _label(hold: Hold) -> str:
    """The name of a lane of consequences."""
    return f"{hold.consequence} +{hold.more}" if hold.more else hold.consequence


def _ends(lives: tuple[Life, ...]) -> tuple[float, float] | None:
    """The scale that all scores share; None where there are none."""
    scores = [points for life in lives for _, points in life.score]
    if not scores:
        return None
    low, high = min(scores), max(scores)
    room = (high - low) * 0.08 or max(abs(high) * 0.02, 1)
    return low - room, high + room


def _heading(sheet: Sheet, one: Chosen, life: Life | None, place: Place) -> None:
    """The stratum with its size, and who stands for it."""
    words = f"{one.words[:1].upper()}{one.words[1:]}"
    sheet.texts([{"x": 0, "y": place.top + 6, "text": words}], at=-_LEFT, fontWeight="bold", fontSize=12)
    who = f"one of {one.residents:,} {one.noun}"
    if life is not None:
        who = f"resident {life.resident:,}: {life.who}, {who}"
    elif one.residents:
        who = f"{who}: all of them already stand for a rarer stratum"
    else:
        who = "nobody in this run"
    sheet.texts([{"x": 0, "y": place.top + 22, "text": who}], at=-_LEFT)


def _score(sheet: Sheet, life: Life, place: Place, ends: tuple[float, float], names: Names) -> None:
    """The score as a line of steps, grades as bands behind it."""
    low, high = ends

    def y(points: float) -> float:
        return place.score + _SCORE * (high - points) / (high - low)

    above = high
    grades = [grade for grade in names.grades if grade.score == 0]
    for number, grade in enumerate(grades):
        least = low if grade.at_least_milli is None else max(grade.at_least_milli / 1000, low)
        if least < above:
            band = {"x": 0, "x2": sheet.high, "y": y(above), "y2": y(least)}
            sheet.bars([band], color=QUIET, opacity=0.08 + 0.1 * (number % 2))
            label = {"x": 0, "y": (y(above) + y(least)) / 2, "text": grade.id}
            sheet.texts([label] if y(least) - y(above) > 9 else [], at=_PLOT + 5, fontSize=10, limit=_RIGHT - 8)  # noqa: PLR2004  a line of text
            above = least
    if not grades:
        sheet.bars([{"x": 0, "x2": sheet.high, "y": y(high), "y2": y(low)}], color=QUIET, opacity=0.08)
    days = [*life.score, (round(sheet.high * DAYS_IN_YEAR), life.score[-1][1])]
    steps = [{"x": day / DAYS_IN_YEAR, "y": y(points), "order": number} for number, (day, points) in enumerate(days)]
    sheet.line(steps, color=INK, strokeWidth=2, interpolate="step-after")
    sheet.texts([{"x": 0, "y": y(points), "text": f"{points:,.0f}"} for points in _ticks(life)], at=-6, align="right")


def _ticks(life: Life) -> tuple[float, ...]:
    """The greatest and the least score of a life."""
    points = [points for _, points in life.score]
    return (max(points), min(points)) if max(points) > min(points) else (max(points),)


def _deeds(sheet: Sheet, life: Life, place: Place) -> None:
    """What was truly done."""
    y = place.deeds
    sheet.texts([{"x": 0, "y": y, "text": "did"}], at=-6, align="right", fontSize=10)
    done = [deed for deed in life.deeds if deed.outcome == Outcome.DONE]
    unseen = [deed.day / DAYS_IN_YEAR for deed in done if not deed.is_recorded]
    sheet.rules([{"x": x, "x2": x, "y": y - 4, "y2": y + 4} for x in unseen], color=QUIET, strokeWidth=1.5)
    sheet.points(
        [{"x": deed.day / DAYS_IN_YEAR, "y": y} for deed in done if deed.is_recorded], color=INK, size=40, opacity=1
    )
    held = [deed.day / DAYS_IN_YEAR for deed in life.deeds if deed.outcome == Outcome.HELD_BACK]
    sheet.points([{"x": x, "y": y} for x in held], filled=False, color=QUIET, size=40, opacity=1)
    denied = [deed.day / DAYS_IN_YEAR for deed in life.deeds if deed.outcome in _IN_VAIN]
    sheet.texts([{"x": x, "y": y, "text": CROSS} for x in denied], align="center", fontSize=14, fontWeight="bold")


def _records(sheet: Sheet, life: Life, place: Place) -> None:
    """Records about the resident."""
    y = place.records
    sheet.texts([{"x": 0, "y": y, "text": "recorded"}], at=-6, align="right", fontSize=10)
    for truth, shape, colour in _SIGNS:
        for moved, opacity in ((False, 0.35 if life.score else 1), (True, 1)):
            rows = [record for record in life.records if record.truth == truth and bool(record.points) == moved]
            marks = [{"x": record.day / DAYS_IN_YEAR, "y": y} for record in rows]
            sheet.points(marks, shape=shape, color=colour, size=40 if truth == Truth.TRUE else 60, opacity=opacity)


def _below(sheet: Sheet, life: Life, place: Place) -> None:
    """Consequences as bars, each in its lane, and the days out of work."""
    names = list(dict.fromkeys(_label(hold) for hold in life.holds))[:_MOST_HOLDS]
    for number, name in enumerate(names, 1):
        y = place.lane(number)
        holds = [hold for hold in life.holds if _label(hold) == name]
        bars = [
            {"x": hold.start_day / DAYS_IN_YEAR, "x2": hold.end_day / DAYS_IN_YEAR, "y": y - 4, "y2": y + 4}
            for hold in holds
        ]
        style = {"color": ALERT} if holds[0].denies else {"filled": False, "stroke": INK}
        sheet.bars(bars, opacity=0.85, **style)
        sheet.texts([{"x": 0, "y": y, "text": name}], at=-6, align="right", fontSize=10, limit=_LEFT - 10)
    if life.workless_days:
        y = place.lane(_lanes(life))
        sheet.texts([{"x": 0, "y": y, "text": "no work"}], at=-6, align="right", fontSize=10)
        days = [{"x": day / DAYS_IN_YEAR, "y": y} for day in life.workless_days]
        sheet.points(days, shape="square", color=QUIET, size=30, opacity=1)


def _story(sheet: Sheet, life: Life, place: Place) -> None:
    """The greatest events beside the picture."""
    lines = events(life, _MOST_EVENTS) or (nothing(life),)
    still = sum(not record.points for record in life.records) if life.score else 0
    lines = (*lines, f"{still} record{'s' if still > 1 else ''} moved no point") if still else lines
    if not life.has_every_act:
        lines = (*lines, "(acts that nobody saw are not kept here)")
    rows = [{"x": 0, "y": place.deeds + 13 * number, "text": line} for number, line in enumerate(lines)]
    sheet.texts(rows, at=_PLOT + _RIGHT, fontSize=10.5, limit=280)
