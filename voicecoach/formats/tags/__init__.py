"""Tags: what players show of a programme, as each container stores it."""
