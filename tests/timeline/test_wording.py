"""Wording: what the program says by itself reads as a coach would say it, in each language."""

import pytest

from helpers.cases import inputs
from helpers.routines import plan_of, with_workout
from voicecoach.timeline import Timeline

GERMAN = {
    "- Kniebeugen 3x10": "Kniebeugen, 3 Sätze mit je 10.",
    "- Kniebeugen 3x10 each side": (
        "Kniebeugen, 3 Sätze mit je 10 auf jeder Seite, rechte Seite zuerst."
    ),
    "- {exercise: Beinheben 3x10, sides: [auf der linken Seite, auf der rechten Seite]}": (
        "Beinheben, 3 Sätze mit je 10 auf jeder Seite, zuerst auf der linken Seite."
    ),
    "- {exercise: Ausfallschritt 2x8, sides: [mit dem rechten Bein vorn, mit dem linken Bein vorn]}": (
        "Ausfallschritt, 2 Sätze mit je 8 auf jeder Seite, zuerst mit dem rechten Bein vorn."
    ),
    "- Wade dehnen 2x30s hold each side": (
        "Wade dehnen, 2 Sätze auf jeder Seite, je 30 Sekunden halten, rechte Seite zuerst."
    ),
    "- Aufstehen 2x1, rest 30s": "Aufstehen, 2 Sätze, je 1 Wiederholung.",
    "- Stütz 30s each side": "Stütz, 30 Sekunden, rechte Seite zuerst.",
    "- Stütz 3x30s hold, rest 10s": "Stütz, 3 Sätze, je 30 Sekunden halten.",
    "- Brücke 5x10s hold": "Brücke, 5 mal 10 Sekunden halten.",
    "- Lauf 8x400m in 1:45": "Lauf, 8 mal 400 Meter, je 1 Minute 45.",
    "- {exercise: Kniebeugen x5, effort: 7 von 10}": (
        "Kniebeugen, 5 Wiederholungen, Anstrengung 7 von 10."
    ),
    "- exercise: Ausfallschritt x8, each side\n  side_order: each-rep": (
        "Ausfallschritt, 8 auf jeder Seite, abwechselnd, rechte Seite zuerst."
    ),
    "- amrap: 8 min\n  do: [Ausfallschritte x6 each side @ 8 kg]": (
        "So viele Runden wie möglich in 8 Minuten: 6 Ausfallschritte je Seite mit 8 kg."
    ),
    "- amrap: 8 min\n  do: [5 Kniebeugen]": "So viele Runden wie möglich in 8 Minuten: 5 Kniebeugen.",
}


@inputs(("blocks", "text"), GERMAN)
def test_german_says_sets_sides_and_distances_as_one_does(blocks: str, text: str) -> None:
    assert _said(plan_of(with_workout(blocks, "language: de")), "announce")[0] == text


ENGLISH = {
    "- Calf stretch 2x30s hold each side": (
        "Calf stretch, 2 sets on each side, hold for 30 seconds each, right side first."
    ),
    "- {exercise: Step-ups, reps: max, for: 30s, sets: 2, sides: each}": (
        "Step-ups, 2 sets on each side, as many as you can in 30 seconds, right side first."
    ),
    "- {exercise: Calf raise, reps: 8, sets: 2, sides: [straight, bent]}": (
        "Calf raise, 2 sets of 8, straight first."
    ),
    "- {exercise: Calf raise, reps: 8, sets: 2, sides: [right foot, left foot]}": (
        "Calf raise, 2 sets of 8 on each side, right foot first."
    ),
    "- {exercise: Leg raise 3x10, sides: [on your left side, on your right side]}": (
        "Leg raise, 3 sets of 10 on each side, first on your left side."
    ),
    "- {exercise: Lunge 2x8, sides: [leading with the right, leading with the left]}": (
        "Lunge, 2 sets of 8 on each side, first leading with the right."
    ),
    "- {exercise: Carry 2x20s, sides: [upright, leaning]}": (
        "Carry, 2 sets of 20 seconds, upright first."
    ),
    "- {exercise: Stand, for: 30s, sides: [right foot in front, left foot in front]}": (
        "Stand, 30 seconds, first right foot in front."
    ),
    "- section: Run\n- Run 30s": "Run, 30 seconds.",
    "- Get-up 2x1 each side": "Get-up, 2 sets of 1 repetition on each side, right side first.",
    "- exercise: Get-up x1, each side\n  side_order: each-rep": (
        "Get-up, 1 repetition on each side, alternating, right side first."
    ),
    "- amrap: 8 min\n  do: [5 swings @ 16 kg, 5 rows @ red band]": (
        "As many rounds as you can in 8 minutes: 5 swings with 16 kg, 5 rows red band."
    ),
}


