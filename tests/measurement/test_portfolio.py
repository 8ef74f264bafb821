"""Many initiatives: counted, grouped, and set side by side without a ranking."""

from collections.abc import Mapping
from decimal import Decimal

from app.measurement.association import Association
from app.measurement.missing import Missing, MissingReason
from app.measurement.portfolio import (
    Context,
    LeadCount,
    Member,
    differing_contexts,
    grouped,
    portfolio,
    process_and_outcome,
)
from app.vocabulary import Lead, OrganizationType, PhaseKind, Sector, Strength

FEW = Missing(MissingReason.TOO_FEW_ACTIVITIES, 1, 3)
NO_TARGET = Missing(MissingReason.NO_TARGET, 0, 1)


def member(
    number: int,
    cell: int | Missing = 5,
    *,
    strength: Strength | None = None,
    country: str = "GB",
    sector: Sector = Sector.AGEING,
    leads: Mapping[PhaseKind, Lead | Missing] | None = None,
    share: str | None = None,
    progress: str | None = None,
) -> Member:
    return Member(
        id=number,
        country=country,
        sector=sector,
        organization_type=OrganizationType.CHARITY,
        cell=cell,
        strength=strength,
        leads=leads or {},
        citizen_share=FEW if share is None else Decimal(share),
        progress=NO_TARGET if progress is None else Decimal(progress),
    )


def test_initiatives_are_counted_in_all_nine_cells() -> None:
    found = portfolio([member(1, 5), member(2, 5, strength=Strength.BALANCED), member(3, 9), member(4, FEW)])
    assert found.by_cell == {1: 0, 2: 0, 3: 0, 4: 0, 5: 2, 6: 0, 7: 0, 8: 0, 9: 1}
    assert (found.initiatives, found.balanced, found.without_cell) == (4, 1, (4,))


def test_who_led_each_kind_of_phase_is_counted_and_the_unknown_apart() -> None:
    design = PhaseKind.DESIGN
    members = [member(1, leads={design: Lead.CITIZENS}), member(2, leads={design: FEW}), member(3)]
    found = portfolio(members).by_phase
    assert list(found) == list(PhaseKind)
    assert found[design] == LeadCount(
        {Lead.CITIZENS: 1, Lead.TOGETHER: 0, Lead.PROFESSIONALS: 0, Lead.NOBODY: 0}, 2, (1,)
    )


def test_contexts_that_are_pooled_are_named() -> None:
    members = [member(1), member(2, country="FR"), member(3)]
    assert differing_contexts(members) == {Context.COUNTRY: ("FR", "GB")}
    assert portfolio(members).differing == {Context.COUNTRY: ("FR", "GB")}
    assert differing_contexts([]) == {}


def test_groups_are_portfolios_in_the_order_of_their_names() -> None:
    members = [member(1, sector=Sector.FOOD), member(2), member(3, sector=Sector.FOOD)]
    found = grouped(members, Context.SECTOR)
    assert {name: group.initiatives for name, group in found.items()} == {"ageing": 1, "food": 2}
    assert list(found) == ["ageing", "food"]
    assert list(grouped(members, Context.ORGANIZATION_TYPE)) == ["charity"]


def test_process_stands_beside_outcome_from_ten_initiatives() -> None:
    members = [member(number, share=f"0.{number}", progress=str(number % 4)) for number in range(10)]
    found = process_and_outcome(members)
    assert isinstance(found.association, Association)
    assert (found.association.n, found.initiatives, found.left_out) == (10, tuple(range(10)), ())


def test_initiatives_without_either_number_are_named_as_left_out() -> None:
    members = [member(number, share="0.5", progress="1") for number in range(9)]
    found = process_and_outcome([*members, member(20, share="0.4"), member(21, progress="1")])
    assert found.association == Missing(MissingReason.TOO_FEW_INITIATIVES, 9, 10)
    assert found.left_out == (20, 21)
