"""A plan as people get it: the week of an officer on one page, and calendars to subscribe to.

Names are an argument of each call: they are written out, and kept nowhere.
"""

from __future__ import annotations

from fengqiao.papers.calendars import calendars_of
from fengqiao.papers.week_page import week_page

__all__ = ["calendars_of", "week_page"]
