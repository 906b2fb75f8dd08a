"""Pages in HTML, from the templates of this package; every value is escaped.

A template says where a value stands outside of text and attributes, in a script for instance, what
escapes it there, such as Jinja2's own `tojson`.
"""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from voicecoach.phrases.tags import nearest_locale


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
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
