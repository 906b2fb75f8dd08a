"""Plans in words as trainers and physiotherapists write them, with all that they take for granted."""

from helpers.cases import cases
from helpers.imports import converted, notes_on, workout_from

# A plan, and the lines written of it, without those that say what is not said.
PLANS = {
    "numbers in words": (
        "- Wall sit: hold for thirty seconds, rest one minute\n- Bridge: three sets of ten\n",
        "Wall sit 30s hold / rest 1 min / Bridge 3x10",
    ),
    "fractions": ("- March 1 1/2 min\n- Jog 1½ min\n- Rest :30\n", "March 1m30s / Jog 1m30s / rest 30s"),
    "a superset": (
        "A1. Squat 2x10\nA2. Push-up 2x12\nRest 90 s between sets\n",
        "Squat x10 / Push-up x12 / rest 1m30s / Squat x10 / Push-up x12",
    ),
    "a rest said once": ("Rest 90 s between sets\n- Squats 3x10\n- Rows 3x8\n", "Squats 3x10, rest 1m30s / Rows 3x8, rest 1m30s"),
    "rests between exercises": ("30 sec rest between exercises\n- Hops 40s\n- Plank 40s\n", "Hops 40s / rest 30s / Plank 40s"),
    "a time for all, and sides of one": ("1 minute each\n- Cobra\n- Pigeon (each side)\n", "Cobra 1 min / Pigeon 1 min, each side"),
    "rounds behind a title": ("Stretch 3x20s\n\nFinisher: 2 rounds\nPlank 45s\nHop 30s\n", "Stretch 3x20s / section: Finisher / repeat: 2 / do: / Plank 45s / Hop 30s"),
    "labels": ("Exercise 1: Squeeze\nPush down.\nHold: 5 seconds\nRepetitions: 10\n", "exercise: Squeeze / reps: 10 / hold: 5s / setup: Push down."),
    "labels on one line": ("1. Pull\n   Sets: 3   Reps: 12   Hold: 2 sec   Rest: 30 sec\n2. Row\n   Sets 3 Reps 10 Rest 1 min\n", "Pull 3x12x2s hold, rest 30s / Row 3x10, rest 1 min"),
    "labels in a list": ("- Bridge\n  - Sets: 2\n  - Reps: 15\n  - Hold: 5 seconds\n- Hop 10s\n", "Bridge 2x15x5s hold / Hop 10s"),
    "sentences below an item": ("1. Pendulum\n   Let your arm hang.\n   Repeat 10 times in each direction\n2. Wall slides\n   Hold for 5 seconds\n   Repeat 10 times\n   3 sets\n3. Reach\n   Hold 30 s. Repeat 3x per side.\n", "exercise: Pendulum / reps: 10 / sides: each / setup: Let your arm hang. / Wall slides 3x10x5s hold / Reach 3 sets of 30s hold, each side"),
    "rounds and rests in sentences": ("Do each exercise for 40 seconds with 20 seconds rest. Repeat the circuit twice, resting 60 seconds between rounds.\n\n- Hops\n- Squats\n", "Hops 40s / rest 20s / Squats 40s / rest 1 min / Hops 40s / rest 20s / Squats 40s"),
    "work, rest and a rest between rounds": ("Circuit: 2 rounds, 45 sec work, 15 sec rest, 1 min between rounds\n- Hops\n- Squats\n", "Hops 45s / rest 15s / Squats 45s / rest 1 min / Hops 45s / rest 15s / Squats 45s"),
    "a Tabata that is written out": ("# Tabata\n2 rounds: 30s on / 10s off\n- Hops\n- Squats\n", "section: Tabata / Hops 30s / rest 10s / Squats 30s / rest 10s / Hops 30s / rest 10s / Squats 30s"),
    "lines below a sentence": ("here is what we discussed:\n\nCat-cow: 10 slow repetitions.\nCobra: hold for 1 minute.\nBird dog: 8 reps per side, hold each for 5 seconds.\n\nCall me soon.\n", "section: here is what we discussed / exercise: Cat-cow / reps: 10 / tips: / slow / Cobra 1 min hold / Bird dog 8x5s hold, each side"),
    "a title with a length": ("7 Minute Workout\n30 seconds each, 10 seconds rest in between\n\n1 – Hops\n2 – Squats\n", "Hops 30s / rest 10s / Squats 30s"),
    "numbers with dashes": ("1 – Hops – 30 s\n2 – Rest – 10 s\n3 – Squats – 30 s\n", "Hops 30s / rest 10s / Squats 30s"),
    "sets of each": ("Hold each stretch for 30 seconds and repeat 3 times on each side.\n\nCalf stretch\nQuad stretch\n", "Calf stretch 3 sets of 30s hold, each side / Quad stretch 3 sets of 30s hold, each side"),
    "sets in the next sentence": ("Hold each stretch 20 seconds. Do 2 sets.\n- Calf stretch\n- Quad stretch\n", "Calf stretch 2 sets of 20s hold / Quad stretch 2 sets of 20s hold"),
    "repetitions of what follows": ("Warm up, then do two repetitions of the following:\n- Jog 90 seconds\n- Walk 2 minutes\n", "repeat: 2 / do: / Jog 1m30s / Walk 2 min"),
    "two kinds of rest": ("Do 2 sets of each exercise with 20-30 seconds rest between sets and 1 minute between exercises.\n- Squats: 12 reps\n- Rows: 10 reps\n", "Squats 2x12, rest 20s / rest 1 min / Rows 2x10, rest 20s"),
    "what comes behind rounds": ("Circuit – 2 rounds, 40 sec work / 20 sec rest\n- Hops\n- Squats\n\nStretch 5 min\n", "Hops 40s / rest 20s / Squats 40s / rest 20s / Hops 40s / rest 20s / Squats 40s / Stretch 5 min"),
    "the length of a section": ("Warm-up - 5 mins\n• Hops – 30 sec\n\nCore – 2 rounds\n• Plank 40s\n• Squats 30s\n", "section: Warm-up / Hops 30s / section: Core / repeat: 2 / do: / Plank 40s / Squats 30s"),
    "deeper lines below a count": ("5 min warm up\n6 sets of:\n  30 sec sprint\n  90 sec walk\n5 min cool down\n", "warm up 5 min / repeat: 6 / do: / sprint 30s / walk 1m30s / cool down 5 min"),
    "long lines with names": ("Wall sits: 3 sets, 30-second holds, 1-minute rest between sets\nStanding march on the spot with high knees: 1 minute\nBalance: 30 seconds per leg, twice\n", "Wall sits 3 sets of 30s hold, rest 1 min / Standing march on the spot with high knees 1 min / Balance 2x30s, each side"),
    "rounds in the title": ("# Full body (2 rounds)\n\n- Hops 30s\n- Squats 40s\n\n# Stretch\n- Cobra 20s\n", "repeat: 2 / do: / Hops 30s / Squats 40s / section: Stretch / Cobra 20s"),
    "brackets": ("Plank (60s)\nPush-ups (x15)\nRest (30s)\n", "Plank 1 min / Push-ups x15 / rest 30s"),
    "how-to steps": ("**Bridge** 3x12\n1. Lie on your back.\n2. Lift your hips.\n", "exercise: Bridge / reps: 12 / sets: 3 / setup: Lie on your back. Lift your hips."),
    "sentences between numbers": (
        "1. Core\nLie down. Hold for 5 seconds. Repeat 10 times.\n2a. Rolls\nLie down. Repeat 8 times.\n2b. Tilts\nLie down. Repeat 6 times.\n",
        "exercise: Core / reps: 10 / hold: 5s / setup: Lie down. / exercise: Rolls / reps: 8 / setup: Lie down. / exercise: Tilts / reps: 6 / setup: Lie down.",
    ),
    "how-to steps below a line": (
        "Knee rolls\n\n- Lie down.\n- Roll to one side.\n- Repeat 8 to 10 times on each side.\n",
        "exercise: Knee rolls / reps: 8-10 / sides: each / setup: Lie down. Roll to one side.",
    ),
    "times in a sentence": (
        "Begin with a brisk 5-minute walk, then alternate 60 seconds of running and 90 seconds of walking, for a total of 20 minutes.\n",
        "Brisk walk 5 min / repeat: 8 / do: / Running 1 min / Walking 1m30s",
    ),
    "times after one another": ("Monday: a 5-minute walk, followed by 1-and-a-half minutes jogging and 3 minutes of walking.\n", "Walk 5 min / Jogging 1m30s / Walking 3 min"),
    "the length of a day": ("## Workout A: Push (45-50 minutes)\n- Dips 3x10\n", "section: Push / Dips 3x10"),
    "a day of one exercise": ("Monday: Jog (30 min)\n", "Jog 30 min"),
    "a tempo, a load and an effort": ("- Squat 3x5 @ 75%, tempo 3-1-1-0, RPE 8\n", "exercise: Squat / reps: 5 / sets: 3 / tempo: 3-1-1-0 / load: 75% / effort: RPE 8"),
    "work on and off": ("20s on / 10s off x 8: Hops\n", "Hops 8x20s, rest 10s"),
    "two in turn": ("- 5 x (3 min hard, 2 min easy)\n", "repeat: 5 / do: / hard 3 min / easy 2 min"),
    "as many rounds as possible": ("## AMRAP 12 min\n- 10 push-ups\n- 15 squats\n", "section: AMRAP 12 min / exercise: 10 push-ups, 15 squats / for: 12 min"),
    "every minute in turn": ("EMOM 4 min\nMin 1: 9 rows\nMin 2: rest\n", "section: EMOM 4 min / repeat: 2 / do: / exercise: 9 rows / for: 1 min / rest 1 min"),
    "every other time": ("Every 2 minutes for 10 minutes: 5 rows\n", "section: Every 2 minutes for 10 minutes / exercise: 5 rows / for: 2 min / sets: 5"),
    "a page": ("<ul><li>Squats <b>3 x 10</b></li><li>Plank&nbsp;40&nbsp;s</li></ul>", "Squats 3x10 / Plank 40s"),
    "a table with days": ("|Day|Exercise|Time (min)|\n|---|---|---|\n|Mon|Run|20|\n|Tue|Rest||\n", "Run 20 min"),
}  # fmt: skip
# The same plan in some languages: two sections, rounds, sides, a rest between rounds, a farewell.
SHEETS = {
    "de": "Hallo Eva,\n\nAufwärmen\n- Marschieren: 2 Minuten\n\nKraft (2 Runden)\n- Brücke: zehn Wiederholungen je Seite\n30 Sek. Pause zwischen den Runden\n\nViele Grüße\nTom\n",
    "fr": "Bonjour Eva,\n\nÉchauffement\n- Marche : 2 minutes\n\nForce (2 tours)\n- Pont : dix répétitions de chaque côté\nRepos de 30 secondes entre les tours\n\nCordialement,\nTom\n",
    "es": "Hola Eva:\n\nCalentamiento\n- Marcha: 2 minutos\n\nFuerza (2 rondas)\n- Puente: diez repeticiones por lado\nDescanso de 30 segundos entre rondas\n\nSaludos,\nTom\n",
    "pl": "Cześć Ewa,\n\nRozgrzewka\n- Marsz: 2 minuty\n\nSiła (2 rundy)\n- Mostek: dziesięć powtórzeń na stronę\nPrzerwa 30 sekund między rundami\n\nPozdrawiam\nTom\n",
    "uk": "Привіт, Єво!\n\nРозминка\n- Марш: 2 хвилини\n\nСила (2 раунди)\n- Місток: десять повторень на кожну сторону\nВідпочинок 30 секунд між раундами\n\nЗ повагою,\nТом\n",
}  # fmt: skip
# What must be asked: lines of which a part might be taken for the whole.
ASKED = {
    "- Carry 3 x 40 m\n": "1: Carry 3 x 40 m: how long is not said",
    "- Pull-ups 3 x max\n": "1: “max” is no number",
    "- Slams: Do 10 reps each with both balls. Go.\n": "1: whether “each” is each side is not said",
    "- Lift - 1 minute: Go for 30 seconds, then switch legs. Breathe.\n": "1: “30 seconds” is said as well",
    "- Pull-ups: 4 x AMRAP\n": "1: “max” is no number",
    "# All (3 rounds)\n\n## Warm-up\n- Hops 30s\n": "1: 3 times: what is repeated is not said",
    "Alternate 90 seconds of running with 2 minutes of walking for a total of 20 minutes.\n": "1: 6 times take 21:00, and 20:00 are said",
    "Tabata: burpees\n": "1: that a Tabata is 8 times 20 s of work and 10 s of rest is not written",
    "EMOM 4 min\n- 5 rows\n- 5 dips\n": "2: whether all is done at each start, or in turn, is not said",
}  # fmt: skip


