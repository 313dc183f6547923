"""Addresses of the example."""

from __future__ import annotations

from django.urls import path
from town.views import month

urlpatterns = [path("months/<str:period>/", month, name="month")]
