"""The picture: the programme drawn as an SVG or a PNG, to be read on a phone or on paper.

    title, length, legend
    section headings      where a section begins
    exercise names
    band                  the phases, the more strenuous the higher
    speech, tones         when something is heard
    axis                  the time, a row every so many seconds or minutes

The SVG has colours for light and dark screens; the PNG has the light ones.
"""

from voicecoach.outputs.picture.page import page
from voicecoach.outputs.picture.raster import png as rasterise
from voicecoach.timeline import Timeline

# Across an A4 page with margins, this is 170 pixels per inch.
PNG_WIDTH = 1200


def svg(timeline: Timeline) -> str:
    """Return the picture of a programme as an SVG."""
    return page(timeline, dark=True)


def png(timeline: Timeline) -> bytes:
    """Return the picture of a programme as a PNG, 1200 pixels wide, on white."""
    return rasterise(page(timeline, dark=False), PNG_WIDTH)
