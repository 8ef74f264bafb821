"""Results about who took part and who led, each beside its sentence."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.evaluations.sentences import counts, leads, missing, people, portfolio, process, warnings
from app.measurement.association import spearman
from app.measurement.cell import cell, rolling_cell
from app.measurement.claims import PhaseLead, claim_count, evidence_for, phase_leads
from app.measurement.disclosure import Masked, mask_count, mask_row, mask_table
from app.measurement.missing import Missing, MissingReason
from app.measurement.portfolio import Context, Member, grouped, process_and_outcome
from app.measurement.portfolio import portfolio as portfolio_of
from app.measurement.proportions import proportion
from app.measurement.reach import (
    concentration,
    concentration_of_people,
    dose,
    reach,
    representation,
    returning,
)
from app.measurement.views import phase_views
from app.measurement.warnings import late_entries
from app.vocabulary import Lead, OrganizationType, PhaseKind, Sector, Side, Strength
from tests.evaluations.told import Told, known, told
from tests.measurement.builders import (
    AS_OF,
    activity,
    claim,
    phase,
    views,
    worked_delivery,
    worked_planning,
)

DESIGN = PhaseKind.DESIGN
LOG = [*worked_planning(), *worked_delivery(212)]
FEW = Missing(MissingReason.TOO_FEW_ACTIVITIES, 1, 3)
PLANNED = cell(LOG, AS_OF).planning
VIEWED = phase_views(2, [*views(Side.CITIZENS, [2, 2, 3, 2, 4]), *views(Side.PROFESSIONALS, [3] * 6)], AS_OF)
UNSEEN = phase_views(2, views(Side.CITIZENS, [2, 3]), AS_OF)
AGREED = phase_views(2, [*views(Side.CITIZENS, [3] * 5), *views(Side.PROFESSIONALS, [3] * 5)], AS_OF)
COUNTED = [activity(citizens=12, citizen_hours="24"), activity(citizens=8, citizen_hours="6")]
UNCOUNTED = [activity(citizen_hours=None)]


def member(number: int, found: int | Missing, share: str, made: str, country: str = "GB") -> Member:
    return Member(
        id=number,
        country=country,
        sector=Sector.AGEING,
        organization_type=OrganizationType.CHARITY,
        cell=found,
        strength=Strength.BALANCED if found == 5 else None,
        leads={DESIGN: FEW if isinstance(found, Missing) else Lead.TOGETHER},
        citizen_share=Decimal(share),
        progress=Decimal(made),
    )


MEMBERS = [member(1, 5, "0.5", "1"), member(2, 9, "0.9", "0.4", country="FR"), member(3, FEW, "0.2", "0")]
TEN = [member(number, 5, f"0.{number}", f"0.{number * 3 % 10}") for number in range(10)]
LACKING = replace(MEMBERS[0], id=11, progress=Missing(MissingReason.NO_TARGET, 0, 1))


def lead(claims: int, entries: int, claimed: Lead = Lead.TOGETHER) -> PhaseLead:
    (found,) = phase_leads([phase()], LOG[:entries], [claim(claimed)][:claims], AS_OF)
    return found


PROCESS: tuple[Told, ...] = (
    told(
        cell(LOG, AS_OF),
        leads.cell,
        "Cell 5: Citizens and professionals plan and deliver together. Up to 31 December 2020. It "
        "rests on 18 activities. It is the same with other cut-offs.",
    ),
    told(
        rolling_cell(LOG, date(2019, 12, 31)),
        leads.cell,
        "Cell 5: Citizens and professionals plan and deliver together. After 31 December 2018, up to "
        "31 December 2019. It rests on 18 activities. It is the same with other cut-offs.",
    ),
    told(
        cell([*worked_planning(), *worked_delivery(28)], AS_OF),
        leads.cell,
        "Cell 2: Professionals deliver what was planned together. Up to 31 December 2020. It rests on"
        " 18 activities. With other cut-offs it can also be cell 5.",
    ),
    told(cell(LOG[:2], AS_OF), leads.cell, "No cell can be given. Too few activities: 2 of 3 needed."),
    told(PLANNED, leads.planning, "Planning: together. Citizens 46 of 120 h (38%). 3 of 7 decisions shared."),
    told(
        cell(LOG, AS_OF).delivery,
        leads.delivery,
        "Delivery: together. Citizens 212 of 400 h (53%). Citizens led or co-led 9 of 11 activities.",
    ),
    told(
        cell([], AS_OF).planning,
        leads.planning,
        "Planning: not enough evidence. Too few activities: 0 of 3 needed. No activity is logged.",
    ),
    told(PLANNED.basis, process.basis_of_planning, "Citizens 46 of 120 h (38%). 3 of 7 decisions shared."),
    told(
        evidence_for(DESIGN, worked_planning()),
        lambda found: leads.evidence(DESIGN, found),
        "Design: Together. Citizens 46 of 120 h (38%). 3 of 7 decisions shared.",
    ),
    told(
        evidence_for(DESIGN, LOG[:1]),
        lambda found: leads.evidence(DESIGN, found),
        "Design: Not enough evidence. Too few activities: 1 of 3 needed. Citizens 7 of 18 h (39%). 1 "
        "of 1 decision shared.",
    ),
    told(
        lead(1, 7),
        leads.phase_lead,
        "Design: claimed “Together”, and the log bears it out. The phase has 7 entries.",
    ),
    told(
        lead(1, 0),
        leads.phase_lead,
        "Design: claimed “Together”, and too little in the log to tell. The phase has 0 entries.",
    ),
    told(
        lead(1, 7, Lead.CITIZENS),
        leads.phase_lead,
        "Design: claimed “Citizens”, and the log shows “Together”. The phase has 7 entries.",
    ),
    told(
        lead(0, 7),
        leads.phase_lead,
        "Design: the log shows “Together”, and nobody has claimed it. The phase has 7 entries.",
    ),
    told(
        lead(0, 0),
        leads.phase_lead,
        "Design: nothing claimed, and too little in the log. The phase has 0 entries.",
    ),
    told(
        claim_count(phase_leads([phase()], LOG, [claim(Lead.TOGETHER)], AS_OF)),
        process.claims_borne_out,
        "The log bears out 1 of 1 claim.",
    ),
    told(
        late_entries([activity(entered_after=31), activity()])[0],
        warnings.told,
        "1 activity was entered more than 30 days after it happened. Memory fades within a month. A "
        "late entry can still be right.",
    ),
)
PEOPLE: tuple[Told, ...] = (
    told(reach(45, 120), people.reach, "Took part: 45 of about 120 eligible people (38%)."),
    told(reach(3, 120), people.reach, "Took part: fewer than 5 of about 120 eligible people."),
    told(reach(None, 120), people.reach, "Nobody has recorded this. That is not zero."),
    told(
        dose(COUNTED, AS_OF),
        people.dose,
        "2 activities are logged; active months: 1 of 1. Attendances: 20, at most 12 at once; the log"
        " does not tell how many people. Citizens gave 30 h, 1.5 h an attendance where both are "
        "recorded.",
    ),
    told(
        dose(UNCOUNTED, AS_OF),
        people.dose,
        "1 activity is logged; active months: 1 of 1. How many came is not recorded. That is not "
        "zero. The hours of citizens are not recorded. That is not zero.",
    ),
    told(
        dose([activity()], AS_OF),
        people.dose,
        "1 activity is logged; active months: 1 of 1. How many came is not recorded. That is not "
        "zero. Citizens gave 10 h.",
    ),
    told(dose([], AS_OF), people.dose, "No activity is logged."),
    told(returning(7, 12), people.returning, "7 of 12 people came more than once."),
    told(
        returning(30, 60), people.returning, "30 of 60 people came more than once: 50%, between 38% and 62%."
    ),
    told(returning(1, 4), people.returning, "Too few people: 5 needed."),
    told(
        concentration(COUNTED, AS_OF),
        people.concentration,
        "Largest entries: 2 of 2 hold 100% of the 30 h that citizens gave.",
    ),
    told(
        concentration_of_people([Decimal(n) for n in range(1, 8)]),
        people.concentration,
        "Most active people: 3 of 7 gave 64% of the 28 h by citizens.",
    ),
    told(concentration([], AS_OF), people.concentration, "Nobody has recorded this. That is not zero."),
    told(
        representation(12, 60, Decimal("0.4")),
        people.representation,
        "In the group: 12 of 60 people, and 40% of the population. The ratio is 0.5, between 0.296 "
        "and 0.795. That is fewer than in the population.",
    ),
    told(
        representation(5, 15, Decimal("0.4")),
        people.representation,
        "In the group: 5 of 15 people, and 40% of the population. The ratio is 0.833, between 0.379 "
        "and 1.46. That may as well be as in the population.",
    ),
    told(representation(5, 9, Decimal("0.4")), people.representation, "Too few people: 10 needed."),
    told(
        known(VIEWED.citizens),
        lambda found: people.side_view(found, Side.CITIZENS),
        "Citizens: median 2 from 5 answers, where 1 is professionals alone, 5 citizens alone.",
    ),
    told(
        VIEWED,
        people.phase_views,
        "Citizens: median 2 from 5 answers, where 1 is professionals alone, 5 citizens alone. "
        "Professionals: median 3 from 6 answers, where 1 is professionals alone, 5 citizens alone. "
        "Citizens see less citizen lead than professionals do: 2 against 3.",
    ),
    told(
        AGREED,
        people.phase_views,
        "Citizens: median 3 from 5 answers, where 1 is professionals alone, 5 citizens alone. "
        "Professionals: median 3 from 5 answers, where 1 is professionals alone, 5 citizens alone. "
        "Both medians are the same.",
    ),
    told(
        UNSEEN,
        people.phase_views,
        "Citizens: Too few answers: 5 needed. Professionals: Too few answers: 5 needed. The two sides"
        " cannot be compared.",
    ),
)
COUNTS: tuple[Told, ...] = (
    told(proportion(3, 10), counts.proportion, "3 of 10 people."),
    told(proportion(30, 100), counts.proportion, "30 of 100 people: 30%, between 22% and 40%."),
    told(proportion(0, 0), counts.proportion, "Nobody has recorded how many people took part."),
    told(mask_count(12), counts.masked, "12 people."),
    told(Masked(10), counts.masked, "Hidden, so that no count below 10 can be told."),
    told(
        mask_row([3, 20, 40]),
        counts.masked_row,
        "Hidden: 2 of 4 counts and totals, so that none below 10 can be worked out.",
    ),
    told(
        mask_table([[30, 20], [40, 50]]), counts.masked_table, "All counts are shown, with their totals: 9."
    ),
    told(FEW, missing.why, "Too few activities: 1 of 3 needed."),
)
PORTFOLIO: tuple[Told, ...] = (
    told(
        portfolio_of(MEMBERS),
        portfolio.portfolio,
        "By the log 1 of 3 initiatives co-produce, 1 in full; no cell: 1. They differ in country, and"
        " were not picked to be compared.",
    ),
    told(portfolio_of([]), portfolio.portfolio, "There is no initiative to count."),
    told(
        grouped(MEMBERS, Context.COUNTRY)["FR"],
        lambda found: portfolio.group("France", found),
        "France: By the log 0 of 1 initiative co-produces, 0 in full; no cell: 0.",
    ),
    told(
        portfolio_of(MEMBERS).by_phase[DESIGN],
        lambda found: portfolio.lead_count(DESIGN, found),
        "Design: citizens led in 0 of 3, both together in 2, professionals in 0; in 1 the log cannot tell.",
    ),
    told(
        process_and_outcome([*TEN, LACKING]),
        portfolio.pairing,
        "Rank correlation over 10 initiatives: +0.273, between -0.442 and +0.776; it may as well be "
        "none. This shows an order in common, not a cause. 1 initiative is left out, since one of the"
        " two values lacks.",
    ),
    told(process_and_outcome(MEMBERS), portfolio.pairing, "Too few initiatives: 3 of 10 needed."),
    told(
        spearman(range(30), [*range(20), *range(30, 20, -1)]),
        portfolio.association,
        "Rank correlation over 30 initiatives: +0.927, between +0.828 and +0.97. This shows an order "
        "in common, not a cause.",
    ),
    told(
        spearman(range(10), range(10)),
        portfolio.association,
        "Rank correlation over 10 initiatives: +1. No interval can be given. This shows an order in "
        "common, not a cause.",
    ),
)
