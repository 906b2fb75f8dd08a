"""The keys around the workout."""

import pytest

from helpers.cases import inputs
from helpers.routines import Shown, errors_of, plan_of, routine_of, with_workout
from voicecoach.language.values.choice import spoken_list
from voicecoach.phrases import languages
from voicecoach.routine.voice import Voice


def test_a_routine_has_defaults_for_all_but_title_and_workout() -> None:
    routine = routine_of("title: Core\nworkout: [Plank 30s]\n")
    assert routine.title == "Core"
    assert routine.language == "en"
    assert routine.voice == Voice()
    assert (routine.author, routine.caution) == (None, None)
    assert (routine.intro, routine.outro, routine.fit) == ("auto", "auto", "keep")


def test_the_texts_around_the_workout_are_kept() -> None:
    header = """
    description: For {nobody} but me.
    author: Ann & Bob <ann@example.org>
    caution: Stop if it hurts.
    """
    routine = routine_of(with_workout("- Plank 30s", header))
    assert routine.author == "Ann & Bob <ann@example.org>"
    assert routine.caution is not None
    assert routine.caution.text == "Stop if it hurts."


RUN = 'write for instance `run: [say-it, --out, "{out}", "{text}"]`'
VOICES = {
    "voice: anna": Voice(name="anna"),
    "voice: {name: anna}": Voice(name="anna"),
    "voice: {engine: tone}": Voice(engine="tone"),
    "voice: auto": Voice(),
    "voice: {name: auto, rate: 120}": Voice(rate_wpm=120),
    "voice: {engine: tone, name: tone, rate: 120, pitch: 2.5, volume: 0.5}": Voice(
        "tone", "tone", 120, 2.5, 0.5
    ),
    "voice: {rate: 80, pitch: -12, volume: 0.1}": Voice(
        rate_wpm=80, pitch_semitones=-12, volume=0.1
    ),
    "voice: {rate: 400, pitch: +12, volume: 1}": Voice(
        rate_wpm=400, pitch_semitones=12, volume=1.0
    ),
    'voice: {engine: command, run: [say-it, --out, "{out}", "{text}"]}': Voice(
        "command", run=("say-it", "--out", "{out}", "{text}")
    ),
}


@inputs(("header", "voice"), VOICES)
def test_a_voice_is_a_name_or_a_mapping(header: str, voice: Voice) -> None:
    assert routine_of(with_workout("- Plank 30s", header)).voice == voice


@pytest.mark.parametrize(
    ("written", "language"),
    [("en", "en"), ("EN", "EN"), ("en-GB", "en-GB"), ("en_GB", "en-GB"), ("de-AT", "de-AT")],
)
def test_a_language_may_have_a_region(written: str, language: str) -> None:
    assert routine_of(with_workout("- Plank 30s", f"language: {written}")).language == language


def test_the_language_chooses_the_words() -> None:
    timeline = plan_of(with_workout("- Plank 30s", "language: de"))
    said = [event.text for event in timeline.events if event.role in ("intro", "outro")]
    assert said == ["T. 1 Übung, etwa 30 Sekunden.", "Das war alles. Gut gemacht."]


@inputs(
    ("header", "first"),
    {
        "": "T. 2 exercises, about 40 seconds.",
        "intro: auto": "T. 2 exercises, about 40 seconds.",
        "intro: Hello there.": "Hello there.",
        "intro: off": "Plank, 30 seconds.",
        "intro: 'no'": "no",
        "intro: no": "Plank, 30 seconds.",
        "intro: None": "Plank, 30 seconds.",
        "vars: {word: no}\nintro: '{word}'": "Plank, 30 seconds.",
        "vars: {word: 'no'}\nintro: '{word}'": "no",
        "intro: off\ncaution: Careful.": "Careful.",
    },
)
def test_the_intro_is_made_written_or_left_out(header: str, first: str) -> None:
    timeline = plan_of(with_workout("- Plank 30s\n- Jacks 10s", header))
    assert next(event.text for event in timeline.events if event.kind == "speech") == first


def test_the_intro_counts_an_exercise_of_several_sets_sides_and_rounds_once() -> None:
    blocks = "- circuit: C\n  rounds: 3\n  do: [Plank 2x30s each side]\n- Jacks 30s\n- Jacks 30s"
    timeline = plan_of(with_workout(blocks))
    assert timeline.events[0].text == "T. 3 exercises, about 8 minutes."


def test_intro_and_caution_are_spoken_first_and_in_this_order() -> None:
    timeline = plan_of(with_workout("- Plank 30s", "caution: Careful."))
    assert [phase.kind for phase in timeline.phases] == ["say", "say", "prepare", "work", "say"]
    assert [event.role for event in timeline.events[:3]] == ["intro", "caution", "announce"]


