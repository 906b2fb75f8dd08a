"""The player page: one file in HTML that plays the sound beside it and shows what it is about.

It loads nothing but the sound. A browser that opens it from a phone's files plays an `<audio>`
from the same folder, but reads no other file there; so all that it shows is in the page: the
transcript, the band and the timeline as JSON. Without scripts, the browser's own controls and the
transcript remain.
"""

import base64
import hashlib
import os
from collections.abc import Iterable
from urllib.parse import quote

from markupsafe import Markup

from voicecoach import phrases
from voicecoach.files.pictures import mime_of
from voicecoach.outputs import Finished
from voicecoach.outputs.clean import clean
from voicecoach.outputs.html import render_template
from voicecoach.outputs.page.band import BAND_HEIGHT, BAND_WIDTH, band
from voicecoach.outputs.page.content import page_content
from voicecoach.outputs.page.transcript import transcript
from voicecoach.outputs.picture.colours import DARK, LIGHT, SHAPES
from voicecoach.units import SECOND_MS, whole_clock

SUFFIX = ".html"

_SPEEDS = (0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2)


def render(finished: Finished) -> bytes:
    """Return the page of a programme, which plays the file of its sound by its name."""
    # A name may hold bytes that are no text.
    return page(finished, quote(os.fsencode(finished.sound_name)), "'self' file:")


def page(finished: Finished, sound_url: str, sound_origin: str) -> bytes:
    """Return the page; `sound_origin` is the source from which its policy lets it play sound.

    The policy is that of the Content Security Policy Level 3 (https://www.w3.org/TR/CSP3/).
    """
    timeline, words = finished.timeline, finished.timeline.phrases
    language = timeline.language
    style = render_template("page/page.css", language, light=LIGHT, dark=DARK, looks=tuple(SHAPES))
    script = render_template("page/page.js", language)
    cover = finished.read_cover()
    content = page_content(timeline, words) | {
        "sound_name": finished.sound_name,
        "cover": None if cover is None else {"type": mime_of(cover), "url": data_url(cover)},
    }
    text = render_template(
        "page/page.html",
        language,
        title=clean(timeline.title),
        length=whole_clock(timeline.duration_ms),
        last_step_ms=-(-timeline.duration_ms // SECOND_MS) * SECOND_MS,
        policy=_policy(style, script, sound_origin),
        style=Markup(style),
        script=Markup(script),
        content=content,
        sound_url=sound_url,
        band=tuple(band(timeline)),
        band_size=(BAND_WIDTH, BAND_HEIGHT),
        transcript=tuple(transcript(timeline)),
        speeds=_speeds(words),
        say=words.page,
        transcript_title=words.sheet("said"),
    )
    return text.encode()


def data_url(data: bytes, mime: str | None = None) -> str:
    """Return data as a URL (RFC 2397); the type of a picture is found."""
    encoded = base64.b64encode(data).decode()
    return f"data:{mime or mime_of(data)};base64,{encoded}"


def _policy(style: str, script: str, sound_origin: str) -> str:
    """Return the policy: this style, this script, sound, pictures in the page, nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(script)}",
            f"media-src {sound_origin}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _speeds(words: phrases.Phrases) -> Iterable[tuple[float, str]]:
    """Return the speeds to choose from, each as a factor and in the numbers of the language."""
    return tuple((speed, f"{words.number(speed)}×") for speed in _SPEEDS)
