"""The routines that a programme names: files beside it or below it, and their variables."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from voicecoach.files.home import beside
from voicecoach.files.ordinary import check_ordinary, resolved
from voicecoach.language.reader import Reader
from voicecoach.language.vocabulary import vocabulary
from voicecoach.problems import (
    RoutineError,
    Span,
    UnknownVariableError,
    VoicecoachError,
    nearest_hint,
    reason,
)
from voicecoach.text.document import Text
from voicecoach.text.files import near_file
from voicecoach.text.parsing import read_document


class Routines(Struct):
    """The routines of a programme by their files, each with the names of its variables.

    A routine may come from a stranger, and a programme too: it must not reach for the rest of the
    disk. A link counts as what it leads to.
    """

    reader: Reader
    variables: dict[Path, frozenset[str]] = field(default_factory=dict)

    def at(self, name: Text) -> Path | None:
        """Return the file of the routine that is called `name`; what is wrong with it is noted."""
        path = beside(name.span.file, name)
        if path in self.variables:
            return path
        try:
            if not resolved(path).is_relative_to(self.reader.folder):
                message = f"`{name}` lies outside the programme's folder"
                self.reader.fail(name.span, message, "put it beside the programme, or below it")
                return None
            check_ordinary(path)
            document = read_document(path, vocabulary=vocabulary)
        except FileNotFoundError:
            near = near_file(path)
            hint = f"did you mean `{near}`?" if near else "its path counts from this file"
            self.reader.fail(name.span, f"there is no file `{path}`", hint, needs=path)
            return None
        except OSError as error:
            message = f"`{name}` cannot be read: {reason(error)}"
            self.reader.fail(name.span, message, "name another one", needs=path)
            return None
        except RoutineError as error:
            self.reader.problems.extend(error.problems)
            return None
        except VoicecoachError as error:
            self.reader.fail(name.span, error.message, error.hint, needs=path)
            return None
        data = document.data if isinstance(document.data, dict) else {}
        if "workout" not in data:
            message = f"`{name}` is no routine: it has no `workout`"
            self.reader.fail(name.span, message, "name a routine")
            return None
        names = data.get("vars")
        self.variables[path] = frozenset(names if isinstance(names, dict) else ())
        return path

    def check_override(self, name: str, paths: set[Path]) -> None:
        """Raise UnknownVariableError if none of the routines at `paths` has a variable."""
        names = frozenset().union(*(self.variables[path] for path in paths))
        if paths and name not in names:
            message = f"`{name}` is none of the `vars` of the programme's routines"
            hint = nearest_hint(name, names) or "list it under the `vars` of one of them"
            raise UnknownVariableError(name, message, hint)

    def check_variable(self, name: str, span: Span, paths: set[Path]) -> bool:
        """Return whether one of the routines at `paths` has a variable; note where none has."""
        names = frozenset().union(*(self.variables[path] for path in paths))
        if name in names:
            return True
        shown = " and ".join(sorted(path.name for path in paths)) or "any routine"
        hint = nearest_hint(name, names) or f"list it under `vars` in {shown}"
        self.reader.fail(span, f"`{name}` is none of the `vars` of {shown}", hint)
        return False

    def fitting(self, path: Path, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return those of some variables that a routine has."""
        return {name: value for name, value in values.items() if name in self.variables[path]}
