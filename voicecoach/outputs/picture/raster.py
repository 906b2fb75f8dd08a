"""Raster: renders an SVG as a PNG by resvg, which nothing else imports.

The same SVG gives the same bytes on every machine as long as the font that comes with the program
has all its characters; only otherwise are the system's fonts searched.
"""

from functools import cache

from voicecoach import __version__
from voicecoach.files.home import expanded
from voicecoach.files.inputs import note_path
from voicecoach.outputs.picture import font
from voicecoach.outputs.picture.markup import element

# Where resvg looks for fonts.
_SYSTEM_FONTS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts",
    "/Library/Fonts", "/System/Library/Fonts", "~/Library/Fonts", "C:\\Windows\\Fonts",
)  # fmt: skip
_CELL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">{}</svg>'


def png(svg: str, width: int) -> bytes:
    """Return an SVG as a PNG `width` pixels wide; a character that no font has leaves a gap."""
    import resvg_py

    is_own = font.has(svg)
    if not is_own:
        _note_system_fonts()
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        font_files=[str(font.REGULAR), str(font.BOLD)],
        skip_system_fonts=is_own,
        sans_serif_family="Roboto",
        font_family="Roboto",
    )


def png_version(svg: str) -> str | None:
    """Return what the `png` of an SVG depends on besides it, None for one in the system's fonts."""
    if not font.has(svg):
        return None
    # Pictures that are not kept do without this import.
    from importlib import metadata

    # The font comes with the program.
    return f"voicecoach {__version__}, resvg-py {metadata.version('resvg-py')}"


def can_draw(character: str) -> bool:
    """Return whether there is a font for a character: the program's, or one of the system's."""
    if font.has(character):
        return True
    _note_system_fonts()
    return _is_drawn(character)


@cache
def _is_drawn(character: str) -> bool:
    drawn = element("text", character, x=5, y=30)
    return png(_CELL.format(drawn), 40) != png(_CELL.format(""), 40)


def _note_system_fonts() -> None:
    """Note which fonts the system has, as what is drawn depends on them."""
    for folder in _SYSTEM_FONTS:
        note_path("tree", expanded(folder))
