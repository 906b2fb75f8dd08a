"""Options for a stick or a watch: names that sort."""

import click

from voicecoach.cli.options import options

stick_options = options(
    click.option(
        "--number",
        "is_numbered",
        is_flag=True,
        help="Name each file by its number and title, so that they sort: `01 Warm-up.mp3`.",
    ),
)
