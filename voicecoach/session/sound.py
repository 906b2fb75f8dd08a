"""The sound of a programme: mixed, with its music, and written with its tags."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from msgspec.structs import replace

from voicecoach import formats
from voicecoach.audio import AudioSegment
from voicecoach.audio.bed import channels_of
from voicecoach.audio.mixing import mix
from voicecoach.audio.over_music import lay_under
from voicecoach.outputs.cover import cover as draw_cover
from voicecoach.problems import Span, SpeechError
from voicecoach.routine.sounds import Music
from voicecoach.routine.utterance import Utterance
from voicecoach.session.outputs import BuildContext, CoverChoice, SoundOutput
from voicecoach.session.tagging import read_cover, tags_of
from voicecoach.timeline import Timeline


def write_sound(file: BinaryIO, output: SoundOutput, context: BuildContext) -> None:
    """Mix, encode and tag a programme. Raises WrongUsageError or EngineError."""
    form, tags = form_and_tags(output, context)
    with segments_of(context) as segments:
        formats.for_path(output.target).write(file, segments, form, tags)


def form_and_tags(output: SoundOutput, context: BuildContext) -> tuple[formats.Form, formats.Tags]:
    """Return how a programme is encoded, and what a player shows. Raises WrongUsageError."""
    plan, timeline = context.plan, context.plan.timeline
    form = formats.Form(
        timeline.duration_ms,
        channels_of(plan.songs),
        output.bitrate_kbps,
        context.store,
        context.encoder_threads,
    )
    cover = chosen_cover(output.cover, timeline)
    tags = tags_of(plan.routine, timeline, cover, output.comment, output.year)
    if output.entry is not None:
        album, title, track = output.entry.album, output.entry.title, output.entry.track
        tags = replace(tags, album=album, title=title, track=track)
    return form, tags


def chosen_cover(choice: CoverChoice, timeline: Timeline) -> formats.Cover | None:
    """Return the cover of a programme. Raises WrongUsageError if the file cannot be used."""
    if choice is None:
        return formats.Cover("image/png", draw_cover(timeline))
    return None if choice == "off" else read_cover(choice)


@contextmanager
def segments_of(context: BuildContext) -> Iterator[Iterable[AudioSegment]]:
    """Yield the programme's sound, with music if there is any; mixing it reports progress.

    It is to be read within the block.
    """
    plan, timeline = context.plan, context.plan.timeline

    def clip(utterance: Utterance) -> AudioSegment:
        try:
            return plan.narrator.clip(utterance)
        except SpeechError as error:
            # The clip was measured, and has been lost since.
            error.span = error.span or _place_of(utterance, timeline)
            raise

    def on_reached(mixed_ms: int) -> None:
        context.on_progress("Mixing", mixed_ms, timeline.duration_ms)

    mixed = mix(timeline, clip, plan.sounds, plan.narrator.clip_key, on_reached)
    if not plan.songs:
        yield mixed
        return
    music = plan.routine.music or Music(())
    loudness_lufs = context.options.loudness_lufs
    with lay_under(mixed, timeline, music, plan.songs, loudness_lufs) as segments:
        yield segments


def _place_of(utterance: Utterance, timeline: Timeline) -> Span:
    """Return the line of the routine in which an utterance is said first."""
    event = next(event for event in timeline.events if event.utterance == utterance)
    return Span(timeline.phases[event.phase].file, event.line)
