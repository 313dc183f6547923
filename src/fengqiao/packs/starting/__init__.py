"""The beginning of a pack: a skeleton and stubs from a notice, or a small example."""
