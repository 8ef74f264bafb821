"""The questionnaires that people can choose from, as far as their facts are known."""

from decimal import Decimal

from app.i18n import N_
from app.indicators.instruments import PERCENT, Fact, Instrument, MinimalChange
from app.vocabulary import Direction

MANUAL = "De Jong Gierveld & Van Tilburg, Manual of the loneliness scale, 2022"
WARWICK = "Warwick Medical School, WEMWBS"
HARMONISED = "UK Government Analysis Function, Personal wellbeing harmonised standard"
COMMUNITY_LIFE = "UK Government, Community Life Survey 2024/25"
CASP = "casp19.com, CASP scoring and properties"
APERSU = "APERSU, University of Alberta"

BANDS = Fact(N_("Low is 0 to 4, medium 5 to 6, high 7 to 8, very high 9 to 10."))
ANXIETY_BANDS = Fact(N_("Very low is 0 to 1, low 2 to 3, medium 4 to 5, high 6 to 10."))
OWN_PICTURE = Fact(
    N_("The four questions stay four indicators: they are not combined into one."), "CORC, ONS4"
)
WELLBEING_LICENCE = (
    Fact(N_("A harmonised standard of the statistical service of the United Kingdom."), HARMONISED),
    Fact(N_("Under the Open Government Licence.")),
)
TWO_WAYS = Fact(N_("Answers are counted in two ways that differ by 12 in all: never mix them in one series."))
HIGHER_IS_BETTER = Fact(N_("Higher means a better quality of life."), CASP)
FREE_WITH_CITATION = Fact(N_("Free to use when it is cited."))
FOR_RESEARCH = Fact(N_("Available for scientific survey research; cite the source."), MANUAL)

