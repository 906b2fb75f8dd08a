"""Numbers of any length: each is refused where it stands, and none is too long to be read."""

import pytest

from helpers.routines import problems_of, with_workout
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values.seed import Seed

# Python makes no int of a text with more than 4,300 digits, and no text of such an int.
LONG = "9" * 4400


BLOCKS = {
    "pace": f"- {{exercise: Run, distance: 5 km, pace: '{LONG}:00/km'}}",
    "pace in a line": f"- Run 5 km @ {LONG}:00/km",
    "clock": f"- {{exercise: Plank, for: '{LONG}:00'}}",
    "seconds of a clock": f"- {{exercise: Plank, for: '1:{LONG}'}}",
    "duration": f"- Plank {LONG} s",
    "rest": f"- Rest {LONG}:00",
    "falling list": f"- Squats {LONG}-8-6",
    "list": f"- Squats {LONG}, 8, 6",
    "sets": f"- Squats {LONG}x{LONG}",
    "load": f"- Squats x8 @ {LONG} kg",
    "bare number": f"- {{section: A, defaults: {{for: 30s}}, do: [Squats {LONG}]}}",
    "title": f"- {{circuit: {LONG} rounds, do: [Squats x8]}}",
    "tone": f"- {{sound: [{{hz: {LONG}, for: {LONG}ms}}]}}",
    "tip": f"- {{exercise: Squats x8, tips: [{{at: {LONG}%, say: Up}}]}}",
    "choose": f"- {{circuit: A, choose: {LONG}, do: [Squats x8]}}",
    "tempo": f"- {{exercise: Squats x8, tempo: {LONG}-1-1-0}}",
    "breath": f"- {{exercise: Rest well, breaths: 5, breath: {LONG}-7-8}}",
    "metronome": f"- {{exercise: Run 30s, metronome: {LONG}}}",
    "emom": f"- {{emom: {LONG}, do: [Squats x8]}}",
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_a_number_of_any_length_is_refused_or_said(block: str) -> None:
    problems = problems_of(with_workout(block))
    assert problems or "load" in block or "@" in block


@pytest.mark.parametrize("key", ["seed", "length"])
def test_a_long_number_in_the_header_is_refused(key: str) -> None:
    assert problems_of(with_workout("- Plank 30s", f"{key}: {LONG}"))


def test_a_long_seed_from_outside_is_refused() -> None:
    with pytest.raises(RefusalError):
        Seed().read(LONG, lexicon("en"))
