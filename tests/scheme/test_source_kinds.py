"""The catalogue of sources: every watcher of the documents, and figures for a source that names its kind."""

from __future__ import annotations

from decimal import Decimal

import pytest

from glasstown.behaviours.catalogue import RESIDENT_ACTS
from glasstown.compiled.source_limits import source_limits
from glasstown.scheme.canonical import canonical_text
from glasstown.scheme.citations import library_citations
from glasstown.scheme.read import parse_scheme
from glasstown.scheme.source_kinds import CITE, FILLED, profile_titles, source_kinds
from glasstown.scheme.watchfulness import watchfulness_of
from glasstown.vocab.contexts import CONTEXTS
from glasstown.vocab.errors import InputFaultsError
from glasstown.vocab.organisation_acts import KIND_OF_ACT

KINDS = source_kinds()

TOLD = {
    # typed from the documents, watcher by watcher, and not from the catalogue
    "zme-science-article": {
        "fare cheating": "ticket-control", "jaywalking": "crossing-camera", "telephones": "telecom-operator",
        "family-planning rules": "family-planning-office", "hackers who change records": "intruder",
        "unregulated companies": "market-supervision",
    },
    "proprivacy-article": {
        "a camera sees litter": "street-camera", "somebody picks it up": "award-camera",
        "driving offences": "traffic-police", "minor criminal offences": "police-station",
        "accepting bribes": "discipline-inspection", "accusing others online": "public-posts",
        "model workers": "honours-office", "social media": "social-network", "shopping habits": "online-shop",
        "a dating service": "dating-service", "the central bank": "central-bank-register",
        "poisoned food": "food-laboratory", "exploited labour": "labour-inspection",
    },
    "monitoring-citizens-2018": {
        "spyware on telephones": "phone-spyware", "a chain of hotels": "hotel-register",
        "western companies": "foreign-platform", "data bought of a trader": "data-broker", "hackers": "intruder",
        "airlines and how they name places": "aviation-office", "religion as a marker": "worship-watch",
    },
    "opinion-piece-2018": {
        "courts": "court-register", "contract obligations": "contract-register", "protest": "meeting-watch",
        "credit history": "central-bank-register", "minorities of belief": "worship-watch",
    },
    "unsigned-compilation": {
        "place": "phone-position", "friends": "social-network", "health records": "hospital", "insurance": "insurer",
        "private messages": "private-messages", "financial situation": "bank", "gaming": "game-platform",
        "smart home": "smart-home", "newspapers": "newspapers-read", "shopping history": "online-shop",
        "dating behaviour": "dating-service", "payments": "payment-service", "mobility": "carrier",
        "public documents": "public-documents", "search history": "search-history",
        "shopping paid by telephone": "shop-payments", "invoices": "utility", "own accounts": "own-declaration",
        "real-time monitoring of firms": "emission-sensor", "parking": "traffic-camera",
        "history told at a marriage": "marriage-office", "train tickets sold": "ticket-office",
        "restaurant bookings": "restaurant-bookings", "blood": "blood-bank", "volunteering": "volunteer-register",
        "petitions": "petition-office", "the party in town halls": "party-branch", "taxes of firms": "firm-tax-office",
        "public contracts": "procurement-office", "court": "court-register", "parents unvisited": "kin-register",
    },
}  # fmt: skip
"""Every watcher, or conduct that is watched, which a document names, and the kind that stands for it."""


@pytest.mark.parametrize("document", TOLD)
def test_every_watcher_that_a_document_names_is_there_with_the_document(document):
    missing = {words: kind for words, kind in TOLD[document].items()
               if kind not in KINDS or document not in KINDS[kind].told_in}  # fmt: skip
    assert missing == {}


def test_no_kind_claims_a_document_that_does_not_name_it():
    claimed = {(kind.id, document) for kind in KINDS.values() for document in kind.told_in}
    named = {(kind, document) for document, watchers in TOLD.items() for kind in watchers.values()}
    assert {(kind, document) for kind, document in claimed if document not in library_citations()} == set()
    assert sorted(claimed - named) == ALSO, "told there as well, in words that stand for more than one kind"


