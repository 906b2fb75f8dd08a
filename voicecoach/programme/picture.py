"""The picture of a programme's weeks: a row a week, a column a day, and each session as a band.

A title stands below a band where sessions differ in it. All bands have one scale, so that a longer
session is longer. Days and dates are written in the language of the first routine.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from babel.dates import format_date, format_skeleton

from voicecoach.outputs.clean import clean
from voicecoach.outputs.picture import PNG_WIDTH, TITLE, TOTALS, page
from voicecoach.outputs.picture.band import block
from voicecoach.outputs.picture.colours import SHAPES
from voicecoach.outputs.picture.efforts import look
from voicecoach.outputs.picture.markup import element, label
from voicecoach.outputs.picture.raster import png as rasterise
from voicecoach.outputs.picture.rows import MARGIN, ROW_WIDTH
from voicecoach.outputs.picture.text import TextStyle, shorten
from voicecoach.programme.model import Programme
from voicecoach.timeline import Timeline
from voicecoach.units import whole_clock

Timelines = Mapping[object, Timeline]

_TITLE_Y, _TOTALS_Y, _DAYS_Y = 38, 62, 92
_FIRST_ROW_Y = 104
_ROW_HEIGHT = 62
_BAND_HEIGHT = 24
_WEEK_WIDTH = 56
_GAP = 10
_WEEK = TextStyle(18, bold=True)
_SMALL = TextStyle(13)
_DAY = TextStyle(14, bold=True)


def svg(programme: Programme, timelines: Timelines) -> str:
    """Return the weeks as an SVG, with colours for dark screens as well.

    `timelines` are those of the sessions by their `content`.
    """
    return _page(programme, timelines, dark=True)


def png(programme: Programme, timelines: Timelines) -> bytes:
    """Return the weeks as a PNG, 1200 pixels wide, on white."""
    return rasterise(_page(programme, timelines, dark=False), PNG_WIDTH)


def _page(programme: Programme, timelines: Timelines, *, dark: bool) -> str:
    locale = next((str(each.phrases.locale) for each in timelines.values()), "en")
    names = {content: f"session-{number}" for number, content in enumerate(timelines, 1)}
    weekdays = _weekdays(programme)
    column_width = (ROW_WIDTH - _WEEK_WIDTH) / max(1, len(weekdays))
    longest_ms = max((each.duration_ms for each in timelines.values()), default=1)
    totals = _totals(programme, timelines, locale)
    drawn = [
        element("defs", "".join(_bands(timelines, names, (column_width - _GAP) / longest_ms))),
        label(shorten(clean(programme.title), TITLE, ROW_WIDTH), MARGIN, _TITLE_Y, TITLE, "ink"),
        label(totals, MARGIN, _TOTALS_Y, TOTALS, "faint"),
    ]
    columns: dict[str, float] = {}
    for number, (weekday, day) in enumerate(weekdays.items()):
        columns[weekday] = MARGIN + _WEEK_WIDTH + number * column_width
        name = format_date(day, "EEE", locale=locale)
        drawn.append(label(name, columns[weekday], _DAYS_Y, _DAY, "ink"))
    is_alone = len({session.title for session in programme.sessions}) == 1
    y = _FIRST_ROW_Y
    for week in programme.weeks:
        drawn.append(label(str(week.number), MARGIN, y + 32, _WEEK, "ink"))
        start = format_skeleton("MMMd", week.start, locale=locale)
        drawn.append(label(start, MARGIN, y + 48, _SMALL, "faint"))
        for session in week.sessions:
            x = columns[session.weekday]
            length = whole_clock(timelines[session.content].duration_ms)
            drawn.append(label(length, x, y + 14, _SMALL, "ink"))
            drawn.append(element("use", href=f"#{names[session.content]}", x=x, y=y + 20))
            if not is_alone:
                title = shorten(clean(session.title), _SMALL, column_width - 4)
                drawn.append(label(title, x, y + 57, _SMALL, "faint"))
        y += _ROW_HEIGHT
    return page(programme.title, totals, drawn, y + MARGIN, dark=dark)


def _totals(programme: Programme, timelines: Timelines, locale: str) -> str:
    """Return the first and the last day, and how long all sessions are together."""
    length = whole_clock(sum(timelines[each.content].duration_ms for each in programme.sessions))
    days = [format_date(each.date, "medium", locale=locale) for each in programme.sessions]
    return f"{days[0]} – {days[-1]} · {length}" if days else length


def _weekdays(programme: Programme) -> dict[str, date]:
    """Return the days with a session, from the one on which weeks begin, each with one date."""
    found = {
        (session.date - week.start).days: session
        for week in programme.weeks
        for session in week.sessions
    }
    return {found[offset].weekday: found[offset].date for offset in sorted(found)}


def _bands(timelines: Timelines, names: Mapping[object, str], scale: float) -> Iterator[str]:
    """Yield each distinct session as a group by its name; `scale` is in units a millisecond."""
    for content, timeline in timelines.items():
        blocks = []
        for phase in timeline.phases:
            left, right = phase.start_ms * scale, phase.end_ms * scale
            seen = look(phase, timeline.phrases)
            blocks.append(block(seen, SHAPES[seen], left, right, _BAND_HEIGHT, _BAND_HEIGHT))
        yield element("g", "".join(blocks), id=names[content])
