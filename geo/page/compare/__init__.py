"""Two days compared: difference (what changed between them, as text), compare (its box and its list)."""
