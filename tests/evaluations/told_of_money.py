"""Results about costs and benefits, each beside its sentence."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.evaluations.sentences import costs, spending
from app.measurement.break_even import cash_flow
from app.measurement.cost import (
    Rate,
    cost_per_outcome,
    cost_totals,
    in_one_currency,
    unit_cost,
)
from app.measurement.proportions import Interval
from app.measurement.records import Benefit, Cost
from app.vocabulary import (
    Certainty,
    CostNature,
    CostStage,
    Currency,
    EffectService,
)
from tests.evaluations.told import Told, told

POUNDS, DOLLARS, EUROS = Currency.GBP, Currency.CAD, Currency.EUR
AS_OF = date(2020, 12, 31)


def cost(
    number: int, amount: int, nature: CostNature = CostNature.CASH, stage: CostStage = CostStage.RUNNING
) -> Cost:
    return Cost(
        number, date(2020, 1, 15), Decimal(amount), POUNDS, stage, nature, None, None, is_estimate=False
    )


def benefit(number: int, amount: int, certainty: Certainty, attribution: str | None = "1") -> Benefit:
    share = None if attribution is None else Decimal(attribution)
    service = EffectService.OTHER
    return Benefit(number, date(2020, 6, 1), Decimal(amount), POUNDS, certainty, service, share, Decimal(0))


COSTS = [
    cost(1, 1000, stage=CostStage.SET_UP),
    cost(2, 3000),
    cost(3, 500, CostNature.IN_KIND),
    cost(4, 800, CostNature.VOLUNTEER_TIME),
]
BENEFITS = [
    benefit(5, 5000, Certainty.CONFIRMED),
    benefit(6, 100, Certainty.CLAIMED),
    benefit(7, 100, Certainty.EXPECTED, attribution=None),
]
TOTALS = cost_totals(COSTS, AS_OF)[POUNDS]
FLOW = cash_flow(COSTS, BENEFITS, POUNDS, AS_OF, Decimal("0.035"))
PLAN = cost_totals([replace(cost(9, 200), is_estimate=True), cost(10, 300)], AS_OF)[POUNDS]
AHEAD = cash_flow(
    [cost(11, 90)], [benefit(12, 100, Certainty.EXPECTED)], POUNDS, date(2020, 3, 1), Decimal(0)
)
CLEAR, UNCLEAR = Interval(0.2, 1.4), Interval(-0.2, 1.4)
RATES = {DOLLARS: Rate(Decimal("0.58"), date(2020, 12, 1), "Bank of Canada")}
IN_DOLLARS = {DOLLARS: Decimal(100), POUNDS: Decimal(50)}


MONEY: tuple[Told, ...] = (
    told(
        TOTALS.total,
        lambda found: spending.natures(found, POUNDS),
        "£4,000 in cash and £500 in kind; volunteers’ time, £800, is kept apart.",
    ),
    told(
        TOTALS,
        spending.totals,
        "Up to 31 December 2020, in 4 entries: £4,000 in cash and £500 in kind; volunteers’ time, "
        "£800, is kept apart.",
    ),
    told(
        PLAN,
        spending.totals,
        "Up to 31 December 2020, in 2 entries: £500 in cash and £0 in kind; volunteers’ time, £0, is "
        "kept apart. Of cash and goods, £200 is estimated.",
    ),
    told(
        unit_cost(PLAN, 40),
        spending.per_participant,
        "Per participant (40): £12.50 in cash, £12.50 with goods.",
    ),
    told(
        unit_cost(TOTALS, 40),
        spending.per_participant,
        "Per participant (40): £100 in cash, £112.50 with goods. Without the set-up: £75 in cash.",
    ),
    told(unit_cost(TOTALS, None), spending.per_participant, "Nobody has recorded how many people took part."),
    told(
        unit_cost(TOTALS, Decimal(160)),
        spending.per_hour,
        "Per participant-hour (160): £25 in cash, £28.12 with goods. Without the set-up: £18.75 in cash.",
    ),
    told(
        cost_per_outcome(TOTALS, Decimal(16), 32, CLEAR),
        spending.per_outcome,
        "Per unit of outcome (16): £250 in cash, £281.25 with goods. This shows no cause. Without "
        "the set-up: £187.50 in cash.",
    ),
    told(
        cost_per_outcome(TOTALS, Decimal(16), 32, UNCLEAR),
        spending.per_outcome,
        "The change is not clear enough to divide a cost by it.",
    ),
    told(
        in_one_currency(IN_DOLLARS, POUNDS, RATES),
        spending.converted,
        "About £108 in all, with 1 CAD as 0.58 GBP on 1 December 2020 (Bank of Canada).",
    ),
    told(
        in_one_currency({POUNDS: Decimal(50)}, POUNDS, {}),
        spending.converted,
        "£50 in all, and nothing to convert.",
    ),
    told(
        in_one_currency({EUROS: Decimal(50)}, POUNDS, {}), spending.converted, "No rate with a source is set."
    ),
    told(
        FLOW,
        spending.cash_flow,
        "6 months in GBP, discounted at 3.5% a year. Expected: Attribution and deadweight are stated "
        "for 0 of 1 benefits, and needed for all. Costs not recovered in 6 months, counting claimed "
        "benefits. Confirmed benefits cover the costs from June 2020 on. 1 benefit is left out: its "
        "attribution or deadweight is not stated.",
    ),
    told(
        cash_flow([], [], POUNDS, AS_OF, Decimal("0.035")),
        spending.cash_flow,
        "No cost and no benefit is logged.",
    ),
    told(
        AHEAD.months[-1],
        lambda found: spending.month(found, Certainty.EXPECTED, POUNDS),
        "By June 2020: costs £90, expected benefits £100, both discounted. That month is planned and "
        "has not come.",
    ),
    told(
        FLOW.months[-1],
        lambda found: spending.month(found, Certainty.CONFIRMED, POUNDS),
        "By June 2020: costs £4,500, confirmed benefits £4,929, both discounted.",
    ),
    told(
        FLOW.break_even[Certainty.CONFIRMED],
        lambda found: costs.break_even(found, Certainty.CONFIRMED),
        "Confirmed benefits cover the costs from June 2020 on.",
    ),
    told(
        FLOW.break_even[Certainty.CLAIMED],
        lambda found: costs.break_even(found, Certainty.CLAIMED),
        "Costs not recovered in 6 months, counting claimed benefits.",
    ),
)
