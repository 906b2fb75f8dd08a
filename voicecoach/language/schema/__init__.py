"""Schema: the JSON Schema (draft-07) of a routine file, by which editors complete and explain keys.

It is generated from the models of the routine, the types of values in `values`, the rules in
`rules` and the texts in `descriptions.yaml`. The package also contains it as a file, which a new
routine points to; after any change, regenerate it:

    voicecoach schema -o voicecoach/language/schema/routine.schema.json
"""

from pathlib import Path

SHIPPED = Path(__file__).absolute().parent / "routine.schema.json"


def schema_text() -> str:
    """Return the schema as JSON."""
    import json

    from voicecoach.language.schema.routine import Schema

    return json.dumps(Schema().root(), indent=1, ensure_ascii=False) + "\n"


def modeline() -> str:
    """Return the comment that points the YAML language server to the schema."""
    return f"# yaml-language-server: $schema={SHIPPED.as_uri()}"
