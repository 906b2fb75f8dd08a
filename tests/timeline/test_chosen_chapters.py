"""`chapters`: what makes a chapter, as the file or a section chooses."""

from helpers.cases import cases
from helpers.routines import errors_of, phase, plan_of, with_workout, works
from voicecoach.timeline import Timeline

_CIRCUIT = "- circuit: C\n  rounds: 2\n  do: [Plank 9s, Jacks 9s]"

# What the header holds, blocks, and the titles that come of them.
CHOSEN = {
    "exercises in a section": (
        "chapters: exercise",
        "- section: S\n- Plank 2x9s each side\n- Jacks 9s",
        ["Plank", "Jacks"],
    ),
    "exercises in a circuit": (
        "chapters: exercise",
        _CIRCUIT,
        ["Plank", "Jacks", "Plank", "Jacks"],
    ),
    "a block that keeps the time": (
        "chapters: exercise",
        "- section: S\n- emom: 2\n  every: 30s\n  do: [Swings x5]\n- Jacks 9s",
        ["EMOM", "Jacks"],
    ),
    "a text makes none": (
        "chapters: exercise",
        "- section: S\n- say: Hello.\n- Plank 9s\n- say: Well done.",
        ["Plank"],
    ),
    "intervals with sets and sides": (
        "chapters: interval",
        "- Plank 2x9s each side",
        [
            "Plank, set 1 of 2, right side",
            "Plank, set 1 of 2, left side",
            "Plank, set 2 of 2, right side",
            "Plank, set 2 of 2, left side",
        ],
    ),
    "intervals with rounds": (
        "chapters: interval",
        _CIRCUIT,
        [
            "Plank, round 1 of 2",
            "Jacks, round 1 of 2",
            "Plank, round 2 of 2",
            "Jacks, round 2 of 2",
        ],
    ),
    "intervals in the routine's language": (
        "chapters: interval\nlanguage: de",
        "- Kniebeugen 2x10 links, 10 s Pause",
        ["Kniebeugen, Satz 1 von 2, linke Seite", "Kniebeugen, Satz 2 von 2, linke Seite"],
    ),
    "a section of its own choice": (
        "",
        "- section: S\n- Plank 9s\n- section: U\n  chapters: interval\n- Jacks 2x9s\n"
        "- section: V\n- Plank 9s",
        ["S", "Jacks, set 1 of 2", "Jacks, set 2 of 2", "V"],
    ),
    "a section as a whole in a file of intervals": (
        "chapters: interval",
        "- section: S\n  chapters: section\n  do: [Plank 2x9s]\n- Jacks 9s",
        ["S", "Jacks"],
    ),
    "a section in a section": (
        "",
        "- section: S\n  chapters: exercise\n  do:\n    - section: U\n      do: [Plank 9s, Jacks 9s]",
        ["Plank", "Jacks"],
    ),
}


@cases(("header", "blocks", "titles"), CHOSEN)
def test_chapters_are_what_was_chosen(header: str, blocks: str, titles: list[str]) -> None:
    timeline = plan_of(with_workout(blocks, header))
    assert [chapter.title for chapter in timeline.chapters] == titles
    _assert_tiling(timeline)


def test_an_interval_begins_with_the_rest_that_leads_in_to_it() -> None:
    timeline = plan_of(with_workout("- Plank 2x9s, rest 5s", "chapters: interval"))
    assert timeline.chapters[1].start_ms == timeline.phases[phase(timeline, "rest")].start_ms


def test_more_intervals_than_a_file_can_have_are_merged() -> None:
    timeline = plan_of(with_workout("- repeat: 300\n  do: [Plank 9s]", "chapters: interval"))
    assert len(works(timeline)) == 300
    assert len(timeline.chapters) == 150
    assert timeline.chapters[0].title == "Plank, round 1 of 300 · Plank, round 2 of 300"
    _assert_tiling(timeline)


def test_another_word_is_refused() -> None:
    ((_, _, message, _),) = errors_of(with_workout("- Plank 9s", "chapters: sets"))
    assert message == "`sets` is not one of `section`, `exercise` or `interval`"


def _assert_tiling(timeline: Timeline) -> None:
    bounds = [chapter.start_ms for chapter in timeline.chapters] + [timeline.duration_ms]
    assert bounds[0] == 0
    assert [chapter.end_ms for chapter in timeline.chapters] == bounds[1:]
