"""Acts of firms and governments that a file declares: what is read of them, and every fault at its place."""

from __future__ import annotations

import pytest

from glasstown.compiled.act_codes import act_codes
from glasstown.scheme.canonical import canonical_text
from glasstown.scheme.read import parse_scheme
from glasstown.vocab.names import name_digest
from glasstown.vocab.organisation_acts import ORGANISATION_ACTS, is_declared, is_of_organisations
from scheme.dense import FULL
from scheme.dense_business import BUSINESS, UNSEEN
from scheme.dense_dues import DUES
from scheme.dense_index import INDEX
from scheme.dense_refit import REFITTED
from scheme.fault_texts import faults_of, many

ONE_MORE = 'title = "x"\nby = "firm"\nvictim = "nobody"\nlawful = true\nrate = 1'
OWN = ("fence-removed", "night-work", "open-day", "square-fenced")


def told(text: str, *passed_over: str) -> list[tuple[str, int, int]]:
    """Code, line and column of all faults."""
    found = [(one.code, one.span.line, one.span.column) for one in faults_of(text) if one.span]
    return [one for one in found if one[0] not in ("SCH409", *passed_over)]


def at(text: str, piece: str) -> tuple[int, int]:
    """Line and column of a piece of a text that stands in it once."""
    assert text.count(piece) == 1, piece
    before = text[: text.index(piece)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_they_have_numbers_of_their_own_by_name_above_those_that_ship():
    scheme = parse_scheme(BUSINESS)
    assert [act.id for act in scheme.business] == list(OWN)
    assert not scheme.acts
    codes = act_codes(scheme)
    assert [codes[name] for name in OWN] == [182, 183, 184, 185]
    assert max(act.code for act in ORGANISATION_ACTS) == 181
    assert [code for code in range(256) if is_of_organisations(code)] == list(range(144, 192))
    assert [code for code in range(256) if is_declared(code)] == [*range(128, 144), *range(182, 192)]


def test_ten_are_read_beside_sixteen_of_residents_and_an_eleventh_is_refused_at_its_place():
    residents = many("act", 16, ONE_MORE.replace('"firm"', '"adult"'))
    ten = UNSEEN + residents + many("act", 6, ONE_MORE).replace("act-", "deed-")
    assert len(parse_scheme(ten).business) == 10
    assert told(ten) == []
    eleven = ten + f'\n[[act]]\nid = "one-more"\n{ONE_MORE}\n'
    assert told(eleven) == [("LIM-acts-of-organisations", at(eleven, 'id = "one-more"')[0] - 1, 3)]


def test_the_canonical_form_says_the_same():
    scheme = parse_scheme(BUSINESS)
    again = parse_scheme(canonical_text(scheme))
    assert [(act.id, act.by, act.lawful, act.rate.value, act.tie, act.harm) for act in again.business] == [
        (act.id, act.by, act.lawful, act.rate.value, act.tie, act.harm) for act in scheme.business
    ]


def test_all_faults_are_told_at_once_each_at_its_key():
    text = UNSEEN.replace('kinds = ["firm", "government"]', 'kinds = ["firm"]').replace(
        'sees = ["payment-withheld", "government-judgment-default", "promise-broken", "illegal-fee", "data-falsified"]',
        'sees = ["tax-paid"]',
    )
    text = text[: text.index('[[ground]]\nid = "unpaid"')] + text[text.index("\n[[act]]") :]
    text = text.replace("rate = 6", 'rate = 60\nneeds = ["home"]').replace('tie = "neighbour"', 'tie = "kin"')
    text = text.replace("rate = 5\n\n", 'capacity = ["tender"]\n\n')
    text = text.replace('by = "government"\nvictim = "nobody"', 'by = "governments"\nvictim = "nobody"')
    assert told(text, "SCH402") == [
        ("SCH202", *at(text, "60\nneeds")),
        ("SCH392", *at(text, '["home"]')),
        ("SCH393", *at(text, '"kin"')),
        ("SCH340", at(text, 'id = "open-day"')[0] - 1, 3),
        ("SCH392", *at(text, '["tender"]')),
        ("SCH390", *at(text, '"government"\nvictim = "public"')),
        ("SCH109", *at(text, '"governments"')),
    ]
    kin, nobody = (next(one for one in faults_of(text) if one.code == code) for code in ("SCH393", "SCH390"))
    assert kin.message == 'a firm has no kin who could suffer from the act "night-work"'
    assert kin.fix == 'name "neighbour" or "employee" or "customer"'
    assert nobody.fix == 'add [organisation] kinds = ["government"]'


@pytest.mark.parametrize(
    "line",
    [
        'needs = ["home"]',
        'lacks = ["home"]',
        'capacity = ["flight"]',
        'place = "match"',
        'effect = { what = "income-up" }',
        'denied = { what = "income-down" }',
        'after = { act = "tax-paid", chance = 0.5 }',
        'due = { days = 40, fails = "open-day", chance = 0.5 }',
    ],
)
def test_what_tells_of_a_life_is_refused_of_a_firm(line: str):
    text = UNSEEN.replace("rate = 6\n", f"rate = 6\n{line}\n")
    assert told(text) == [("SCH392", *at(text, line.split(" = ", 1)[1]))]


BY_A_FIRM = f"""
[organisation]
kinds = ["firm"]

[[act]]
id = "theirs"
{ONE_MORE}
mark = "fiction"
cite = ["test-book"]
"""


@pytest.mark.parametrize(
    ("base", "old", "new", "code"),
    [
        (FULL, 'brings = ["lesson"]', 'brings = ["theirs"]', "SCH347"),
        (FULL, 'acts = ["summons", "family-visit"]', 'acts = ["theirs"]', "SCH103"),
        (FULL, 'after = { act = "red-light"', 'after = { act = "theirs"', "SCH103"),
        (INDEX, "count(late-bill, ", "count(theirs, ", "SCH103"),
        (REFITTED, 'acts = ["loan-missed"]', 'acts = ["theirs"]', "SCH103"),
        (DUES, 'fails = "broken-word"', 'fails = "theirs"', "SCH103"),
    ],
)
def test_what_only_residents_do_names_no_act_of_a_firm(base: str, old: str, new: str, code: str):
    assert old in base
    text = base.replace(old, new, 1) + BY_A_FIRM
    found = [one for one in faults_of(text) if one.code == code]
    assert found
    assert "residents" in found[0].message + found[0].fix
    assert all(one.span is not None and "theirs" in one.span.source_line for one in found)


def test_a_name_that_shares_its_luck_with_an_act_that_ships_is_refused():
    assert name_digest("deed-410369") == name_digest("label-used")
    text = UNSEEN.replace('id = "open-day"', 'id = "deed-410369"')
    assert told(text) == [("NAME-clash", *at(text, '"deed-410369"'))]


@pytest.mark.parametrize("act", ["tax-return-late", "open-day"])
def test_nothing_that_organisations_do_is_mistaken_or_starred_or_repairs(act: str):
    text = BUSINESS + (
        '\n[[impression]]\nid = "seen"\nact = "late-bill"\nstars = 1\n'
        '\n[[repair]]\nid = "mend"\nact = "charity-gift"\npoints = 1\nrules = ["nights"]\n'
    )
    text = text.replace(
        "inspects = true\n\n[[rule]]", 'inspects = true\nwrong_act = { taken_for = "X", chance = 1 }\n\n[[rule]]'
    )
    text = text.replace('"X"', f'"{act}"').replace('"late-bill"\n', f'"{act}"\n').replace('"charity-gift"', f'"{act}"')
    lines = [one.span.source_line for one in faults_of(text) if one.code == "SCH391" and one.span]
    assert lines.count(f'act = "{act}"') == 2, "the impression, and the repair"
    assert lines.count(f'wrong_act = {{ taken_for = "{act}", chance = 1 }}') == 1
