"""Workouts of w2a, in YAML."""

from helpers.imports import error_of, lengths_ms, notes_on, routine_from, workout_from

HEAD = """\
tts: {espeak_ng_voice: %s}
pause: {text: 'Next: {{ .ExerciseName }}', duration: 10s}
half_time: {text: 'Side', duration: 4s}
exercise_beginning: '{{ .ExerciseName }}'
"""


def w2a(*exercises: str, voice: str = "en-gb") -> str:
    """Return a workout of these exercises, each in flow style."""
    listed = "".join(f"  - {{{each}}}\n" for each in exercises)
    return f"{HEAD % voice}exercises:\n{listed}"


def test_durations_are_those_of_go() -> None:
    lengths = ("1m30s", "1.5h", "1500ms", "2m", ".5s", "1h1m1s")
    found = lengths_ms(
        w2a(*(f"name: Plank, duration: {each}, pause_duration: 1s" for each in lengths))
    )
    assert found[1::2] == [90_000, 5_400_000, 1_500, 120_000, 500, 3_661_000]
    for wrong in ("30", "1m 30s", "soon", "s"):
        (note,) = notes_on(w2a("name: Hop, duration: 1s", f"name: Plank, duration: {wrong}"))
        assert note == "7: Plank: how long is not said"


def test_a_pause_comes_before_each_exercise_and_half_time_adds_to_it() -> None:
    content = w2a(
        "name: Bridge, duration: 30s",
        "name: Plank, duration: 25s, half_time: true, pause_duration: 15s, texts: [Up., Breathe!, Go on]",
    )
    assert lengths_ms(content) == [10_000, 30_000, 15_000, 12_500, 4_000, 12_500]
    assert "    setup: Up. Breathe! Go on.\n" in workout_from(content)


def test_half_time_is_true_in_every_way_that_yaml_has_for_it() -> None:
    for true in ("true", "True", "yes", "on"):
        content = w2a(f"name: Plank, duration: 20s, half_time: {true}")
        assert lengths_ms(content) == [10_000, 10_000, 4_000, 10_000]


def test_the_voice_tells_the_language() -> None:
    assert "language: de\n" in routine_from(w2a("name: Brücke, duration: 30s", voice="de"))
    assert "language: de\n" in routine_from(w2a("name: Brücke, duration: 30s", voice="de+f3"))
    assert "language:" not in routine_from(w2a("name: Bridge, duration: 30s", voice="tlh"))


def test_anchors_are_merged_wherever_they_stand() -> None:
    content = w2a("<<: *squats, duration: 45s").replace(
        "exercises:", "any_key: &squats {name: Squats, duration: 30s}\nexercises:"
    )
    assert workout_from(content) == "  - rest 10s\n  - Squats 45s\n"


def test_what_is_no_workout_is_refused() -> None:
    assert error_of(HEAD % "de" + "exercises: []\n") == (
        "1: there is no list of `exercises` in this file"
    )
    assert error_of(w2a("name: [unclosed")).startswith("6: ")
