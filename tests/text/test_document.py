"""Where the parts of a document stand."""

from typing import Any

from voicecoach.problems import Span
from voicecoach.text.document import Document
from voicecoach.text.parsing import parse_document


class CountedPath(tuple[Any, ...]):
    """A path that may be cut a few times only."""

    cuts = 0

    def __getitem__(self, key: Any) -> Any:
        CountedPath.cuts += 1
        assert CountedPath.cuts < 10, "it is cut for ever"
        return CountedPath(super().__getitem__(key))


def test_a_part_that_is_not_there_is_located_at_the_nearest_around_it() -> None:
    document = parse_document("title: T\nworkout: [a, b]\n", "legs.yaml")
    assert document.locate(("workout", 1, "do", 3)) == Span("legs.yaml", 2, 14)
    assert document.locate(("music",)) == document.locate(()) == Span("legs.yaml", 1, 1, 5)


def test_where_nothing_is_read_all_stands_at_the_beginning() -> None:
    document = Document("legs.yaml", [])
    assert document.locate(CountedPath(("workout", 1))) == Span("legs.yaml", 1)
    assert document.locate_key(CountedPath(("workout",))) == Span("legs.yaml", 1)
