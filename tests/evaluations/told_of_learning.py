"""Results about learning, each beside its sentence."""

from datetime import timedelta

from app.evaluations.sentences import learning as say
from app.measurement.learning import accounts, answers, influences, learning, voices
from app.vocabulary import Consent, Influence, InfluenceKind, ProposalAnswer
from tests.evaluations.told import Told, known, told
from tests.measurement.test_learning import AS_OF, BEGIN, incident, obstacle, proposal, story

ASKED = answers(
    [
        proposal(1, answered=10, told=12, reason=True),
        proposal(2, answered=20, told=40, answer=ProposalAnswer.PARTLY, reason=True),
        proposal(3, answered=61, told=70),
        proposal(4),
    ],
    AS_OF,
)
MANY = answers([proposal(number, answered=5) for number in range(1, 31)], AS_OF)
NONE = learning((), (), (), (), AS_OF)
HELD = influences(
    [obstacle(1), obstacle(2, ended=40), obstacle(3, kind=InfluenceKind.MONEY)], Influence.OBSTACLE, AS_OF
)
HELPED = influences([obstacle(4, influence=Influence.ENABLER)], Influence.ENABLER, AS_OF)
FAILED = accounts([incident(1, told=2), incident(2, told=10, owned=False), incident(3, told=30)], AS_OF)
VOICES = voices([story(1), story(2, Consent.PUBLIC), story(3, Consent.WITHDRAWN)], AS_OF)
SOON = influences([obstacle(1)], Influence.OBSTACLE, BEGIN + timedelta(days=1))

LEARNING: tuple[Told, ...] = (
    told(ASKED, say.proposals, "4 proposals are logged. 1 waits for too long."),
    told(NONE.proposals, say.proposals, "No proposal is logged. That is not zero."),
    told(known(ASKED.answered), say.answered, "Answered: 3 of 4 proposals (interval 30% to 95%)."),
    told(known(MANY.answered), say.answered, "Answered: 30 of 30 proposals: 100%, between 89% and 100%."),
    told(known(ASKED.adopted), say.adopted, "Adopted as a whole: 2 of 3 answered (interval 21% to 94%)."),
    told(known(ASKED.reasoned), say.reasoned, "With a reason: 2 of 3 answered (interval 21% to 94%)."),
    told(
        known(ASKED.told),
        say.told,
        "Those who asked were told: 3 of 3 answered (interval 44% to 100%).",
    ),
    told(NONE.proposals.adopted, say.adopted, "No proposal is answered yet."),
    told(known(ASKED.days_to_answer), say.to_answer, "Days to an answer: median 20, over 3 proposals."),
    told(
        known(ASKED.days_to_telling),
        say.to_telling,
        "Days until those who asked were told: median 40, over 3 proposals.",
    ),
    told(HELD.days_to_end, say.to_end, "Days until it ended: Too few entries: 1 of 3 needed."),
    told(HELD, say.influences, "3 obstacles, 2 not resolved: Red tape 2 and Money 1."),
    told(HELPED, say.influences, "1 enabler, 1 not ended: Red tape 1."),
    told(NONE.obstacles, say.influences, "No obstacle is logged. That is not zero."),
    told(NONE.enablers, say.influences, "No enabler is logged. That is not zero."),
    told(HELD.kinds[0], say.kind, "Red tape: 2 noticed, 1 not ended."),
    told(HELD.lasting[0], say.lasting, "Red tape: lasting for 365 days."),
    told(HELD.lasting[2], say.lasting, "Red tape: ended after 40 days."),
    told(SOON.lasting[0], say.lasting, "Red tape: lasting for 1 day."),
    told(FAILED, say.incidents, "3 incidents are logged."),
    told(NONE.incidents, say.incidents, "No incident is logged. That is not zero."),
    told(
        known(FAILED.answered_for),
        say.owned,
        "Somebody answers for 2 of 3 incidents (interval 21% to 94%).",
    ),
    told(
        known(FAILED.told),
        say.citizens_told,
        "Citizens were told of 3 of 3 incidents (interval 44% to 100%).",
    ),
    told(
        known(FAILED.days_to_telling),
        say.to_citizens,
        "Days until citizens were told: median 10, over 3 incidents.",
    ),
    told(
        VOICES,
        say.stories,
        "2 stories are logged: documented 0, told by several 0, told by one 2. 1 may be read outside the "
        "initiative. The words of 1 story were taken back.",
    ),
    told(NONE.stories, say.stories, "No story is logged."),
)
