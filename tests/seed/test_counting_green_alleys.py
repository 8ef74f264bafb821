"""The rule that counts Montréal's alleys, on a made-up file with the dirt of the real one."""

import csv
from collections import Counter
from io import StringIO

from seed.montreal.count import Fact, count, facts

FILE = """\
RUELLE_ID,PROPRIETAI,DATE_AMENA,SUPERFICIE,SUPERFIC_1
PMR-A-1,Plateau - Mont-Royal,20150801,100.0,10.5
PMR-A-1,Plateau - Mont-Royal,20130502,120.4,20190202
PMR-A-1,Plateau - Mont-Royal,,50.0,
RPP-H-2,Rosemont - La Petite-Patrie,20130612,80.0,*********
RPP-H-2,Rosemont - La Petite-Patrie,20130612,80.0,0
VRD-I-3,Verdun,,75.0,12.0
VRD-I-4,Verdun,20131399,75.0,12.0
VRD-I-5,Verdun,2013,75.0,12.0
PMR-B-6,Plateau - Mont-Royal,20130901,30.0,30.0
"""


def counted() -> dict[tuple[int, str], Fact]:
    return {(fact.year, fact.borough): fact for fact in count(csv.DictReader(StringIO(FILE)))}


def test_an_alley_counts_once_in_the_year_of_its_earliest_date() -> None:
    assert counted()[2013, "Plateau - Mont-Royal"].alleys == 2
    assert (2015, "Plateau - Mont-Royal") not in counted()


def test_all_segments_go_with_their_alley_dated_or_not() -> None:
    plateau = counted()[2013, "Plateau - Mont-Royal"]
    assert (plateau.segments, plateau.square_metres) == (4, 300)


def test_a_date_in_the_area_column_is_no_area() -> None:
    plateau = counted()[2013, "Plateau - Mont-Royal"]
    assert (plateau.greened_square_metres, plateau.segments_measured) == (40, 2)


def test_asterisks_are_unknown_and_zero_is_a_measurement() -> None:
    rosemont = counted()[2013, "Rosemont - La Petite-Patrie"]
    assert (rosemont.greened_square_metres, rosemont.segments_measured) == (0, 1)


def test_an_alley_without_a_valid_date_is_left_out() -> None:
    assert not [borough for _, borough in counted() if borough == "Verdun"]


def test_the_committed_facts_are_the_known_counts() -> None:
    by_year = Counter[int]()
    for fact in facts():
        by_year[fact.year] += fact.alleys
    assert [by_year[year] for year in range(2010, 2022)] == [16, 20, 26, 29, 38, 38, 40, 35, 42, 48, 37, 6]
    assert by_year.total() == 415
