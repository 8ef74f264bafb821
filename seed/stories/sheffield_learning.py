"""Sheffield: what people proposed, what stood in the way, what failed and what they tell."""

from seed.learned import DAY_MADE_UP, incidents, obstacles, proposals, stories
from seed.sources import ARTICLE

IN_THE_ARTICLE = DAY_MADE_UP.format(source=ARTICLE)

PROPOSALS = proposals("""
2015-03-10 | citizens | brief | Nobody should have to say the word lonely to be let in
  answer: adopted | 2015-05-19 | 2015-05-26
  by: citizen
2016-02-09 | citizens | design-1 | A telephone number that a person answers, also on Sundays
  answer: partly | 2016-03-08 | 2016-03-22
  reason: A person answers until eight on weekdays; Sundays would take two more posts.
2016-04-12 | citizens | design-1 | Volunteers visit in pairs for the first month
  answer: adopted | 2016-04-26 | 2016-05-10
2016-09-20 | citizens | delivery-1 | Tea before the talk, not after
  answer: adopted | 2016-10-04 | 2016-10-04
  reason: It costs nothing, and more people stay.
  by: citizen
2017-01-17 | professionals | delivery-1 | One form for all groups
  answer: adopted | 2017-02-21 | 2017-03-07
2017-05-09 | citizens | delivery-1 | A minibus of our own
  answer: not_adopted | 2017-08-15 | 2017-09-05
  reason: The grant pays for journeys, not for vehicles. A contract with a taxi firm was made instead.
  by: citizen
2017-10-10 | citizens | delivery-1 | A men's shed in Burngreave
  answer: adopted | 2018-01-16 | 2018-01-23
2018-03-13 | citizens | delivery-1 | Keep the counselling room in Woodhouse
  answer: not_adopted | 2018-10-09 | 2018-11-20
  reason: Four people came in half a year; they were offered another place.
2018-10-09 | citizens | design-2 | Each group decides over a small budget
  answer: adopted | 2019-03-12 | 2019-03-19
  by: citizen
2019-05-14 | citizens | delivery-2 | Younger people from the college at the lunch club
  answer: partly | 2019-07-09
  reason: Two students a term, since each needs a reference.
2020-05-12 | citizens | delivery-2 | Tablets on loan, with somebody to explain them
  answer: adopted | 2020-06-16 | 2020-06-16
2021-02-09 | citizens | delivery-2 | The telephone circles go on when the halls open again
  answer: adopted | 2021-03-09 | 2021-03-16
  by: citizen
2021-09-14 | citizens | delivery-2 | A meeting once a year after the project has ended
  by: citizen
""")

OBSTACLES = obstacles(f"""
2014-09-01 | enabler | culture | brief | It is decided to co-produce at every level. That means brief,
  words: services, delivery and board.
  source: {IN_THE_ARTICLE}
2014-11-11 | obstacle | culture | brief | A performance culture asks for numbers before there is a service
  source: {IN_THE_ARTICLE}
2015-06-01 | obstacle | contract | brief | Contract specifications and payment by results. They leave little
  words: room to change course.
  source: {IN_THE_ARTICLE}
2015-04-01 | obstacle | money | brief | Costs come first, and the benefit is not guaranteed. Austerity makes
  words: that harder.
  source: {IN_THE_ARTICLE}
2017-11-14 | obstacle | access | delivery-1 | Buses to Woodhouse end at six
  resolved: 2018-04-10 | The groups moved to the afternoon, and the taxi contract covers the rest.
  by: citizen
2018-06-05 | obstacle | turnover | delivery-1 | Two coordinators leave within a month
  resolved: 2018-10-16 | Two members of the board took over until the posts were filled.
2019-03-12 | enabler | power | design-2 | Groups decide over small budgets of their own
  by: citizen
2020-03-23 | obstacle | policy | delivery-2 | Nobody may meet indoors
  resolved: 2021-07-19 | The halls opened again; the telephone circles went on.
""")

INCIDENTS = incidents("""
2017-02-14 | delivery-1 | Programme manager | A volunteer visited alone before the reference was checked
  decision: No visit without a second person for the first month.
  learning: The rule existed, and nobody had told the group that matches people.
  told: 2017-03-21
2018-01-09 | delivery-1 | Chair of the board | Six people waited an hour in the cold for a taxi that did not
  words: come
  decision: The firm answers to a named person, and the group has the number.
  told: 2018-01-16
2019-11-05 | delivery-2 | | A list of telephone numbers lay in the hall over night
  decision: Lists stay in a locked drawer.
2020-10-20 | delivery-2 | Programme manager | The line of the telephone circles failed for a week
  learning: Members rang each other, unasked. They now hold the numbers themselves.
  told: 2020-10-22
""")

STORIES = stories("""
2017-06-13 | citizens | delivery-1 | public | one_voice | On Tuesdays I have somewhere to be. The rest of
  words: the week is still long.
  indicator: Loneliness, UCLA three items
  period: 2017-01-17 | 2017-06-13
  by: citizen
2018-10-09 | citizens | design-2 | public | several_voices | They asked us what to close. Nobody had ever
  words: asked us that. It was not pleasant, and it was right to ask.
  by: citizen
2019-06-18 | citizens | delivery-2 | inside | one_voice | I came for the lunch. I stayed since somebody
  words: noticed when I did not come.
  indicator: Loneliness, UCLA three items
2020-11-10 | professionals | delivery-2 | not_needed | documented | Minutes of three circles: members ring
  words: each other on other days as well, and staff are not told when.
  indicator: Conversations between members
  period: 2020-04-07 | 2020-10-31
2021-04-13 | citizens | delivery-2 | withdrawn | one_voice
""")

LEARNED = (*PROPOSALS, *OBSTACLES, *INCIDENTS, *STORIES)