ALSO = [
    ("bank", "proprivacy-article"),
    ("central-bank-register", "unsigned-compilation"),
    ("charity-register", "unsigned-compilation"),
    ("contract-register", "unsigned-compilation"),
    ("enforcement-register", "opinion-piece-2018"),
    ("market-supervision", "proprivacy-article"),
    ("public-posts", "unsigned-compilation"),
    ("ticket-control", "unsigned-compilation"),
    ("traffic-camera", "proprivacy-article"),
    ("traffic-police", "unsigned-compilation"),
]


def test_every_figure_lies_in_its_band_and_every_profile_is_used():
    assert {kind.profile for kind in KINDS.values()} == set(profile_titles())
    for kind in KINDS.values():
        assert kind.context in CONTEXTS
        for value, low, high in kind.figures.values():
            assert Decimal(0) <= low <= value <= high, kind.id


HEAD = """\
[scheme]
id = "kinds"
title = "Kinds"
evidence = "constructed"
consent = "compulsory"
mark = "fiction"
cite = ["source-kinds"]
[subjects]
min_age_years = 18
coverage = 1
[awareness]
start = 0.5
learned_per_year = 0.5
[organisation]
kinds = ["firm", "government"]
[[act]]
id = "act-of-the-file"
title = "What no act of the model stands for"
by = "adult"
victim = "nobody"
lawful = true
rate = 1
[[list]]
id = "black"
"""


def scheme_with(source: str) -> str:
    return f'{HEAD}[[source]]\nid = "one"\n{source}'


@pytest.mark.parametrize("name", KINDS)
def test_a_source_of_each_kind_needs_no_more_than_its_name(name):
    own = "" if KINDS[name].sees else 'sees = ["act-of-the-file"]\n'
    scheme = parse_scheme(scheme_with(f'kind = "{name}"\n{own}'))
    (source,) = scheme.sources
    assert source.sees == (KINDS[name].sees or ("act-of-the-file",))
    assert (source.detection.value, source.detection.cite) == (KINDS[name].figures["detection"][0], (CITE,))
    assert (source.match, source.delay) == (KINDS[name].match, KINDS[name].delay)
    if all(act not in KIND_OF_ACT for act in source.sees):
        assert limits_of(scheme) == (), "what is common is seen as far as it is drawn"
    again = parse_scheme(scheme.text)
    assert (again.settings, again.text) == (scheme.settings, canonical_text(scheme)), "the whole is kept"


def limits_of(scheme):
    sightable = {act.id: act.sightable.value for act in RESIDENT_ACTS if act.sightable}
    return source_limits(watchfulness_of(scheme), sightable=sightable, step_days=7)


def test_what_a_file_says_itself_stands():
    (source,) = parse_scheme(scheme_with('kind = "blood-bank"\ndetection = 0.25\nmatch = "name"\n')).sources
    assert (source.detection.value, source.detection.mark, source.match) == (Decimal("0.25"), "fiction", "name")
    assert (source.wrong_person.value, source.wrong_person.high) == (Decimal("0.00001"), Decimal("0.0001"))
    assert source.sees == ("blood-donation",)


def test_a_kind_that_nobody_knows_is_one_fault_with_the_nearest_name():
    with pytest.raises(InputFaultsError) as caught:
        parse_scheme(scheme_with('kind = "blod-bank"\n'))
    (one,) = (one for one in caught.value.diagnostics if one.severity == "error")
    assert (one.code, one.span.line, one.span.column) == ("SCH109", 27, 8)
    assert "blood-bank" in one.fix


def test_a_fault_of_what_was_filled_in_points_to_the_kind():
    with pytest.raises(InputFaultsError) as caught:
        parse_scheme(scheme_with('kind = "emission-sensor"\n').replace(', "government"', "").replace('"firm"', ""))
    assert {(one.code, one.span.line) for one in caught.value.diagnostics if one.code == "SCH390"} == {("SCH390", 27)}


def test_kinds_fill_what_a_source_may_say_and_nothing_else():
    scheme = parse_scheme(scheme_with('kind = "petition-office"\n'))
    given = {one.key for one in scheme.settings if one.table == "source" and one.given}
    assert given == {"id", "kind", *FILLED}
