"""Print the exercises that a language lacks texts of, or that are stale, ready to be translated."""

from collections.abc import Iterator

import click
import yaml

from voicecoach.language.catalogue_texts import (
    CATALOGUE,
    Exercise,
    digest,
    english,
    languages,
    parts,
    texts,
)
from voicecoach.text.parsing import read_document

_WIDTH = 98


@click.command()
@click.argument("language")
def print_untranslated(language: str) -> None:
    """Print what is missing or stale in LANGUAGE, by file; the digest of each text is in it."""
    done = texts(language) if language in languages() else {}
    for path in sorted(CATALOGUE.glob("*.yaml")):
        names = read_document(path).data
        assert isinstance(names, dict)
        todo = {
            name: dict(_to_translate(english()[name]))
            for name in names
            if name not in done or done[name]["english"] != digest(english()[name])
        }
        if todo:
            click.echo(f"# {path.name}\n")
            click.echo(yaml.safe_dump(todo, allow_unicode=True, sort_keys=False, width=_WIDTH))


def _to_translate(exercise: Exercise) -> Iterator[tuple[str, str | list[str]]]:
    yield "english", digest(exercise)
    yield "name", str(exercise["name"])
    yield "setup", str(exercise["setup"])
    if "tips" in exercise:
        yield "tips", [str(tip) for tip in exercise["tips"]]
    if parts(exercise):
        yield "parts", parts(exercise)


if __name__ == "__main__":
    print_untranslated()
