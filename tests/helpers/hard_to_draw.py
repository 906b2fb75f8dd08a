"""Routines that are hard to draw: much, little, other scripts, all kinds of headings at once."""

HARD_TO_DRAW = {
    "hour of 200 works": (
        "title: An hour of two hundred works, under a title that takes more than two lines\n"
        "defaults: {metronome: 170}\nworkout:\n  - repeat: 100\n    do:\n"
        "      - {exercise: Run up the hill 20s, effort: hard}\n"
        "      - {exercise: Jog 16s, effort: easy}\n"
    ),
    "one exercise": "title: One\nworkout:\n  - Plank 40s\n",
    "only words": "title: Words\nworkout:\n  - say: Breathe.\n    for: 20s\n",
    "from right to left": (
        "title: تمرين الصباح القصير\nworkout:\n  - section: تمارين الظهر\n    do:\n"
        "      - הרמת רגל 3x40s, rest 10s\n      - {exercise: דחיפה, reps: 20, sides: each}\n"
    ),
    "Chinese and Japanese": (
        "title: 朝の運動と長い見出しの言葉がここに続きますので二行になります\nworkout:\n"
        "  - section: 朝の運動と長い見出しの言葉\n    do:\n"
        "      - {exercise: スクワット, reps: 20, sides: each}\n      - {exercise: 深蹲, for: 40s}\n"
    ),
    "sections, sides and rounds": (
        "title: Runden und Seiten\nlanguage: de\nchapters: interval\nworkout:\n"
        "  - section: Aufwärmen\n    do:\n      - {exercise: Traben 3 min, effort: locker}\n"
        "  - circuit: Zirkel\n    rounds: 3\n    round_rest: 60s\n    exercise_rest: 15s\n"
        "    do:\n      - Kniebeugen x10\n      - Seitstütz 20s auf jeder Seite\n"
        "      - {exercise: Lauf, distance: 400 m, for: 2 min, effort: 9 von 10}\n"
        "  - section: Ein sehr kurzer Abschnitt\n    do: [Plank 10s]\n"
        "  - section: Noch ein sehr kurzer Abschnitt\n    do: [Plank 5s]\n"
    ),
}
