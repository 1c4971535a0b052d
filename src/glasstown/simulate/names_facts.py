"""The names behind the codes of a run, from the text of its scheme."""

from __future__ import annotations

from collections.abc import Mapping

from glasstown.compiled.act_codes import act_codes
from glasstown.compiled.caps import rising_points
from glasstown.compiled.dues import lower_dues
from glasstown.ledger.model_dues import DueRow
from glasstown.ledger.model_fits import CategoryRow
from glasstown.ledger.model_holders import HolderRow, SharingRow
from glasstown.ledger.model_names import (
    AssociationRow,
    ConsequenceRow,
    GroundRow,
    ListRow,
    Names,
    OverrideRow,
    RepairRow,
    RuleRow,
    SourceRow,
    VersionRow,
)
from glasstown.ledger.model_scores import GradeRow, InferenceRow, QuantityRow, StateRow
from glasstown.ledger.model_votes import VoteRow
from glasstown.scheme.formula_meaning import asks_others
from glasstown.scheme.model import Scheme
from glasstown.scheme.model_acts import capacity_numbers
from glasstown.scheme.model_lists import Consequence, Version
from glasstown.scheme.model_rules import Override, Rule
from glasstown.simulate.act_names import act_rows, registered
from glasstown.simulate.plan import RunRequest
from glasstown.simulate.run_days import days_of
from glasstown.vocab.limits import MAX_POINTS
from glasstown.vocab.units import milli


def names_of(scheme: Scheme | None, request: RunRequest | None = None) -> Names:
    """What the codes in the tables stand for; ends of overrides are those of a run, where one is given.

    In the world without the scheme of a request these are its acts, and what they leave owing.
    """
    if scheme is None:
        return _names_of_town(request.scheme if request else None)
    codes, sources = act_codes(scheme), {source.id: s for s, source in enumerate(scheme.sources)}
    grades = {grade.id: g for g, grade in enumerate(scheme.grades, start=1)}
    lists = {one.id: n for n, one in enumerate(scheme.lists)}
    bits = capacity_numbers(scheme.capacities)
    return Names(
        acts=act_rows(scheme, codes),
        sources=tuple(
            SourceRow(s, source.id, source.context, milli(source.trust.value))
            for s, source in enumerate(scheme.sources)
        ),
        rules=tuple(
            _rule_row(scheme, r, rule, codes, sources) for r, rule in enumerate(scheme.rules)
        ),
        grades=_grade_rows(scheme),
        consequences=tuple(
            _consequence_row(
                c, row, bits, grades.get(row.grade, 0), lists.get(row.on_list),
                days_of(scheme, "consequence", row.id, request),
            )
            for c, row in enumerate(scheme.consequences)
        ),
        lists=tuple(ListRow(n, one.id, one.title, scheme.published) for n, one in enumerate(scheme.lists)),
        grounds=_ground_rows(scheme, codes),
        overrides=tuple(
            _override_row(
                o, row, grades, lists.get(row.on_list),
                next(scheme.slot_of(grade.score) for grade in scheme.grades if grade.id == row.grade),
                days_of(scheme, "override", row.id, request),
            )
            for o, row in enumerate(scheme.overrides)
        ),
        dues=_due_rows(scheme, codes),
        votes=_vote_rows(scheme),
        repairs=_repair_rows(scheme),
        fitted=_fitted_rows(scheme),
        inferences=tuple(InferenceRow(i, row.id, row.title) for i, row in enumerate(scheme.inferences)),
        state_rules=tuple(
            StateRow(s, row.id, milli(row.points.value), scheme.slot_of(row.score))
            for s, row in enumerate(scheme.state_rules)
        ),
        quantity_rules=tuple(
            QuantityRow(q, row.id, row.title, row.meter) for q, row in enumerate(scheme.quantity_rules)
        ),
        versions=_version_rows(scheme),
        associations=tuple(AssociationRow(a, row.id, row.tie) for a, row in enumerate(scheme.associations)),
        holders=_holder_rows(scheme),
        sharings=_sharing_rows(scheme),
    )


def _names_of_town(scheme: Scheme | None) -> Names:
    """What is named without a scheme: acts of the model, and those that a file declares, by the same numbers."""
    if scheme is None:
        return Names(acts=act_rows(None, registered()))
    codes = act_codes(scheme)
    return Names(acts=act_rows(scheme, codes), dues=_due_rows(scheme, codes))


def _due_rows(scheme: Scheme, codes: Mapping[str, int]) -> tuple[DueRow, ...]:
    of = {codes[act.id]: act for act in scheme.acts}
    rows = lower_dues(scheme, codes)
    return tuple(DueRow(r.act, of[r.act].id, of[r.act].title, r.days, r.fails, r.paid) for r in rows)


def _ground_rows(scheme: Scheme, codes: Mapping[str, int]) -> tuple[GroundRow, ...]:
    lists = {one.id: n for n, one in enumerate(scheme.lists)}
    return tuple(
        GroundRow(g, row.id, lists[row.on_list], tuple(codes[act] for act in row.acts),
                  _gravity(scheme, "ground", row.id))
        for g, row in enumerate(scheme.grounds)
    )  # fmt: skip


def _grade_rows(scheme: Scheme) -> tuple[GradeRow, ...]:
    return tuple(
        GradeRow(
            g, grade.id, grade.label, milli(grade.at_least.value) if grade.at_least else None,
            scheme.slot_of(grade.score),
        )
        for g, grade in enumerate(scheme.grades, start=1)
    )  # fmt: skip


