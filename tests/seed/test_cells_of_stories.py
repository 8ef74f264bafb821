"""What the evaluation makes of each story: the coding that the article's cases should get."""

import pytest

from app.measurement.missing import Missing
from app.vocabulary import ClaimStatus, Lead, Stability, Strength, Tag
from tests.seed.readings import cell_of, leads_of


@pytest.mark.parametrize(
    ("slug", "number"),
    [
        ("sheffield-loneliness", 5),
        ("sheffield-peer-mentoring", 4),
        ("montreal-green-alleys", 5),
        ("creche-parentale-les-petits-paves", 5),
        ("district-participatory-budget", 1),
        ("relatives-care-malarby", 9),
        ("care-plans-oostwijk", 8),
        ("neighbourhood-watch-waterkant", 4),
        ("repairs-with-tenants", 1),
    ],
)
def test_a_story_comes_out_as_its_case(slug: str, number: int) -> None:
    assert cell_of(slug).number == number


@pytest.mark.parametrize(
    "slug", ["restaurant-populaire-rosemont", "jeu-des-besoins-du-quartier", "fewer-diagnostic-errors"]
)
def test_planned_together_but_hardly_delivered_has_no_cell_yet(slug: str) -> None:
    cell = cell_of(slug)
    assert cell.planning.lead is Lead.TOGETHER
    assert isinstance(cell.number, Missing)


def test_full_is_kept_for_the_balanced_ones() -> None:
    strengths = {slug: cell_of(slug).strength for slug in ("sheffield-loneliness", "montreal-green-alleys")}
    assert strengths == {
        "sheffield-loneliness": Strength.BALANCED,
        "montreal-green-alleys": Strength.PRESENT,
    }


def test_asking_residents_comes_out_as_consultation() -> None:
    assert Tag.WITH_CONSULTATION in cell_of("district-participatory-budget").tags


def test_the_care_plans_stand_between_two_cells() -> None:
    cell = cell_of("care-plans-oostwijk")
    assert (cell.stability, cell.alternatives) == (Stability.BORDERLINE, (5,))


def test_no_claim_of_the_repairs_is_in_their_log() -> None:
    statuses = {lead.status for lead in leads_of("repairs-with-tenants").values()}
    assert statuses == {ClaimStatus.CLAIMED_NOT_EVIDENCED}


def test_the_creche_can_show_every_claim() -> None:
    statuses = {lead.status for lead in leads_of("creche-parentale-les-petits-paves").values()}
    assert statuses == {ClaimStatus.CLAIMED_AND_EVIDENCED}


def test_half_of_the_claims_of_the_alleys_are_in_their_log() -> None:
    statuses = [lead.status for lead in leads_of("montreal-green-alleys").values()]
    assert statuses.count(ClaimStatus.CLAIMED_AND_EVIDENCED) == 3
    assert len(statuses) == 6


def test_nobody_claims_to_have_assessed_sheffield() -> None:
    assert leads_of("sheffield-loneliness")["assessment"].status is ClaimStatus.NONE