@inputs(("blocks", "text"), ENGLISH)
def test_english_says_sides_singles_and_loads_as_a_coach_does(blocks: str, text: str) -> None:
    assert _said(plan_of(with_workout(blocks)), "announce")[0] == text


def test_french_finds_right_and_left_among_the_words_of_a_side() -> None:
    blocks = "- {exercise: Fente 2x8, sides: [pied droit devant, pied gauche devant]}"
    (said, *_) = _said(plan_of(with_workout(blocks, "language: fr")), "announce")
    assert said == "Fente, 2 séries de 8 de chaque côté, d'abord pied droit devant."


def test_the_last_round_is_told_where_the_last_exercise_has_no_room() -> None:
    blocks = "- circuit: C\n  rounds: 2\n  round_rest: 8s\n  do: [Squats x5 @ 8 kg]"
    (line,) = _said(plan_of(with_workout(f"- Jacks x5\n{blocks}")), "progress")
    assert line == "Last round."


BREATHING = {
    "- Breathing 10 breaths": ("T. About 1 minute 20.", "T. Etwa 1 Minute 20."),
    "- exercise: box-breathing 4 min": ("T. About 4 minutes.", "T. Etwa 4 Minuten."),
    "- exercise: box-breathing 2 min\n- exercise: four-seven-eight-breathing\n  for: 3 min": (
        "T. About 5 minutes.",
        "T. Etwa 5 Minuten.",
    ),
}


@inputs(("blocks", "said"), BREATHING)
def test_breathing_alone_is_not_counted_as_exercises(blocks: str, said: tuple[str, str]) -> None:
    plans = [plan_of(with_workout(blocks, f"language: {tag}")) for tag in ("en", "de")]
    assert [text for timeline in plans for text in _said(timeline, "intro")] == list(said)
    assert all("Last" not in text and "Letzte" not in text for text in _texts(plans))


OWN_PATTERNS = {
    "en": "[{breathe in: 4s}, {hold: 4s}, {breathe out: 4s}]",
    "de": "[{Einatmen: 4s}, {ausatmen: 8s}]",
}


@pytest.mark.parametrize("language", OWN_PATTERNS)
def test_breathing_by_a_tempo_of_ones_own_is_not_counted_either(language: str) -> None:
    blocks = f"- exercise: Yoga\n  for: 60s\n  tempo: {OWN_PATTERNS[language]}"
    (intro,) = _said(plan_of(with_workout(blocks, f"language: {language}")), "intro")
    assert intro in ("T. About 1 minute.", "T. Etwa 1 Minute.")


def test_moving_with_the_breath_is_an_exercise() -> None:
    blocks = "- exercise: Cat-cow\n  for: 60s\n  tempo: [{breathe in and arch: 3s}, {round: 3s}]"
    assert _said(plan_of(with_workout(blocks)), "intro") == ["T. 1 exercise, about 1 minute."]


def test_breathing_behind_other_exercises_is_one_of_them() -> None:
    timeline = plan_of(with_workout("- Plank 20s\n- exercise: box-breathing 1 min"))
    assert _said(timeline, "intro") == ["T. 2 exercises, about 1 minute 20."]
    assert any("Last exercise." in text for text in _texts([timeline]))


def _texts(timelines: list[Timeline]) -> list[str]:
    return [event.text or "" for timeline in timelines for event in timeline.events]


def _said(timeline: Timeline, role: str) -> list[str]:
    return [event.text for event in timeline.events if event.role == role and event.text]
