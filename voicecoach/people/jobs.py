"""From people to jobs: one for a routine, one for each session of a programme."""

from msgspec.structs import replace

from voicecoach.people.job import Failed, Job
from voicecoach.people.person import Person
from voicecoach.people.tasks import failed, privacy_for
from voicecoach.problems import VoicecoachError
from voicecoach.programme import TrainingSession, read_programme
from voicecoach.session.outputs import AlbumEntry


def jobs_of(person: Person) -> list[Job] | Failed:
    """Return the jobs of a person; the files of a programme lie in a folder called by the id."""
    if not person.is_programme:
        return [Job(person.row, person.id, person.id, person.source, person.options, person.own)]
    options = person.options
    try:
        programme = read_programme(
            person.source, start=person.start, level=options.level, variables=options.variables
        )
        sessions = [_public(session, person) for session in programme.sessions]
    except VoicecoachError as error:
        return failed(person, error)
    return [
        Job(
            person.row,
            person.id,
            f"{person.id}/{session.name}",
            session.routine,
            replace(options, level=session.level, variables=session.variables),
            person.own,
            entry=AlbumEntry(programme.title, session.name, (number, len(sessions))),
        )
        for number, session in enumerate(sessions, 1)
    ]


def _public(session: TrainingSession, person: Person) -> TrainingSession:
    """Return a session whose title, and with it the name of its file, can be read by anybody."""
    privacy = privacy_for(session.routine, person.own)
    return replace(session, title=privacy.public(session.title))
