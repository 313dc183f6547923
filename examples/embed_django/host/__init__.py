"""The host: settings and addresses."""
