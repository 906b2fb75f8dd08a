from collections.abc import Sequence
from pathlib import Path

from helpers.cases import cases
from helpers.finished_files import CHAPTERS, LENGTH_MS, finish
from helpers.routines import plan_of
from voicecoach.formats.inspection.description import Description, describe
from voicecoach.formats.inspection.tag import TagInfo, TimedLine
from voicecoach.playing.now import now
from voicecoach.playing.programme import Programme, programme_of_file, programme_of_timeline
from voicecoach.timeline.model import Chapter

ROUTINE = """\
title: Legs
intro: off
workout:
  - Squats 2x4, rest 20s
  - rest: 10s
  - Side plank 20s each side
"""


def _programme() -> Programme:
    return programme_of_timeline(plan_of(ROUTINE))


def _start_ms(programme: Programme, kind: str, *details: str) -> int:
    """Return where the first part of a kind with these details begins."""
    return next(
        part.start_ms
        for part in programme.parts
        if part.kind == kind and part.details[: len(details)] == details
    )


@cases(
    ("kind", "details", "after_ms", "title", "shown", "left_ms", "following"),
    {
        "getting ready": ("Get ready", (), 0, "Squats", ("Set 1 of 2",), None, ""),
        "the first repetition": (
            "Work",
            (),
            0,
            "Squats",
            ("Set 1 of 2", "Repetition 1 of 4"),
            12_000,
            "Next: Rest 0:20 · Squats · Set 2 of 2",
        ),
        "the last repetition": (
            "Work",
            (),
            11_999,
            "Squats",
            ("Set 1 of 2", "Repetition 4 of 4"),
            1000,
            "Next: Rest 0:20 · Squats · Set 2 of 2",
        ),
        "the last set": (
            "Work",
            ("Set 2 of 2",),
            3001,
            "Squats",
            ("Set 2 of 2", "Repetition 2 of 4"),
            9000,
            "Next: Rest 0:10 · Side plank · Right side",
        ),
        "a side": (
            "Work",
            ("Right side",),
            1,
            "Side plank",
            ("Right side",),
            20_000,
            "Next: Change sides 0:05 · Side plank · Left side",
        ),
        "the last side": ("Work", ("Left side",), 5000, "Side plank", ("Left side",), 15_000, ""),
    },
)
def test_the_view_shows_what_is_done_and_what_comes_next(
    kind: str,
    details: Sequence[str],
    after_ms: int,
    title: str,
    shown: tuple[str, ...],
    left_ms: int | None,
    following: str,
) -> None:
    programme = _programme()
    at_ms = _start_ms(programme, kind, *details) + after_ms
    seen = now(programme, at_ms)
    assert (seen.part.title, seen.details, seen.part.following) == (title, shown, following)
    assert left_ms is None or seen.left_ms == left_ms
    assert seen.at_ms == at_ms // 1000 * 1000


def test_what_is_said_is_shown() -> None:
    programme = _programme()
    said = [now(programme, caption.start_ms).caption for caption in programme.captions]
    assert said == [caption.text for caption in programme.captions]
    assert said[0] == "Squats, 2 sets of 4."


def test_before_the_beginning_and_after_the_end_there_is_something_to_show() -> None:
    programme = _programme()
    assert now(programme, -5).part == programme.parts[0]
    after = now(programme, programme.duration_ms + 5000)
    assert (after.part, after.left_ms) == (programme.parts[-1], 0)


def test_the_keys_go_to_each_exercise_with_what_leads_in_to_it() -> None:
    programme = _programme()
    starts = [now(programme, at_ms).part for at_ms in programme.exercise_starts_ms]
    assert [(part.kind, part.title) for part in starts] == [("Get ready", "Squats"), ("", "Rest")]


@cases("suffix", {suffix: suffix for suffix in ("mp3", "wav", "flac", "ogg", "opus")})
def test_a_finished_file_shows_its_chapters(suffix: str, tmp_path: Path) -> None:
    file = finish(tmp_path / f"legs.{suffix}")
    programme = programme_of_file(file, describe(file))
    assert programme.title == "Legs"
    seen = now(programme, 500)
    assert (seen.part.title, seen.part.following, seen.left_ms) == (
        "Squats",
        "Next: Lunges",
        1000,
    )
    assert now(programme, 1200).part.title == "Lunges"
    assert list(programme.exercise_starts_ms) == [chapter.start_ms for chapter in CHAPTERS]
    assert abs(programme.duration_ms - LENGTH_MS) <= 60


def _described(chapters: tuple[Chapter, ...], lines: tuple[TimedLine, ...] = ()) -> Description:
    nothing = (None,) * 9
    return Description(10_000, 1, TagInfo(*nothing, chapters, len(lines), lines))


def test_a_file_without_chapters_or_title_is_one_part_of_its_name() -> None:
    programme = programme_of_file(Path("music/song.mp3"), _described(()))
    assert [(part.title, part.start_ms, part.end_ms) for part in programme.parts] == [
        ("song.mp3", 0, 10_000)
    ]


def test_chapters_of_another_program_that_begin_later_are_tiled() -> None:
    chapters = (Chapter("B", 6000, 7000), Chapter("", 2000, 3000))
    parts = programme_of_file(Path("song.mp3"), _described(chapters)).parts
    assert [(part.title, part.start_ms, part.end_ms) for part in parts] == [
        ("song.mp3", 0, 2000),
        ("song.mp3", 2000, 6000),
        ("B", 6000, 10_000),
    ]


def test_the_words_of_a_file_stay_for_three_seconds() -> None:
    lines = (TimedLine(1000, 2000, "Squats."),)
    programme = programme_of_file(Path("legs.mp3"), _described((), lines))
    assert [now(programme, at_ms).caption for at_ms in (999, 1000, 4999, 5000)] == [
        "",
        "Squats.",
        "Squats.",
        "",
    ]
