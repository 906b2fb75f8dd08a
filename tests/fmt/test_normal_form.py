"""The normal form: literal texts before and after."""

from pathlib import Path
from textwrap import dedent

import pytest

from helpers.normal_form import block, normal
from voicecoach.language.fmt import formatted


def test_a_value_of_a_variable_is_left_as_it_is() -> None:
    text = """\
        title: T
        vars: {time: 40 sec}
        workout:
          - Plank {time}
          - say: Hold it for {time}.
        """
    assert normal(text) == dedent(text)


def test_keys_stand_in_one_order_and_the_kind_and_do_at_the_ends() -> None:
    text = """
        workout:
          - do:
              - tips: Breathe.
                exercise: Plank
                rest: 10
                hold: 30
                sets: 2
            rounds: 2
            circuit: Core
        between: 5
        title: T
        """
    expected = """\
        title: T
        between: 5s
        workout:
          - circuit: Core
            rounds: 2
            do:
              - exercise: Plank
                hold: 30s
                sets: 2
                rest: 10s
                tips: Breathe.
        """
    assert normal(text) == dedent(expected)


def test_comments_travel_with_their_keys() -> None:
    text = """
        # The file's.
        workout:
          # The plank's.
          - setup: Lie down.  # Or stand.
            # The hold's.
            hold: 30s
            exercise: Plank   # A good one.
            # The last of the plank.

          # The rest's.
          - rest: 10s #Short

          # The last of the workout.
        # The title's.
        title: "T"
        # The end.
        """.replace("10s #", '"10s" #')
    expected = """\
        # The file's.
        # The title's.
        title: T
        workout:
          # The plank's.
          - exercise: Plank  # A good one.
            # The hold's.
            hold: 30s
            setup: Lie down.  # Or stand.
            # The last of the plank.

          # The rest's.
          - rest 10s  # Short

          # The last of the workout.
        # The end.
        """
    assert normal(text) == dedent(expected)


def test_a_comment_on_a_bare_dash_stands_above_the_item() -> None:
    text = "-  # First.\n  # Second.\n  exercise: Plank\n  for: 30s\n- Squats x5"
    assert block(text) == "# First.\n# Second.\n- Plank 30s\n- Squats x5\n"


def test_at_most_one_blank_line_stays() -> None:
    text = "- Plank 30s\n\n\n\n- Squats x5\n- say: Well done."
    assert block(text) == "- Plank 30s\n\n- Squats x5\n- say: Well done.\n"


def test_texts_stay_texts_and_quotes_go_where_they_may() -> None:
    text = """
        title: "no"
        description: '1:30'
        author: "007"
        intro: "Now: go"
        outro: 'He said "#1"'
        vars: {a: "x, y", b: '[z]', c: "yes"}
        workout:
          - exercise: "Plank"
            for: "40s"
            note: "# no comment"
            setup: "- lie down"
        """
    expected = """\
        title: "no"
        description: 1:30
        author: 007
        intro: "Now: go"
        outro: He said "#1"
        vars: {a: "x, y", b: "[z]", c: yes}
        workout:
          - exercise: Plank
            for: 40s
            setup: "- lie down"
            note: "# no comment"
        """
    assert normal(text) == dedent(expected)


def test_what_is_off_is_written_off_and_a_quoted_no_stays_a_text() -> None:
    text = """
        title: T
        intro: no
        outro: "no"
        cues: None
        music: none
        workout:
          - exercise: Plank
            for: 40s
            cues: {halfway: on, time_left: no, clock: none}
        """
    expected = """\
        title: T
        intro: off
        outro: "no"
        cues: off
        music: off
        workout:
          - exercise: Plank
            for: 40s
            cues: {halfway: on, time_left: off, clock: off}
        """
    assert normal(text) == dedent(expected)


