"""Refusals: how a validator says what is wrong with a value and what to write instead."""

from pydantic_core import PydanticCustomError

REFUSED = "refused"


def refusal(message: str, hint: str | None = None) -> PydanticCustomError:
    """Return the error to raise in a validator; `message` begins with the value in backticks."""
    return PydanticCustomError(REFUSED, "{message}", {"message": message, "hint": hint})