CHOICE = f"choose {spoken_list(languages())}; docs/add-a-language.md tells how to add one"
REFUSED = {
    "language: xx": (11, "there are no phrases for `xx`", CHOICE),
    "language: e": (11, "`e` is no language tag", CHOICE),
    "language: English please": (11, "`English please` is no language tag", CHOICE),
    "language: german": (11, "`german` is no language tag", f"did you mean `de`? Or {CHOICE}"),
    "language: Deutsch": (11, "`Deutsch` is no language tag", f"did you mean `de`? Or {CHOICE}"),
    "language: deu": (11, "there are no phrases for `deu`", f"did you mean `de`? Or {CHOICE}"),
    "level: max": (8, "`max` is not one of `easy`, `medium` or `hard`", None),
    "fit: stretch": (6, "`stretch` is not one of `keep` or `extend`", None),
    "voice: {rate: 40}": (15, "`40` is not a number from 80 to 400", None),
    "voice: {rate: fast}": (15, "`fast` is not a number from 80 to 400", None),
    "voice: {pitch: 13}": (16, "`13` is not a number from -12 to 12", None),
    "voice: {run: say-it}": (14, "`run` takes a list: a program and what it is given", RUN),
    "voice: {engine: command, run: []}": (
        31,
        "`run` takes a list: a program and what it is given",
        RUN,
    ),
    'voice: {engine: command, run: [say-it, "{text}"]}': (
        31,
        "the program is not told where to write: `{out}` is missing",
        RUN,
    ),
    "voice: {engine: command}": (9, "`run` and `engine: command` go together", RUN),
    'voice: {run: [say-it, "{out}"]}': (9, "`run` and `engine: command` go together", RUN),
    "voices: {coach: recordings/}": (
        17,
        "there is no folder `recordings`",
        "its path counts from this file",
    ),
    "voices: {count: {rate: 40}}": (24, "`40` is not a number from 80 to 400", None),
    "voices: {cuont: a}": (10, "unknown key `cuont` in `voices`", "did you mean `count`?"),
    "voices: a": (9, "`voices` takes keys and values", None),
    "voice: recordings/": (
        8,
        "recordings are not a voice for everything",
        "write `voices: {coach: recordings/}`; what is not recorded, `voice` speaks",
    ),
    "voice: {volume: 2}": (17, "`2` is not a number from 0.1 to 1", None),
    "voice: {speed: 2}": (9, "unknown key `speed` in `voice`", "delete `speed: 2`"),
    "voice: {nmae: a}": (9, "unknown key `nmae` in `voice`", "did you mean `name`?"),
    "voice: [a]": (8, "`voice` takes keys and values", None),
    "caution: [a]": (10, "expected a text, not a list", "put the text in quotes"),
    "intro: {a: b}": (8, "expected a text, not a mapping", "put the text in quotes"),
    "defaults: 40s": (11, "`defaults` takes keys and values", None),
    "defaults: {exercise: X}": (
        12,
        "unknown key `exercise` in an exercise",
        "delete `exercise: X`",
    ),
    "cues: loud": (
        7,
        "`loud` is not one of `quiet`, `off` or `tones`",
        "write one of these, or keys such as `{halfway: off}`",
    ),
    "between: some": (10, "`some` is no duration", "write for instance `30s`, `1:30` or `2 min`"),
}


@inputs(("header", "column", "message", "hint"), REFUSED)
def test_a_wrong_value_in_the_header_is_refused_at_its_place(
    header: str, column: int, message: str, hint: str | None
) -> None:
    assert errors_of(with_workout("- Plank 30s", header)) == [Shown(2, column, message, hint)]


PARTS = {
    "voices: {count: emma}": {"count": Voice(name="emma", rate_wpm=140)},
    "voices: {count: {rate: 180}}": {"count": Voice("tone", "tone", rate_wpm=180)},
    "voices: {calls: {engine: natural}}": {"calls": Voice("natural", rate_wpm=140)},
    "voices: {calls: auto, coach: {volume: 0.5}}": {
        "coach": Voice("tone", "tone", rate_wpm=140, volume=0.5),
        "calls": Voice(rate_wpm=140),
    },
}


@inputs(("header", "parts"), PARTS)
def test_a_part_has_from_voice_what_it_does_not_say(header: str, parts: dict[str, Voice]) -> None:
    voice = "voice: {engine: tone, name: tone, rate: 140}\n"
    routine = routine_of(with_workout("- Plank 30s", voice + header))
    assert routine.parts == parts
    assert routine.voice == Voice("tone", "tone", rate_wpm=140)
