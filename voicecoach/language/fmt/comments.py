"""Comments and blank lines: whose they are.

A comment on a line of its own belongs to the branch below it, or, where it is indented deeper than
that, to the end of the collection that it is indented like. A comment behind something belongs to
that. A blank line belongs to what is below it. The comments above the first key are the file's.
"""

from collections.abc import Iterator

from voicecoach.language.fmt.tree import Branch, Collection, Mark, Node, Scalar


def attach(root: Collection, lines: list[str]) -> list[str]:
    """Give each comment and blank line to its branch; return the lines above the first."""
    _Attaching(root, lines).attach()
    head, root.branches[0].before = root.branches[0].before, []
    return head


class _Attaching:
    """The branches of a file in its order, an outer one before those in it."""

    def __init__(self, root: Collection, lines: list[str]) -> None:
        self._root = root
        self._lines = lines
        self._branches = list(_branches(root))
        self._parents = {id(branch.value): branch for branch in self._branches}
        self._spans = sorted(_spans(root))

    def attach(self) -> None:
        """Give each comment and blank line to its branch."""
        own = {}
        for place, comment in self._comments():
            if self._lines[place[0]][: place[1]].strip() in ("", "---"):
                own[place[0]] = (place, comment)
            else:
                self._attach_beside(place, comment)
        first = {branch.start[0]: branch for branch in reversed(self._branches)}
        written = {line for start, end in self._spans for line in range(start[0], end[0] + 1)}
        blank = False
        for number, line in enumerate(self._lines):
            if number in own:
                place, comment = own[number]
                target = self._target(place)
                target += [""] * blank + [comment]
                blank = False
            elif number not in written and not line.strip():
                blank = True
            else:
                if blank and number in first:
                    first[number].before.append("")
                blank = False

    def _comments(self) -> Iterator[tuple[Mark, str]]:
        """Yield what begins with `#` outside every text, and where."""
        for number, line in enumerate(self._lines):
            column = line.find("#")
            while column >= 0:
                place = (number, column)
                end = next((end for start, end in self._spans if start <= place < end), None)
                if end is None:
                    yield place, line[column:].rstrip()
                column = -1 if end is None or end[0] > number else line.find("#", end[1])

    def _attach_beside(self, place: Mark, comment: str) -> None:
        branch = self._last_before(place)
        if branch is None:
            self._branches[0].before.append(comment)
            return
        while branch.parent.flow and branch.parent.end <= place and branch.parent is not self._root:
            branch = self._parents[id(branch.parent)]
        if branch.beside is not None:
            branch.before.append(branch.beside)
        branch.beside = comment

    def _target(self, place: Mark) -> list[str]:
        """Return the lines that a comment with a line to itself is added to."""
        below = next((branch for branch in self._branches if branch.start > place), None)
        around = self._around(place)
        for collection in around:
            if collection.flow and collection.end > place:
                inside = below is not None and below.start < collection.end
                return below.before if below is not None and inside else collection.foot
        like = next((each for each in around if not each.flow and _column(each) <= place[1]), None)
        if below is None:
            return (like or self._root).foot
        deeper = place[1] > below.start[1]
        if deeper and like and not any(each is like for each in self._outward(below)):
            return like.foot
        return below.before

    def _last_before(self, place: Mark) -> Branch | None:
        return next((branch for branch in reversed(self._branches) if branch.start < place), None)

    def _around(self, place: Mark) -> list[Collection]:
        """Return the collections that end at or go on after a place, the innermost first."""
        branch = self._last_before(place)
        if branch is None:
            return []
        inner = [branch.value] if isinstance(branch.value, Collection) else []
        return [*inner, *self._outward(branch)]

    def _outward(self, branch: Branch) -> Iterator[Collection]:
        """Yield the collections that a branch stands in, the innermost first."""
        outer: Branch | None = branch
        while outer is not None:
            yield outer.parent
            outer = self._parents.get(id(outer.parent))


def _column(collection: Collection) -> int:
    return collection.branches[0].start[1] if collection.branches else collection.start[1]


def _branches(node: Node) -> Iterator[Branch]:
    for branch in node.branches:
        yield branch
        yield from _branches(branch.value)


def _spans(node: Node) -> Iterator[tuple[Mark, Mark]]:
    """Yield where the texts are; behind the header of a block scalar, a comment may stand."""
    if isinstance(node, Scalar):
        if node.header:
            yield node.start, node.header_end
            if node.lines:
                yield (node.header_end[0] + 1, 0), node.end
        else:
            yield node.start, node.end
    for branch in node.branches:
        if isinstance(branch.key, Scalar):
            yield branch.key.start, branch.key.end
        yield from _spans(branch.value)
