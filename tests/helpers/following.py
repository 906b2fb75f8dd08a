"""A reader of errors who does what each hint says, letter by letter, and knows nothing else.

A hint has one of these forms, which may be explained before and after:

- "did you mean `key`?": the underlined words become `key`.
- "write `words`": the underlined words become `words`. If these are a whole line, with their dash,
  their key or their indentation, they become the line; the dash before it stays if none is shown.
- "write `line` at the start of the line": the line becomes that, without indentation.
- "write `line` at the end of the file instead": it moves there.
- "write `line` above" and "write `line` below": a new line is written there. What begins with a
  blank is indented so, else the line is indented as the one that is shown.
- "indent each line of its list below by N more spaces": so it is done.
- "delete `words`": these go, with their comma.
- "delete it": the underlined words go; "delete the line": their line goes, or also "all that is
  indented below it".
- "write `workout: a` in place of `workout` and its list, and delete this line": so it is done.
- "write `a` in place of this line and the 2 lines below", or "above": one line for these.
- "write `do: a` in place of `do` and all that is below it": so it is done.
- "write `a` in place of `b`": so it is done.
- "write `a`, and `b` and `c` below": the line becomes these, one below the other.
- "write `a`, and `workout:` on a line above it": the line becomes these two.
- "write `a`, and delete `line`": as "write", and that line goes.
- "write `a`, and `b` for `c`": as "write", and all `c` of the file become `b`.
- Words in backticks behind "or" are another choice.
"""

import re
from typing import Any

from helpers.routines import plan_of, problems_of, routine_of
from voicecoach.problems import Problem

_TICKED = r"(?:`` (.+?) ``|`([^`]+)`)"
_MEAN = re.compile(rf"did you mean {_TICKED}\?")
_WRITE = re.compile(
    rf"write {_TICKED}(?P<where> above| below| at the start of the line| at the end of the file)?"
)
_OTHER = re.compile(rf"\bor {_TICKED}")
_GONE = re.compile(r"and delete `([^`]+)`")
_FOR = re.compile(r"and `([^`]+)` for `([^`]+)`")
_LINE = re.compile(r"\s|- |[\w-]+:( |$)")
MOST_ROUNDS = 12


def heard(text: str) -> tuple[Any, ...]:
    """Return what a routine comes to, wherever it is written."""
    timeline, routine = plan_of(text), routine_of(text)
    phases = [
        (phase.kind, phase.start_ms, phase.length_ms, phase.name, phase.side, phase.section)
        for phase in timeline.phases
    ]
    events = [(event.role, event.start_ms, event.text) for event in timeline.events]
    return timeline.title, timeline.language, routine.author, phases, events


def follow(text: str, problem: Problem) -> list[str]:
    """Return what a text becomes by a problem's hint, for each choice that the hint gives."""
    hint = problem.hint or ""
    if mean := _MEAN.search(hint):
        return [_written(text, problem, mean[1] or mean[2], whole=False)]
    if write := _WRITE.search(hint):
        if "in place of `workout` and its list" in hint:
            return [_rewritten(text, problem, write[1] or write[2])]
        if "`workout:` on a line above it" in hint:
            return [_replaced(text, problem, f"workout:\n{write[1] or write[2]}")]
        if beside := re.search(r"in place of this line and the (?:(\d+) )?lines? (\w+)", hint):
            count = int(beside[1] or 1)
            return [_gathered(text, problem, write[1] or write[2], count, beside[2] == "below")]
        if "and all that is below it" in hint:
            return [_whole_key(text, problem, write[1] or write[2])]
        if place := re.search(r"in place of `([^`]+)`", hint):
            return [text.replace(place[1], write[1] or write[2], 1)]
        if below := re.search(r", (and `.+`) below$", hint):
            lines = re.findall("`([^`]+)`", below[1])
            return [_written_with(text, problem, [write[1] or write[2], *lines])]
        words, where = write[1] or write[2], (write["where"] or "").strip()
        if where in ("above", "below"):
            return [_inserted(text, problem, words, below=where == "below")]
        if where == "at the end of the file":
            return [f"{_replaced(text, problem, None)}{words}\n"]
        if where:
            return [_replaced(text, problem, words)]
        choices = [words, *(one or two for one, two in _OTHER.findall(hint, write.end()))]
        texts = [_written(text, problem, words, whole=True) for words in choices]
        if gone := _GONE.search(hint):
            return [re.sub(rf"\n *{re.escape(gone[1])}(?=\n)", "", text, count=1) for text in texts]
        if everywhere := _FOR.search(hint):
            return [text.replace(everywhere[2], everywhere[1]) for text in texts]
        return texts
    if more := re.search(r"indent each line of its list below by (\d+) more", hint):
        return [_indented(text, problem, int(more[1]))]
    if "delete the line" in hint:
        return [_deleted(text, problem, below="below it" in hint)]
    if part := re.search(rf"delete {_TICKED}", hint):
        return [re.sub(rf"(, *)?{re.escape(part[1] or part[2])}(?(1)|,? *)", "", text, count=1)]
    if "delete it" in hint:
        return [_written(text, problem, "", whole=False)]
    return []


