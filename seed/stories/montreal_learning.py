"""Montréal: what residents proposed, what stood in the way, what failed and what they tell."""

from seed.learned import DAY_MADE_UP, incidents, obstacles, proposals, stories
from seed.sources import ARTICLE, PLATEAU_2015, VILLERAY_2017

PROPOSALS = proposals("""
2011-03-15 | citizens | design-1 | Leave a strip of asphalt for the children's bicycles
  answer: not_adopted | 2011-09-20 | 2011-11-15
  reason: The fire service needs the whole width to be soft or the whole width to be hard.
2012-02-21 | citizens | design-1 | Bins at the street, not in the alley
  answer: adopted | 2012-05-15 | 2012-05-29
2013-03-12 | citizens | design-1 | Forty signatures instead of sixty
  answer: partly | 2013-10-08 | 2013-12-03
  reason: Fifty, and two visits to those who did not sign.
2014-02-11 | citizens | design-2 | Committees read the proposals of the year themselves
  answer: adopted | 2014-02-25 | 2014-03-04
  by: citizen
2015-08-18 | citizens | design-2 | Climbing plants for walls without soil
  answer: adopted | 2015-11-10 | 2015-11-24
2016-08-16 | citizens | delivery-2 | Tools lent by the borough, not bought by each alley
  answer: adopted | 2016-11-15 | 2016-11-22
  by: citizen
2017-02-14 | professionals | design-2 | Plans on one page, with pictures instead of norms
  answer: adopted | 2017-03-14 | 2017-03-21
2017-08-15 | citizens | delivery-2 | Close the alley to cars in summer
  answer: partly | 2018-02-20 | 2018-05-08
  reason: From Friday to Sunday, since two garages are in daily use.
2018-08-14 | citizens | delivery-2 | Order the plants in autumn
  answer: adopted | 2018-10-16 | 2018-10-23
  reason: So that they are there when the soil is.
  by: citizen
2019-05-14 | citizens | delivery-2 | Snow from the street does not go on the beds
  answer: adopted | 2019-11-12 | 2019-11-26
2019-08-20 | citizens | delivery-2 | A table of committees with a vote on the budget
  answer: not_adopted | 2020-01-21
  reason: The council decides over the budget; the table is heard before.
2020-06-09 | citizens | design-2 | Rain barrels for every downpipe
  answer: partly | 2020-09-15 | 2020-09-22
  reason: Where the roof is not tarred.
2020-09-12 | citizens | delivery-2 | Visit each other's alleys once a year
  by: citizen
2020-10-10 | citizens | delivery-2 | Somebody to call when a tree is damaged
""")

OBSTACLES = obstacles(f"""
2010-03-16 | enabler | red_tape | priorities | The city takes red tape away and acts as a partner
  source: {DAY_MADE_UP.format(source=ARTICLE)}
2013-06-11 | obstacle | conflict | design-1 | Neighbours fall out where few have signed
  source: {DAY_MADE_UP.format(source=PLATEAU_2015)}
  resolved: 2014-03-04 | Two visits to everybody who did not sign.
2014-03-04 | obstacle | red_tape | design-2 | A permit for an alley passes through four desks
  resolved: 2016-05-03 | One desk, and one person who knows the alley.
2016-06-30 | obstacle | money | delivery-2 | Money for new alleys only, none for upkeep
  source: {DAY_MADE_UP.format(source=VILLERAY_2017)}
2017-05-16 | obstacle | fatigue | delivery-2 | Volunteers are tired. Committees ask for 300 dollars a year
  words: for the upkeep of an alley.
  source: {DAY_MADE_UP.format(source=VILLERAY_2017)}
2018-06-05 | enabler | trust | delivery-2 | The borough's gardener has stayed for five years
  by: citizen
""")

INCIDENTS = incidents("""
2012-08-14 | delivery-1 | Borough technical services | A contractor lifted the asphalt of the wrong alley
  decision: The committee walks the alley with the contractor on the day before.
  learning: Maps of alleys have no names on them.
  told: 2012-08-16
2015-07-20 | delivery-1 | | A fire engine could not pass between the beds
  decision: The width is marked on the ground.
  told: 2015-10-13
2018-08-07 | delivery-2 | Borough technical services | Plants came three weeks too late, in a heat wave
  decision: Order in autumn.
  learning: The committees had asked for this, and the order stayed as it was.
  told: 2018-08-21
2020-08-04 | delivery-2 | Steering committee | A storm took the beds of three alleys
  decision: Edges of stone where water comes down.
""")

STORIES = stories("""
2013-09-17 | citizens | delivery-1 | public | one_voice | I have lived here for thirty years and met my
  words: neighbours over a hole in the asphalt.
  indicator: Satisfaction of adjoining residents
2016-10-18 | professionals | delivery-2 | public | one_voice | I used to say what could not be done. Now I
  words: am asked when it can.
2018-09-11 | citizens | delivery-2 | not_needed | several_voices | In four committees the same three people
  words: water from June to September.
  indicator: Satisfaction of adjoining residents
  period: 2018-06-01 | 2018-09-11
  by: citizen
2019-11-19 | citizens | assessment | inside | one_voice | Nobody wrote to us in our language, and we live on
  words: both sides of the alley.
  indicator: Committee members born outside Canada
""")

LEARNED = (*PROPOSALS, *OBSTACLES, *INCIDENTS, *STORIES)
