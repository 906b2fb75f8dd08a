"""Failures: how an exception that ends a command becomes a message and an exit code."""

import os
import sys

import click

from voicecoach.cli import report
from voicecoach.problems import EngineError, VoicecoachError, WrongUsageError, reason

INTERRUPTED = 130


def report_failure(error: BaseException) -> int:
    """Print what is wrong to stderr and return the exit code; raise what is no user's fault."""
    if isinstance(error, VoicecoachError):
        report.show_error(error)
        return error.exit_code
    if isinstance(error, click.ClickException):
        report.show_usage_error(error)
        return error.exit_code
    if isinstance(error, (click.Abort, KeyboardInterrupt)):
        report.show_error(VoicecoachError("interrupted"))
        return INTERRUPTED
    if isinstance(error, OSError):
        return _report_system_failure(error)
    raise error


def _report_system_failure(error: OSError) -> int:
    # Flushing at exit must not fail, either.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        # The reader of the output is gone.
        return 1
    fault: VoicecoachError = EngineError(f"the output cannot be written: {reason(error)}")
    if error.filename is not None:
        fault = WrongUsageError(f"{error.filename} cannot be used: {reason(error)}")
    report.show_error(fault)
    return fault.exit_code
