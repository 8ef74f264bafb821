"""The main job in a browser: register, log, record, evaluate, show; as each role, without script too."""

from itertools import count

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SignIn
from tests.support.visitor import Visitor

numbers = count(1)

everywhere = pytest.mark.parametrize("width", [360, 1280])
with_and_without_script = pytest.mark.parametrize("javascript", [True, False])
in_both_languages = pytest.mark.parametrize("locale", ["en-GB", "fr-CA"])


def register(visitor: Visitor) -> str:
    """A new initiative; answers its address."""
    visitor.look_at("/initiatives/new")
    organization = visitor.page.locator(
        "[name=organization_id] option[value]:not([value=''])"
    ).first.get_attribute("value")
    visitor.fill(
        name=f"Shared garden {next(numbers)}",
        organization_id=organization or "",
        sector="environment",
        country="CA",
        initiation="citizen_driven",
        starts_on="2019-03-01",
        currency="CAD",
        aim="democracy",
    )
    visitor.send_and_expect(r"/initiatives/shared-garden-[\d-]+$")
    return visitor.page.url


def add_phase(visitor: Visitor, initiative: str, kind: str, lead: str) -> None:
    visitor.look_at(f"{initiative}/phases/new")
    visitor.fill(kind=kind, starts_on="2019-03-01", accountable="The garden group", lead=lead)
    visitor.send_and_expect(f"{initiative}/phases")


def log_activity(visitor: Visitor, initiative: str, title: str) -> None:
    visitor.look_at(f"{initiative}/activities/new")
    visitor.fill(
        happened_on="2019-05-04",
        title=title,
        citizen_role="co_led",
        decision="jointly",
        citizens="12",
        citizen_hours="24",
        professionals="2",
        professional_hours="4,5",
    )
    visitor.page.locator("[name=phase_id]").first.check()
    visitor.send_and_expect(f"{initiative}/activities")
    expect(visitor.page.get_by_text(title).first).to_be_visible()


def record_cost(visitor: Visitor, initiative: str) -> None:
    visitor.look_at(f"{initiative}/costs/new")
    visitor.fill(
        spent_on="2019-05-10", amount="1 250.50", nature="cash", stage="set_up", note="Soil and tools"
    )
    visitor.send_and_expect(f"{initiative}/costs")


def define_indicator(visitor: Visitor, initiative: str) -> str:
    visitor.look_at(f"{initiative}/indicators/new")
    visitor.fill(
        name="Beds planted",
        level="outcome",
        aim="democracy",
        direction="up",
        frequency="monthly",
        aggregation="per_period",
        effect_service="own",
        baseline_value="2",
        baseline_on="2019-03-01",
        target_value="20",
        target_on="2020-03-01",
    )
    visitor.send_and_expect(rf"{initiative}/indicators/\d+")
    return visitor.page.url


def record_observations(visitor: Visitor, indicator: str) -> None:
    for day, value in (("2019-06-01", "6"), ("2019-07-01", "9,5"), ("2019-08-01", "11")):
        visitor.page.goto(f"{indicator}/observations/new")
        visitor.fill(observed_on=day, value=value)
        visitor.send_and_expect(indicator)


@everywhere
@with_and_without_script
def test_staff_take_one_initiative_from_its_registration_to_its_evaluation(
    visitor: Visitor, sign_in_as: SignIn
) -> None:
    sign_in_as("staff@demo.example")
    initiative = register(visitor)
    add_phase(visitor, initiative, "design", "together")
    log_activity(visitor, initiative, "Drew the plan of the beds")
    record_cost(visitor, initiative)
    record_observations(visitor, define_indicator(visitor, initiative))
    visitor.look_at(initiative)
    visitor.look_at(f"{initiative}/evaluation")
    shown = visitor.page.locator("main").inner_text()
    assert "Beds planted" in shown
    assert "1,250" in shown


@everywhere
@with_and_without_script
def test_a_citizen_logs_with_the_same_rights_as_staff(visitor: Visitor, sign_in_as: SignIn) -> None:
    sign_in_as("citizen@demo.example")
    visitor.look_at("/initiatives")
    initiative = "/initiatives/montreal-green-alleys"
    log_activity(visitor, initiative, "Watered the alley")
    assert visitor.page.goto(f"{initiative}/edit").status == 403  # type: ignore[union-attr]  # a page always answers


@everywhere
@in_both_languages
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_an_evaluator_reads_the_evaluation_and_opens_what_is_behind_it(
    visitor: Visitor, sign_in_as: SignIn
) -> None:
    sign_in_as("evaluator@demo.example")
    for place in ("", "/activities", "/phases", "/costs", "/indicators", "/evaluation"):
        visitor.look_at(f"/initiatives/montreal-green-alleys{place}")


@everywhere
@in_both_languages
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_a_funder_opens_the_portfolio_and_sees_the_rows(visitor: Visitor, sign_in_as: SignIn) -> None:
    sign_in_as("funder@demo.example")
    visitor.look_at("/portfolios/passerelle-fund")
    assert visitor.page.locator("main tbody tr").count() >= 6


@pytest.mark.parametrize(
    "address",
    [
        "/initiatives/montreal-green-alleys/evaluation",
        "/portfolios/passerelle-fund",
        "/organizations/don-valley-homes",
    ],
)
def test_an_outsider_sees_nothing_of_the_others(visitor: Visitor, sign_in_as: SignIn, address: str) -> None:
    sign_in_as("outsider@demo.example")
    answer = visitor.page.goto(address)
    assert answer is not None
    assert answer.status == 404
    assert "Montréal" not in visitor.page.locator("body").inner_text()


@with_and_without_script
def test_what_was_typed_stays_when_something_is_wrong(visitor: Visitor, sign_in_as: SignIn) -> None:
    sign_in_as("staff@demo.example")
    visitor.page.goto("/initiatives/montreal-green-alleys/activities/new")
    visitor.fill(happened_on="2999-01-01", title="Met the neighbours", citizen_hours="many")
    visitor.send()
    visitor.page.wait_for_load_state()
    expect(visitor.page.locator("[role=alert]")).to_be_visible()
    assert visitor.page.locator("[name=title]").input_value() == "Met the neighbours"
    assert visitor.page.locator("[name=citizen_hours]").input_value() == "many"
    assert visitor.page.locator("[name=happened_on]").get_attribute("aria-invalid") == "true"
    visitor.check()
