"""The host's own table: names, which no store of fengqiao holds."""

from __future__ import annotations

from django.db import models


class Officer(models.Model):
    """An officer: the opaque id that facts carry, and the name that is shown."""

    staff = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=64)

    def __str__(self) -> str:
        """The name."""
        return self.name
