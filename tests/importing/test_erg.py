"""Courses for a bike trainer, as programs and people write them."""

from helpers.cases import cases
from helpers.imports import error_of, lengths_ms, notes_on, routine_from, workout_from


def course(data: str, head: str = "MINUTES PERCENT", more: str = "") -> str:
    """Return a course with these rows."""
    return f"[COURSE HEADER]\n{head}\n[END COURSE HEADER]\n[COURSE DATA]\n{data}\n{more}"


@cases(
    ("content", "lengths"),
    {
        "rows at one time are a step": (course("0 50\n5 50\n5 80\n5.5 80"), [300_000, 30_000]),
        "the middle one of three takes no time": (course("0 5\n1 5\n1 7\n1 9\n2 9"), [60_000, 60_000]),
        "the same power goes on": (course("0 5\n1 5\n1 5\n3 5\n3 6"), [180_000]),
        "a ramp is no part of what is steady": (course("0 5\n1 7\n2 7\n3 7"), [60_000, 120_000]),
        "thirds of a minute add up": (course("0 5\n.333 5\n.333 9\n1 9"), [19_980, 40_020]),
        "blanks, commas and signs": (course("  0,00   50% \r\n\r\n1,50\t\t50%\r"), [90_000]),
        "comments and marks": (course("; sweet\n0 50\n0.5 LAP\n1 50\n[END COURSE DATA]"), [60_000]),
        "any case, and no ends": ("[course header]\nminutes ftp\n[Course Data]\n0 5\n1 5", [60_000]),
        "the last recovery of intervals goes on": (
            course("0 9\n1 9\n1 5\n2 5\n2 9\n3 9\n3 5\n4 5\n4 9\n5 9\n5 5\n9 5"),
            [60_000] * 6 + [180_000],
        ),
        "a late start": (course("2 50\n3 60"), [120_000, 60_000]),
    },
)  # fmt: skip
def test_a_row_is_the_power_at_a_time(content: str, lengths: list[int]) -> None:
    assert lengths_ms(content) == lengths


@cases(
    ("head", "effort"),
    {
        "percent": ("MINUTES PERCENT", "from 100 to 200 percent"),
        "watts": (";MINUTES   WATTS", "from 100 to 200 watts"),
        "watts of an hour's power": ("FTP=200\nMINUTES WATTS", "from 50 to 100 percent"),
        "no hour's power": ("FTP = 0\nMINUTES WATTS", "from 100 to 200 watts"),
        "nothing": ("", "from 100 to 200"),
    },
)
def test_power_is_told_in_the_unit_of_the_course(head: str, effort: str) -> None:
    assert f"effort: {effort}\n" in workout_from(course("0 100\n1 200", head))


@cases(
    ("head", "title"),
    {
        "its description": ("DESCRIPTION = 4 = 2 x 2\nFILE NAME = a.erg", "4 = 2 x 2"),
        "the name of its file": ("DESCRIPTION =\nFILE NAME=Long one.mrc", "Long one"),
        "nothing": ("VERSION = 2", "plan"),
    },
)
def test_a_course_is_called_by_what_it_says(head: str, title: str) -> None:
    text = routine_from(course("0 5\n1 5", f"{head}\nMINUTES PERCENT"))
    assert text.startswith(f"title: {title}\n")


def test_texts_are_in_seconds_beside_data_in_minutes() -> None:
    texts = (
        "[END COURSE DATA]\n[COURSE TEXT]\n15\tSit up\t10\n70  Rep 2 of 5\n80 Nearly 10\n"
        "1:30\tNow\t10\n900\tToo late\t10\n[END COURSE TEXT]\n[USER DATA]\n1\n"
    )
    content = course("0 50\n1 50\n1 80\n1.5 LAP Climb\n2 80", more=texts)
    assert workout_from(content).splitlines()[2:] == [
        "  - exercise: Ride",
        "    for: 1 min",
        "    effort: at 50 percent",
        "    tips:",
        "      - at: 15s",
        "        say: Sit up",
        "  - exercise: Ride",
        "    for: 1 min",
        "    effort: at 80 percent",
        "    tips:",
        "      - at: 10s",
        "        say: Rep 2 of 5",
        "      - at: 20s",
        "        say: Nearly 10",
        "      - at: 30s",
        "        say: Climb",
        "  # ? “Too late” at 15:00 lies beyond the end",
    ]
    assert notes_on(content) == [
        "15: “1:30 Now 10”: at which time is not said",
        "16: “Too late” at 15:00 lies beyond the end",
        "18: `[USER DATA]` is left out",
    ]


def test_what_is_unsaid_is_noted() -> None:
    assert notes_on(course("2 50\n3 50", "VERSION = 2")) == [
        "5: nothing is said before 2:00: the power of that time is held",
        "5: whether powers are watts or percent is not said",
    ]


@cases(
    ("content", "message"),
    {
        "no rows": (course(""), "1: there are fewer than two rows of `[COURSE DATA]` in this file"),
        "no time": (course("0 50\nfive 50"), "6: `five` is no time in minutes"),
        "no power": (course("0 50\n5"), "6: `5` has no power beside its time"),
        "three columns": (course("0 40 70\n5 1"), "5: `0 40 70` has no power beside its time"),
        "a negative power": (course("0 -5\n5 -5"), "5: `0 -5` has no power beside its time"),
        "time that goes back": (
            course("0 50\n5 50\n4 50"),
            "7: `4` is before the time of the row above it",
        ),
        "only steps": (course("0 50\n0 60"), "1: nothing in this plan has a length"),
        "a road": (
            course("0 1 2\n5 2 2", "DISTANCE GRADE WIND"),
            "2: this course has distances and slopes, and no times",
        ),
    },
)
def test_a_course_that_cannot_be_read_is_refused_at_its_line(content: str, message: str) -> None:
    assert error_of(content) == message
