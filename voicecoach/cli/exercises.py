"""`voicecoach exercises`: lists the catalogue of exercises that routines can use by name."""

import textwrap
from typing import TYPE_CHECKING

import click

from voicecoach.problems import WrongUsageError

if TYPE_CHECKING:
    from voicecoach.language.definitions import CatalogueKeys, Definition


@click.command("exercises")
@click.argument("word", required=False)
def command(word: str | None) -> None:
    """List the exercises of the catalogue, or those that WORD finds.

    WORD is looked for in names, tags and equipment; the short name of an exercise shows all of it.

    \b
    Examples:
      voicecoach exercises
      voicecoach exercises knee
      voicecoach exercises bird-dog
    """
    from voicecoach.language.definitions import catalogue, search

    if word is not None and word in catalogue():
        click.echo(_describe(word, catalogue()[word]))
        return
    matches = search(word or "")
    if not matches:
        raise WrongUsageError(f"no exercise is found by `{word}`", "try a part of the body")
    width = max(len(short_name) for short_name in matches)
    for short_name, definition in matches.items():
        click.echo(f"{short_name.ljust(width)}  {definition.name}{_aside(definition.keys)}")


def _describe(short_name: str, definition: "Definition[CatalogueKeys]") -> str:
    keys = definition.keys
    lines = [f"{definition.name}{_aside(keys)}", f"  - exercise: {short_name}", ""]
    if keys.setup is not None:
        lines += [*textwrap.wrap(keys.setup.text, 78), ""]
    lines += [f"- {tip.say.text}" for tip in keys.tips if tip.say is not None]
    return "\n".join(lines)


def _aside(keys: "CatalogueKeys") -> str:
    """Return sides and equipment in parentheses, if there are any."""
    parts = ["each side"] if keys.sides else []
    parts += keys.equipment
    return f" ({', '.join(parts)})" if parts else ""
