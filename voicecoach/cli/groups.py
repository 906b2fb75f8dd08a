"""Groups of commands: a misspelt command is told the nearest one."""

import click

from voicecoach.problems import nearest_hint


class HintingGroup(click.Group):
    """A group that asks `did you mean …?` about a command that it does not have."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, None if there is none like it. Raises click's UsageError."""
        command = super().get_command(ctx, cmd_name)
        hint = nearest_hint(cmd_name, self.list_commands(ctx))
        if command is None and hint and not ctx.resilient_parsing:
            ctx.fail(f"No such command '{cmd_name}': {hint}")
        return command
