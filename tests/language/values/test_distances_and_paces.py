"""Distances and paces: how they are written, and the exact time that a pace gives."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpers.cases import inputs
from voicecoach.language.grammar.distances import UNITS
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.language.grammar.paces import Pace
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values import Level, Range, distance, pace
from voicecoach.routine.distance import KILOMETRE, LAP, METRE, Distance

DISTANCES = {
    "500 m": "500 m",
    "500m": "500 m",
    " 400 Metres ": "400 m",
    "5 KM": "5 km",
    "5k": "5 km",
    "1.50 km": "1.5 km",
    "0.125 miles": "0.125 miles",
    "1.6090 km": "1.6090 km",
    "1 mile": "1 mile",
    "2 mi": "2 miles",
    "25 yd": "25 yards",
    "1 foot": "1 foot",
    "20 calories": "20 cal",
    "1 laps": "1 lap",
    "3 laps": "3 laps",
    "2 lengths": "2 lengths",
    "1000 km": "1000 km",
}

PACES = {
    "6:00/km": "6:00/km",
    "6 min/km": "6:00/km",
    "5:30 per kilometre": "5:30/km",
    "2:00 / 500 m": "2:00/500m",
    "1:52.5/500m": "1:52.5/500m",
    "8:30/mile": "8:30/mile",
    "5:30-6:00/km": "5:30-6:00/km",
    "5 to 6 min per km": "5:00-6:00/km",
    "90s/lap": "1:30/lap",
    "3s/cal": "0:03/cal",
    "1:00/10 cal": "1:00/10cal",
}

NO_DISTANCES = {
    "400": ("`400` has no unit", "write `400 m`, or another unit"),
    "2,000 m": ("`2,000` can be read two ways: 2000, or 2?", "write `2000 m` or `2 m`"),
    "1.609 km": (
        "`1.609` can be read two ways: 1609, or 1.609?",
        "write `1609 km` or `1.6090 km`",
    ),
    "1.500 km": (
        "`1.500` can be read two ways: 1500, or 1.5?",
        "write `1500 km` or `1.5000 km`",
    ),
    "1,5 km": ("`1,5` has a comma where a point belongs", "write `1.5 km`"),
    "400-500 m": (
        "`400-500 m`: a distance is no range",
        "write `500 m`, and another one under `easier` or `harder`",
    ),
    "0.0 m": ("`0.0 m`: must be more than 0", None),
    "1001 km": ("`1001 km` is too far", None),
    "10000 laps": ("`10000 laps` is too far", None),
    "400 secs": (
        "`400 secs` is no distance",
        "write for instance `400 m`, `5 km`, `1 mile`, `20 cal` or `3 laps`",
    ),
}

NO_PACES = {
    "6/km": ("`6/km`: minutes or seconds?", "write `6 min/km` or `6s/km`"),
    "5-6/km": ("`5-6/km`: minutes or seconds?", "write `5-6 min/km` or `5-6s/km`"),
    "12 km/h": ("`12 km/h` is a speed", "write how long a kilometre takes: `5:00/km`"),
    "6:00-5:00/km": ("`6:00-5:00` is a range turned round", "write `5-6 min/km`"),
    "0:00/km": ("`0:00`: must be longer than 0", None),
    "1:75/km": (
        "`1:75` is no time: minutes and seconds have two digits, up to 59",
        "write `2:15/km`",
    ),
    "6:00": (
        "`6:00` is no pace",
        "write a time for a distance, such as `6:00/km`, `2:00/500m` or `1:30/lap`",
    ),
}


def read_distance(written: str, language: str = "en") -> Distance:
    return distance.Distance().read(written, lexicon(language))


def read_pace(written: str) -> Pace:
    return pace.Pace().read(written, lexicon("en"))


@inputs(("written", "normal"), DISTANCES)
def test_a_distance_is_read_and_has_one_normal_form(written: str, normal: str) -> None:
    assert str(read_distance(written)) == normal
    assert read_distance(normal) == read_distance(written)


@inputs(("written", "normal"), PACES)
def test_a_pace_is_read_and_has_one_normal_form(written: str, normal: str) -> None:
    assert str(read_pace(written)) == normal
    assert read_pace(normal) == read_pace(written)


@pytest.mark.parametrize(
    ("written", "normal"), [("1,5 km", "1.5 km"), ("25-yard", "25 yards"), ("3 Laps", "3 laps")]
)
def test_a_distance_may_have_a_comma_where_the_language_writes_one(
    written: str, normal: str
) -> None:
    assert str(read_distance(written, "de")) == normal


@inputs(("written", "message", "hint"), NO_DISTANCES)
def test_what_is_no_distance_is_refused(written: str, message: str, hint: str | None) -> None:
    with pytest.raises(RefusalError) as caught:
        read_distance(written)
    refused = caught.value
    assert (refused.message, refused.hint, refused.span) == (message, hint, None)


@inputs(("written", "message", "hint"), NO_PACES)
def test_what_is_no_pace_is_refused(written: str, message: str, hint: str | None) -> None:
    with pytest.raises(RefusalError) as caught:
        read_pace(written)
    refused = caught.value
    assert (refused.message, refused.hint, refused.span) == (message, hint, None)


@pytest.mark.parametrize(
    ("pace", "distance", "length_ms"),
    [
        ("6:00/km", "5 km", 1_800_000),
        ("2:00/500m", "2000 m", 480_000),
        ("2:00/500m", "1 mile", 386_243),  # 386 242.56
        ("8:00/mile", "10 km", 2_982_582),  # 2 982 581.7…
        ("1:00/100 yards", "25 yards", 15_000),
        ("1:00/100 yards", "0.5 m", 328),  # 328.08…
        ("0:00.001/2m", "1 m", 1),  # half a millisecond is rounded up
        ("1:30/lap", "2.5 laps", 225_000),
        ("1:00/20 cal", "50 cal", 150_000),
    ],
)
def test_a_pace_gives_the_time_of_a_distance(pace: str, distance: str, length_ms: int) -> None:
    assert read_pace(pace).length_ms(read_distance(distance), "medium") == length_ms


@pytest.mark.parametrize(
    ("level", "length_ms"), [("easy", 1_800_000), ("medium", 1_725_000), ("hard", 1_650_000)]
)
def test_who_does_it_hard_takes_the_short_end_of_a_range(level: Level, length_ms: int) -> None:
    assert read_pace("5:30-6:00/km").length_ms(Distance(Decimal(5), KILOMETRE), level) == length_ms


@pytest.mark.parametrize("unit", ["m", "km", "miles", "yards", "ft", "cal", "laps", "lengths"])
def test_a_pace_fits_lengths_or_its_own_unit(unit: str) -> None:
    distance = read_distance(f"20 {unit}")
    assert read_pace(f"1:00/{unit}").fits(distance)
    assert read_pace("6:00/km").fits(distance) == (distance.unit.metres is not None)
    assert read_pace("1:30/lap").fits(distance) == (distance.unit == LAP)


AMOUNTS = st.decimals(Decimal("0.01"), 500, places=2)


@example(time_ms=1, amount=Decimal("0.5"), per=Decimal(1))
@given(st.integers(1, 3_600_000), AMOUNTS, AMOUNTS)
def test_a_time_is_within_half_a_millisecond(time_ms: int, amount: Decimal, per: Decimal) -> None:
    pace = Pace(Range(time_ms, time_ms), Distance(per, METRE))
    length_ms = pace.length_ms(Distance(amount, KILOMETRE), "medium")
    exact_ms = time_ms * Fraction(amount) * 1000 / Fraction(per)
    assert -Fraction(1, 2) < length_ms - exact_ms <= Fraction(1, 2) or exact_ms == length_ms


@given(
    st.integers(1, 3_599_999), AMOUNTS, st.sampled_from(sorted(set(UNITS) - {"minute_or_metre"}))
)
def test_what_a_pace_is_written_as_is_read_back(time_ms: int, amount: Decimal, unit: str) -> None:
    pace = Pace(Range(time_ms, time_ms), Distance(amount, UNITS[unit]))
    assert read_pace(str(pace)) == pace
