"""Answers: what only the routine's language can tell, kept so that nobody waits for it again.

A record tells that a programme is up to date. But what a user asks for may be written in the
language, too: how long `20min` is, which files of a folder are routines, or what a file is to be
called by its title. Each such answer is kept in the user's store with the installation and all that
was noted while it was found, and holds as long as these do.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from typing import Any, TypeVar

from voicecoach.files.inputs import Inputs, noting
from voicecoach.files.store import Store, digest
from voicecoach.problems import EngineError
from voicecoach.session.installation import installation
from voicecoach.session.session import default_store

_Answer = TypeVar("_Answer", int, str, dict[str, Any])


def recalled(
    kind: type[_Answer], question: Sequence[Any], find_out: Callable[[], _Answer]
) -> _Answer:
    """Return what `find_out` returns, JSON data of this kind, without calling it where it is known.

    The question, JSON data, has all that the answer depends on but what is noted as it is read.
    Whatever `find_out` raises is raised, and not kept.
    """
    key = digest({"question": question})
    with closing(default_store()) as store:
        kept = _kept(store.get("record", key))
        if isinstance(kept, kind):
            return kept
        with noting() as inputs:
            answer = find_out()
        # The answer is there, whether it can be kept or not.
        with suppress(OSError, EngineError):
            _keep(store, key, inputs, answer)
    return answer


def _kept(data: bytes | None) -> object:
    """Return the answer in a store, None if there is none that holds."""
    # It may be of another version, or anybody's.
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        record = json.loads(data or b"null")
        if record["installation"] == installation() and Inputs.from_json(record["inputs"]).hold():
            return record["answer"]
    return None


def _keep(store: Store, key: str, inputs: Inputs, answer: object) -> None:
    """Keep an answer, unless what it was found in has changed meanwhile."""
    if inputs.hold():
        record = {"installation": installation(), "inputs": inputs.to_json(), "answer": answer}
        store.put("record", key, json.dumps(record).encode())
