"""What lines mean, a module a language: `ROWS` has the line, and how `fmt` writes it."""
