"""Text: plans as people write them, on sheets, in lists and in mails, perhaps in Markdown.

```text
# Evening stretches

Three times a week, Anna

## Warm-up
- [ ] March in place: 2 min
- [ ] Arm circles 30 sec

## Main part (3 rounds)
1. Squats (10 reps): Keep your heels down.
2. Side plank - 20 seconds each side
3. Calf stretch
```

How much is done is read by the short form of the routine language, in English and in the language
of the file. A heading is a section, a day a plan of its own. What is said on one line for all
exercises below it holds for them.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from voicecoach.importing.formats import Match
from voicecoach.importing.plain_text.html_text import html_lines, is_html
from voicecoach.importing.plain_text.labels import without_labels
from voicecoach.importing.plain_text.languages import language_of
from voicecoach.importing.plain_text.mail import bodies
from voicecoach.importing.plain_text.markup import Line, lines_of
from voicecoach.importing.plain_text.outline import Node, outline
from voicecoach.importing.plain_text.plans import plans_in
from voicecoach.importing.plain_text.spelling import in_figures
from voicecoach.importing.plain_text.tables import without_tables
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Plan
from voicecoach.language.grammar.lexicon import Lexicon, lexicon

TITLE = "plain text or Markdown (.txt, .md)"

_MOST_LINES = 3000
_SHORTEST = 2
# What no text begins with, but other formats do.
_NO_TEXT = ("<", "{")


def matches(source: Source) -> Match:
    """Return how sure it is that a file is a plan in words: it may be anything that has words."""
    text = source.text.strip()
    if text.startswith(_NO_TEXT) and not is_html(text):
        return Match.NONE
    letters = sum(map(str.isalpha, text[:2000]))
    return Match.POSSIBLE if letters >= _SHORTEST else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the plans in a text, one for each of its days."""
    if len(source.lines) > _MOST_LINES:
        raise source.error(_MOST_LINES, f"a plan of more than {_MOST_LINES} lines", "give one week")
    is_page = is_html(source.text)
    numbered = html_lines(source.text) if is_page else list(enumerate(source.lines, start=1))
    language = source.language or language_of("\n".join(text for _, text in numbered))
    words = lexicon(language)
    for body, subject in bodies(numbered, language):
        plans = plans_in(_nodes(body, words), subject, words)
        if plans:
            tag = None if language == "en" else language
            return [replace(plan, language=tag) for plan in plans]
    raise source.error(1, "there is no exercise in this text", "write one a line: `Plank 40s`")


def _nodes(numbered: Sequence[tuple[int, str]], words: Lexicon) -> Sequence[Node]:
    """Return the outline of lines, with their numbers in figures."""
    lines = lines_of(without_tables(numbered, words))
    return outline([replace(line, text=_spelled(line, words)) for line in lines])


def _spelled(line: Line, words: Lexicon) -> str:
    """Return the text of a line as the short form reads numbers; a heading keeps its own."""
    text = without_labels(line.text, words)
    return text if line.kind == "heading" else in_figures(text, words.tag)
