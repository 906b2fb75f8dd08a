"""Groups of commands: a misspelt command is told the nearest one."""

from collections.abc import Mapping, Sequence

import click


class HintingGroup(click.Group):
    """A group that asks `did you mean …?` about a command that it does not have."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, None if there is none like it. Raises click's UsageError."""
        command = super().get_command(ctx, cmd_name)
        if command is not None:
            return command
        from voicecoach.problems import nearest_hint

        hint = nearest_hint(cmd_name, self.list_commands(ctx))
        if hint and not ctx.resilient_parsing:
            ctx.fail(f"No such command '{cmd_name}': {hint}")
        return None


def write_sections(
    context: click.Context,
    formatter: click.HelpFormatter,
    group: click.Group,
    sections: Mapping[str, Sequence[str]],
) -> None:
    """Write the help of a group's commands, in sections by their title."""
    width = max(len(name) for names in sections.values() for name in names)
    # Click does not measure further than this, and the second column is the same in each section.
    limit = formatter.width - 6 - width
    for title, names in sections.items():
        found = ((name, group.get_command(context, name)) for name in names)
        rows = [
            (name.ljust(width), command.get_short_help_str(limit))
            for name, command in found
            if command is not None
        ]
        with formatter.section(title):
            formatter.write_dl(rows)
