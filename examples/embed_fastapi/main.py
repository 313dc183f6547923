"""The service as a server starts it: `uvicorn main:app`."""

from __future__ import annotations

import os

from app import create_app

app = create_app(os.environ.get("TOWN_STORE", "sqlite:///town.db"))
