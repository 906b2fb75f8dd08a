"""The sheet: a page to print, with doses, setups, tips and the picture of the programme.

Black on white, on A4 or Letter: to be handed out, or hung on a wall.
"""

from markupsafe import Markup

from voicecoach.outputs import picture
from voicecoach.outputs.html import render_template
from voicecoach.outputs.paper import paper
from voicecoach.timeline import Timeline

# In units of the picture: as wide as the page, it is no higher than Letter within its margins.
_PAGE_HEIGHT = 620


def text(timeline: Timeline) -> str:
    """Return the sheet of a programme as HTML without scripts, complete in itself."""
    drawn = [Markup(page) for page in picture.svg_pages(timeline, _PAGE_HEIGHT)]
    content = paper(timeline)
    return render_template(
        "sheet.html", timeline.language, title=content.title, paper=content, pictures=drawn
    )
