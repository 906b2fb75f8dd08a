"""`voicecoach play`: plays a programme on this computer, and shows what is done now."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from voicecoach.cli import report
from voicecoach.cli.keyboard import keyboard, wait_without_keys
from voicecoach.cli.options import PATH, options, options_for, speech_options
from voicecoach.cli.parts import part_options
from voicecoach.cli.plain import is_plain, plain_option

if TYPE_CHECKING:
    from voicecoach.cli.keyboard import Wait
    from voicecoach.cli.now_view import Lines, Screen
    from voicecoach.playing.playback import Playback
    from voicecoach.playing.programme import Programme

# How often the view looks at the clock and at the player.
_LOOK_S = 0.1
_KEYS = "space: pause  ← →: exercise  q: quit"
_NO_JUMPS = "q: quit ({program} cannot pause)"
_NO_KEYS = "Ctrl-C: quit"

_routine_options = options(speech_options, part_options)


@click.command("play", short_help="Play a routine or a finished file, and show what to do.")
@click.argument("source", metavar="ROUTINE|FILE", type=PATH)
@click.option("--silent", is_flag=True, help="Show the programme alone, without sound.")
@plain_option
@_routine_options
def command(source: Path, silent: bool, plain: bool, **choices: Any) -> None:
    """Play a routine or a finished file on this computer, and show what to do.

    The sound comes from ffplay, mpv, afplay or cvlc, the first of them that is installed. Shows
    the exercise, a countdown, what comes next and what is said; of a finished file, its chapters.

    Space pauses, the arrows go to the previous and the next exercise, q or Ctrl-C ends it. Without
    a terminal or with --plain, a line is printed as each part begins.

    \b
    Examples:
      voicecoach play legs.yaml
      voicecoach play legs.mp3
      voicecoach play legs.yaml --silent --level hard
    """
    from voicecoach.playing.playback import Playback
    from voicecoach.playing.players import find_player
    from voicecoach.playing.sound import Sound

    player = None if silent else find_player()
    try:
        with _programme(source, silent, choices) as (programme, file):
            if player is None:
                _play(programme, Playback(programme, None), plain, _KEYS)
                return
            keys = _KEYS if player.seeks else _NO_JUMPS.format(program=player.program)
            with TemporaryFile() as errors, closing(Sound(player, file, errors)) as sound:
                _play(programme, Playback(programme, sound), plain, keys)
    except KeyboardInterrupt:
        # A normal way to end. The terminal has shown `^C`.
        click.echo(err=True)


@contextmanager
def _programme(
    source: Path, silent: bool, choices: dict[str, Any]
) -> Iterator[tuple["Programme", Path]]:
    """Yield what is shown, and the file that is heard; of a routine it is made for the while."""
    from voicecoach.formats.inspection.container import READERS
    from voicecoach.playing.programme import programme_of_file, programme_of_timeline

    if source.suffix.lower() in READERS:
        from voicecoach.formats.inspection.description import describe

        _refuse_routine_options()
        yield programme_of_file(source, describe(source)), source
        return
    from voicecoach.cli.progress import open_session
    from voicecoach.files.scratch import scratch_directory
    from voicecoach.session.build import build
    from voicecoach.session.outputs import SoundOutput
    from voicecoach.session.plan import plan_routine

    options = options_for(choices)
    with scratch_directory() as directory:
        file = Path(directory, "programme.mp3")
        with open_session() as session:
            if silent:
                with session.working_on(source.name) as on_progress:
                    plan = plan_routine(session, source, options, on_progress)
                routine, timeline = plan.routine, plan.timeline
            else:
                built = build(session, source, [SoundOutput(file, cover="off")], options)
                routine, timeline = built.routine, built.timeline
        report.show_problems(timeline.warnings, "warning")
        report.show_idle_seed(options, routine.title, routine.is_drawn)
        yield programme_of_timeline(timeline), file


def _refuse_routine_options() -> None:
    """Raise click's UsageError if an option is given that changes nothing of a finished file."""
    context = click.get_current_context()
    names = {"source", "silent", "plain"}
    for option in context.command.params:
        given = context.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
        if given and option.name not in names:
            raise click.UsageError(
                f"`{option.opts[0]}` is about a routine, and a finished file is as it is"
            )


def _play(programme: "Programme", playback: "Playback", plain: bool, keys: str) -> None:
    from rich.console import Console

    from voicecoach.cli.now_view import Lines, Screen

    console = Console(highlight=False)
    if is_plain(plain) or console.is_dumb_terminal:
        _follow(programme, playback, Lines(), wait_without_keys)
        return
    with keyboard() as wait:
        screen = Screen(programme, keys if wait else _NO_KEYS, console)
        _follow(programme, playback, screen, wait or wait_without_keys)


def _follow(
    programme: "Programme", playback: "Playback", view: "Screen | Lines", wait: "Wait"
) -> None:
    """Play to the end, or until it is ended. Raises PlayerError if the player fails."""
    from voicecoach.playing.keys import actions
    from voicecoach.playing.now import now

    playback.play()
    with view.open():
        while not playback.is_over():
            view.show(now(programme, playback.at_ms), playback.is_paused)
            for action in actions(wait(_LOOK_S)):
                if action == "quit":
                    return
                playback.do(action)
