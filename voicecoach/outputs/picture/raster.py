"""Raster: renders an SVG as a PNG by resvg, which nothing else imports.

The same SVG gives the same bytes on every machine as long as the font that comes with the program
has all its characters; only otherwise are the system's fonts searched.
"""

from functools import cache

from voicecoach.outputs.picture import font
from voicecoach.outputs.picture.markup import element

_CELL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">{}</svg>'


def png(svg: str, width: int) -> bytes:
    """Return an SVG as a PNG `width` pixels wide; a character that no font has leaves a gap."""
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        font_files=[str(font.REGULAR), str(font.BOLD)],
        skip_system_fonts=font.has(svg),
        sans_serif_family="Roboto",
        font_family="Roboto",
    )


@cache
def can_draw(character: str) -> bool:
    """Return whether there is a font for a character: the program's, or one of the system's."""
    if font.has(character):
        return True
    drawn = element("text", character, x=5, y=30)
    return png(_CELL.format(drawn), 40) != png(_CELL.format(""), 40)
