"""Schema: the JSON Schema (draft-07) of a routine file, for editors that complete and explain keys.

It is made from the models of the routine, the types of values in `values`, the rules in `rules` and
the words in `descriptions.yaml`. The package holds it as a file too, which a new routine points to;
after any change, write it anew:

    voicecoach schema -o voicecoach/language/schema/routine.schema.json
"""

from pathlib import Path

SHIPPED = Path(__file__).absolute().parent / "routine.schema.json"


def schema_text() -> str:
    """Return the schema as JSON."""
    import json

    from voicecoach.language.schema.routine import routine_schema

    return json.dumps(routine_schema(), indent=1, ensure_ascii=False) + "\n"


def modeline() -> str:
    """Return the comment that tells the YAML language server where the schema is."""
    return f"# yaml-language-server: $schema={SHIPPED.as_uri()}"
