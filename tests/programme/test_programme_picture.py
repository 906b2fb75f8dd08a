"""The picture of a programme's weeks."""

from pathlib import Path
from xml.etree import ElementTree

from helpers.programmes_of_weeks import HEAD, WEEKS, programme_of
from helpers.routines import rule_of_thumb
from voicecoach.language import load
from voicecoach.programme import Programme, picture
from voicecoach.timeline import Timeline, plan

SVG = "{http://www.w3.org/2000/svg}"


def _timelines(programme: Programme) -> dict[object, Timeline]:
    return {
        each.content: plan(load(each.routine, each.level, variables=each.variables), rule_of_thumb)
        for each in programme.sessions
    }


def _drawn(programme: Programme) -> ElementTree.Element:
    return ElementTree.fromstring(picture.svg(programme, _timelines(programme)))


def _texts(root: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def test_each_session_stands_in_the_row_of_its_week_and_the_column_of_its_day(
    tmp_path: Path,
) -> None:
    programme = programme_of(tmp_path, HEAD + WEEKS)
    root = _drawn(programme)
    places = [(float(use.get("x", 0)), float(use.get("y", 0))) for use in root.iter(f"{SVG}use")]
    assert len(places) == len(programme.sessions) == 11
    assert [len({place[axis] for place in places}) for axis in (0, 1)] == [3, 4]
    # Weeks 2 and 3 are one.
    assert len(list(root.iter(f"{SVG}g"))) == 3
    texts = _texts(root)
    assert texts[2:5] == ["Mon", "Wed", "Fri"]
    assert {"1", "Dec 7", "4", "Dec 28"} <= set(texts)
    assert texts[1].startswith("Dec 7, 2026 – Dec 30, 2026 · ")


def test_a_longer_session_is_longer_and_none_leaves_its_column(tmp_path: Path) -> None:
    root = _drawn(programme_of(tmp_path, HEAD + WEEKS))
    ends = [
        max(float(each.get("x", 0)) + float(each.get("width", 0)) for each in group)
        for group in root.iter(f"{SVG}g")
    ]
    assert ends == sorted(ends)
    columns = sorted({float(use.get("x", 0)) for use in root.iter(f"{SVG}use")})
    assert ends[-1] < columns[1] - columns[0]


def test_titles_are_shown_where_they_differ(tmp_path: Path) -> None:
    two = HEAD.replace(
        "routine: intervals.yaml", "routine: intervals.yaml\nroutines: {wed: legs.yaml}"
    )
    texts = _texts(_drawn(programme_of(tmp_path, two + "weeks: [{}]\n")))
    assert [text for text in texts if text in ("Intervals", "Legs")] == [
        "Intervals",
        "Legs",
        "Intervals",
    ]


def test_weeks_without_sessions_are_drawn_too(tmp_path: Path) -> None:
    rest = "weeks: [{days: {mon: rest, wed: rest, fri: rest}}]\n"
    programme = programme_of(tmp_path, HEAD + rest)
    assert _texts(_drawn(programme)) == ["Run and walk", "0:00", "1", "Dec 7"]
    assert picture.png(programme, {}).startswith(b"\x89PNG")
