"""Records: what each output was made of, kept so that what is still up to date is not made again.

For each first output, the store has the request that it was built by, the installation, all inputs
that the build noted as it read them (`voicecoach.files.inputs`), the outputs with their sizes and
times, and what a command tells of it. If all of it is as it was, so is the programme. A record that
is damaged, or of another version, is none.
"""

import json
import os
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

from voicecoach.files.inputs import Inputs, absolute
from voicecoach.files.probes import stamp_of
from voicecoach.files.store import Store, digest
from voicecoach.problems import EngineError
from voicecoach.session.built import Built
from voicecoach.session.installation import installation
from voicecoach.session.options import Options
from voicecoach.session.outputs import Output

if TYPE_CHECKING:
    from voicecoach.language import RoutineText
    from voicecoach.routine.voice import Voice
    from voicecoach.speech.opening import Opening

# Increment it when what is recorded changes.
_VERSION = 3
# The clock that gives files their times may stand still for so long.
_TICK_NS = 10_000_000


class Request:
    """What is to be built: a routine, as which outputs, by which options and installation.

    Paths count as they are written, because they stand in messages and in the outputs. The
    directory that they may be relative to is one of the inputs, noted where such a path is used.
    """

    def __init__(
        self, source: "Path | RoutineText", outputs: Sequence[Output], options: Options
    ) -> None:
        self.target = outputs[0].target
        routine = [str(source)] if isinstance(source, Path) else [str(source.path), source.text]
        self._parts = [
            installation(),
            digest({"routine": routine}),
            repr(outputs),
            repr(options),
        ]

    @property
    def key(self) -> str:
        """The key of its record: one for each first output."""
        return digest({"target": str(absolute(self.target))})

    def to_json(self) -> Any:
        """Return it as JSON data."""
        return self._parts


def find(store: Store, request: Request) -> Built | None:
    """Return what a request has built, if that would be built again as it is; else None."""
    data = store.get("record", request.key)
    # It may be of another version, or anybody's.
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        record = json.loads(data or b"null")
        if (
            record["version"] == _VERSION
            and record["request"] == request.to_json()
            and str(request.target.absolute()) in dict(record["outputs"])
            and all(stamp and _stamp(Path(path)) == stamp for path, stamp in record["outputs"])
            and Inputs.from_json(record["inputs"]).hold()
        ):
            return Built.from_json(record["built"], request.target)
    return None


def last_opening(store: Store, request: Request) -> "Opening | None":
    """Return what opens the engine that spoke for what was built there last.

    It is empty if none of them needs a process, None if nothing is known.
    """
    from voicecoach.routine.voice import Voice
    from voicecoach.speech.opening import opening

    with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        record = json.loads(store.get("record", request.key) or b"")
        isolated = record["isolated"] if record["version"] == _VERSION else ()
        return opening(Voice(**isolated["voice"]), isolated["language"]) if isolated else ()
    return None


def keep(
    store: Store,
    request: Request,
    inputs: Inputs,
    built: Built,
    written: Mapping[Path, os.stat_result],
    isolated: "Voice | None",
) -> None:
    """Record what a request has built, with what was `written`: each output as it was closed.

    `isolated` is a voice in it whose engine needs a process, for `last_opening`. There is no record
    of what was changed while it was built, be it an input or an output.
    """
    # The programme is done, whether there can be a record of it or not.
    with suppress(OSError, EngineError):
        _keep(store, request, inputs, built, written, isolated)


def _keep(
    store: Store,
    request: Request,
    inputs: Inputs,
    built: Built,
    written: Mapping[Path, os.stat_result],
    isolated: "Voice | None",
) -> None:
    _wait_for_next_tick(written)
    stamps = {path: _stamp(path) for path in written}
    if not all(_is_same(status, stamps[path]) for path, status in written.items()):
        return
    own = inputs.without(written)
    if not own.hold():
        return
    record = {
        "version": _VERSION,
        "request": request.to_json(),
        "inputs": own.to_json(),
        "outputs": [[str(path.absolute()), stamp] for path, stamp in stamps.items()],
        "built": built.to_json(),
        "isolated": isolated and {"voice": asdict(isolated), "language": built.language},
    }
    store.put("record", request.key, json.dumps(record).encode())


def _wait_for_next_tick(written: Mapping[Path, os.stat_result]) -> None:
    """Wait until the clock of files has moved on, so that who writes to them now is seen."""
    changed_ns = (stamp[2] for stamp in map(_stamp, written) if stamp)
    since_ns = time.time_ns() - max(changed_ns, default=0)
    if 0 <= since_ns < _TICK_NS:
        time.sleep((_TICK_NS - since_ns) / 1e9)


def _stamp(path: Path) -> list[int] | None:
    try:
        return stamp_of(path.stat())
    except OSError:
        return None


def _is_same(written: os.stat_result, stamp: list[int] | None) -> bool:
    """Return whether a file is still the one that was written; its renaming changed one time."""
    if stamp is None:
        return False
    size_bytes, time_ns, _, inode = stamp
    return (size_bytes, time_ns, inode) == (written.st_size, written.st_mtime_ns, written.st_ino)
