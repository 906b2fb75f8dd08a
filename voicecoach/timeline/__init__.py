"""The timeline: absolute times for phases, spoken lines and tones, from texts and integers."""

from voicecoach.timeline.model import Chapter, Event, Instructions, TimedPhase, Timeline
from voicecoach.timeline.planner import plan

__all__ = ["Chapter", "Event", "Instructions", "TimedPhase", "Timeline", "plan"]
