"""Pages in HTML, from the templates of this package; every value is escaped.

A template says where a value stands outside of text and attributes, in a script for instance, what
escapes it there, such as Jinja2's own `tojson`.
"""

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from voicecoach.phrases.tags import nearest_locale

# Characters that HTML does not allow (https://html.spec.whatwg.org/multipage/parsing.html).
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def render_template(name: str, language: str, **values: object) -> str:
    """Return a page made of a template, such as `sheet.html`.

    A template knows the page's `language`, a BCP 47 tag, and its `direction`, `ltr` or `rtl`.
    """
    locale = nearest_locale(language)
    direction = locale.text_direction if locale else "ltr"
    return (
        _environment().get_template(name).render(language=language, direction=direction, **values)
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("voicecoach.outputs"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_allowed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _allowed(value: object) -> object:
    """Return a text without characters that HTML does not allow; other values as they are."""
    return _FORBIDDEN.sub("", value) if type(value) is str else value
