"""The sounds of a section, circuit, repeat or exercise: which tone belongs to which work."""

from helpers.cases import cases
from helpers.routines import plan_of, with_workout
from voicecoach.routine.sounds import CLASSIC, GYM, SETS, SILENCE, SOFT, Note, Sound, Tone
from voicecoach.timeline import Timeline

BEEP = Tone((Note(100, 700, 700),))
OWN = "{hz: 700, for: 100ms}"

STARTS = {
    "a section with do": "- section: Warm-up\n  sounds: soft\n  do: [March 30s]\n- Run 30s",
    "a section as a heading": (
        "- section: Warm-up\n  sounds: soft\n- March 30s\n- section: Main\n- Run 30s"
    ),
    "a circuit": "- circuit: Warm-up\n  sounds: soft\n  do: [March 30s]\n- Run 30s",
    "a repeat": "- repeat: 1\n  sounds: soft\n  do: [March 30s]\n- Run 30s",
    "an exercise": "- exercise: March 30s\n  sounds: soft\n- Run 30s",
    "a mapping": "- exercise: March 30s\n  sounds: {set: soft}\n- Run 30s",
    "the defaults of a section": (
        "- section: Warm-up\n  defaults: {sounds: soft}\n  do: [March 30s]\n- Run 30s"
    ),
    "an amrap in a section": (
        "- section: Warm-up\n  sounds: soft\n  do: [{amrap: 2 min, do: [March x9]}]\n- Run 30s"
    ),
}


@cases("blocks", STARTS)
def test_what_is_in_a_block_sounds_as_it_says_and_what_follows_does_not(blocks: str) -> None:
    first, second = _heard(plan_of(with_workout(blocks)), "start")
    assert (first, second) == (SOFT["start"], CLASSIC["start"])


NEARER = {
    "one role over the set of the file": (
        "sounds: gym",
        f"- section: A\n  sounds: {{start: {OWN}}}\n  do: [Run 30s]",
        {"start": BEEP, "halfway": GYM["halfway"]},
    ),
    "a set over single roles of the file": (
        f"sounds: {{halfway: {OWN}}}",
        "- section: A\n  sounds: soft\n  do: [Run 30s]",
        {"halfway": SOFT["halfway"]},
    ),
    "an exercise over its section, role by role": (
        "",
        f"- section: A\n  sounds: soft\n  do: [{{exercise: Run 30s, sounds: {{start: {OWN}}}}}]",
        {"start": BEEP, "halfway": SOFT["halfway"]},
    ),
    "the role of what is around": (
        "",
        "- section: A\n  sounds: soft\n  do: [{exercise: Run 30s, sounds: {halfway: tick}}]",
        {"halfway": SOFT["tick"]},
    ),
    "defaults over the file": (
        f"sounds: soft\ndefaults: {{sounds: {{start: {OWN}}}}}",
        "- Run 30s",
        {"start": BEEP, "halfway": SOFT["halfway"]},
    ),
    "a described exercise": (
        "exercises: {run: {name: Run, for: 30s, sounds: soft}}",
        "- exercise: run",
        {"start": SOFT["start"], "finish": CLASSIC["finish"]},
    ),
    "a level": (
        "level: hard",
        "- exercise: Run 30s\n  harder: {sounds: gym}",
        {"start": GYM["start"]},
    ),
}


@cases(("header", "blocks", "sounds"), NEARER)
def test_the_nearest_wins_role_by_role(header: str, blocks: str, sounds: dict[str, Sound]) -> None:
    timeline = plan_of(with_workout(blocks, header))
    for role, sound in sounds.items():
        assert _heard(timeline, role) == [sound]


SOFT_FIRST = """
- section: Warm-up
  sounds: soft
  do: [March 30s]
- rest: 10s
- exercise: Side plank 30s, each side
  sounds: gym
"""


