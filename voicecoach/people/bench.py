"""Benches: what is opened once in a process that does jobs, and used for all of them."""

import threading
from functools import cache, partial

from voicecoach.people.destination import destination_at
from voicecoach.people.job import Built, Checked, Failed, Job, Setting, Unspoken
from voicecoach.people.store import store_at
from voicecoach.people.tasks import Bench
from voicecoach.people.voiceless import GuessingNarrator, KnownLengths, MutePool
from voicecoach.session.session import Session

_opening = threading.Lock()
_sessions: list[Session] = []


def check(setting: Setting, turn: int, job: Job) -> Checked | Failed:
    """Read and plan a job; see `Bench.check`. With each `turn`, more lines may have been spoken."""
    with _opening:
        bench = _guessing(setting, turn)
    return bench.check(job)


def build(setting: Setting, checked: Checked) -> Built | Failed | Unspoken:
    """Make the files of a job; see `Bench.build`."""
    with _opening:
        bench = _mute(setting)
    return bench.build(checked)


def close() -> None:
    """Close what was opened for jobs in this process."""
    with _opening:
        for make in (_guessing, _mute):
            make.cache_clear()
        while _sessions:
            _sessions.pop().close()


@cache
def _guessing(setting: Setting, turn: int) -> Bench:  # noqa: ARG001
    session = Session(
        store_at(setting.store),
        engines=MutePool(),
        narrator=partial(GuessingNarrator, KnownLengths()),
    )
    _sessions.append(session)
    return Bench(session, setting, destination_at(setting.destination))


@cache
def _mute(setting: Setting) -> Bench:
    # Processes are as many as there are cores: more threads would only take turns.
    session = Session(store_at(setting.store), engines=MutePool(), encoder_threads=1)
    _sessions.append(session)
    return Bench(session, setting, destination_at(setting.destination))
