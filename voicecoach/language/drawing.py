"""Drawing: from the blocks of a list, with the remarks on them, to those that a draw leaves."""

from collections.abc import Sequence

from voicecoach.language.draws import Draw
from voicecoach.language.reader import Reader
from voicecoach.language.remarks import Remarks
from voicecoach.routine.flow import Block, SinglePhase
from voicecoach.units import counted

# A block, None where it has problems, and the remarks on it.
_Read = tuple[Block | None, Remarks]


def drawn(reader: Reader, found: Sequence[_Read], draw: Draw) -> list[_Read]:
    """Return what is drawn; a block of one phase that is no work, such as a rest, is no entry.

    A draw of more than there are is noted as a problem.
    """
    is_entry = [not isinstance(block, SinglePhase) for block, _ in found]
    count = sum(is_entry)
    if draw.choose is not None and draw.choose > count:
        message = f"`choose: {draw.choose}` is more than there are here: {counted(count, 'block')}"
        reader.fail(draw.span, message, f"write at most `choose: {count}`" if count else None)
        return list(found)
    result = draw.of(found, is_entry)
    done = {id(block) for block, _ in result}
    reader.draws.append(draw.block)
    reader.undrawn += [block for block, _ in found if block is not None and id(block) not in done]
    return result
