"""The picture: the programme drawn as an SVG or a PNG, to be read on a phone or on paper.

    title, length, legend
    section headings      where a section begins
    exercise names
    band                  the phases, the more strenuous the higher
    speech, tones         when something is heard
    axis                  the time, a row every so many seconds or minutes

The SVG has colours for light and dark screens; the PNG has the light ones.
"""

from collections.abc import Iterator, Sequence
from html import escape
from math import inf

from voicecoach.outputs.clean import clean
from voicecoach.outputs.picture import colours
from voicecoach.outputs.picture.band import BAND_HEIGHT, band
from voicecoach.outputs.picture.headings import (
    HEADING_HEIGHT,
    NAMES_HEIGHT,
    Stretch,
    find_runs,
    find_sections,
    headings,
    names,
)
from voicecoach.outputs.picture.lanes import AXIS_HEIGHT, LANES_HEIGHT, axis, lanes
from voicecoach.outputs.picture.legend import legend
from voicecoach.outputs.picture.markup import element, label
from voicecoach.outputs.picture.raster import png as rasterise
from voicecoach.outputs.picture.rows import MARGIN, ROW_WIDTH, WIDTH, Row, rows
from voicecoach.outputs.picture.text import TextStyle, shorten, wrap
from voicecoach.outputs.programme import programme
from voicecoach.timeline import Timeline
from voicecoach.units import whole_clock

# Across an A4 page with margins, this is 170 pixels per inch.
PNG_WIDTH = 1200
TITLE = TextStyle(25, bold=True)
TOTALS = TextStyle(16)
_ROW_GAP = 16
# The width at which a browser shows it if there is room.
_SHOWN_WIDTH = 720


def svg(timeline: Timeline) -> str:
    """Return the picture of a programme as an SVG, with colours for dark screens as well."""
    ((drawn, height),) = _draw(timeline)
    return page(timeline.title, _about(timeline), drawn, height, dark=True)


def svg_pages(timeline: Timeline, most_height: float) -> Iterator[str]:
    """Yield the picture as SVGs for paper, between two rows of which a page may end.

    None is higher than `most_height`, in units of which 480 are its width.
    """
    for drawn, height in _draw(timeline, most_height):
        yield page(timeline.title, _about(timeline), drawn, height, dark=False)


def png(timeline: Timeline) -> bytes:
    """Return the picture of a programme as a PNG, 1200 pixels wide, on white."""
    ((drawn, height),) = _draw(timeline)
    on_white = page(timeline.title, _about(timeline), drawn, height, dark=False)
    return rasterise(on_white, PNG_WIDTH)


def page(title: str, about: str, drawn: Sequence[str], height: float, *, dark: bool) -> str:
    """Return elements as an SVG, 480 units wide; with `dark`, also with colours for dark screens.

    `title` and `about` are for who cannot see it.
    """
    text = element("title", escape(clean(title), quote=False)) + element("desc", about)
    paper = element("rect", class_="page", width=WIDTH, height=height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH} {height:g}"'
        f' width="{_SHOWN_WIDTH}" height="{height * _SHOWN_WIDTH / WIDTH:g}"'
        f' style="max-width:100%;height:auto">\n{text}\n{_style(dark)}\n{paper}\n'
        + "\n".join(drawn)
        + "\n</svg>\n"
    )


def _draw(timeline: Timeline, most_height: float = inf) -> Iterator[tuple[list[str], float]]:
    """Yield the elements of each page, and its height; the head is on the first."""
    drawn, y = _head(timeline)
    marks, height = legend(timeline, y)
    drawn += marks
    y += height + _ROW_GAP
    all_rows = rows(timeline.duration_ms)
    sections, runs = find_sections(timeline), find_runs(timeline)
    for row in all_rows:
        is_last = row is all_rows[-1]
        drawn_row, end = _draw_row(timeline, row, sections, runs, y, is_last)
        if end > most_height:
            yield drawn, y
            drawn = []
            drawn_row, end = _draw_row(timeline, row, sections, runs, _ROW_GAP, is_last)
        drawn += drawn_row
        y = end
    yield drawn, y


def _draw_row(
    timeline: Timeline,
    row: Row,
    sections: Sequence[Stretch],
    runs: Sequence[Stretch],
    y: float,
    is_last: bool,
) -> tuple[list[str], float]:
    """Return the elements of a row that begins at `y`, and where the next one does."""
    drawn = headings(sections, row, y)
    y += HEADING_HEIGHT if drawn else 0
    drawn_names = names(runs, row, y)
    y += NAMES_HEIGHT if drawn_names else 0
    drawn += drawn_names
    drawn += band(timeline, row, y)
    drawn += axis(row, y + BAND_HEIGHT, is_last)
    drawn += lanes(timeline, row, y + BAND_HEIGHT)
    return drawn, y + BAND_HEIGHT + LANES_HEIGHT + AXIS_HEIGHT + _ROW_GAP


def _head(timeline: Timeline) -> tuple[list[str], float]:
    """Return the title, in at most two lines, and the totals, and where they end."""
    title = wrap(clean(timeline.title), TITLE, ROW_WIDTH)
    if len(title) > 1:
        title = [title[0], shorten(" ".join(title[1:]), TITLE, ROW_WIDTH)]
    drawn = [label(line, MARGIN, 38 + 30 * row, TITLE, "ink") for row, line in enumerate(title)]
    y = 38 + 30 * len(title)
    return [*drawn, label(_about(timeline), MARGIN, y - 5, TOTALS, "faint")], y + 6


def _about(timeline: Timeline) -> str:
    """Return the length of a programme and how many exercises and sections it has."""
    exercises = len(programme(timeline).rows)
    sections = len({phase.section for phase in timeline.phases} - {None})
    words = timeline.phrases
    parts = [whole_clock(timeline.duration_ms)]
    if exercises:
        parts.append(words.say("count_exercises", exercises))
    if sections:
        parts.append(words.say("count_sections", sections))
    return " · ".join(parts)


def _style(dark: bool) -> str:
    """Return the style sheet; printing uses the light colours."""
    rules = [
        'text{font-family:Roboto,Arial,Helvetica,"Liberation Sans",sans-serif}',
        ".b{font-weight:bold}",
        *_rules(colours.LIGHT),
    ]
    if dark:
        night = "".join(_rules(colours.DARK))
        rules.append(f"@media screen and (prefers-color-scheme:dark){{{night}}}")
    return element("style", "\n" + "\n".join(rules) + "\n")


def _rules(palette: colours.Palette) -> Iterator[str]:
    for name, colour in palette.items():
        yield f".{name}{{fill:{colour}}}"
    for name in ("line", "speech"):
        yield f".{name}-stroke{{stroke:{palette[name]};fill:none}}"
