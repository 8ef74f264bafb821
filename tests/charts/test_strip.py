"""The lead strip: touching where the log bears out the claim, parted where it does not."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.charts.lanes import StripPhase, in_rows, span_of
from app.charts.scales import TimeSpan
from app.charts.strip import Strip, StripWords, strip
from app.charts.strip_axis import strip_axis
from app.charts.strip_sizes import LARGE, SMALL
from app.charts.words import text_width
from app.vocabulary import Lead, PhaseKind

SPAN = TimeSpan(date(2015, 1, 1), date(2019, 1, 1))
LEADS = [*Lead, None]

some_phases = st.lists(
    st.builds(
        lambda kind, start, length, claimed, evidenced: StripPhase(
            name=f"A phase of {kind} with a long name",
            short=kind[:4],
            kind=kind,
            starts_on=SPAN.first + timedelta(days=start),
            ends_on=SPAN.first + timedelta(days=start + length),
            claimed=claimed,
            evidenced=evidenced,
        ),
        st.sampled_from(PhaseKind),
        st.integers(0, 1400),
        st.integers(0, 900),
        st.sampled_from(LEADS),
        st.sampled_from(LEADS),
    ),
    max_size=8,
)
sharing = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("claimed", LEADS)
@pytest.mark.parametrize("evidenced", LEADS)
def test_lanes_touch_exactly_when_claim_equals_evidence(
    claimed: Lead | None, evidenced: Lead | None, phases: list[StripPhase], words: StripWords
) -> None:
    block = strip([replace(phases[0], claimed=claimed, evidenced=evidenced)], SPAN, words).blocks[0]
    assert (len(block.lanes) == 1) == (claimed is not None and claimed == evidenced)


def test_parted_lanes_leave_a_gap(phases: list[StripPhase], words: StripWords) -> None:
    claim, log = strip(phases[1:2], SPAN, words).blocks[0].lanes
    assert log.y - (claim.y + claim.height) == LARGE.part


def test_parted_and_touching_blocks_stand_on_one_line(phases: list[StripPhase], words: StripWords) -> None:
    touching, parted = strip(phases[:2], SPAN, words).blocks
    assert touching.lanes[0].y == parted.lanes[0].y


def test_nobody_is_outlined_with_the_word(phases: list[StripPhase], words: StripWords) -> None:
    claim = strip(phases[2:3], SPAN, words).blocks[0].lanes[0]
    assert (claim.fill, claim.word and claim.word.words) == ("outlined", "Nobody")


def test_no_claim_is_outlined_and_too_little_log_is_hatched(
    phases: list[StripPhase], words: StripWords
) -> None:
    blocks = strip([replace(phases[0], claimed=None, evidenced=None)], SPAN, words).blocks
    assert [lane.fill for lane in blocks[0].lanes] == ["outlined", "hatched"]


def test_phases_that_follow_each_other_fill_the_width(phases: list[StripPhase], words: StripWords) -> None:
    one_after_another = [
        replace(phases[0], starts_on=date(2015 + year, 1, 1), ends_on=date(2016 + year, 1, 1))
        for year in range(4)
    ]
    blocks = strip(one_after_another, SPAN, words).blocks
    assert sum(block.width for block in blocks) == pytest.approx(100, abs=0.05)


def test_phases_that_follow_each_other_share_one_row(phases: list[StripPhase]) -> None:
    assert len(in_rows(phases[:2])) == 1


def test_where_phases_overlap_doing_stands_below_deciding(phases: list[StripPhase]) -> None:
    assert [[phase.kind for phase in row] for row in in_rows(phases)] == [
        [PhaseKind.COMMISSIONING, PhaseKind.DESIGN, PhaseKind.ASSESSMENT],
        [PhaseKind.DELIVERY],
    ]


@given(some_phases)
def test_no_phase_covers_another_in_its_row(known: list[StripPhase]) -> None:
    for row in in_rows(known):
        assert all(before.ends_on <= after.starts_on for before, after in itertools.pairwise(row))


@given(known=some_phases, size=st.sampled_from([LARGE, SMALL]))
@sharing
def test_every_block_stands_within_the_strip(
    known: list[StripPhase], size: object, words: StripWords
) -> None:
    drawn = strip(known, SPAN, words, size=size)  # type: ignore[arg-type]  # drawn from the two sizes
    for block in drawn.blocks:
        assert block.x >= 0
        assert block.x + block.width <= 100.02
        assert all(lane.y + lane.height <= drawn.height for lane in block.lanes)


@given(known=some_phases)
@sharing
def test_names_in_one_row_do_not_run_into_each_other(known: list[StripPhase], words: StripWords) -> None:
    drawn = strip(known, SPAN, words)
    for y in {block.lanes[0].y for block in drawn.blocks}:
        ends = sorted(_name_span(drawn, y))
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(ends))


@given(known=some_phases)
@sharing
def test_a_name_that_finds_no_room_is_told(known: list[StripPhase], words: StripWords) -> None:
    drawn = strip(known, SPAN, words)
    assert len(drawn.unnamed) == sum(block.name is None for block in drawn.blocks)


def test_a_phase_of_one_day_still_shows(phases: list[StripPhase], words: StripWords) -> None:
    last_day = replace(phases[0], starts_on=SPAN.last, ends_on=SPAN.last)
    assert strip([last_day], SPAN, words).blocks[0].width > 0


def test_a_short_last_phase_carries_its_name_backwards(phases: list[StripPhase], words: StripWords) -> None:
    last = replace(phases[3], starts_on=date(2018, 12, 10))
    name = strip([phases[0], last], SPAN, words).blocks[-1].name
    assert name is not None
    assert (name.words, name.anchor) == ("Assessment", "end")


def test_the_title_reads_every_phase_aloud(phases: list[StripPhase], words: StripWords) -> None:
    title = strip(phases, SPAN, words).title
    assert title.startswith("Commissioning: claimed together, log shows together; Design: claimed citizens")
    assert title.count(";") == 3


def test_small_strips_have_shapes_and_no_words(phases: list[StripPhase], words: StripWords) -> None:
    lanes = [lane for block in strip(phases, SPAN, words, size=SMALL).blocks for lane in block.lanes]
    assert not any(lane.word for lane in lanes)
    assert any(lane.shape for lane in lanes)


def test_today_is_drawn_only_within_the_span(phases: list[StripPhase], words: StripWords) -> None:
    assert strip(phases, SPAN, words, today=date(2017, 1, 1)).today == pytest.approx(50, abs=0.1)
    assert strip(phases, SPAN, words, today=date(2030, 1, 1)).today is None


def test_the_span_reaches_from_the_first_phase_to_the_day_asked(phases: list[StripPhase]) -> None:
    assert span_of(phases, date(2020, 6, 30)) == TimeSpan(date(2015, 1, 1), date(2020, 6, 30))


def test_without_phases_the_span_is_the_year_before() -> None:
    assert span_of([], date(2020, 6, 30)) == TimeSpan(date(2019, 7, 1), date(2020, 6, 30))


def test_axis_labels_neither_collide_nor_leave_the_picture() -> None:
    axis = strip_axis(TimeSpan(date(1990, 3, 1), date(2021, 2, 1)), str, width=328)
    labelled = [tick for tick in axis.ticks if tick.label]
    ends = [tick.x * 3.28 + text_width(tick.label, 13) for tick in labelled]
    assert all(end <= after.x * 3.28 for end, after in zip(ends, labelled[1:], strict=False))
    assert ends[-1] <= 328


def _name_span(drawn: Strip, y: float) -> list[tuple[float, float]]:
    """From where to where the names of one row reach, in pixels of the expected width."""
    spans = []
    for block in drawn.blocks:
        if block.name and block.lanes[0].y == y:
            x, width = block.name_x * LARGE.width / 100, text_width(block.name.words, 14, strong=True)
            spans.append((x - width, x) if block.name.anchor == "end" else (x, x + width))
    return spans
