"""Tones that ring for longer than speech waits."""

from helpers.routines import heard_in, plan_of, with_workout

BELL = "{hz: 440, for: 4s, gap: 1s}"


def test_speech_waits_3_s_for_a_start_tone_that_rings_on() -> None:
    sounds = f"sounds: {{start: [{BELL}, {BELL}]}}"
    blocks = "- exercise: Sit 60s\n  tips: [{at: 0s, say: Breathe.}, {at: 1.5s, say: Again.}]"
    timeline = plan_of(with_workout(blocks, f"intro: off\n{sounds}"))
    heard = heard_in(timeline, 1)
    assert heard[0] == ("start", 0, None)
    assert ("tip", 3100, "Again.") in heard


def test_the_closing_lasts_until_its_tone_has_died_away() -> None:
    timeline = plan_of(with_workout("- Sit 60s", f"sounds: {{finish: [{BELL}, {BELL}]}}"))
    assert timeline.phases[-1].length_ms == 10_000


def test_an_end_tone_rings_on_into_the_rest_and_the_next_work() -> None:
    timeline = plan_of(with_workout("- Sit 60s\n- rest: 5s\n- Sit 20s", f"sounds: {{end: {BELL}}}"))
    rest = next(phase for phase in timeline.phases if phase.kind == "rest")
    end = next(event for event in timeline.events if event.role == "end")
    assert (rest.length_ms, end.length_ms) == (5000, 5000)
