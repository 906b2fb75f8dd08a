"""The session: the stages in order, from a routine's file to the outputs."""
