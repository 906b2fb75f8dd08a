"""Chapters: what makes one, where it begins, and that together they tile."""

import pytest

from helpers.cases import inputs
from helpers.routines import phase, plan_of, with_workout, works
from voicecoach.timeline import Timeline

CHAPTERS = {
    "- Plank 30s": ["Plank"],
    "- Plank 30s\n- Jacks 30s\n- Plank 30s": ["Plank", "Jacks", "Plank"],
    "- Plank 3x30s each side, rest 10s\n- Jacks 30s": ["Plank", "Jacks"],
    "- Plank 30s\n- Plank 30s": ["Plank", "Plank"],
    "- circuit: C\n  rounds: 3\n  do: [Plank 30s, Jacks 30s]": ["C"],
    "- Run 30s\n- circuit: C\n  rounds: 3\n  do: [Plank 30s, Jacks 30s]\n- Run 30s": [
        "Run",
        "C",
        "Run",
    ],
    "- circuit: C\n  do:\n    - circuit: D\n      do: [Plank 30s]\n    - Jacks 30s": ["C"],
    "- repeat: 2\n  do: [Run 30s, Walk 30s]": ["Run", "Walk", "Run", "Walk"],
    "- repeat: 3\n  do: [Run 30s]": ["Run"],
    "- section: S\n- Plank 30s\n- Jacks 30s": ["S"],
    "- Run 30s\n- section: S\n- Plank 30s\n- section: U\n- Jacks 30s": ["Run", "S", "U"],
    "- section: S\n  do: [Plank 30s]\n- Jacks 30s": ["S", "Jacks"],
    "- section: S\n- circuit: C\n  do: [Plank 30s, Jacks 30s]\n- Run 30s": ["S"],
    "- section: S\n- say: Sit still.\n- section: U\n- Jacks 30s": ["S", "U"],
    "- section: S\n- say: Sit still.": ["S"],
    "- say: Hello.\n- Plank 30s\n- rest: 10s": ["Plank"],
    "- say: Hello.": ["T"],
    "- rest: 10s": ["T"],
}


@inputs(("blocks", "titles"), CHAPTERS)
def test_a_chapter_is_a_section_or_outside_one_an_exercise_or_a_circuit(
    blocks: str, titles: list[str]
) -> None:
    timeline = plan_of(with_workout(blocks))
    assert [chapter.title for chapter in timeline.chapters] == titles
    _assert_tiling(timeline)


def test_a_chapter_begins_with_the_rest_that_leads_in_to_it() -> None:
    timeline = plan_of(with_workout("- Plank 30s\n- rest: 10s\n- Jacks 30s"))
    assert timeline.chapters[1].start_ms == timeline.phases[phase(timeline, "rest")].start_ms


def test_a_chapter_begins_with_the_prepare_that_leads_in_to_it() -> None:
    timeline = plan_of(with_workout("- Squats x5\n- Jacks 30s"))
    assert timeline.chapters[1].start_ms == timeline.phases[phase(timeline, "prepare", 1)].start_ms


def test_a_chapter_begins_with_its_work_where_nothing_leads_in() -> None:
    timeline = plan_of(with_workout("- Run 30s\n- Walk 30s"))
    assert timeline.chapters[1].start_ms == timeline.phases[works(timeline)[1]].start_ms


def test_intro_and_outro_belong_to_the_first_and_the_last_chapter() -> None:
    timeline = plan_of(with_workout("- Plank 30s\n- rest: 10s\n- Jacks 30s"))
    assert timeline.chapters[0].start_ms == 0
    assert timeline.chapters[-1].end_ms == timeline.duration_ms


@pytest.mark.parametrize("count", [254, 255, 256, 257, 300, 510, 511, 600])
def test_beyond_255_neighbours_merge(count: int) -> None:
    timeline = plan_of(with_workout("\n".join(f"- Step {n} for 1s" for n in range(count))))
    titles = [chapter.title for chapter in timeline.chapters]
    assert len(titles) == count if count <= 255 else len(titles) <= 255
    names = [f"Step {number}" for number in range(count)]
    assert " · ".join(titles) == " · ".join(names)
    _assert_tiling(timeline)


def _assert_tiling(timeline: Timeline) -> None:
    bounds = [chapter.start_ms for chapter in timeline.chapters] + [timeline.duration_ms]
    assert bounds[0] == 0
    assert [chapter.end_ms for chapter in timeline.chapters] == bounds[1:]
    assert bounds == sorted(set(bounds))
