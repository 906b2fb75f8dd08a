"""Findings: what is known of the jobs of a batch before anything is built."""

from msgspec import Struct, field
from msgspec.structs import replace

from voicecoach.people.job import Checked, Failed
from voicecoach.people.speaking import Failures
from voicecoach.people.tasks import failed
from voicecoach.routine.utterance import Utterance


class Findings(Struct):
    """What is known of jobs once they are planned: those that can be done, and those that cannot.

    `unspoken` are the lines that are not in the store, by their language.
    """

    checked: list[Checked] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    unspoken: dict[str, dict[Utterance, None]] = field(default_factory=dict)

    def add(self, result: Checked | Failed) -> None:
        """Add what is known of a job."""
        if isinstance(result, Failed):
            self.failed.append(result)
            return
        if result.unspoken:
            lines = self.unspoken.setdefault(result.language, {})
            lines.update(dict.fromkeys(result.unspoken))
        # The lines of all rows would not fit into the memory, one by one.
        self.checked.append(replace(result, unspoken=()))

    def refuse(self, failures: Failures) -> None:
        """Count as failed the jobs that need a voice which cannot speak."""
        kept = []
        for each in self.checked:
            errors = (failures.get((each.language, voice)) for voice in each.needed_voices)
            error = next(filter(None, errors), None)
            if error is None:
                kept.append(each)
            else:
                self.failed.append(failed(each.job, error))
        self.checked = kept
