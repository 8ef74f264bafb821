"""Sheffield: a project against the loneliness of older people, co-produced at every level."""

from datetime import date

from app import vocabulary as words
from seed.sources import ARTICLE, SHEFFIELD_STAR
from seed.stories.sheffield_findings import FINDINGS
from seed.stories.sheffield_learning import LEARNED
from seed.story import ChosenAim, Initiative, Organization, Story
from seed.table import activities, benefits, costs, indicators, partnerships, phases

DON_VALLEY = Organization(
    slug="don-valley-homes", name="Don Valley Homes", type=words.OrganizationType.CHARITY, country="GB"
)

INITIATIVE = Initiative(
    slug="sheffield-loneliness",
    name="Less alone in Sheffield",
    summary=(
        "A social housing provider and older people wrote the brief together, design each service together "
        "and run it together. Older people who have been lonely sit on the board."
    ),
    country="GB",
    sector=words.Sector.AGEING,
    place="Sheffield: Beauchief and Greenhill, Burngreave, Firth Park, Woodhouse",
    target_population="People over 50 who are lonely or at risk of it",
    eligible_population=8200,
    initiation=words.Initiation.TRANSITIONAL,
    status=words.InitiativeStatus.COMPLETED,
    currency=words.Currency.GBP,
    starts_on=date(2014, 9, 1),
    ends_on=date(2021, 12, 31),
    aims=(
        ChosenAim(
            aim=words.Aim.QUALITY,
            chosen_on=date(2014, 9, 1),
            chosen_by="Steering group",
        ),
    ),
    sources=(ARTICLE, SHEFFIELD_STAR),
)

PARTNERSHIPS = partnerships(f"""
big-lottery-fund | funder | 2016-01-01 | 2021-12-31 | 6000000 | GBP
  source: {SHEFFIELD_STAR}
firth-park-good-neighbours | delivery | 2016-06-01
clearwater-evaluation | evaluator | 2017-06-01
""")

PHASES = phases("""
brief | commissioning | 2014-09-01 | 2015-12-31 | The brief | Head of neighbourhoods, Don Valley Homes
  claim: 2015-12-08 | together | The board
design-1 | design | 2016-01-01 | 2016-12-31 | First services | Programme manager
  claim: 2016-09-20 | together | The board
delivery-1 | delivery | 2016-07-01 | 2018-12-31 | First services | Programme manager
  claim: 2017-01-17 | together | The board
assessment | assessment | 2017-06-01 | 2021-12-31 | Evaluation | Clearwater Evaluation
design-2 | design | 2018-09-01 | 2019-03-31 | Second round | Programme manager
  claim: 2019-03-12 | together | The board
delivery-2 | delivery | 2019-01-01 | 2021-12-31 | Second round | Chair of the board
  claim: 2019-01-15 | together | The board
  claim: 2019-10-08 | citizens | The board
""")

