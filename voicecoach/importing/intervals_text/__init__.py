"""Intervals text: what one writes into the workout builder of intervals.icu.

A line that begins with `-` is a step (`step_lines`): how much of it (`doses`) and how hard
(`targets`). Any other line is a heading. Which lines are repeated is told by their headings, by
blank lines and by how far they are indented (`outline`).
"""
