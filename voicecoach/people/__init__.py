"""People: a table of them, and the files that are built for each, on one machine or on many."""