def test_a_value_of_another_language_has_the_same_form() -> None:
    text = """
        title: T
        language: de
        workout:
          - exercise: Plank
            for: “1,5 min”
            sides: both
            metronome: 180 bpm
          - exercise: Atmen
            breaths: 3
            breath: 4-7-8
          - exercise: Kniebeugen
            reps: 5
            tempo: [{ab: 3 sec}, {auf: 0:01}]
        """
    expected = """\
        title: T
        language: de
        workout:
          - exercise: Plank
            for: 1m30s
            sides: each
            metronome: 180
          - exercise: Atmen
            breaths: 3
            breath: 4s in, 7s hold, 8s out
          - exercise: Kniebeugen
            reps: 5
            tempo: [{ab: 3s}, {auf: 1s}]
        """
    assert normal(text) == dedent(expected)


def test_a_long_text_is_folded_and_a_folded_one_stays() -> None:
    words = " ".join(["breathe"] * 20)
    text = f"title: T\nintro: {words}\noutro: >-\n        One\n        two.\nworkout: [Plank 5s]\n"
    assert normal(text) == (
        "title: T\nintro: >-\n  " + " ".join(["breathe"] * 12) + "\n  "
        + " ".join(["breathe"] * 8) + "\noutro: >-\n  One\n  two.\nworkout:\n  - Plank 5s\n"
    )  # fmt: skip


def test_lines_of_a_text_stay_lines() -> None:
    text = (
        'title: T\nintro: "One.\\nTwo."\noutro: |\n   Three.\n\n   Four.\n\nworkout:\n- Plank 5s\n'
    )
    assert normal(text) == (
        "title: T\nintro: |-\n  One.\n  Two.\noutro: |\n  Three.\n\n  Four.\n\n"
        "workout:\n  - Plank 5s\n"
    )


def test_anchors_aliases_and_merges_stay_and_keep_their_order() -> None:
    text = """
        title: T
        workout:
          - exercise: Plank
            tips: &tips [Breathe.]
            hold: &long 90 sec
            note: *long
          - &base
            for: 90 sec
            exercise: Run
            ready: 5
          - exercise: Walk
            <<: *base
            setup: Slowly.
          - exercise: Squat
            tips: *tips
            reps: 5
        """
    expected = """\
        title: T
        workout:
          - exercise: Plank
            hold: &long 90 sec
            tips: &tips [Breathe.]
            note: *long
          - &base
            exercise: Run
            for: 1m30s
            ready: 5s
          - <<: *base
            exercise: Walk
            setup: Slowly.
          - exercise: Squat
            reps: 5
            tips: *tips
        """
    assert normal(text) == dedent(expected)


def test_an_alias_never_comes_before_its_anchor() -> None:
    text = "title: T\ncaution: &c Stop.\nintro: *c\nworkout:\n  - Plank 5s\n"
    assert normal(text) == text


def test_the_keys_of_music_have_their_order_and_its_fade_its_form() -> None:
    text = """
        workout: [Plank 5s]
        music:
          fade: 0:02
          # Quiet.
          duck_db: -20 dB
          file: [one.mp3, two.ogg]
          gain_db: -12
        title: T
        """
    expected = """\
        title: T
        music:
          file: [one.mp3, two.ogg]
          gain_db: -12
          # Quiet.
          duck_db: -20
          fade: 2s
        workout:
          - Plank 5s
        """
    assert normal(text) == dedent(expected)


@pytest.mark.parametrize(
    "value", ["song.mp3", "[one.mp3, two.ogg]", "off", "{file: a.mp3, fade: 3s}"]
)
def test_music_in_its_short_forms_stays_as_it_is(value: str) -> None:
    text = f"title: T\nmusic: {value}\nworkout:\n  - Plank 5s\n"
    assert normal(text) == text


def test_sounds_stand_behind_cues_and_notes_begin_with_their_pitch() -> None:
    text = """
        title: T
        workout:
          - section: A
            do:
              - exercise: Run 90 s
                sounds: {start: {for: 0.5s, gap: 1s, to: 900, hz: 700}, tick: No}
                cues: quiet
            sounds:
              round: none
              set: soft
        sounds: gym
        """
    expected = """\
        title: T
        sounds: gym
        workout:
          - section: A
            sounds:
              set: soft
              round: off
            do:
              - exercise: Run 1m30s
                cues: quiet
                sounds: {start: {hz: 700, to: 900, for: 0.5s, gap: 1s}, tick: off}
        """
    assert normal(text) == dedent(expected)