def mended(text: str) -> list[str]:
    """Return the texts without errors that a broken one becomes, choice by choice.

    Raises AssertionError where an error has no hint to follow, or where following leads nowhere.
    """
    found, seen, left = [], {text}, [(text, 0)]
    while left:
        text, rounds = left.pop()
        problems = problems_of(text)
        if not problems:
            found.append(text)
            continue
        shown = f"{text}\n{problems[0].span.line}: {problems[0].message}\n{problems[0].hint}"
        nexts = [new for new in follow(text, problems[0]) if new not in seen]
        assert nexts, f"no way on from:\n{shown}"
        assert rounds < MOST_ROUNDS, f"no end in sight:\n{shown}"
        seen.update(nexts)
        left += [(new, rounds + 1) for new in nexts]
    return found


def _written(text: str, problem: Problem, words: str, whole: bool) -> str:
    """Return the text with the underlined words, or their line, replaced."""
    span = problem.span
    line = text.splitlines()[span.line - 1]
    if whole and _LINE.match(words):
        indent, dash = re.match(r"(\s*)((?:- +)*)", line).groups()  # type: ignore[union-attr]
        if words[0].isspace():
            return _replaced(text, problem, words)
        kept = "" if words.startswith("- ") else dash
        return _replaced(text, problem, f"{indent}{kept}{words}")
    start = span.column - 1
    new = line[:start] + words + line[start + span.length :]
    return _replaced(text, problem, new if new.strip() else None)


def _written_with(text: str, problem: Problem, lines: list[str]) -> str:
    """Return the text with several lines in place of the one that is shown, in its column."""
    source = text.splitlines()[problem.span.line - 1]
    indent, dash = re.match(r"(\s*)((?:- +)*)", source).groups()  # type: ignore[union-attr]
    column = " " * len(indent + dash)
    written = [f"{indent}{dash}{lines[0]}", *(column + line for line in lines[1:])]
    return _replaced(text, problem, "\n".join(written))


def _gathered(text: str, problem: Problem, words: str, count: int, below: bool) -> str:
    """Return the text with one line in place of the one shown and those below or above it."""
    lines = text.splitlines()
    at = problem.span.line - 1
    indent = re.match(r"\s*", lines[at])[0]  # type: ignore[index]
    first = at if below else at - count
    lines[first : first + count + 1] = [indent + words]
    return "\n".join(lines) + "\n"


def _whole_key(text: str, problem: Problem, words: str) -> str:
    """Return the text with another line for a key and all that is deeper below it."""
    lines = text.splitlines()
    key = words.partition(":")[0]
    first = problem.span.line - 1
    while not lines[first].lstrip(" -").startswith(f"{key}:"):
        first -= 1
    lead = lines[first][: lines[first].index(key)]
    last = first + 1
    while last < len(lines) and lines[last].startswith(" " * (len(lead) + 1)):
        last += 1
    lines[first:last] = [lead + words]
    return "\n".join(lines) + "\n"


def _rewritten(text: str, problem: Problem, workout: str) -> str:
    """Return the text with another `workout`, without the line that is shown."""
    without = _replaced(text, problem, None)
    return re.sub(r"^workout:\n(?:[ -].*\n)*", lambda _: f"{workout}\n", without, flags=re.M)


def _deleted(text: str, problem: Problem, below: bool) -> str:
    """Return the text without the line that is shown, or also without what is deeper below it."""
    lines = text.splitlines()
    first = problem.span.line - 1
    last = first + 1
    while below and last < len(lines) and lines[last].startswith(" " * problem.span.column):
        last += 1
    return "\n".join(lines[:first] + lines[last:]) + "\n"


def _indented(text: str, problem: Problem, more: int) -> str:
    """Return the text with the lines below the one that is shown so much deeper."""
    lines = text.splitlines()
    first = problem.span.line
    last = first
    dash = re.match(r" *-", lines[first])[0]  # type: ignore[index]
    while last < len(lines) and lines[last].startswith((dash, dash[:-1] + " ")):
        lines[last] = " " * more + lines[last]
        last += 1
    return "\n".join(lines) + "\n"


def _inserted(text: str, problem: Problem, words: str, below: bool) -> str:
    lines = text.splitlines()
    at = problem.span.line - 1
    indent = re.match(r"\s*", lines[at])[0]  # type: ignore[index]
    new = words if words[0].isspace() else indent + words
    lines.insert(at + below, new)
    return "\n".join(lines) + "\n"


def _replaced(text: str, problem: Problem, line: str | None) -> str:
    """Return the text with another line in place of the one that is shown, or without it."""
    lines = text.splitlines()
    lines[problem.span.line - 1 : problem.span.line] = [] if line is None else [line]
    return "\n".join(lines) + "\n"
