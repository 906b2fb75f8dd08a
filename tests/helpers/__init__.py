"""What several tests share: routines, commands, and what is in files, read by other programs."""
