"""Files that YAML cannot read, or reads otherwise than meant: their hints mend them, literally."""

import pytest

from helpers.cases import cases
from helpers.following import heard, mended
from helpers.parsers import PARSERS
from voicecoach.text import parsing

HEAD = "title: T\nworkout:\n"
PLANK = f"{HEAD}  - Plank 40s\n"
HOLD = f"{HEAD}  - exercise: Plank\n    hold: 40s\n"
SAY = f'{HEAD}  - Plank 40s\n  - say: "Breathe in and out."\n'
TWO = f"{HEAD}  - Plank 40s\n  - Squats x10\n"

# A broken file, and what was meant.
BROKEN: dict[str, tuple[str, str]] = {
    "a tab before a dash": (f"{HEAD}\t- Plank 40s\n", PLANK),
    "tabs before a key": (f"{HEAD}  - exercise: Plank\n\t\thold: 40s\n", HOLD),
    "tabs before each line": (f"{HEAD}\t- exercise: Plank\n\t  hold: 40s\n\t- Squats x10\n",
                              f"{HOLD}  - Squats x10\n"),
    "a tab after a dash": (f"{HEAD}  -\tPlank 40s\n", PLANK),
    "a tab after a colon": (f"{HEAD}  - exercise:\tPlank\n    hold:\t40s\n", HOLD),
    "a quote that is never closed": (f'{HEAD}  - Plank 40s\n  - say: "Breathe in and out.\n', SAY),
    "a title's quote that is never closed": ("title: 'T\nworkout:\n  - Plank 40s\n", PLANK),
    "a quote closed with another one": (f"{HEAD}  - Plank 40s\n  - say: \"Breathe in and out.'\n", SAY),
    "a quote inside the same quotes": (f"{HEAD}  - Plank 40s\n  - say: 'don't stop'\n",
                                       f'{HEAD}  - Plank 40s\n  - say: "don\'t stop"\n'),
    "quotes around a word in quotes": (f'{HEAD}  - Plank 40s\n  - say: "Say "go" now"\n',
                                       f"{HEAD}  - Plank 40s\n  - say: 'Say \"go\" now'\n"),
    "a name in quotes before its dose": (f'{HEAD}  - "Plank" 40s\n', PLANK),
    "a colon in a text": (f"{HEAD}  - Plank 40s\n  - say: Now: breathe\n",
                          f"{HEAD}  - Plank 40s\n  - say: 'Now: breathe'\n"),
    "a colon in curly quotes": (f"{HEAD}  - Plank 40s\n  - say: “Now: breathe”\n",
                                f"{HEAD}  - Plank 40s\n  - say: 'Now: breathe'\n"),
    "a colon in the title": ("title: Core: the best\nworkout: [Plank 40s]\n",
                             "title: 'Core: the best'\nworkout: [Plank 40s]\n"),
    "a list's key without a colon": ("title: T\nworkout\n  - Plank 40s\n", PLANK),
    "the title without a colon": ("title T\nworkout:\n  - Plank 40s\n", PLANK),
    "a key without a colon": (f"{HEAD}  - exercise: Plank\n    hold 40s\n", HOLD),
    "the first key without a colon": (f"{HEAD}  - exercise Plank\n    hold: 40s\n", HOLD),
    "the first key without a colon, then none": (f"{HEAD}  - exercise Plank 40s\n    setup: Lie down.\n",
                                                 f"{HEAD}  - exercise: Plank 40s\n    setup: Lie down.\n"),
    "a circuit without a colon": (f"{HEAD}  - circuit C\n    do:\n      - Plank 40s\n",
                                  f"{HEAD}  - circuit: C\n    do:\n      - Plank 40s\n"),
    "no blank after the first colon": (f"{HEAD}  - exercise:Plank\n    hold: 40s\n", HOLD),
    "no blank after a colon": (f"{HEAD}  - exercise: Plank\n    hold:40s\n", HOLD),
    "no blank after the title's colon": ("title:T\nworkout:\n  - Plank 40s\n", PLANK),
    "a phone's blank after the title's colon": ("title:\u00a0T\nworkout:\n  - Plank 40s\n", PLANK),
    "a phone's blank after a colon": (f"{HEAD}  - exercise: Plank\n    hold:\u00a040s\n", HOLD),
    "a phone's blank after a dash": (f"{HEAD}  -\u00a0Plank 40s\n  - Squats x10\n", TWO),
    "a phone's blanks before a dash": (f"{HEAD}\u00a0\u00a0- Plank 40s\n\u00a0\u00a0- Squats x10\n", TWO),
    "a phone's blanks before a key": (f"{HEAD}  - exercise: Plank\n\u00a0\u00a0\u00a0\u00a0hold: 40s\n", HOLD),
    "an equals sign": (f"{HEAD}  - exercise: Plank\n    hold = 40s\n", HOLD),
    "an equals sign in the title": ("title = T\nworkout:\n  - Plank 40s\n", PLANK),
    "an equals sign in the first key": (f"{HEAD}  - exercise = Plank\n    hold: 40s\n", HOLD),
    "a wide colon": (f"{HEAD}  - exercise: Plank\n    hold：40s\n", HOLD),
    "a bullet": (f"{HEAD}  • Plank 40s\n  • Squats x10\n", TWO),
    "one bullet above": (f"{HEAD}  • Plank 40s\n  - Squats x10\n", TWO),
    "one bullet below": (f"{HEAD}  - Plank 40s\n  • Squats x10\n", TWO),
    "a bullet before a key": (f"{HEAD}  • exercise: Plank\n    hold: 40s\n", HOLD),
    "smart dashes": (f"{HEAD}  – Plank 40s\n  – Squats x10\n", TWO),
    "a smart dash below": (f"{HEAD}  - Plank 40s\n  — Squats x10\n", TWO),
    "two dashes": (f"{HEAD}  -- Plank 40s\n  - Squats x10\n", TWO),
    "two dashes below": (f"{HEAD}  - Plank 40s\n  -- Squats x10\n", TWO),
    "stars": (f"{HEAD}  * Plank 40s\n  * Squats x10\n", TWO),
    "numbers": (f"{HEAD}  1. Plank 40s\n  2. Squats x10\n", TWO),
    "numbers below a dash": (f"{HEAD}  - Plank 40s\n  2) Squats x10\n", TWO),
    "two dashes with a blank": (f"{HEAD}  - - Plank 40s\n  - Squats x10\n", TWO),
    "two dashes with a blank, twice": (f"{HEAD}  - - Plank 40s\n    - Squats x10\n", TWO),
    "a dash without its blank": (f"{HEAD}  -Plank 40s\n  -Squats x10\n", TWO),
    "a dash without its blank below": (f"{HEAD}  - Plank 40s\n  -Squats x10\n", TWO),
    "a line without its dash": (f"{HEAD}  - Plank 40s\n  Squats x10\n", TWO),
    "a line without its dash below keys": (f"{HOLD}  Squats x10\n", f"{HOLD}  - Squats x10\n"),
    "no dashes": (f"{HEAD}  Plank 40s\n  Squats x10\n", TWO),
    "no dashes and no indentation": (f"{HEAD}Plank 40s\nSquats x10\n", TWO),
    "an unindented continuation": (f"{HEAD}  - Plank 40s\n  - say: Breathe in\nand out.\n", SAY),
    "a continuation below its key": (f"{HEAD}  - Plank 40s\n  - say: Breathe in\n    and out.\n", SAY),
    "an unindented text": (f"{HEAD}  - exercise: Plank\n    setup:\n    Lie down.\n    hold: 40s\n",
                           f"{HEAD}  - exercise: Plank\n    setup: Lie down.\n    hold: 40s\n"),
    "an unindented continuation in the header": (
        "title: T\nauthor: A long line that\ngoes on here.\nworkout: [Plank 40s]\n",
        "title: T\nauthor: A long line that goes on here.\nworkout: [Plank 40s]\n"),
    "tips without dashes": (f"{HOLD}    tips:\n    Breathe.\n    Hips high.\n",
                            f"{HOLD}    tips: [Breathe., Hips high.]\n"),
    "a brace before words": (f"{HEAD}  - Plank 40s\n  - say: {{title}} now\n",
                             f"{HEAD}  - Plank 40s\n  - say: '{{title}} now'\n"),
    "a brace": (f"{HEAD}  - Plank 40s\n  - say: {{title}}\n",
                f"{HEAD}  - Plank 40s\n  - say: '{{title}}'\n"),
    "a hash in a text": (f"{HEAD}  - Plank 40s\n  - say: We are #1\n",
                         f"{HEAD}  - Plank 40s\n  - say: 'We are #1'\n"),
    "a hash that begins a text": (f"{HEAD}  - Plank 40s\n  - say: #1 of all\n",
                                  f"{HEAD}  - Plank 40s\n  - say: '#1 of all'\n"),
    "an exclamation mark": (f"{HEAD}  - Plank 40s\n  - say: !go\n",
                            f"{HEAD}  - Plank 40s\n  - say: '!go'\n"),
    "an at sign": (f"{HEAD}  - exercise: Squats x10\n    load: @RPE 8\n",
                   f"{HEAD}  - exercise: Squats x10\n    load: '@RPE 8'\n"),
    "a percent sign": (f"{HEAD}  - Plank 40s\n  - say: %go\n", f"{HEAD}  - Plank 40s\n  - say: '%go'\n"),
    "a backtick": (f"{HEAD}  - Plank 40s\n  - say: `go\n", f"{HEAD}  - Plank 40s\n  - say: '`go'\n"),
    "an asterisk": (f"{HEAD}  - Plank 40s\n  - say: *go*\n", f"{HEAD}  - Plank 40s\n  - say: '*go*'\n"),
    "a bar before words": (f"{HEAD}  - Plank 40s\n  - say: | now\n",
                           f"{HEAD}  - Plank 40s\n  - say: '| now'\n"),
    "an ampersand": (f"{HEAD}  - Plank 40s\n  - say: & now\n", f"{HEAD}  - Plank 40s\n  - say: '& now'\n"),
    "words behind brackets": (f"{HEAD}  - Plank 40s\n  - say: [Slowly] breathe\n",
                              f"{HEAD}  - Plank 40s\n  - say: '[Slowly] breathe'\n"),
    "a comma in brackets": (
        f"{HEAD}  - circuit: C\n    do: [Push-ups 3x10, rest 45s]\n",
        f"{HEAD}  - circuit: C\n    do:\n      - Push-ups 3x10, rest 45s\n"),
    "commas in brackets": (
        f"{HEAD}  - circuit: C\n    do: [Plank 40s, Push-ups 3x10, rest 45s, Squats x10]\n",
        f"{HEAD}  - circuit: C\n    do:\n      - Plank 40s\n      - Push-ups 3x10, rest 45s\n      - Squats x10\n"),
    "a bracket that is never closed": (f"{HOLD}    tips: [Breathe., Hips high.\n",
                                       f"{HOLD}    tips: [Breathe., Hips high.]\n"),
    "a brace that is never closed": (f"{HOLD}    tips: [{{at: 10s, say: Breathe.]\n",
                                     f"{HOLD}    tips: [{{at: 10s, say: Breathe.}}]\n"),
    "a comma in braces": (f"{HOLD}    tips: [{{at: 10s, say: In, and out.}}]\n",
                          f"{HOLD}    tips: [{{at: 10s, say: 'In, and out.'}}]\n"),
    "an item deeper than its list": (f"{HEAD}  - Plank 40s\n    - Squats x10\n", TWO),
    "an item less deep than its list": (f"{HEAD}    - Plank 40s\n  - Squats x10\n", TWO),
    "an item at the margin": (f"{HEAD}  - Plank 40s\n- Squats x10\n", TWO),
    "a key under a line": (f"{HEAD}  - Plank 40s\n    setup: Lie down.\n",
                           f"{HEAD}  - exercise: Plank 40s\n    setup: Lie down.\n"),
    "a key right below a line": (f"{HEAD}  - Plank 40s\n  setup: Lie down.\n",
                                 f"{HEAD}  - exercise: Plank 40s\n    setup: Lie down.\n"),
    "a key one column deeper": (f"{HEAD}  - exercise: Plank\n     hold: 40s\n", HOLD),
    "a key much deeper": (f"{HEAD}  - exercise: Plank\n        hold: 40s\n", HOLD),
    "a key one column less deep": (f"{HEAD}  - exercise: Plank\n   hold: 40s\n", HOLD),
    "a key below the dash": (f"{HEAD}  - exercise: Plank\n  hold: 40s\n", HOLD),
    "a key at the margin": (f"{HEAD}  - exercise: Plank\nhold: 40s\n", HOLD),
    "an indented `workout`": ("title: T\n  workout:\n  - Plank 40s\n", PLANK),
    "an indented `between`": ("title: T\n between: 10s\nworkout:\n  - Plank 40s\n  - Squats x10\n",
                              TWO.replace("workout", "between: 10s\nworkout")),
    "an indented first line": ("  title: T\nworkout:\n  - Plank 40s\n", PLANK),
    "a circuit's list without `do`": (f"{HEAD}  - circuit: C\n    - Plank 40s\n    - Squats x10\n",
                                      f"{HEAD}  - circuit: C\n    do:\n    - Plank 40s\n    - Squats x10\n"),
    "a dash without a block": (f"{HEAD}  -\n  - Plank 40s\n", PLANK),
    "a key of the file twice": ("title: T\ntitle: U\nworkout: [Plank 40s]\n",
                                "title: T\nworkout: [Plank 40s]\n"),
    "a key of a block twice": (f"{HOLD}    hold: 50s\n", HOLD),
    "a line of dashes below the header": ("---\ntitle: T\n---\nworkout:\n  - Plank 40s\n", PLANK),
    "a line of dashes between blocks": (f"{PLANK}---\n  - Squats x10\n", TWO),
    "a backslash in a path": (f'{PLANK}author: "C:\\Users\\me"\n', f"{PLANK}author: 'C:\\Users\\me'\n"),
    "a backslash in a text": (f'{PLANK}author: "AC\\DC"\n', f"{PLANK}author: 'AC\\DC'\n"),
    "a bell": ("title: T\x07\nworkout: [Plank 40s]\n", "title: T\nworkout: [Plank 40s]\n"),
    "a list alone": ("- Plank 40s\n- Squats x10\n", f"title: My workout\n{TWO.removeprefix('title: T')}"),
    "a title alone, then a list": ("title: T\n- Plank 40s\n- Squats x10\n", TWO),
}  # fmt: skip


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_Loader", request.param)


@pytest.mark.usefixtures("_parser")
@cases(("broken", "meant"), BROKEN)
def test_who_follows_the_hints_gets_what_was_meant(broken: str, meant: str) -> None:
    assert heard(meant) in map(heard, mended(broken))
