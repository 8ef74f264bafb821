"""What an evaluator found in the initiative of Sheffield: illustrative, as nobody published it."""

from seed.findings import findings

FINDINGS = findings("""
2018-05-15 | moderate | 2016-09-30 | 2018-03-31 | Are people less lonely than at the start?
  judgement: Each wave was lower than the one before, from 6.4 to 5.0, while the first services ran and were
  judgement: led together. Fewer people answered at each wave: those who felt worst may have stopped
  judgement: answering, and that alone would lower the mean.
  method: Four waves of the survey, 212 to 122 people, not the same each time; nine interviews.
  recommendation: Follow a group of the same people from wave to wave.
  response: 2018-06-12 | We ask forty members to take part in every wave, and pay their fares.
  done: 2019-03-31
  indicator: Loneliness, UCLA three items
  rests: observation | 2016-09-30 | 2018-03-31 | loneliness | One wave of the survey, with how many answered
2020-12-08 | weak | 2020-04-01 | 2020-09-30 | What do the telephone circles tell of spring 2020?
  judgement: Members say that the circles kept them in touch. The one wave of that year is back near the
  judgement: first, came by telephone from 38 people, and followed a spring that was lonely everywhere: it
  judgement: says little about the circles, for or against.
  method: One wave by telephone, minutes of three circles.
  recommendation: Count conversations again, also when offices are closed.
  rests: activity | 2020-04-01 | 2020-09-30 | telephone circles | Minutes kept
  rests: observation | 2020-09-30 | 2020-09-30 | loneliness | By telephone
  response: 2021-01-12 | Two members have counted since July. April to June stays empty: nobody will guess.
  indicator: Loneliness, UCLA three items
2021-06-15 | weak | 2019-10-08 | 2021-03-31 | Did anything change when members took the lead of delivery?
  judgement: Conversations went on growing as they had before. The change of lead and the second round came
  judgement: within a year of each other, so the order in time cannot tell the one from the other.
  method: The monthly counts with their gaps, the minutes of the board.
  recommendation: Write down which circles members lead alone, so that they can be told apart.
  indicator: Conversations between members
""")
