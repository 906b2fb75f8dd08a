"""Raster: renders an SVG as a PNG by resvg, which nothing else imports.

The same SVG gives the same bytes on every machine as long as the font that comes with the program
has all its characters; only otherwise are the system's fonts searched.
"""

from voicecoach.outputs.picture import font


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
