"""Order: which key of a mapping stands where.

A block begins with its kind and ends with `do`, a file ends with `workout`. A key that is not
listed here stands behind those that are.
"""

from voicecoach.language.fmt.tree import Entry, subtree_anchors

Order = tuple[str, ...]

HEADER: Order = (
    "title", "description", "author", "language", "level", "voice", "pronounce", "intro",
    "caution", "outro", "vars", "exercises", "between", "defaults", "cues", "sounds", "music",
    "fit", "workout",
)  # fmt: skip
EXERCISE: Order = (
    "exercise", "name", "reps", "for", "hold", "breaths", "sets", "rest", "sides", "side_order",
    "switch", "tempo", "rep", "release", "breath", "count", "metronome", "load", "ready", "setup",
    "tips", "on_set", "after_set", "on_side", "cues", "easier", "harder", "note",
)  # fmt: skip
BLOCK: Order = (
    "rounds", "work", "rest", "every", "for", "round_rest", "exercise_rest", "alternate",
    "by_round", "sides", "on_round", "after_round", "say", "between", "defaults", "cues", "vars",
)  # fmt: skip
CUES: Order = (
    "announce", "next_up", "countdown", "halfway", "time_left", "progress", "clock", "encourage",
)  # fmt: skip
TIP: Order = ("at", "set", "side", "round", "say", "sound")
VOICE: Order = ("engine", "name", "rate", "pitch", "volume")
MUSIC: Order = ("file", "gain_db", "duck_db", "fade")

_LAST = ("do", "workout")
MERGE = "<<"


def ordered(entries: list[Entry], keys: Order) -> list[Entry]:
    """Return entries in the order of `keys`, `<<` first; an anchor stays before its aliases."""
    ranks = {key: rank for rank, key in enumerate(keys)}

    def rank(entry: Entry) -> int:
        if entry.name == MERGE:
            return -1
        return len(ranks) + 1 if entry.name in _LAST else ranks.get(entry.name, len(ranks))

    left = sorted(entries, key=rank)
    anchors = [(entry, *_anchors(entry)) for entry in entries]
    needs: dict[int, set[int]] = {id(entry): set() for entry in entries}
    for index, (entry, _, used) in enumerate(anchors):
        for earlier, defined, _ in anchors[:index]:
            if defined & used:
                needs[id(entry)].add(id(earlier))
    found: list[Entry] = []
    done: set[int] = set()
    while left:
        entry = next(each for each in left if needs[id(each)] <= done)
        left.remove(entry)
        found.append(entry)
        done.add(id(entry))
    return found


def _anchors(entry: Entry) -> tuple[set[str], set[str]]:
    defined, used = subtree_anchors(entry.value)
    if entry.key is not None:
        of_key = subtree_anchors(entry.key)
        defined, used = defined | of_key[0], used | of_key[1]
    return defined, used
