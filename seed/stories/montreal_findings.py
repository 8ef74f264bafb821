"""What an evaluator found in the green alleys of Montréal: illustrative, as nobody published it."""

from seed.findings import findings

FINDINGS = findings("""
2018-02-20 | weak | 2013-10-31 | 2017-10-31 | Are the residents next to green alleys more satisfied?
  judgement: Three surveys rise from 6.8 to 7.3 of 10. Other people answered each time, and the later
  judgement: alleys were asked for by residents who wanted them: theirs were perhaps high before.
  method: Three surveys of 188 to 240 people; no survey in streets without such an alley.
  recommendation: Ask in two streets without a green alley as well.
  response: 2018-03-27 | Yes for the survey of 2019, in one street: there is money for one.
  indicator: Satisfaction of adjoining residents
  rests: observation | 2013-10-31 | 2017-10-31 | satisfaction | One survey, other people each time
2019-06-11 | moderate | 2014-04-30 | 2019-04-30 | Who is not on the committees?
  judgement: Members born outside Canada went from 6 to 14, while the committees grew as well. Invitations in
  judgement: French only were named in two of three interviews as the reason why neighbours stay away.
  method: Three counts at the committees, three interviews.
  recommendation: Send invitations in the three languages most spoken in each alley.
  response: 2019-09-10 | We do so in four boroughs, with the help of residents who translate.
  done: 2020-04-15
  indicator: Committee members born outside Canada
  rests: observation | 2014-04-30 | 2019-04-30 | born outside | A count at the committees
""")
