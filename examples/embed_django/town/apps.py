"""The app, as Django loads it."""

from __future__ import annotations

from django.apps import AppConfig


class TownConfig(AppConfig):
    """Names of officers beside what fengqiao finds of their duties."""

    name = "town"
