"""The example's own tests: `python manage.py test`."""

from __future__ import annotations

import tempfile
from io import StringIO
from pathlib import Path

from django.core.management import CommandError, call_command
from django.db import connection
from django.test import TestCase, override_settings

import fengqiao
from fengqiao.testing.small import SMALL_PACK, small_city
from town.duties import workspace
from town.models import Officer

BAD_REQUEST = 400


class Town(TestCase):
    """The small town in a store, and a name in the host's own database."""

    def setUp(self) -> None:
        """Fill both."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "fengqiao.db"
        told = {
            "url": f"sqlite:///{self.path}",
            "packs": [SMALL_PACK],
            "config": None,
            "zone": "Asia/Shanghai",
        }
        with fengqiao.open_workspace(told["url"], packs=[SMALL_PACK]) as opened:
            small_city(opened)
        changed = override_settings(FENGQIAO=told)
        changed.enable()
        self.addCleanup(changed.disable)
        workspace.cache_clear()
        self.addCleanup(lambda: workspace().close())
        Officer.objects.create(staff="S02", name="Desk 2")

    def test_page_shows_findings_with_names(self) -> None:
        """The name is the host's; an id that it has no name for stays an id."""
        page = self.client.get("/months/2018-07/").content.decode()
        self.assertInHTML("<td>Desk 2</td>", page, count=1)
        self.assertInHTML("<td>S01</td>", page, count=1)
        self.assertNotIn("<td>S02</td>", page)

    def test_error_is_told_in_the_language_of_the_request(self) -> None:
        """A period that can't be read is a bad request, with its code."""
        page = self.client.get("/months/July/", headers={"Accept-Language": "zh-hans"})
        self.assertEqual(page.status_code, BAD_REQUEST)
        self.assertContains(page, "时段", status_code=BAD_REQUEST)
        self.assertContains(page, "period.text", status_code=BAD_REQUEST)

    def test_page_is_only_read(self) -> None:
        """Nothing is posted to it."""
        self.assertEqual(self.client.post("/months/2018-07/").status_code, 405)

    def test_command_prints_what_was_not_met(self) -> None:
        """S02 visited 2 households of 3; room R2 has 3 officers of at most 2; one meeting lacks."""
        out = StringIO()
        call_command("check_month", "2018-07", stdout=out)
        self.assertIn("Desk 2: visits.households 2", out.getvalue())

    def test_command_ends_with_the_error(self) -> None:
        """In the language that is asked for."""
        with self.assertRaisesRegex(CommandError, "时段"):
            call_command("check_month", "July", "--lang", "zh", stdout=StringIO())

    def test_store_lies_beside_the_database(self) -> None:
        """The ORM has no table of facts, and the store has no name."""
        tables = connection.introspection.table_names()
        self.assertEqual([name for name in tables if name.startswith("fact_")], [])
        self.assertNotIn(b"Desk 2", self.path.read_bytes())
