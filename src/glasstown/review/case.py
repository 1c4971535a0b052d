"""One scheme under review: what it declares, and the chain from source over rule, score and grade to consequence."""

from __future__ import annotations

from functools import cached_property

from glasstown.review.contexts import words_of
from glasstown.review.contract import Answer, At
from glasstown.review.feeds import Feed, feeds_of_list, feeds_of_score
from glasstown.scheme.model import Scheme, Setting, Value
from glasstown.scheme.model_lists import Consequence
from glasstown.scheme.model_scores import Score
from glasstown.scheme.model_sources import Source
from glasstown.vocab.errors import Span
from glasstown.vocab.evidence import Figure
from glasstown.vocab.organisation_acts import ORGANISATION_ACT_IDS
from glasstown.vocab.organisations import OF_RESIDENTS

_OF_PERSONS = ("self", "household", "children", "officers", "officials")


class Case:
    """A scheme with the questions that rules ask of it. Nothing here is a verdict."""

    def __init__(self, scheme: Scheme) -> None:
        """Look up what the file gives, once."""
        self.scheme = scheme
        self._given: dict[tuple[str, str, str], Setting] = {
            (one.table, one.id, one.key): one for one in scheme.settings if one.given
        }
        self.said: dict[str, tuple[Answer, ...]] = {}
        """What rules said, by code: some rules go by what others found."""
        self._seen: dict[tuple[Feed, str], tuple[Source, ...]] = {}
        self._led: dict[str, tuple[Feed, ...]] = {}

    def value(self, at: At) -> Value:
        """What the file gives at a place, or nothing where it is silent or says "unknown"."""
        setting = self._given.get((at.table, at.id, at.key))
        return None if setting is None or setting.value == "unknown" else setting.value

    def number(self, at: At) -> int | None:
        """A whole number or the whole part of a figure, where the file gives one."""
        value = self.value(at)
        if isinstance(value, Figure):
            return int(value.value)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def texts(self, at: At) -> tuple[str, ...] | None:
        """A list of texts, where the file gives one."""
        value = self.value(at)
        return tuple(str(one) for one in value) if isinstance(value, tuple) else None

    def text(self, at: At) -> str:
        """A text; "" where there is none."""
        value = self.value(at)
        return value if isinstance(value, str) else ""

    def mark(self, at: At) -> str:
        """How what the file gives at a place is known; "" where it gives nothing."""
        setting = self._given.get((at.table, at.id, at.key))
        return setting.mark if setting else ""

    def has_table(self, table: str, name: str = "") -> bool:
        """Whether the file has a table."""
        return (table, name, "") in self.scheme.places

    def span(self, at: At) -> Span | None:
        """The nearest place in the file: the key, else the table, else the head of the scheme."""
        found = self.scheme.place_of(at.table, at.id, at.key)
        return found or self.scheme.place_of("scheme", self.scheme.id)

    # ------------------------------------------------------------ the chain

    @cached_property
    def of_organisations(self) -> frozenset[str]:
        """Acts that firms and governments do, those of the file among them."""
        return frozenset((*ORGANISATION_ACT_IDS, *(act.id for act in self.scheme.business)))

    @cached_property
    def used_sources(self) -> tuple[Source, ...]:
        """Sources whose records something answers."""
        return tuple(source for source in self.scheme.sources if self.answered_acts(source))

    @cached_property
    def person_sources(self) -> tuple[Source, ...]:
        """Those of them that record what people do, not only firms and governments."""
        return tuple(one for one in self.used_sources if not set(self.answered_acts(one)) <= self.of_organisations)

    def answered_acts(self, source: Source) -> tuple[str, ...]:
        """Acts of a source whose records something of the scheme answers."""
        return tuple(act for act in source.sees if any(source in self.sources_of(feed, act) for feed in self.answering))

    @cached_property
    def answering(self) -> tuple[Feed, ...]:
        """Everything that answers records: feeds of scores and lists, and ways back."""
        scheme = self.scheme
        back = [Feed(At("repair", one.id), (one.act,), one.sources, (), gives=True) for one in scheme.repairs]
        back += [Feed(At("ground", one.id), (*one.exit_acts,), one.exit_seen_by, (), gives=True)
                 for one in scheme.grounds if one.exit_seen_by]  # fmt: skip
        back += [Feed(At("ground", one.id), one.extend_acts, one.sources, (), takes=True) for one in scheme.grounds]
        return (*self.feeds, *back)

    @cached_property
    def feeds(self) -> tuple[Feed, ...]:
        """Everything that moves a score or opens a list, each once."""
        found = [feed for score in self.scheme.scores for feed in feeds_of_score(self.scheme, score)]
        found += [feed for one in self.scheme.lists for feed in feeds_of_list(self.scheme, one.id)]
        return tuple({feed.at: feed for feed in found}.values())

    def sources_of(self, feed: Feed, act: str = "") -> tuple[Source, ...]:
        """Sources whose records of its acts, or of one of them, a feed answers."""
        if (feed, act) not in self._seen:
            acts = {act} & set(feed.acts) if act else set(feed.acts)
            named = (one for one in self.scheme.sources if not feed.sources or one.id in feed.sources)
            self._seen[feed, act] = tuple(one for one in named if not acts.isdisjoint(one.sees))
        return self._seen[feed, act]

    def score_of(self, consequence: Consequence) -> Score | None:
        """The score from a grade of which a consequence follows."""
        scheme = self.scheme
        grade = next((one for one in scheme.grades if one.id == consequence.grade), None)
        return scheme.scores[scheme.slot_of(grade.score)] if grade and scheme.scores else None

    def feeds_of(self, consequence: Consequence) -> tuple[Feed, ...]:
        """Everything that can lead to a consequence, over scores and lists that enter others as well."""
        if consequence.id not in self._led:
            score = self.score_of(consequence)
            found = self.feeds_into(score) if score else feeds_of_list(self.scheme, consequence.on_list)
            self._led[consequence.id] = tuple({feed.at: feed for feed in found}.values())
        return self._led[consequence.id]

    def feeds_into(self, score: Score) -> list[Feed]:
        """Everything that moves a score, over those scores and lists that its formulas or its rank go by."""
        names, lists, found, waiting = {score.id}, set[str](), list[Feed](), [score]
        by_id = {one.id: one for one in self.scheme.scores}
        while waiting:
            one = waiting.pop()
            feeds = list(feeds_of_score(self.scheme, one))
            found += feeds
            asked = {name for feed in feeds for name in feed.asks}
            others = {name.removeprefix("score.") for name in asked if name.startswith("score.")}
            others |= {one.rank.of} if one.rank else set()
            lists |= {name.removeprefix("listed.") for name in asked if name.startswith("listed.")}
            for name in sorted((others & set(by_id)) - names):
                names.add(name)
                waiting.append(by_id[name])
        grades = {grade.id for grade in self.scheme.grades if grade.score in names or len(self.scheme.scores) == 1}
        lists |= {one.on_list for one in self.scheme.overrides if one.on_list and one.grade in grades}
        return [*found, *(feed for name in sorted(lists) for feed in feeds_of_list(self.scheme, name))]

    @cached_property
    def detriments(self) -> tuple[Consequence, ...]:
        """Consequences that take something from people or make it worse."""
        return tuple(one for one in self.scheme.consequences if is_detriment(one) and self.hits_people(one))

    @cached_property
    def favours(self) -> tuple[Consequence, ...]:
        """Consequences that only put people before others."""
        return tuple(one for one in self.scheme.consequences if not is_detriment(one) and self.hits_people(one))

    def hits_people(self, consequence: Consequence) -> bool:
        """Whether it follows from what people did, or reaches people over a firm or an office."""
        if consequence.scope in {"officers", "officials"}:
            return True
        score = self.score_of(consequence)
        if score is not None:
            return score.of in OF_RESIDENTS
        acts = {act for feed in feeds_of_list(self.scheme, consequence.on_list) for act in feed.acts}
        return not acts or not acts <= self.of_organisations

    @cached_property
    def judging(self) -> tuple[Feed, ...]:
        """Feeds that can do harm to people: what they did or are is held against them."""
        scores = [one for one in self.scheme.scores if one.of in OF_RESIDENTS]
        found = [feed for score in scores for feed in self.feeds_into(score)]
        found += [feed for one in self.scheme.lists for feed in feeds_of_list(self.scheme, one.id)]
        once = {feed.at: feed for feed in found if feed.takes}
        return tuple(feed for feed in once.values() if not feed.acts or not set(feed.acts) <= self.of_organisations)

    def needs_of(self, act: str) -> tuple[str, ...]:
        """What an act needs that a consequence could take away."""
        own = tuple(name for one in self.scheme.acts if one.id == act for name in one.capacity)
        own += tuple(one.id for one in self.scheme.capacities if act in one.acts)
        return own or words_of("needs", act)


def is_detriment(consequence: Consequence) -> bool:
    """Whether a consequence takes something away, makes it worse, or has something done to people."""
    worse = any(level < 0 for _, level in (*consequence.degree, *consequence.terms))
    return bool(consequence.deny or worse or consequence.brings)