INSTRUMENTS = (
    Instrument(
        key="ucla-3",
        name=N_("UCLA loneliness scale, 3 questions"),
        version=N_("sum of three answers from 1 to 3"),
        direction=Direction.DOWN,
        minimum=3,
        maximum=9,
        scoring=(Fact(N_("“6 or more means lonely” is a common use, and not part of the scale.")),),
        licence=(
            Fact(
                N_(
                    "The UK’s Office for National Statistics recommends it together with its direct question."
                ),
                "ONS, guidance on measuring loneliness; Campaign to End Loneliness, evaluation",
            ),
            FREE_WITH_CITATION,
        ),
    ),
    Instrument(
        key="ons-direct",
        name=N_("Lonely often or always"),
        version=N_("ONS direct question, share of people"),
        direction=Direction.DOWN,
        minimum=0,
        maximum=100,
        unit=PERCENT,
        scale_source=COMMUNITY_LIFE,
        scoring=(
            Fact(
                N_("Of five answers in order, record the percentage who answer often or always."),
                COMMUNITY_LIFE,
            ),
        ),
        licence=(
            Fact(N_("A harmonised question of the UK’s Government Statistical Service."), COMMUNITY_LIFE),
        ),
    ),
    Instrument(
        key="de-jong-gierveld-6",
        name=N_("De Jong Gierveld loneliness scale, 6 questions"),
        version=N_("total from 0 to 6"),
        direction=Direction.DOWN,
        minimum=0,
        maximum=6,
        scale_source=MANUAL,
        scoring=(
            Fact(N_("0 to 1 is not lonely, 2 to 4 moderately, 5 to 6 severely lonely."), MANUAL),
            Fact(N_("Emotional and social loneliness are parts of it, each from 0 to 3."), MANUAL),
        ),
        missing_answers=Fact(
            N_("No total with more than one answer missing; no part of it with any answer missing."), MANUAL
        ),
        licence=(FOR_RESEARCH,),
    ),
    Instrument(
        key="de-jong-gierveld-11",
        name=N_("De Jong Gierveld loneliness scale, 11 questions"),
        version=N_("total from 0 to 11"),
        direction=Direction.DOWN,
        minimum=0,
        maximum=11,
        scoring=(Fact(N_("The usual groups are 0 to 2, 3 to 8, 9 to 10, and 11.")),),
        licence=(FOR_RESEARCH,),
    ),
    Instrument(
        key="campaign-to-end-loneliness",
        name=N_("Campaign to End Loneliness tool"),
        version=N_("sum of three answers from 0 to 4"),
        direction=Direction.DOWN,
        minimum=0,
        maximum=12,
        licence=(Fact(N_("Free to use.")),),
    ),
    Instrument(
        key="swemwbs",
        name=N_("Short Warwick-Edinburgh wellbeing scale (SWEMWBS)"),
        version=N_("converted values only"),
        direction=Direction.UP,
        minimum=7,
        maximum=35,
        decimals=2,
        scale_source="Scottish Government, Scottish Surveys Core Questions 2022",
        scoring=(
            Fact(
                N_("The owners’ table converts each person’s sum. Record converted values only."),
                f"{WARWICK}, guidance on scoring",
            ),
        ),
        minimal_change=MinimalChange(
            Decimal(3),
            Fact(
                N_("One person’s change of 1 to 3 points meets a threshold: 1.03 the laxer, 2.87 the other."),
                "Health and Quality of Life Outcomes, 2018",
            ),
        ),
        licence=(
            Fact(
                N_(
                    "Copyright: register before you use it. The non-commercial licence forbids passing it on."
                ),
                f"{WARWICK}, licences",
            ),
        ),
    ),
    Instrument(
        key="ons4-satisfaction",
        name=N_("Life satisfaction (ONS4)"),
        version=N_("one question from 0 to 10"),
        direction=Direction.UP,
        minimum=0,
        maximum=10,
        scale_source=HARMONISED,
        scoring=(OWN_PICTURE, BANDS),
        licence=WELLBEING_LICENCE,
    ),
    Instrument(
        key="ons4-worthwhile",
        name=N_("Life is worthwhile (ONS4)"),
        version=N_("one question from 0 to 10"),
        direction=Direction.UP,
        minimum=0,
        maximum=10,
        scale_source=HARMONISED,
        scoring=(OWN_PICTURE, BANDS),
        licence=WELLBEING_LICENCE,
    ),
    Instrument(
        key="ons4-happiness",
        name=N_("Happiness yesterday (ONS4)"),
        version=N_("one question from 0 to 10"),
        direction=Direction.UP,
        minimum=0,
        maximum=10,
        scale_source=HARMONISED,
        scoring=(OWN_PICTURE, BANDS),
        licence=WELLBEING_LICENCE,
    ),
    Instrument(
        key="ons4-anxiety",
        name=N_("Anxiety yesterday (ONS4)"),
        version=N_("one question from 0 to 10"),
        direction=Direction.DOWN,
        minimum=0,
        maximum=10,
        scale_source=HARMONISED,
        scoring=(OWN_PICTURE, ANXIETY_BANDS),
        licence=WELLBEING_LICENCE,
    ),
    Instrument(
        key="eq-5d-5l",
        name=N_("EQ-5D-5L index"),
        version=N_("write here which country’s value set"),
        direction=Direction.UP,
        minimum=None,
        maximum=1,
        decimals=3,
        scoring=(
            Fact(N_("A country’s value set makes five answers one index, which can lie below 0.")),
            Fact(N_("Indexes of different value sets are never mixed in one series.")),
        ),
        licence=(
            Fact(N_("Users register with EuroQol."), "WikiMili, EQ-5D"),
            Fact(N_("The licence depends on the use.")),
        ),
    ),
    Instrument(
        key="eq-vas",
        name=N_("EQ VAS"),
        version=N_("own health from 0 to 100"),
        direction=Direction.UP,
        minimum=0,
        maximum=100,
        scale_source=APERSU,
        scoring=(Fact(N_("Record the value as it was marked: do not rescale it.")),),
        licence=(Fact(N_("Part of the licence of EQ-5D.")),),
    ),
    Instrument(
        key="casp-12-from-0",
        name=N_("CASP-12 quality of life, from 0 to 36"),
        version=N_("answers counted 0 to 3"),
        direction=Direction.UP,
        minimum=0,
        maximum=36,
        scoring=(HIGHER_IS_BETTER, TWO_WAYS),
        licence=(FREE_WITH_CITATION,),
    ),
    Instrument(
        key="casp-12-from-12",
        name=N_("CASP-12 quality of life, from 12 to 48"),
        version=N_("answers counted 1 to 4"),
        direction=Direction.UP,
        minimum=12,
        maximum=48,
        scoring=(HIGHER_IS_BETTER, TWO_WAYS),
        licence=(FREE_WITH_CITATION,),
    ),
    Instrument(
        key="lsns-6",
        name=N_("Lubben social network scale, 6 questions (LSNS-6)"),
        version=N_("sum of six answers from 0 to 5"),
        direction=Direction.UP,
        minimum=0,
        maximum=30,
        scoring=(Fact(N_("Below 12 is taken as at risk of isolation.")),),
        licence=(Fact(N_("Free for use without profit.")),),
    ),
)
BY_KEY = {instrument.key: instrument for instrument in INSTRUMENTS}