def _written(plan: str) -> str:
    lines = (line.strip().removeprefix("- ") for line in workout_from(plan).splitlines())
    return " / ".join(line for line in lines if not line.startswith("#"))


@cases("plan, written", PLANS)
def test_a_plan_is_read_as_it_is_meant(plan: str, written: str) -> None:
    assert _written(plan) == written


@cases("language, sheet", {language: (language, sheet) for language, sheet in SHEETS.items()})
def test_a_sheet_is_read_by_the_words_of_its_language(language: str, sheet: str) -> None:
    (routine,) = converted(sheet).routines
    text = routine.text
    assert f"language: {language}\n" in text
    assert text.count("section: ") == 2
    assert text.count(" 2 min\n") == 1
    assert text.count(" x10, ") == 2
    assert text.count(" 30s") == 1
    assert "Tom" not in text


def test_what_might_be_more_than_is_read_is_asked() -> None:
    for plan, note in ASKED.items():
        assert note in notes_on(f"{plan}\n- Jog 10 min\n")


def test_how_tall_somebody_is_is_no_time() -> None:
    text = "Made for a man who is 5'6\" tall. Stay well.\n\n- Jog 10 min\n"
    assert _written(text) == "Jog 10 min"


def test_what_is_listed_as_advice_is_no_exercise() -> None:
    assert _written("- Jog 10 min\n\nTips:\n- Drink water\n- Breathe\n") == "Jog 10 min"