def _version_rows(scheme: Scheme) -> tuple[VersionRow, ...]:
    return tuple(
        VersionRow(
            v, one.id, bool({"grades", "scheme"} & set(one.drop)), _overrides_ended(scheme, one),
            one.from_figure is None,
        )
        for v, one in enumerate(scheme.versions)
    )  # fmt: skip


def _vote_rows(scheme: Scheme) -> tuple[VoteRow, ...]:
    numbers = {rule.id: r for r, rule in enumerate(scheme.rules)}
    return tuple(
        VoteRow(v, one.id, one.title, one.method, tuple(numbers[name] for name in sorted(one.rules)))
        for v, one in enumerate(scheme.votes)
    )


def _repair_rows(scheme: Scheme) -> tuple[RepairRow, ...]:
    rules = {rule.id: r for r, rule in enumerate(scheme.rules)}
    grounds = {one.id: g for g, one in enumerate(scheme.grounds)}
    return tuple(
        RepairRow(
            code=len(scheme.rules) + number, id=row.id, title=row.title,
            rules=tuple(sorted(rules[name] for name in row.rules)), ground=grounds.get(row.ground),
            points_milli=milli(row.points.value) if row.points else 0,
            largest_milli=milli(row.largest.value if row.largest else MAX_POINTS),
            after_days=int(row.after_days.value),
            within_days=int(row.within_days.value) if row.within_days else None,
            most=int(row.most.value), per_days=int(row.per_days.value) if row.per_days else None,
        )
        for number, row in enumerate(scheme.repairs)
    )  # fmt: skip


def _fitted_rows(scheme: Scheme) -> tuple[CategoryRow, ...]:
    """The categories that share their weights anew, by their place in the index."""
    index, names = scheme.score.index if scheme.score else None, scheme.refit.categories if scheme.refit else ()
    return tuple(
        CategoryRow(c, one.id, one.title, milli(one.weight.value))
        for c, one in enumerate(index.categories if index else ()) if one.id in names
    )  # fmt: skip


def _holder_rows(scheme: Scheme) -> tuple[HolderRow, ...]:
    return tuple(HolderRow(h, row.id, row.title, row.foreign) for h, row in enumerate(scheme.holding.holders, 1))


def _sharing_rows(scheme: Scheme) -> tuple[SharingRow, ...]:
    holding = scheme.holding
    return tuple(
        SharingRow(s, row.id, holding.number_of(row.source), holding.number_of(row.to), row.way)
        for s, row in enumerate(holding.sharings)
    )


def _consequence_row(
    number: int, row: Consequence, bits: Mapping[str, int], grade: int, on_list: int | None,
    days: tuple[int, int | None],
) -> ConsequenceRow:
    return ConsequenceRow(
        number, row.id, grade, _bits(row.deny, bits), _bits(row.favour, bits), row.notice, on_list, dict(row.degree),
        row.scope, row.through, row.decision is not None or row.when is not None, *days, row.recipient,
        row.when is not None and asks_others(row.when),
    )  # fmt: skip


def _override_row(
    number: int, row: Override, grades: dict[str, int], on_list: int | None, score: int, days: tuple[int, int | None]
) -> OverrideRow:
    within, younger = (int(one.value) if one else None for one in (row.within_days, row.younger_days))
    return OverrideRow(number, row.id, grades[row.grade], int(row.count.value), within, on_list, days[1], score,
                       days[0], grades.get(row.same_officer, 0), younger)  # fmt: skip


def _overrides_ended(scheme: Scheme, version: Version) -> tuple[int, ...]:
    whole = bool({"overrides", "scheme"} & set(version.drop))
    return tuple(o for o, row in enumerate(scheme.overrides) if whole or row.id in version.drop_overrides)


def _rule_row(scheme: Scheme, number: int, rule: Rule, codes: dict[str, int], sources: dict[str, int]) -> RuleRow:
    cap = next((one for one in scheme.caps if rule.id in one.rules), None)
    return RuleRow(
        code=number,
        id=rule.id,
        act=codes[rule.act],
        points_low_milli=milli(rule.points[0]),
        points_high_milli=milli(rule.points[1]),
        sources=tuple(sources[name] for name in rule.sources),
        expires_days=int(rule.expires_days.value) if rule.expires_days else None,
        repeat_count=rule.repeat.count if rule.repeat else None,
        repeat_within_days=rule.repeat.within_days if rule.repeat else None,
        per_days=int(rule.per_days.value) if rule.per_days else None,
        group=rule.group,
        group_days=int(rule.group_days.value) if rule.group_days else None,
        score=scheme.slot_of(rule.score),
        agree_count=int(rule.agree.count.value) if rule.agree else None,
        agree_days=int(rule.agree.within_days.value) if rule.agree else None,
        agree_trust_milli=milli(rule.agree.trust.value) if rule.agree else 0,
        cap=cap.id if cap else "",
        cap_milli=milli(cap.points.value) if cap else 0,
        cap_days=int(cap.days.value) if cap else None,
        rising_milli=rising_points(rule) if rule.escalate else (),
        gravity=_gravity(scheme, "rule", rule.id),
    )


def _gravity(scheme: Scheme, table: str, name: str) -> int | None:
    """How grave the act behind a rule or a ground is declared to be; None where the file does not say."""
    place = (table, name, "gravity")
    said = next((row.value for row in scheme.settings if (row.table, row.id, row.key) == place), None)
    return said if isinstance(said, int) and not isinstance(said, bool) else None


def _bits(capacities: tuple[str, ...], numbers: Mapping[str, int]) -> int:
    return sum(numbers[name] for name in set(capacities) if name in numbers)
