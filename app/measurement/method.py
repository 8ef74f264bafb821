"""The method in words an evaluator can cite: docs/method.md, written from the thresholds themselves.

`python -m app.measurement.method > docs/method.md`
"""

import sys
from dataclasses import fields
from decimal import Decimal

from app.measurement.thresholds import DEFAULT, Thresholds

PAGE = """\
# The method

Everything that Tandem says of an initiative is computed from its log, by the rules on this page.
Nothing is estimated, no results are added into one number, and no initiative is ranked. Every result
carries the entries and the counts that it rests on, or the reason why it is missing. This page is
written from the program's own constants (`app/measurement/thresholds.py`); a test fails when the two
differ.

The rules on the cell, on claims, on warnings and on small counts are this software's own conventions,
unless a source is named. They should be tested with two people coding the same initiatives before
anybody calls them a validated instrument.

## From the log to Bovaird's cell

Bovaird (2007) orders services by who plans and who delivers. Planning is what is logged under
commissioning and design, delivery what is logged under delivery; assessment is shown beside the cell. A
cell is given for the life to date and for the last {rolling_months} months, for any day, so that it has
a history.

For each axis the citizens' share s is their part of the hours of both sides. Hours of people on neither
side are shown and left out of s.

| Step | Planning | Delivery |
|---|---|---|
| Evidence | fewer than {min_activities} activities or {min_hours} hours: insufficient, no cell | the same |
| Professionals alone | s below {sole_share}, or citizens at most consulted | s below {sole_share} |
| Citizens alone | s above {rest_share} and no decision by professionals alone | s above {rest_share} |
| Both | otherwise, if at least {shared_decisions} of the decisions (and one) were taken \
jointly or by citizens | otherwise, if citizens co-led or led at least {led_deliveries} activities |

Where the last condition fails the step is *professionals alone*, with a tag: present without decision
power, or assisted by citizens. Citizens who gave more than {rest_share} of the hours while
professionals took every decision did not plan: that has a tag of its own.

- One activity counts for at most {activity_cap} of the hours of its axis, its two sides cut in
  proportion. With fewer than {cap_from_activities} activities nothing is cut, and an activity above
  {dominant_share} of the hours is named instead.
- An activity in which a side that took part recorded no hours gives none to either side. When more than
  {hours_missing} of the activities are such, activities are counted instead: all the citizens' where
  they led alone, half where they co-led or contributed, none otherwise.
- Cell 5 is *balanced* when s lies from {balanced_share} to {balanced_rest} on both axes and at least
  {balanced_decisions} of the planning decisions were shared, else *present*. Only *balanced* is called
  full co-production.
- The cell is *stable* when the cut-offs {robustness_shares} (and their opposites) give the same one,
  else *borderline*, with the others named.

**Known weaknesses.** Hours are not influence. Staff usually keep the log, so that citizens' time is
under-recorded. Paid experts by experience, relatives, and board members who are also users fit neither
side. No entry is not no work. The cell hides which citizens took part, and three people look like three
hundred. Claims may come from the person who keeps the log. How far two people would agree is unknown.

## Claimed and evidenced

A phase's last claim is set beside what its own entries show by the rule of its axis: delivery as
delivery, commissioning, design and assessment as planning. The same gate applies. A claim is evidenced
only by the same lead; "nobody" claims nothing. The result is written as counts, "2 of 3 claimed phases
evidenced".

The two sides' views (1 professionals alone, 3 equally, 5 citizens alone) are shown as medians and
distributions, each from {disclosure_inside} people inside the organization and {disclosure_outside}
outside. They are never averaged into one.

## Warnings

Entries made more than {late_entry_days} days after the event; more than {one_sided_log} of the entries
by one side; no assessment after {assessment_months} months; a claim without evidence; consultation and
never more; citizens worked and professionals decided; a phase with nobody accountable; a proposal open
for more than {answer_days} days; an incident that nobody answers for, or of which citizens were not told
within {telling_days} days. Each names its entries, and none is a verdict.

## Learning

- **You said, we did.** Answered proposals are a part of all that were made by the day; adopted ones,
  those with a reason and those whose authors were told are parts of the answered. Each part carries
  Wilson's interval, and below {percentage_people} it is written "3 of 10". Adopted means adopted as a
  whole. Proposals differ in size, and all count alike.
- **Days** to an answer, to telling and to the end of an obstacle are medians, from {median_entries}
  entries. What is still open is not in them, so that they look shorter than waiting really is.
- **Obstacles and enablers** are counted by kind, with how long each has lasted to its end or to the day
  that is looked from. Drawn beside an indicator they show order in time, and no cause.
- **Stories** are counted by how far they are borne out; their words are never scored. Words that were
  taken back count for no day, however early.

## What changed

- **Progress** is (actual - baseline) / (target - baseline), whether up or down is better. It can be
  negative or beyond the target. It is undefined when the target is the baseline, and refused when the
  target lies on the worse side of it.
- **Run charts** from {run_chart_points} points, their rules from {run_rules_points}.
- **Control charts** (XmR) follow NHS *Making Data Count*: the mean of all points and 2.66 times the
  average moving range either side, after dropping once the moving ranges of 3.267 times their average
  or more. A point is flagged, in this order, outside the limits; in {signal_run} points all rising or
  all falling; as one of two of three points beyond two thirds of the way to a limit, all three on one
  side of the mean; or in {signal_run} points on one side of the mean. Limits need {trial_points} points
  and are on trial below {firm_points}. A missing period breaks the line, the moving range and every
  run. Cumulative values are charted as what each period added.
- **Slow change**: Theil-Sen's slope on real dates with Sen's interval, and the Mann-Kendall test, from
  {trend_points} points, with exact p up to {exact_trend_points} (ties included). Beyond
  {all_pairs_points} points the slope is that of Theil's incomplete method: each point against the one
  half the series later, with the interval of the sign test.
- **Before and after a dated change**: two medians from {run_chart_points} points on each side; a
  segmented regression from {segmented_points} evenly spaced points on each side, without p below
  {segmented_p_points} points in all.
- **The same people before and after**: from {pairs} pairs, with how many were lost; the interval is a
  headline from {interval_pairs}; Hedges' g from {effect_size_pairs}.
- **Proportions** carry Wilson's interval; below {percentage_people} people they are written "3 of 10".
- **Across initiatives** Spearman's rho from {association_initiatives}: an order shared among projects
  that chose themselves, and no cause.

A value within {near_bound} of an end of its scale is said to lie there: change beyond the end cannot show
(floor and ceiling effects).

## Costs

Currencies are never added without a dated rate. Cash, goods and volunteers' time are three sums; the
full cost is cash and goods. A unit cost is shown with its
numerator and its denominator; cost per unit of outcome needs {outcome_people} people and a change whose
interval excludes 0.

Cost (cash and goods) and benefit (amount x attribution x (1 - deadweight)) are discounted to the first
month by 1 / (1 + r)^(months / 12), at a dated rate that is a setting. Expected, claimed and confirmed
benefits each have their own break-even: the first month from which the sum of benefits covers the sum
of costs to the end of what is recorded. A benefit whose attribution or deadweight nobody stated refuses
it. Nothing is extrapolated; what lies ahead is a plan and looked at only for expected benefits.

## Citizens' time

The hours of citizens in the activity log are valued at the rate that was in force on their day in the
country and currency of the initiative: hours x rate, summed by month. A rate has a day from which it
holds, a source, and a lower figure, such as the minimum wage; a higher one where somebody has a source
for it. With both the value is a range; with the lower alone it is "at least", and no range is made up.

- Hours before the first known rate are named as hours that are not valued. They are not zero.
- Hours of activities for which citizens were paid are left out: that money is a cost in cash already.
- The value stands apart. It is never added to cash or goods, is in no unit cost and no break-even, and
  is neither a cost nor a benefit. Where somebody also entered volunteers' time as a cost, the page warns
  that both may be the same hours.

**Known weaknesses.** A minimum wage probably understates what the time would cost to replace, a median
may overstate it. One rate is used in a whole country, whose parts may have others. Hours of carers and
relatives count like all others.

Worked example: 3 hours on 30 April 2024 at CA$15.25 and 307 hours in May 2024 at CA$15.75 are at least
45.75 + 4,835.25 = CA$4,881.

## Small counts

Counts from 1 to one below the threshold ({disclosure_inside} inside the organization,
{disclosure_outside} outside) are masked. So is the next smallest count of any row or column in which
one alone is masked, and then further ones until none of the masked counts has a single possible value,
given everything shown. Which of them are small themselves is not told.

## Every threshold

| Threshold | Value | Why | Known weakness |
|---|---|---|---|
"""


def method_page(thresholds: Thresholds = DEFAULT) -> str:
    """Markdown, in English."""
    return PAGE.format_map(_words(thresholds)) + "".join(_row(name, thresholds) for name in _names())


def _words(thresholds: Thresholds) -> dict[str, str]:
    words = {name: _written(getattr(thresholds, name)) for name in _names()}
    return words | {
        "rest_share": _written(1 - thresholds.sole_share),
        "balanced_rest": _written(1 - thresholds.balanced_share),
    }


def _written(value: object) -> str:
    """Shares as percentages, tuples as lists, numbers as they are."""
    if isinstance(value, tuple):
        return ", ".join(_written(part) for part in value)
    if isinstance(value, Decimal) and value < 1:
        return f"{value:.0%}".replace("%", " %")
    return str(value)


def _row(name: str, thresholds: Thresholds) -> str:
    stated = {field.name: field.metadata for field in fields(Thresholds)}[name]
    return f"| `{name}` | {_written(getattr(thresholds, name))} | {stated['why']} | {stated['weakness']} |\n"


def _names() -> list[str]:
    return [field.name for field in fields(Thresholds)]


if __name__ == "__main__":
    sys.stdout.write(method_page())