LOG = activities("""
2014-11-11 | brief | co_led | jointly | collective | 14 4 | 42 16 | What does lonely look like here?
  support: expenses access
  entered: 2015-02-03
  note: Minutes entered late. "Befriending" and "service user" were struck out.
2015-02-10 | brief | co_led | jointly | collective | 11 5 | 33 20 | Four neighbourhoods chosen
  support: expenses access
  note: Chosen on census figures, and on who came to the door.
2015-05-19 | brief | co_led | jointly | collective | 9 3 | 36 18 | Brief written line by line
  support: expenses access
2015-09-15 | brief | contributed | professionals | collective | 6 4 | 12 24 | Budget lines agreed
  note: The finance team had set the ceilings before the meeting.
2015-12-08 | brief | co_led | jointly | collective | 7 5 | 14 10 | Brief signed off by the board
2016-02-09 | design-1 | co_led | jointly | group | 22 6 | 110 42 | Design day: from complaint to service
  support: expenses access interpreting
2016-03-08 | design-1 | co_led | citizens | group | 12 4 | 36 16 | Mentoring, walks and phone circles drafted
  by: citizen
2016-04-12 | design-1 | contributed | professionals | group | 5 4 | 10 20 | Safeguarding rules for volunteers
2016-05-10 | design-1 | led_alone | citizens | group | 6 0 | 15 0 | Leaflet rewritten without the word lonely
  by: citizen
2016-09-20 | design-1 | co_led | jointly | group | 13 5 | 39 20 | First services reviewed and opened
  support: expenses access
2018-10-09 | design-2 | co_led | jointly | collective | 16 5 | 64 20 | What to keep, what to close
  support: expenses access
  note: The counselling room in Woodhouse closes: too few came.
2019-01-22 | design-2 | co_led | jointly | collective | 12 4 | 48 20 | Second round drawn up
  support: expenses access
2019-03-12 | design-2 | co_led | jointly | collective | 9 4 | 27 16 | Groups get their own small budgets
2016-07-12 | delivery-1 | co_led | none | group | 9 2 | 27 8 | Lunch club, Firth Park
  repeat: 30 monthly
  then: 11 2 33 8
  then: 8 3 24 12
  support: access
2016-08-18 | delivery-1 | led_alone | citizens | group | 12 0 | 36 0 | Walk and tea, Beauchief
  repeat: 10 quarterly
  then: 15 0 45 0
  by: citizen
2016-09-06 | delivery-1 | contributed | professionals | individual | 4 3 | 12 36 | Home visits and matching
  repeat: 28 monthly
  then: 5 3 15 42
2019-01-08 | delivery-2 | co_led | none | group | 12 1 | 36 4 | Lunch club, Firth Park
  repeat: 15 monthly
  then: 13 1 39 5
  support: access
2019-02-05 | delivery-2 | co_led | jointly | individual | 7 2 | 28 20 | Home visits and matching
  repeat: 13 monthly
  then: 8 2 32 20
2020-04-07 | delivery-2 | co_led | jointly | group | 18 2 | 40 14 | Telephone circles instead of meetings
  repeat: 20 monthly
  then: 16 2 36 12
  by: citizen
2017-06-20 | assessment | informed | professionals | collective | 7 4 | 14 12 | Evaluation plan shown
2019-06-18 | assessment | consulted | none | collective | 8 4 | 16 10 | Interim figures shown to the board
""")

COSTS = costs(
    """
2015-03-31 | 38500 | set_up | cash | Don Valley Homes | brief | Two part-time organisers before the grant
2016-02-29 | 142000 | set_up | cash | Big Lottery Fund | design-1 | Recruitment, two rooms, telephones
2016-06-30 | 24000 | set_up | in_kind | Don Valley Homes | design-1 | Rooms and reception
  estimate: yes
2016-09-30 | 168000 | running | cash | Big Lottery Fund | delivery-1 | Salaries and rooms of the quarter
  repeat: 10 quarterly
  then: 181500
  then: 192000
  then: 196400
2019-03-31 | 188000 | running | cash | Big Lottery Fund | delivery-2 | Salaries and rooms of the quarter
  repeat: 12 quarterly
  then: 184200
  then: 179900
2016-03-31 | 17500 | coproduction_support | cash | Big Lottery Fund | | Fares, interpreting, facilitation
  repeat: 12 half_yearly
  then: 15200
2017-06-30 | 32000 | evaluation | cash | Big Lottery Fund | assessment | Surveys and interviews
  repeat: 5 yearly
2017-12-31 | 9800 | running | volunteer_time | Older people | | Hours of the year at a replacement wage
  repeat: 4 yearly
  then: 11400
  then: 12900
  then: 7600
  estimate: yes
""",
    words.Currency.GBP,
)

BENEFITS = benefits(
    """
2017-06-30 | 95000 | expected | 0.5 | 0.3 | GP practices and adult social care | Business case of 2016
  repeat: 5 yearly
2018-06-30 | 41000 | claimed | 0.5 | 0.4 | GP practices and adult social care | Annual report of the project
  repeat: 3 yearly
2019-09-30 | 18600 | confirmed | 0.5 | 0.4 | Adult social care | Care packages counted by the council
""",
    words.Currency.GBP,
)

