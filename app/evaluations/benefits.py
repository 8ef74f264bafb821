"""Benefits by the service that receives them, a row for each degree of certainty: they are never added up."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from app.evaluations.document import Evaluation
from app.evaluations.figures import Figure
from app.evaluations.links import Links
from app.evaluations.sentences.costs import amount
from app.i18n.labels import label
from app.vocabulary import Certainty, Currency

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """Gross, as entered: what would have come anyway is taken off for the break-even alone."""

    service: str
    certainty: str
    amount: Figure


def benefit_rows(evaluation: Evaluation, links: Links) -> list[BenefitRow]:
    sums: dict[tuple[str, Certainty, Currency], list[tuple[Decimal, int]]] = defaultdict(list)
    for money in evaluation.costs:
        for one in money.gained:
            sums[one.service, one.certainty, one.currency].append((one.amount, one.id))
    return [
        BenefitRow(
            service=service,
            certainty=label(certainty),
            amount=Figure(
                amount(sum((part for part, _ in given), ZERO), currency),
                links.benefits(entry for _, entry in given),
            ),
        )
        for (service, certainty, currency), given in sorted(sums.items())
    ]
