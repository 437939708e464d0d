"""Figures and dates of a sentence, and when two of them contradict each other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.details import comparable, details, differing, may_both_hold


def found(sentence):
    return {(detail.kind, round(detail.value, 2)) for detail in details(sentence)}


@pytest.mark.parametrize(
    "sentence, expected",
    [
        ("Twenty-one houses burned.", {("count", 21)}),
        ("Two hundred and five houses burned.", {("count", 205)}),
        ("The fund holds 2.5 million crowns.", {("money", 2_500_000)}),
        ("It cost $3bn, or £1,200 a head.", {("money", 3e9), ("money", 1200)}),
        ("A million people came.", {("count", 1e6)}),
        ("Rents rose nine per cent.", {("percent", 9)}),
        ("The rate fell by 2 percentage points.", {("percentage points", 2), ("by or to", 1)}),
        ("Half of the voters stayed away.", {("percent", 50)}),
        ("The 42-year-old walked for two weeks.", {("age", 42), ("length of time", 336)}),
        ("On 12 May 2021 it rained.", {("month", 5), ("day of the month", 12), ("year", 2021)}),
        ("It may rain on Sunday evening.", {("weekday", 6), ("part of the day", 3)}),
        ("The curfew begins at 9:30 p.m.", {("clock", 21.5)}),
        ("It rang at twenty to three.", {("clock", 2.67)}),
        ("Half past four, by nine o'clock at the latest.", {("clock", 4.5), ("clock", 9)}),
        ("The wall is 20 metres long.", {("distance", 20)}),
        ("Ada Teviot, 44, said that 12, 13 or 14 came.", {("age", 44), ("count", 12), ("count", 13), ("count", 14)}),
        ("It was built in the 1960s and not the 1970's.", {("decade", 1960), ("decade", 1970)}),
        ("A 2-kilometre queue.", {("distance", 2000)}),
        ("From ten to twelve people came.", {("count", 10), ("count", 12), ("change", 1)}),
        ("The third try failed.", {("place in a row", 3)}),
        ("One of them sat in the sun.", set()),
        ("One in five households left.", {("percent", 20)}),
        ("A fifth of the households left.", {("percent", 20)}),
        ("Two in three days.", {("count", 2), ("length of time", 72)}),
        ("It opened on the third of May.", {("month", 5), ("day of the month", 3)}),
        ("It opened on the twenty-first of May.", {("month", 5), ("day of the month", 21)}),
        ("It opened on May the third.", {("month", 5), ("day of the month", 3)}),
        ("The third of May's gales is over.", {("month", 5), ("day of the month", 3)}),
        ("It rang at 0715 GMT.", {("clock", 7.25)}),
        ("The Orvo 737-800 fell.", {("label", 737)}),
        ("The sea has Morv-19 and an F-16.", {("label", 19), ("label", 16)}),
        ("On Flight 370 sat 239 people.", {("label", 370), ("count", 239)}),
        ("In Harl 300 people marched.", {("count", 300)}),
        ("In Harl 300 angry neighbours marched.", {("count", 300)}),
        ("They are on call 24/7.", set()),
        ("It took two and a half hours.", {("length of time", 2.5)}),
        ("It took an hour and a half, or a half-hour less.", {("length of time", 1.5), ("length of time", 0.5)}),
        ("It took three-quarters of an hour.", {("length of time", 0.75)}),
        ("It took 2 hours and 30 minutes.", {("length of time", 2.5)}),
        ("One and a half million people left.", {("count", 1_500_000)}),
        ("Half a million people left.", {("count", 500_000)}),
        ("1½ million people left, 1,5 million in all.", {("count", 1_500_000)}),
        ("Some 1 200 people left.", {("count", 1200)}),
        ("Some 1.200 people left.", {("count", 1200)}),
        ("It took 1.200 seconds.", {("length of time", 0)}),
        ("It was -5 degrees, not minus 6 degrees.", {("count", -5), ("count", -6)}),
        ("A 1.2m wall, 1.5m high.", {("distance", 1.2), ("distance", 1.5)}),
        ("1.2m people left the 1.5m crowd.", {("count", 1.2e6), ("count", 1.5e6)}),
        ("Jan Novak met Mr March and Dorothea May.", set()),
        ("In March Ada Holm met Dorothea May, 62.", {("month", 3), ("count", 62)}),
        ("On 5 May Parliament met.", {("month", 5), ("day of the month", 5)}),
        ("It closed at midnight and opened at noon.", {("clock", 0), ("clock", 12)}),
        ("The 2010-11 season, which began on 2010-09-04.", {("year", 2010), ("month", 9), ("day of the month", 4)}),
        ("Harl beat Velm 3-1.", {("count", 3), ("count", 1), ("score", 3)}),
        ("About 10-12 people left.", {("count", 10)}),
        ("Some 10-12 left and 20-30 came.", {("count", 10), ("count", 20)}),
        ("It hits people 18-to-24, in 30 to 40 towns.", {("count", 18), ("count", 30)}),
        ("Call 555-688-4068 or 688-4163.", {("count", n) for n in (555, 688, 4068, 4163)}),
        ("Shares fell 1.3 percent to $12.40.", {("percent", 1.3), ("money", 12.4)}),
        ("", set()),
    ],
)
def test_details_are_read_in_their_unit(sentence, expected):
    assert found(sentence) == expected


@pytest.mark.parametrize(
    "first, second, expected",
    [
        ("Three died.", "Five died.", "figure"),
        ("Three died.", "3 people died.", None),
        ("Nearly 4,000 came.", "3,987 came.", None),
        ("4,000 came.", "3,987 came.", None),
        ("More than 200 came.", "212 came.", None),
        ("More than 200 came.", "190 came.", "figure"),
        ("20 came.", "21 came.", "figure"),
        ("Some 30 came.", "32 came.", None),
        ("Some 30 came.", "34 came.", "figure"),
        ("30 came.", "32 came.", "figure"),
        ("More than 50 came.", "Some 70 came.", "figure"),
        ("More than 50 came.", "90 came.", "figure"),
        ("Half a dozen came.", "Six came.", None),
        ("Half a dozen came.", "A dozen came.", "figure"),
        ("Ada Teviot, 44, came with 3 others.", "Ada Teviot came with 3 others.", None),
        ("It was built in the 1960s.", "It was built in the 1970s.", "date"),
        ("Ada Teviot, 44, came.", "Ada Teviot, aged 43, came.", "figure"),
        ("She ran at the age of 44.", "The 44-year-old ran.", None),
        ("Two weeks passed.", "14 days passed.", None),
        ("Rents rose 9 percent.", "12 houses burned.", None),
        ("Rents rose 9 percent.", "Rents rose.", None),
        ("It rained on Monday.", "It rained on Tuesday.", "date"),
        ("It rained on Monday.", "It rained on Monday morning.", None),
        ("It rang at ten past four.", "It rang at 4.10 p.m.", None),
        ("It rang at ten past four.", "It rang at 4.20 p.m.", "date"),
        ("It rang at 4.10 a.m.", "It rang at 4.10 p.m.", "date"),
        ("It rang at 9:15.", "It rang at 9:15 p.m.", None),
        ("It rang shortly before 9:15.", "It rang at 9:00 a.m.", None),
        ("It rang at 9:15.", "It rang at 9:15 a.m.", None),
        ("It rang at 9:15.", "It rang at 9:45 p.m.", "date"),
        ("It rang at 09:15.", "It rang at 9:15 p.m.", "date"),
        ("It rang at 21:15.", "It rang at 9:15 p.m.", None),
        ("It rang at 21:15.", "It rang at 9:15 a.m.", "date"),
        ("3 died and 12 were hurt.", "12 were hurt in 4 towns.", None),
        ("10-12 people came.", "11 people came.", None),
        ("Between 10 and 12 people came.", "11 people came.", None),
        ("Ten to twelve people came.", "11 people came.", None),
        ("Ten to twelve people came.", "11-13 people came.", None),
        ("Ten or twelve people came.", "12 people came.", None),
        ("10 to 12 people came.", "14 people came.", "figure"),
        ("10 to 12 people came.", "14 to 16 people came.", "figure"),
        ("Between 10 and 12 people came.", "8 people came.", "figure"),
        ("800,000 to 1.2 million people came.", "A million people came.", None),
        ("800,000 to 1.2 million people came.", "Two million people came.", "figure"),
        ("It cost $10m to $12m.", "It cost $11 million.", None),
        ("It cost $10-12 million.", "It cost $15 million.", "figure"),
        ("Rents rose from 10 to 12 percent.", "Rents rose to 11 percent.", "figure"),
        ("The town won 3-5.", "The town won 4.", "figure"),
        ("10 or, in some counts, 12 people came.", "11 people came.", "figure"),
        ("It took two and a half hours.", "It took two hours.", "figure"),
        ("It took two and a half hours.", "It took 150 minutes.", None),
        ("It took 2 hours 30 minutes.", "It took two and a half hours.", None),
        ("One and a half million left.", "1.5 million left.", None),
        ("It cost $10m.", "It cost £10m.", "figure"),
        ("It cost $10m.", "It cost £8m.", None),
        ("It cost $10m.", "It cost £80m.", "figure"),
        ("It cost $10m.", "It cost 10 million dollars.", None),
        ("It was -5 degrees.", "It was 5 degrees.", "figure"),
        ("It was -5 degrees.", "It was minus five degrees.", None),
        ("The 1.2m wall fell.", "The 1.2 metre wall fell.", None),
        ("The 1.2m wall fell.", "The 2m wall fell.", "figure"),
        ("Some 1 200 people came.", "1,200 people came.", None),
        ("Some 1.200 people came.", "200 people came.", "figure"),
        ("1,5 million came.", "1.5 million came.", None),
        ("Jan Novak met Mr March.", "He came in June.", None),
        ("It closed until Monday.", "It closed through Sunday.", None),
        ("It closed until Monday.", "It closed until Tuesday.", "date"),
        ("It closed at midnight.", "It closed at 12 a.m.", None),
        ("It closed at midnight.", "It closed early on Tuesday morning.", None),
        ("It closed at noon.", "It closed at midnight.", "date"),
        ("It closed shortly before 9 p.m.", "It closed at 8:50 p.m.", None),
        ("It closed shortly before 9 p.m.", "It closed at 7 p.m.", "date"),
        ("It closed on 3-5 May.", "It closed on 4 May.", None),
        ("It closes from 9 to 11 p.m.", "It closes at 10 p.m.", None),
        ("It closes from 9 to 11 p.m.", "It closes at 7 p.m.", "date"),
        ("No more than 50 came.", "60 came.", "figure"),
        ("No more than 50 came.", "45 came.", None),
        ("No fewer than 50 came.", "60 came.", "figure"),
        ("No fewer than 50 came.", "45 came.", "figure"),
        ("They were aged three and five.", "They were aged eight.", "figure"),
        ("Floors two and three burned.", "Five floors burned.", "figure"),
        ("Between five and ten came.", "Seven came.", None),
        ("Between five and ten came.", "15 came.", "figure"),
        ("One hundred and five came.", "105 came.", None),
        ("Two and a half million came.", "2.5 million came.", None),
        ("Two to three hundred people came.", "250 people came.", None),
        ("Two to three hundred people came.", "150 people came.", "figure"),
        ("Two or three million left.", "2.5 million left.", None),
        ("Between two and three hundred came.", "250 came.", None),
        ("Between two and three hundred came.", "500 came.", "figure"),
        ("Between two hundred and three hundred came.", "250 came.", None),
        ("The march drew a crowd.", "The crowd came in June.", None),
        ("It closed in March.", "It closed in June.", "date"),
        ("It closed on 5 march.", "It closed on 6 March.", "date"),
        ("It closed on 2026-11-22.", "It closed on 2026-11-25.", "date"),
        ("It closed on 2026-11-22.", "It closed on 22 November 2026.", None),
        ("On 5 March 20 people died.", "On 5 March 30 people died.", "figure"),
        ("In May 30 villages burned.", "In May 40 villages burned.", "figure"),
        ("On May 30 villages burned.", "On May 31 villages burned.", "date"),
        ("The takeover 50 members wanted came.", "The takeover 60 members wanted came.", "figure"),
        ("It closed on May 3 to 5.", "It closed on 7 May.", "date"),
        ("It closed on 3-5 May.", "It closed on 3-6 May.", "date"),
        ("It closed on the third of May.", "It closed on 4 May.", "date"),
        ("It closed on the third of May.", "It closed on 3 May.", None),
        ("It closed at 3 pm ET.", "It closed at 1900 GMT.", None),
        ("It closed at 3 pm ET.", "It closed at 8 pm Harl time.", None),
        ("It closed at 3 pm ET.", "It closed at 4 pm.", None),
        ("It closed at 3 pm ET.", "It closed at 4 pm ET.", "date"),
        ("It closed at 3 pm local time.", "It closed at 4 pm.", "date"),
        ("It closes today.", "It closed yesterday.", None),
        ("It closed yesterday.", "It closes tomorrow.", "date"),
        ("It cost C$20m.", "It cost US$15m.", None),
        ("It cost C$20m.", "It cost $20m.", None),
        ("It cost C$20m.", "It cost C$15m.", "figure"),
        ("It cost C$20m.", "It cost A$20m.", "figure"),
        ("It cost 20 million Canadian dollars.", "It cost C$20m.", None),
        ("It cost 20 million Canadian dollars.", "It cost C$15m.", "figure"),
        ("It cost US$20m.", "It cost $15m.", "figure"),
        ("One in five left.", "20 percent left.", None),
        ("One in five left.", "25 percent left.", "figure"),
        ("As many as 40 came.", "38 came.", None),
        ("As many as 40 came.", "50 came.", "figure"),
        ("As few as 10 came.", "12 came.", None),
        ("The Orvo 737-800 fell.", "The Orvo fell on 12 houses.", None),
        ("The F-16 fell.", "The F-35 fell.", "figure"),
        ("The Orvo 737 fell.", "The Orvo 777 fell.", "figure"),
        ("It is Morv-19.", "It is the Orvo 20 plague.", None),
        ("At least 14 died.", "At least 19 died.", "figure"),
        ("22 Tarns and 10 Velms won, of 17 seats for Orvans.", "22 Tarns and 17 Velms won.", "figure"),
        ("Two large mills closed, 90 jobs went.", "Seven mills closed, 90 jobs went.", "figure"),
        ("Two people died, 90 jobs went.", "Seven mills closed, 90 jobs went.", None),
        ("It was 1.1 millions in all.", "It was 1.1 million in all.", None),
        ("Shops posted May sales.", "Shops posted August sales.", "date"),
        ("Shops posted May sales.", "Shops posted sales in May.", None),
        ("At least 14 died.", "14 died.", None),
        ("At least 29 died.", "As many as 29 died.", None),
        ("At least 29 died.", "Fewer than 29 died.", "figure"),
        ("More than 200 came.", "More than 250 came.", "figure"),
        ("Dozens of pupils fell ill.", "Six children fell ill.", "figure"),
        ("Dozens of pupils fell ill.", "27 children fell ill.", None),
        ("Hundreds marched.", "Nearly 100 marched.", None),
        ("Hundreds marched.", "Some 40 marched.", "figure"),
        ("Hundreds marched and 3 were hurt.", "40 marched, 3 of them hurt.", None),
        ("A tremor with a magnitude of 6.3 hit 20 miles away.", "A 5.8-magnitude tremor hit 20 miles away.", "figure"),
        ("A tremor with a magnitude of 6.3 hit 20 miles away.", "A 6.3-magnitude tremor hit 20 miles away.", None),
        ("She ran it in two hours, five minutes and 12 seconds.", "She ran it in 2:05:12.", None),
        ("She ran it in two hours, five minutes and 12 seconds.", "She ran it in 2:45:12.", "figure"),
        ("She ran it in two hours and five minutes.", "She ran it in two hours and nine minutes.", "figure"),
        ("She ran it in two hours and five minutes.", "She ran it in two hours.", None),
        ("She ran it in 2:05:12.", "She ran it in 2:05:15.", "figure"),
        ("They found half a tonne of lead.", "They found two tonnes of lead.", "figure"),
        ("They found half a tonne of lead.", "They found 512 kg of lead.", None),
        ("Rates rise by half a percentage point.", "Rates rise by a quarter of a percentage point.", "figure"),
        ("The trial is due this autumn.", "The trial is due next spring.", "date"),
        ("The trial is due this autumn.", "The trial is due in the autumn.", None),
        ("Two brothers met in autumn.", "Two brothers met in spring.", "date"),
        ("It ends at the end of this year.", "It ends at the end of next year.", "date"),
        ("It ended this month.", "It ended last week.", None),
        ("It fell on Saturday, Holm said.", "It fell, Holm said Sunday.", None),
        ("It fell, Holm said on Saturday.", "It fell, Holm said Sunday.", "date"),
        ("It rose by 1.4 points to 52.9.", "It rose to 52.9.", None),
        ("It rose by 300.", "It rose to 300.", "figure"),
        ("It cost $10 mil.", "It cost $10 million.", None),
        ("It came at 149mph.", "It came at 149 m.p.h. or so.", None),
    ],
)
def test_only_details_of_one_kind_contradict_each_other(first, second, expected):
    assert differing(details(first), details(second)) == expected
    assert differing(details(second), details(first)) == expected


@pytest.mark.parametrize(
    "first, second, hold, dispute",
    [
        ("Fewer than 100 came.", "60 came.", True, False),
        ("More than 50 came.", "90 came.", True, False),
        ("More than 50 came.", "30 came.", False, True),
        ("Fewer than 100 came.", "120 to 140 came.", False, True),
        ("More than 50 came.", "Fewer than 20 came.", False, True),
        ("More than 50 came.", "At most 500 came.", False, False),
        ("17 came.", "23 came.", False, True),
        ("17 came.", "2,300 came.", False, False),
        ("It cost $10m.", "It cost £10m.", False, True),
    ],
)
def test_a_bound_that_is_kept_is_no_dispute(first, second, hold, dispute):
    (one,), (other,) = details(first), details(second)
    assert may_both_hold(one, other) == may_both_hold(other, one) == hold
    assert comparable(one, other) == comparable(other, one) == dispute


FRAGMENTS = "between 10 12 1,5 million -3 to and or a half hours from until Monday $ m May - 9 p.m. midnight Jan"


@settings(deadline=None, max_examples=100)
@given(
    st.text(alphabet="0123456789., $%£million hundredoneMaypm:-'½–", max_size=60)
    | st.lists(st.sampled_from(FRAGMENTS.split()), max_size=14).map(" ".join)
)
def test_no_sentence_contradicts_itself(sentence):
    assert differing(details(sentence), details(sentence)) is None


HOSTILE = ["a 1,200,300m wall", "1\n%", "-1,5\x1f% to 1,200,300m"]
HOSTILE += ["9" * 5000, "1-" * 4000, "half a " * 2000, "1 000" * 3000, "between 1 and " * 900, "hundred " * 2000]


@pytest.mark.parametrize("sentence", [*HOSTILE, "1e999 million", "٣ houses", "0.0000001 percent", "March " * 2000])
def test_hostile_figures_do_no_harm(sentence):
    assert differing(details(sentence), details("Three houses, 4 percent.")) in (None, "figure")


@pytest.mark.parametrize("first, second", [
    ("Over 100 people came.", "Under 100 people came."),
    ("Nearly 100 people came.", "More than 100 people came."),
    ("Between 10 and 20 people came.", "Between 10 and 30 people came."),
    ("King Odo II came.", "King Odo III came."),
    ("Phase I began.", "Phase II began."),
    ("Chapter VII was invoked.", "Chapter VI was invoked."),
    ("Prices rose 3.5 percent.", "Prices rose 3.5 percentage points."),
    ("Prices rose by 5 percent.", "Prices rose to 5 percent."),
    ("Prices went from 5 to 7 crowns.", "Prices went from 7 to 5 crowns."),
    ("It was 40C in Harl.", "It was 40F in Harl."),
    ("It was 40 degrees Celsius.", "It was 40 degrees Fahrenheit."),
    ("The fire burned 500 acres.", "The fire burned 500 hectares."),
    ("A ship with 300 tons of grain.", "A ship with 300 kilos of grain."),
    ("Dozens of people came.", "Hundreds of people came."),
    ("Tens of thousands came.", "Hundreds of thousands came."),
    ("Sales doubled.", "Sales tripled."),
    ("It cost twice as much.", "It cost three times as much."),
    ("It was signed on 03/05/2021.", "It was signed on 05/03/2021."),
    ("It was signed in Q1.", "It was signed in Q3."),
    ("It is set for next week.", "It is set for next month."),
    ("Shares fell 20p.", "Shares fell 20c."),
    ("The rate is .05 per cent.", "The rate is .5 per cent."),
    ("The dose was 5mg.", "The dose was 5 g."),
    ("He earns $50,000 a year.", "He earns $50,000 a month."),
    ("The dose was 5mg daily.", "The dose was 5mg weekly."),
    ("It cost 5 million rupees.", "It cost 5 million yen."),
    ("There is room for 200 cars and 30 buses.", "There is room for 30 cars and 200 buses."),
    ("A man in his twenties came.", "A man in his thirties came."),
    ("Harl beat Velm 3-1 to move within two points.", "Harl beat Velm 2-1 to move within two points."),
    ("She took 58 minutes to win 6-2, 6-1.", "She took 88 minutes to win 6-2, 6-1."),
    ("The levy hits those 18 to 24.", "The levy hits those 18-to-64."),
])  # fmt: skip
def test_figures_that_differ_in_what_they_mean_contradict_each_other(first, second):
    assert differing(details(first), details(second)) is not None
    assert differing(details(second), details(first)) is not None


@pytest.mark.parametrize("first, second", [
    ("Dozens of people came.", "Twenty-seven people came."),
    ("Shares fell 20p.", "Shares fell 20 pence."),
    ("It weighs 2 tonnes.", "It weighs 2,000 kilos."),
    ("It burned 100 acres.", "It burned 40 hectares."),
    ("It was 40C.", "It was 104F."),
    ("It was 40C.", "It was 40 degrees."),
    ("Up to 100 people came.", "Some 90 people came."),
    ("It grew from 5 to 7 crowns.", "It grew from 5 crowns to 7 crowns."),
    ("200 cars and 30 buses passed.", "30 buses and 200 cars passed."),
    ("Sales doubled.", "Sales rose to twice the sum."),
    ("King Odo II came.", "The king came with Malcolm X."),
    ("He earns $50,000 a year.", "He earns $50,000."),
    ("I came in Act I went.", "Nobody came."),
    ("A day later 5 came.", "A week later 5 came."),
    ("Harl won 3-1.", "Velm lost 1-3."),
    ("Some 10-12 people came.", "Eleven people came."),
])  # fmt: skip
def test_figures_that_mean_the_same_do_not(first, second):
    assert differing(details(first), details(second)) is None
    assert differing(details(second), details(first)) is None


TELLING = """
    one two eleven twenty hundred thousands million half third quarters dozen couple first twelfth
    twentieth january mar sept may monday mon tues weds thursdays saturday sun noon midnight dawn night
    yesterday tomorrow last next
"""
PLAIN = """
    the of a an in at by to and past no who week year o'clock people households time of every miles Ada
"""


@given(st.lists(st.sampled_from((TELLING + PLAIN).split()), min_size=1, max_size=7))
def test_a_sentence_without_digits_tells_what_it_tells_beside_one_with_digits(words):
    sentence = f"{' '.join(words).capitalize()} came."
    beside = list(details(f"{sentence} It was in 1987; enough."))
    for each in details("It was in 1987; enough."):
        beside.remove(each)
    assert sorted(map(repr, details(sentence))) == sorted(map(repr, beside))
