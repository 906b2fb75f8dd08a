"""Tags: what players show of a programme, in the form of each container."""
