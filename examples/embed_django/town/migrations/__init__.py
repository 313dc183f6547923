"""Steps of the schema of the host's own tables."""
