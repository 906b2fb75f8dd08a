"""Random lines, written in random ones of the accepted spellings, and read back."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from voicecoach.language.fmt.lines import rewritten
from voicecoach.language.grammar.durations import written
from voicecoach.language.grammar.lexicon import Lexicon, lexicon
from voicecoach.language.short_form import MisreadError, ShortForm, parse
from voicecoach.language.short_form.writing import normal
from voicecoach.phrases import languages
from voicecoach.problems import Span
from voicecoach.text.document import Text
from voicecoach.units import MINUTE_MS, SECOND_MS

NAMES = [
    "Squats",
    "bird dog",
    "Cat-cow",
    "T-spine turn",
    "Warrior 2 pose",
    "90/90 stretch",
    "Hüftkreise",
    "мостик",
]
LOADS = ["20 kg", "RPE 8", "80%", "a red band"]
LEXICONS = {language: lexicon(language) for language in languages()}

Keys = dict[str, str | list[str]]


@dataclass(frozen=True)
class Spelt:
    """A line, the language it is in, and what it means, in normal form."""

    language: str
    line: str
    keys: Keys


@st.composite
def spelt(draw: st.DrawFn) -> Spelt:
    """Draw a line."""
    language = draw(st.sampled_from(sorted(LEXICONS)))
    words = LEXICONS[language]
    name = draw(st.sampled_from(NAMES))
    dose, keys = draw(doses(words))
    tail, tail_keys = draw(tails(words))
    is_first = name[0].isalpha() and draw(st.booleans())
    if is_first:
        line = f"{dose} {name}{tail}"
    else:
        line = f"{name}{draw(st.sampled_from([' ', ', ', ': ', ' - ', ' – ']))}{dose}{tail}"
    return Spelt(language, line, {"exercise": name, **keys, **tail_keys})


@st.composite
def durations(draw: st.DrawFn, words: Lexicon) -> tuple[str, str]:
    """Draw how a duration is spelt, and its normal form."""
    seconds = draw(st.integers(5, 55))
    minutes = draw(st.integers(1, 20))
    second = draw(st.sampled_from(sorted(words.phrases["second"])))
    minute = draw(st.sampled_from(sorted(words.phrases["minute"])))
    blank = draw(st.sampled_from(["", " "]))
    spelling, length_ms = draw(
        st.sampled_from(
            [
                (f"{seconds}{blank}{second}", seconds * SECOND_MS),
                (f"{minutes}{blank}{minute}", minutes * MINUTE_MS),
                (f"{minutes}:{seconds:02}", minutes * MINUTE_MS + seconds * SECOND_MS),
                (f"{minutes}m{seconds}s", minutes * MINUTE_MS + seconds * SECOND_MS),
                (f"{minutes}'{seconds:02}\"", minutes * MINUTE_MS + seconds * SECOND_MS),
                (
                    f"{minutes}{blank}{minute} {seconds} {second}",
                    minutes * MINUTE_MS + seconds * 1000,
                ),
            ]
        )
    )
    return spelling, written(length_ms)


@st.composite
def doses(draw: st.DrawFn, words: Lexicon) -> tuple[str, Keys]:
    """Draw how a dose is spelt, and its keys."""
    spellings: list[tuple[str, Keys]]
    reps, sets = draw(st.integers(2, 30)), draw(st.integers(2, 6))
    times = draw(st.sampled_from(["x", " x ", "×", " X ", "*"]))
    rep, some_sets = (_said(draw, words, meaning) for meaning in ("rep", "set"))
    spelling, length = draw(durations(words))
    spellings = [
        (spelling, {"for": length}),
        (f"x{reps}", {"reps": str(reps)}),
        (f"{reps} {rep}", {"reps": str(reps)}),
        (f"{sets}{times}{reps}", {"reps": str(reps), "sets": str(sets)}),
        (f"{sets} {some_sets} {words.usual['of']} {reps}", {"reps": str(reps), "sets": str(sets)}),
        (f"{sets}{times}{spelling}", {"for": length, "sets": str(sets)}),
        (f"{spelling} {words.usual['hold']}", {"hold": length}),
        (
            f"{sets}x{reps}x9s {words.usual['hold']}",
            {"sets": str(sets), "reps": str(reps), "hold": "9s"},
        ),
        (f"x{reps} {words.usual['in']} {spelling}", {"reps": str(reps), "for": length}),
        (f"x{reps}-{reps + 2}", {"reps": f"{reps}-{reps + 2}"}),
        (f"{reps + 4}-{reps + 2}-{reps}", {"reps": [str(reps + 4), str(reps + 2), str(reps)]}),
        (f"{reps} {_said(draw, words, 'breath')}", {"breaths": str(reps)}),
        (f"{reps} km {words.usual['in']} {spelling}", {"distance": f"{reps} km", "for": length}),
        (f"{reps} {rep} x {sets} {some_sets}", {"reps": str(reps), "sets": str(sets)}),
        (f"{sets}x40s {words.usual['hold']}", {"hold": "40s", "sets": str(sets)}),
    ]
    return draw(st.sampled_from(spellings))  # fmt: skip


@st.composite
def tails(draw: st.DrawFn, words: Lexicon) -> tuple[str, Keys]:
    """Draw how sides, load and rest are spelt, and their keys."""
    line = ""
    keys: Keys = {}
    if draw(st.booleans()):
        each = _said(draw, words, "each_side")
        line += draw(st.sampled_from([f" {each}", f", {each}", f" ({each})"]))
        keys["sides"] = "each"
    if draw(st.booleans()):
        keys["load"] = draw(st.sampled_from(LOADS))
        line += draw(st.sampled_from([f" @ {keys['load']}", f", @{keys['load']}"]))
    if draw(st.booleans()):
        spelling, keys["rest"] = draw(durations(words))
        rest = words.usual["rest"]
        line += draw(
            st.sampled_from(
                [f", {rest} {spelling}", f" ({rest} {spelling})", f", {spelling} {rest}"]
            )
        )
    return line, keys


def _said(draw: st.DrawFn, words: Lexicon, meaning: str) -> str:
    """Draw one of the phrases of a meaning, as it is written between blanks."""
    phrases = [phrase for same in words.phrases[meaning].values() for phrase in same]
    spoken = [" ".join(phrase) for phrase in phrases if all(word.isalpha() for word in phrase)]
    return draw(st.sampled_from(sorted(spoken)))


def _normal(form: ShortForm, words: Lexicon) -> dict[str, object]:
    return {key: normal(key, value, words) for key, value in form.keys.items()}


@given(spelt())
def test_a_line_in_any_accepted_spelling_means_what_was_spelt(given_line: Spelt) -> None:
    words = LEXICONS[given_line.language]
    form = parse(Text(given_line.line, Span("", 1)), words)
    assert (form.kind, _normal(form, words)) == ("exercise", given_line.keys)


@given(st.text(alphabet="Plank squats 0123456789xX:.,;@()/-–'\"“ restholdinmsechkg\n", max_size=80))
def test_any_line_is_read_or_refused_and_what_is_read_is_written_back(line: str) -> None:
    words = LEXICONS["en"]
    try:
        form = parse(Text(line, Span("", 1)), words)
    except MisreadError:
        return
    again = parse(Text(rewritten(line, words, room=300), Span("", 1)), words)
    assert _normal(again, words) == _normal(form, words)