def test_the_tone_after_a_work_is_that_works_and_a_countdown_that_of_the_work_it_leads_to() -> None:
    timeline = plan_of(with_workout(SOFT_FIRST, "cues: tones"))
    rest = next(phase for phase in timeline.phases if phase.kind == "rest")
    heard = [
        event.sound
        for event in timeline.events
        if event.kind == "tone" and rest.start_ms <= event.start_ms <= rest.end_ms
    ]
    assert heard == [SOFT["end"], *[GYM["tick"]] * 3, GYM["start"]]
    assert _heard(timeline, "switch") == [GYM["switch"]]


def test_the_finish_is_the_files() -> None:
    timeline = plan_of(with_workout("- exercise: Run 30s\n  sounds: gym", "sounds: soft"))
    assert _heard(timeline, "finish") == [SOFT["finish"]]


def test_speech_waits_for_the_tone_that_sounds_there() -> None:
    blocks = (
        "- section: A\n  sounds: {end: {hz: 440, for: 2s}}\n  do: [Run 30s]\n- rest: 20s\n- Hop 30s"
    )
    timeline = plan_of(with_workout(blocks))
    rest = next(phase for phase in timeline.phases if phase.kind == "rest")
    said = next(
        event
        for event in timeline.events
        if event.kind == "speech" and event.start_ms >= rest.start_ms
    )
    assert said.start_ms == rest.start_ms + 2100


def test_a_role_that_is_off_in_a_section_is_heard_outside_of_it() -> None:
    blocks = "- section: A\n  sounds: {start: off}\n  do: [Run 30s]\n- Hop 30s"
    timeline = plan_of(with_workout(blocks))
    assert _heard(timeline, "start") == [CLASSIC["start"]]


def test_a_sound_by_itself_is_the_tone_of_its_block() -> None:
    blocks = "- section: A\n  sounds: soft\n  do: [{sound: finish}, Run 30s]\n- sound: finish"
    assert _heard(plan_of(with_workout(blocks)), "sound") == [SOFT["finish"], CLASSIC["finish"]]


def test_a_tip_sounds_as_its_exercise_does() -> None:
    blocks = "- exercise: Run 30s\n  sounds: gym\n  tips: [{at: 5s, sound: tick}]"
    assert _heard(plan_of(with_workout(blocks)), "sound") == [GYM["tick"]]


ROUNDS = "- circuit: C\n  rounds: 2\n  round_rest: 30s\n{}  do: [Run 30s, Hop 30s]"
ROUND_TONES = {
    "its own": (f"sounds: {{round: {OWN}}}", "", BEEP),
    "that of the end": ("", "", CLASSIC["end"]),
    "that of the end in a set": ("sounds: gym", "", GYM["end"]),
    "that of another end": (f"sounds: {{end: {OWN}}}", "", BEEP),
    "the file's own, with another end nearby": (
        f"sounds: {{round: {OWN}}}",
        "  sounds: {end: finish}\n",
        BEEP,
    ),
    "that of a set nearby": (f"sounds: {{round: {OWN}}}", "  sounds: soft\n", SOFT["end"]),
}


@cases(("header", "key", "sound"), ROUND_TONES)
def test_a_round_ends_with_its_own_tone_or_that_of_work(
    header: str, key: str, sound: Sound
) -> None:
    assert _heard(plan_of(with_workout(ROUNDS.format(key), header)), "round") == [sound]


def test_a_round_without_a_tone_ends_in_silence() -> None:
    timeline = plan_of(with_workout(ROUNDS.format(""), "sounds: {round: off}"))
    assert _heard(timeline, "round") == []
    assert SILENCE not in [event.sound for event in timeline.events]


def test_a_tone_is_as_long_as_what_sounds() -> None:
    timeline = plan_of(with_workout(ROUNDS.format(""), f"sounds: {{round: {OWN}}}"))
    for event in timeline.events:
        if event.kind == "tone":
            assert isinstance(event.sound, Tone)
            assert event.length_ms == event.sound.length_ms


def test_every_set_has_what_each_role_needs() -> None:
    assert all(tones.keys() == CLASSIC.keys() for tones in SETS.values())


def _heard(timeline: Timeline, role: str) -> list[Sound | None]:
    """Return what sounds for a role, in order."""
    return [e.sound for e in timeline.events if e.role == role and e.kind == "tone"]
