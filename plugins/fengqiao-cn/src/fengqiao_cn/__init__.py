"""National law as a pack that speaks where a place is silent: data, and one indicator."""
