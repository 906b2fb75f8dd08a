"""Keys: what each of them does while a programme plays."""

import re
from collections.abc import Iterator
from typing import Literal

Action = Literal["pause", "previous", "following", "quit"]

# Arrows are sent as ECMA-48 has them, or behind `ESC O` by a terminal in its application mode.
_ACTIONS: dict[str, Action] = {
    " ": "pause",
    "k": "pause",
    "p": "previous",
    "\x1b[D": "previous",
    "\x1bOD": "previous",
    "n": "following",
    "\x1b[C": "following",
    "\x1bOC": "following",
    "q": "quit",
    # Ctrl-D, which is also how a terminal that has gone reads.
    "\x04": "quit",
}
# Any other sequence is one key, and none of its letters is.
_KEY = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.)|.", re.DOTALL)


def actions(typed: str) -> Iterator[Action]:
    """Yield what is to be done for what was typed; other keys do nothing."""
    for key in _KEY.findall(typed):
        action = _ACTIONS.get(key.lower() if len(key) == 1 else key)
        if action is not None:
            yield action