# March 2018: snow, offices closed. April to June 2020: nobody counted the conversations.
INDICATORS = indicators(f"""
Loneliness, UCLA three items | outcome | quality | points, 3 to 9 | down | 3 | 9 | 1 | half_yearly
  instrument: UCLA 3-item loneliness scale
  respondents: different_people
  baseline: 6.4 | 2016-09-30 | 212
  target: 5.0 | 2021-12-31
  seen: 2016-09-30 | 6.4 | 212 | 1.6
  seen: 2017-03-31 | 6.0 | 168 | 1.7
  seen: 2017-09-30 | 5.4 | 141 | 1.6
  seen: 2018-03-31 | 5.0 | 122 | 1.6
  seen: 2018-09-30 | 5.1 | 97 | 1.5
  seen: 2019-03-31 | 5.3 | 88 | 1.6
  seen: 2019-09-30 | 5.5 | 71 | 1.7
  seen: 2020-09-30 | 6.0 | 38 | 1.8 | | By telephone; no wave in March. Not the same people as in 2016.
  seen: 2021-03-31 | 5.7 | 44 | 1.7
Feels part of the neighbourhood | outcome | democracy | points, 0 to 10 | up | 0 | 10 | 1 | yearly
  breakdown: Neighbourhood
  baseline: 5.2 | 2017-03-31 | 64
  target: 6.5 | 2020-03-31
  seen: 2017-03-31 | 5.2 | 64 | 2.2
  seen: 2018-03-31 | 5.6 | 71 | 2.1
  seen: 2018-03-31 | 5.9 | 31 | 2.0 | Firth Park
  seen: 2018-03-31 | 5.4 | 34 | 2.2 | Burngreave
  seen: 2018-03-31 | 5.0 | 6 | 1.9 | Woodhouse | Six answers: read with care
  seen: 2019-03-31 | 6.1 | 66 | 2.0
  seen: 2019-03-31 | 6.3 | 29 | 2.0 | Firth Park
  seen: 2019-03-31 | 6.1 | 30 | 1.9 | Burngreave
  seen: 2019-03-31 | 5.3 | 7 | 2.3 | Woodhouse
People helped since the beginning | output | quality | people | up | 0 | | 0 | half_yearly | cumulative
  baseline: 0 | 2016-06-30
  target: 4500 | 2021-12-31
  seen: 2016-12-31 | 286
  seen: 2017-06-30 | 811
  seen: 2017-12-31 | 1540
  seen: 2018-04-30 | 1952 | | | | By April 2018, as the press reported | {SHEFFIELD_STAR}
  seen: 2018-12-31 | 2630
  seen: 2019-06-30 | 3105
  seen: 2019-12-31 | 3560
  seen: 2020-12-31 | 3890
  seen: 2021-06-30 | 4070
  seen: 2021-12-31 | 4212
Conversations between members | process | quality | a month | up | 0 | | 0 | monthly
  baseline: 41 | 2017-01-31
  target: 100 | 2020-12-31
  monthly: 2017 41 44 52 50 57 61 58 49 63 70 72 51
  monthly: 2018 68 71 - 77 81 84 79 70 88 92 95 66
  monthly: 2019 90 94 97 93 99 101 96 85 104 102 107 78
  monthly: 2020 98 96 61 - - - 112 118 121 117 124 109
GP appointments | impact | cost | a member, a year | down | 0 | | 1 | yearly
  elsewhere: GP practices
""")

STORY = Story(
    initiative=INITIATIVE,
    lead=DON_VALLEY,
    partnerships=PARTNERSHIPS,
    phases=PHASES,
    activities=LOG,
    costs=COSTS,
    benefits=BENEFITS,
    indicators=INDICATORS,
    learned=LEARNED,
    findings=FINDINGS,
)
