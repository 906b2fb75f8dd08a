"""Writer: a plan as a commented routine in its normal form, which is proven to come to the same."""

from collections.abc import Sequence
from pathlib import PurePath

from msgspec import Struct

from voicecoach.defaults import MAX_DURATION_MS
from voicecoach.importing.blocks import blocks_of
from voicecoach.importing.folding import folded
from voicecoach.importing.naming import Naming
from voicecoach.importing.proof import prove
from voicecoach.importing.resolving import Resolving
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Plan
from voicecoach.importing.texts import one_line
from voicecoach.importing.tree import depth, steps
from voicecoach.language.fmt.data import Data, routine_text
from voicecoach.problems import Problem
from voicecoach.units import clock

_DEEPEST = 12


class ImportedRoutine(Struct, frozen=True):
    """A routine made of a plan: its `text` is that of the file, its `title` names it."""

    title: str
    text: str


def write(
    plans: Sequence[Plan],
    source: Source,
    untitled: str,
    *,
    open_ms: int | None = None,
    head: Sequence[str] = (),
) -> tuple[list[ImportedRoutine], list[Problem]]:
    """Return the routines of a file's plans, and notes on all that they leave unsaid.

    A plan without a title is called `untitled`. A step whose length is not said gets `open_ms`, or
    becomes a comment. The language asked for wins over the one that the file tells; `head` are
    comments to begin with.

    A plan in which nothing lasts, such as a day of rest, is left out where there are others.

    Raises RoutineError where nothing in any plan lasts, or one is too large.
    """
    resolving = Resolving(source, open_ms)
    head = [*head, f"Imported from {one_line(PurePath(source.name).name)}"]
    routines = []
    for resolved in resolving.plans(plans):
        title = resolved.title or untitled
        text = _text(resolved, title, source.language or resolved.language or "en", head)
        lasts_ms = prove(text, resolved.parts, source.name)
        if lasts_ms > MAX_DURATION_MS:
            message = f"the routine lasts {clock(lasts_ms)}, longer than {clock(MAX_DURATION_MS)}"
            line = resolved.parts[0].line
            resolving.notes.append(source.problem(line, message, code="too-long"))
        routines.append(ImportedRoutine(title, text))
    return routines, resolving.notes


def _text(plan: Plan, title: str, language: str, head: Sequence[str]) -> str:
    parts = folded(plan.parts)
    naming = Naming([step.name for step in steps(parts)], language)
    workout = blocks_of(parts if depth(parts) <= _DEEPEST else plan.parts, naming)
    keys: dict[str, Data] = {"title": title}
    if plan.description is not None:
        keys["description"] = plan.description
    if plan.author is not None:
        keys["author"] = plan.author
    if language != "en":
        keys["language"] = language
    if naming.definitions:
        keys["exercises"] = naming.definitions
    return routine_text({**keys, "workout": workout}, head)
