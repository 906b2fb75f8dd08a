"""Mail: what is no plan in a mail: its head, greetings, signature, and what it quotes."""

import re
from collections.abc import Sequence
from functools import lru_cache

from voicecoach.importing.plain_text.words import Words

Numbered = tuple[int, str]

_QUOTE = re.compile(r"\s*(?:>\s?)+")
_SIGNATURE = re.compile(
    r"--|__+|(sent from my|von meinem|envoyé de(puis)? mon|enviado desde mi) .*", re.I
)
_NO_TEXT = r"[^\d:.]{0,40}"


def bodies(numbered: Sequence[Numbered], tag: str) -> list[tuple[list[Numbered], str]]:
    """Return the lines of a mail and of what it quotes, each with the subject above it, if any.

    What is quoted counts only where the rest has no plan.
    """
    own = [line for line in numbered if _QUOTE.match(line[1]) is None]
    quoted = [
        (number, _QUOTE.sub("", text, count=1))
        for number, text in numbered
        if _QUOTE.match(text) is not None
    ]
    return [_body(lines, tag) for lines in (own, quoted) if lines]


def _body(numbered: Sequence[Numbered], tag: str) -> tuple[list[Numbered], str]:
    """Return the lines between greeting and signature, and the subject above them."""
    found: list[Numbered] = []
    subject = ""
    is_head = True
    for number, text in numbered:
        stripped = text.strip()
        if _SIGNATURE.fullmatch(stripped) or (not is_head and _closing(tag).fullmatch(stripped)):
            break
        named = _subject(tag).fullmatch(stripped)
        if is_head and named is not None:
            subject = named[1].strip()
        elif is_head and (_head(tag).fullmatch(stripped) or _greeting(tag).fullmatch(stripped)):
            pass
        elif _wrote(tag).fullmatch(stripped):
            # What comes next may be another mail.
            is_head = True
            continue
        else:
            found.append((number, text))
            is_head = is_head and not stripped
    return found, subject


@lru_cache(maxsize=64)
def _head(tag: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{Words(tag).any('mail_head')})\s*:\s+\S.*", re.IGNORECASE)


@lru_cache(maxsize=64)
def _subject(tag: str) -> re.Pattern[str]:
    answer = r"(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|odp|pd)\s*:\s*)*"
    return re.compile(rf"(?:{Words(tag).any('subject')})\s*:\s*{answer}(.*)", re.IGNORECASE)


@lru_cache(maxsize=64)
def _wrote(tag: str) -> re.Pattern[str]:
    wrote = Words(tag).any("wrote")
    return re.compile(
        rf"(?=.*[:\d-]).*(?<!\w)(?:{wrote})\b.*:|(?:begin )?-*\s*(?:{wrote})\s*(?:-+|:)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=64)
def _greeting(tag: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{Words(tag).any('greeting')})(?!\w){_NO_TEXT}[,!.:]?", re.IGNORECASE)


@lru_cache(maxsize=64)
def _closing(tag: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{Words(tag).any('closing')})(?:\s*[,!.–-][^\d:.]{{0,20}}[,!.]?)?", re.IGNORECASE
    )
