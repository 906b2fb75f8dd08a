"""Playing on this computer: what is shown at each time, and the program that is heard."""
