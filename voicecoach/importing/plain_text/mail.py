"""Mail: what is no plan in a mail: its head, greetings, signature, and what it quotes.

The quoted part of a mail is read only where the rest of it has no plan.
"""

import re
from collections.abc import Callable, Sequence

Numbered = tuple[int, str]

_HEAD = re.compile(
    r"(from|to|cc|bcc|sent|date|reply-to|subject|von|an|gesendet|datum|betreff|de|à|envoyé|objet"
    r"|para|enviado|asunto|da|a|inviato|oggetto)\s*:\s+\S.*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:subject|betreff|objet|asunto|oggetto)\s*:\s*(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)*(.*)",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r".*\b(wrote|schrieb|a écrit|escribió|ha scritto)\b.*:|-+ ?(original|forwarded) message ?-+"
    r"|begin forwarded message:",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(hi|hello|hey|dear|good (morning|afternoon|evening)|hallo|liebe|lieber|guten (morgen|tag)"
    r"|bonjour|salut|hola|ciao|buongiorno|olá)\b[^\d:.]{0,40}[,!.]?",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(best|kind|warm|many)?\s*(regards|wishes|thanks|thank you|cheers|sincerely|yours( sincerely)?"
    r"|all the best|take care|see you( \w+)?|best|love|mfg|lg|viele grüße|liebe grüße"
    r"|mit freundlichen grüßen|cordialement|saludos|cordiali saluti|abraços)"
    r"[^\d:.]{0,20}[,!.]?",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"\s*(?:>\s?)+")


def without_mail(
    numbered: Sequence[Numbered], has_plan: Callable[[Sequence[Numbered]], bool]
) -> tuple[list[Numbered], str]:
    """Return the lines of a plan in a mail, and the subject of the mail; "" without one.

    `has_plan` says whether lines have a dose.
    """
    own = [line for line in numbered if _QUOTE.match(line[1]) is None]
    quoted = [
        (number, _QUOTE.sub("", text, count=1))
        for number, text in numbered
        if _QUOTE.match(text) is not None
    ]
    own, subject = _body(own)
    if quoted and not has_plan(own):
        inner, inner_subject = _body(quoted)
        return inner, subject or inner_subject
    return own, subject


def _body(numbered: Sequence[Numbered]) -> tuple[list[Numbered], str]:
    """Return the lines between greeting and signature, and the subject above them."""
    found: list[Numbered] = []
    subject = ""
    is_head = True
    for number, text in numbered:
        stripped = text.strip()
        if stripped == "--" or (_CLOSING.fullmatch(stripped) and not is_head):
            break
        named = _SUBJECT.fullmatch(stripped)
        if is_head and named is not None:
            subject = named[1].strip()
        elif is_head and (_HEAD.fullmatch(stripped) or _GREETING.fullmatch(stripped)):
            pass
        elif _WROTE.fullmatch(stripped):
            # What comes next may be another mail.
            is_head = True
            continue
        else:
            found.append((number, text))
            is_head = is_head and not stripped
    return found, subject
