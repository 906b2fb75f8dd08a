"""`voicecoach exercises`: lists the catalogue of exercises that routines can use by name."""

import textwrap
from typing import TYPE_CHECKING

import click

from voicecoach.cli.plain import is_plain, plain_option, say_facts
from voicecoach.problems import WrongUsageError

if TYPE_CHECKING:
    from voicecoach.language.definitions import CatalogueKeys, Definition


@click.command("exercises", short_help="List the exercises of the catalogue, or search them.")
@click.argument("words", nargs=-1)
@click.option(
    "--language", default="en", metavar="TAG", help="List those with words in a language, in it."
)
@plain_option
def command(words: tuple[str, ...], language: str, plain: bool) -> None:
    """List the exercises of the catalogue, or those in which all WORDS are found.

    They are looked for in names, tags, equipment and setups, and exercises that have them in their
    name come first. The name of an exercise shows all of it.

    \b
    Examples:
      voicecoach exercises
      voicecoach exercises hip flexor
      voicecoach exercises bird-dog
      voicecoach exercises --language de
    """
    from voicecoach.language.catalogue_search import named, nearest_name, search
    from voicecoach.language.definitions import catalogue, catalogue_languages
    from voicecoach.language.values.choice import spoken_list

    exercises = catalogue(language)
    if not exercises:
        hint = f"choose {spoken_list(catalogue_languages())}"
        raise WrongUsageError(f"the catalogue has no exercises in `{language}`", hint)
    text = " ".join(words)
    short_name = named(text, language)
    if short_name is not None:
        click.echo(_describe(short_name, exercises[short_name]))
        return
    matches = search(text, language)
    if not matches:
        near = nearest_name(text, language)
        elsewhere = "try a part of the body in English, such as `back`"
        hint = f"did you mean `{near}`?" if near else elsewhere
        raise WrongUsageError(f"no exercise is found by `{text}`", hint)
    if is_plain(plain):
        say_facts((name, f"{found.name}{_aside(found.keys)}") for name, found in matches.items())
        return
    width = max(map(len, matches))
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
