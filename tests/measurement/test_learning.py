"""Answers, obstacles, incidents and stories on a day: counted with what they rest on, or refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.measurement.learning import (
    Days,
    KindCount,
    Lasting,
    Share,
    accounts,
    answers,
    influences,
    silences,
    voices,
)
from app.measurement.learning import learning as learned
from app.measurement.missing import Missing, MissingReason
from app.measurement.records import Incident, Obstacle, Proposal, Story
from app.measurement.warnings import LogWarning
from app.vocabulary import (
    Consent,
    EntryKind,
    Influence,
    InfluenceKind,
    ProposalAnswer,
    Side,
    StoryStrength,
    WarningRule,
)

BEGIN = date(2020, 1, 1)
AS_OF = date(2020, 12, 31)


def after(days: int | None) -> date | None:
    return None if days is None else BEGIN + timedelta(days=days)


def proposal(
    number: int,
    answered: int | None = None,
    told: int | None = None,
    answer: ProposalAnswer = ProposalAnswer.ADOPTED,
    *,
    reason: bool = False,
    made: int = 0,
) -> Proposal:
    """Days are counted from the first of January 2020."""
    return Proposal(
        id=number,
        made_on=BEGIN + timedelta(days=made),
        side=Side.CITIZENS,
        answer=ProposalAnswer.OPEN if answered is None else answer,
        answered_on=after(answered),
        has_reason=reason,
        told_on=after(told),
    )


def obstacle(
    number: int,
    ended: int | None = None,
    kind: InfluenceKind = InfluenceKind.RED_TAPE,
    influence: Influence = Influence.OBSTACLE,
) -> Obstacle:
    return Obstacle(number, BEGIN, influence, kind, after(ended))


def incident(number: int, told: int | None = None, *, owned: bool = True) -> Incident:
    return Incident(number, BEGIN, owned, after(told))


def story(number: int, consent: Consent = Consent.INSIDE) -> Story:
    return Story(number, BEGIN, consent, StoryStrength.ONE_VOICE)


def share_of(found: Share | Missing) -> tuple[int, int, tuple[int, ...]]:
    assert isinstance(found, Share)
    return found.part.count, found.part.n, found.entries


class TestAnswers:
    LOG = (
        proposal(1, answered=10, told=12, reason=True),
        proposal(2, answered=20, told=40, answer=ProposalAnswer.NOT_ADOPTED, reason=True),
        proposal(3, answered=60, told=60),
        proposal(4),
    )

    def test_answered_ones_are_a_part_of_all(self) -> None:
        assert share_of(answers(self.LOG, AS_OF).answered) == (3, 4, (1, 2, 3))

    def test_what_became_of_them_is_a_part_of_the_answered(self) -> None:
        found = answers(self.LOG, AS_OF)
        assert share_of(found.adopted) == (2, 3, (1, 3))
        assert share_of(found.reasoned) == (2, 3, (1, 2))
        assert share_of(found.told) == (3, 3, (1, 2, 3))

    def test_days_are_medians_with_their_entries(self) -> None:
        found = answers(self.LOG, AS_OF)
        assert found.days_to_answer == Days(20.0, (1, 2, 3))
        assert found.days_to_telling == Days(40.0, (1, 2, 3))

    def test_an_earlier_day_knows_no_later_answer(self) -> None:
        found = answers(self.LOG, BEGIN + timedelta(days=15))
        assert share_of(found.answered) == (1, 4, (1,))

    def test_a_median_of_two_is_refused(self) -> None:
        found = answers(self.LOG[:2], AS_OF).days_to_answer
        assert found == Missing(MissingReason.TOO_FEW_ENTRIES, 2, 3, (1, 2))

    def test_parts_of_nothing_say_of_what(self) -> None:
        assert answers((), AS_OF).answered == Missing(MissingReason.NO_PROPOSAL, 0, 1)
        assert answers([proposal(1)], AS_OF).adopted == Missing(MissingReason.NO_ANSWER, 0, 1)

    @pytest.mark.parametrize(("days", "named"), [(30, ()), (31, (4,))])
    def test_one_that_waits_longer_than_a_month_is_named(self, days: int, named: tuple[int, ...]) -> None:
        assert answers([proposal(4)], BEGIN + timedelta(days=days)).waiting == named


class TestInfluences:
    def test_days_run_to_the_end_or_to_the_day(self) -> None:
        found = influences([obstacle(1, ended=40), obstacle(2)], Influence.OBSTACLE, AS_OF)
        assert found.lasting == (
            Lasting(2, InfluenceKind.RED_TAPE, 365, is_open=True),
            Lasting(1, InfluenceKind.RED_TAPE, 40, is_open=False),
        )
        assert found.still_open == (2,)

    def test_kinds_are_counted_the_most_frequent_first(self) -> None:
        log = [obstacle(1, kind=InfluenceKind.MONEY), obstacle(2, ended=5), obstacle(3)]
        assert influences(log, Influence.OBSTACLE, AS_OF).kinds == (
            KindCount(InfluenceKind.RED_TAPE, 2, 1, (2, 3)),
            KindCount(InfluenceKind.MONEY, 1, 1, (1,)),
        )

    def test_enablers_are_counted_apart(self) -> None:
        log = [obstacle(1), obstacle(2, influence=Influence.ENABLER)]
        assert influences(log, Influence.ENABLER, AS_OF).entries == (2,)

    def test_days_stop_when_the_initiative_is_over(self) -> None:
        over = BEGIN + timedelta(days=100)
        found = learned((), [obstacle(1)], (), (), AS_OF, over_on=over).obstacles
        assert found.lasting == (Lasting(1, InfluenceKind.RED_TAPE, 100, is_open=True),)

    def test_on_a_day_before_its_end_it_lasts_still(self) -> None:
        found = influences([obstacle(1, ended=40)], Influence.OBSTACLE, BEGIN + timedelta(days=39))
        assert found.lasting == (Lasting(1, InfluenceKind.RED_TAPE, 39, is_open=True),)


class TestAccounts:
    LOG = (incident(1, told=2), incident(2, told=10), incident(3, told=50), incident(4, owned=False))

    def test_those_that_somebody_answers_for_are_a_part_of_all(self) -> None:
        found = accounts(self.LOG, AS_OF)
        assert share_of(found.answered_for) == (3, 4, (1, 2, 3))
        assert found.unanswered == (4,)

    def test_citizens_are_told_after_a_median_of_days(self) -> None:
        found = accounts(self.LOG, AS_OF)
        assert found.days_to_telling == Days(10.0, (1, 2, 3))
        assert found.untold == (4,)

    def test_without_an_incident_there_is_no_part(self) -> None:
        assert accounts((), AS_OF).told == Missing(MissingReason.NO_INCIDENT, 0, 1)


class TestVoices:
    def test_words_that_were_taken_back_are_counted_apart(self) -> None:
        found = voices([story(1), story(2, Consent.PUBLIC), story(3, Consent.WITHDRAWN)], AS_OF)
        assert (found.one_voice, found.may_leave, found.withdrawn) == (2, 1, 1)
        assert found.entries == (1, 2)


class TestSilences:
    def test_each_names_its_entries_and_their_list(self) -> None:
        found = silences([proposal(7)], [incident(1, told=2), incident(2, owned=False)], AS_OF)
        assert found == (
            LogWarning(WarningRule.PROPOSALS_WAITING, (7,), 1, 1, entry_kind=EntryKind.PROPOSAL),
            LogWarning(WarningRule.NOBODY_ANSWERED_FOR, (2,), 1, 2, entry_kind=EntryKind.INCIDENT),
            LogWarning(WarningRule.CITIZENS_NOT_TOLD, (2,), 1, 2, entry_kind=EntryKind.INCIDENT),
        )

    def test_citizens_have_a_month_to_be_told(self) -> None:
        assert silences((), [incident(1)], BEGIN + timedelta(days=30)) == ()
        assert silences((), [incident(1, told=5)], AS_OF) == ()


maybe_days = st.none() | st.integers(0, 800)


@st.composite
def proposals(draw: st.DrawFn) -> list[Proposal]:
    found = []
    for number in range(draw(st.integers(0, 25))):
        made = draw(st.integers(0, 400))
        wait = draw(maybe_days)
        answered = None if wait is None else made + wait
        told = None if answered is None else draw(st.none() | st.integers(answered, answered + 90))
        found.append(proposal(number + 1, answered, told, reason=draw(st.booleans()), made=made))
    return found


@given(proposals(), st.integers(0, 1200))
def test_whatever_is_made_is_answered_or_open(log: list[Proposal], day: int) -> None:
    found = answers(log, BEGIN + timedelta(days=day))
    counted = set(found.answered.entries) if isinstance(found.answered, Share) else set()
    assert counted <= set(found.entries)
    assert set(found.waiting) <= set(found.entries) - counted


@given(proposals(), st.integers(0, 1200))
def test_a_part_lies_within_its_interval(log: list[Proposal], day: int) -> None:
    found = answers(log, BEGIN + timedelta(days=day))
    for part in (found.answered, found.adopted, found.reasoned, found.told):
        if isinstance(part, Share):
            assert part.part.interval.low <= part.part.share + 1e-9
            assert part.part.share - 1e-9 <= part.part.interval.high


@given(proposals(), st.integers(0, 600), st.integers(0, 600))
def test_answers_are_never_unsaid_as_days_pass(log: list[Proposal], day: int, later: int) -> None:
    def answered(on: int) -> set[int]:
        found = answers(log, BEGIN + timedelta(days=on)).answered
        return set(found.entries) if isinstance(found, Share) else set()

    assert answered(day) <= answered(day + later)


@given(
    st.lists(st.tuples(st.sampled_from(list(InfluenceKind)), maybe_days), max_size=20), st.integers(0, 900)
)
def test_kinds_add_up_to_all_obstacles(given: list[tuple[InfluenceKind, int | None]], day: int) -> None:
    log = [obstacle(number, ended, kind) for number, (kind, ended) in enumerate(given, 1)]
    found = influences(log, Influence.OBSTACLE, BEGIN + timedelta(days=day))
    assert sum(kind.noticed for kind in found.kinds) == len(found.entries) == len(found.lasting)
    assert sum(kind.still_open for kind in found.kinds) == len(found.still_open)
    assert all(0 <= one.days <= day for one in found.lasting)


@given(proposals())
def test_the_order_of_the_log_does_not_matter(log: list[Proposal]) -> None:
    assert learned(log, (), (), (), AS_OF) == learned(log[::-1], (), (), (), AS_OF)
