"""What texts are read as, a module a language: `ROWS` has the text, and what is spoken."""
