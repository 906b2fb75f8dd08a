"""The files around the code, and the Pythons and systems that they are for."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
# As `sys.platform` names them.
SYSTEMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}


def checks() -> set[str]:
    """Return the names of the programs that `scripts/test` checks with."""
    text = (ROOT / "scripts" / "test").read_text("utf-8")
    return set(re.findall(r"^check (\S+)", text, re.MULTILINE))
