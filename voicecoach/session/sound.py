"""The sound of a programme: mixed, with its music, and written with its tags."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO

from msgspec.structs import replace

from voicecoach import formats
from voicecoach.audio import AudioSegment
from voicecoach.audio.bed import channels_of
from voicecoach.audio.mixing import mix
from voicecoach.audio.over_music import lay_under
from voicecoach.audio.tones import render
from voicecoach.problems import Span, SpeechError
from voicecoach.routine.sounds import Music, Tone, sound_key
from voicecoach.routine.utterance import Utterance
from voicecoach.session.covers import chosen_cover
from voicecoach.session.outputs import BuildContext, SoundOutput
from voicecoach.session.tagging import tags_of
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
    cover = chosen_cover(output.cover, timeline, context.store)
    tags = tags_of(plan.routine, timeline, cover, output.comment, output.year)
    if output.entry is not None:
        album, title, track = output.entry.album, output.entry.title, output.entry.track
        tags = replace(tags, album=album, title=title, track=track)
    return form, tags


@contextmanager
def segments_of(context: BuildContext) -> Iterator[Iterable[AudioSegment]]:
    """Yield the programme's sound, with music if there is any; mixing it reports progress.

    It is to be read within the block.
    """
    plan, timeline = context.plan, context.plan.timeline
    loudness_lufs = context.options.loudness_lufs

    def clip(utterance: Utterance) -> AudioSegment:
        try:
            return plan.narrator.clip(utterance)
        except SpeechError as error:
            # The clip was measured, and has been lost since.
            error.span = error.span or _place_of(utterance, timeline)
            raise

    def on_reached(mixed_ms: int) -> None:
        context.on_progress("Mixing", mixed_ms, timeline.duration_ms)

    sounds = _heard_sounds(timeline, plan.sound_files, loudness_lufs)
    mixed = mix(timeline, clip, sounds, plan.narrator.clip_key, on_reached)
    if not plan.songs:
        yield mixed
        return
    music = plan.routine.music or Music(())
    with lay_under(mixed, timeline, music, plan.songs, loudness_lufs) as segments:
        yield segments


def _heard_sounds(
    timeline: Timeline, files: Mapping[str, AudioSegment], loudness_lufs: float
) -> dict[Tone | str, AudioSegment]:
    """Return the sounds of a timeline by `sound_key`: its files, and its tones rendered."""
    keys = {sound_key(event.sound) for event in timeline.events if event.sound is not None}
    return {key: files[key] if isinstance(key, str) else render(key, loudness_lufs) for key in keys}


def _place_of(utterance: Utterance, timeline: Timeline) -> Span:
    """Return the line of the routine in which an utterance is said first."""
    event = next(event for event in timeline.events if event.utterance == utterance)
    return Span(timeline.phases[event.phase].file, event.line)