def test_every_duration_of_the_language_has_its_form() -> None:
    text = """
        title: T
        between: 10-15 sec
        defaults: {switch: 4, ready: 90 sec}
        cues: {clock: 120, time_left: [10, 60 sec], countdown: 5}
        exercises:
          bird: {name: Bird dog, rest: 10, hold: 5 sec, reps: 5 to 8}
        workout:
          - bird
          - exercise: Cat cow
            reps: 5
            tempo: [{out: 3}, {in: 0:03}]
            tips: [{say: Slow., at: 6}, {at: -10 sec, say: One more.}]
          - exercise: Squats
            reps: [6, 5 - 8]
            rest: [30]
            tempo: 3 - 1 - 1
          - exercise: Sit
            breaths: 5
            breath: 4 sec in, 0:06 out
          - exercise: Row
            pace: 2 min per 500 metres
            distance: [500m, 1.0 k]
          - {tabata: Burpees, work: 0:20, rest: 10}
          - {emom: 3, every: 60s, do: [Squats x5]}
          - {amrap: 120s, do: [Squats x5]}
          - {say: Walk., for: 20}
        """
    expected = """\
        title: T
        exercises:
          bird: {name: Bird dog, reps: 5-8, hold: 5s, rest: 10s}
        between: 10-15s
        defaults: {switch: 4s, ready: 1m30s}
        cues: {countdown: 5, time_left: [10s, 1 min], clock: 2 min}
        workout:
          - bird
          - exercise: Cat cow
            reps: 5
            tempo: [{out: 3s}, {in: 3s}]
            tips: [{at: 6s, say: Slow.}, {at: -10s, say: One more.}]
          - exercise: Squats
            reps: [6, 5-8]
            rest: [30s]
            tempo: 3-1-1
          - exercise: Sit
            breaths: 5
            breath: 4s in, 6s out
          - exercise: Row
            distance: [500 m, 1 km]
            pace: 2:00/500m
          - {tabata: Burpees, work: 20s, rest: 10s}
          - emom: 3
            every: 1 min
            do:
              - Squats x5
          - amrap: 2 min
            do:
              - Squats x5
          - {say: Walk., for: 20s}
        """
    assert normal(text) == dedent(expected)


def test_names_in_a_tabata_are_left_as_they_are() -> None:
    assert block("- tabata: [10 burpees, 7 jumps]\n  work: 20") == (
        "- tabata: [10 burpees, 7 jumps]\n  work: 20s\n"
    )


def test_the_first_line_end_is_that_of_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "routine.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: T\r\nworkout:\r\n- Plank 30 sec\n")
    assert formatted(path).after == "title: T\r\nworkout:\r\n  - Plank 30s\r\n"


def test_the_marker_of_a_document_goes() -> None:
    assert normal("---\ntitle: T\nworkout: [Plank 5s]\n...\n") == (
        "title: T\nworkout:\n  - Plank 5s\n"
    )


@pytest.mark.parametrize("header", ["|-", ">-"])
def test_a_text_in_lines_with_a_rare_line_break_goes_into_quotes(header: str) -> None:
    head = "title: T\nworkout:\n  - exercise: Plank 5s\n    setup: "
    assert normal(f"{head}{header}\n      Lie down.\u2028      Breathe.\n") == (
        f'{head}"Lie down.\\u2028Breathe."\n'
    )


def test_a_load_or_effort_that_is_off_stays_and_a_quoted_word_stays_a_word() -> None:
    text = '- exercise: Squats 2x5\n  load: no\n- exercise: Walk 20s\n  effort: none\n- exercise: Walk 9s\n  effort: "no"\n'
    assert block(text) == (
        "- Squats 2x5 @ off\n- exercise: Walk 20s\n  effort: off\n"
        '- exercise: Walk 9s\n  effort: "no"\n'
    )


def test_a_rest_of_0_and_sides_that_are_off_stay() -> None:
    text = "- exercise: Squats 2x5\n  rest: 0\n- exercise: bird-dog 20s\n  sides: no\n- rest: 0\n"
    assert block(text) == (
        "- Squats 2x5, rest 0s\n- exercise: bird-dog 20s\n  sides: off\n- rest 0s\n"
    )
