"""The picture: the programme drawn as an SVG or a PNG, to be read on a phone or on paper.

    title, length, legend
    section headings      where one begins
    names of exercises
    band                  the phases, as high as they are strenuous
    speech, tones         when something is heard
    axis                  the time, a row every so many seconds or minutes

The SVG has colours for light and dark screens; the PNG is its light form.
"""

from voicecoach.outputs.picture.page import page
from voicecoach.outputs.picture.raster import png as rasterised
from voicecoach.timeline import Timeline

# Across an A4 page with margins, this is 170 pixels an inch.
PNG_WIDTH = 1200


def svg(timeline: Timeline) -> str:
    """Return the picture of a programme as an SVG."""
    return page(timeline, dark=True)


def png(timeline: Timeline) -> bytes:
    """Return the picture of a programme as a PNG, 1200 pixels wide, on white."""
    drawn = page(timeline, dark=False)
    return rasterised(drawn, PNG_WIDTH)
