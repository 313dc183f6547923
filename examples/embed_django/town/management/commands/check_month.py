"""`python manage.py check_month 2018-07`: what was not met, as a nightly job prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from fengqiao.errors import FengqiaoError, render
from town.duties import workspace
from town.models import Officer

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """Checks a period."""

    help = "Check a period and print what was not met."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The period and the language of errors."""
        parser.add_argument("period")
        parser.add_argument("--lang", choices=["en", "zh"], default="en")

    def handle(self, *_args: str, **options: Any) -> None:  # noqa: ANN401  as Django declares it
        """Print one line a breach; an error of the library ends the command."""
        failure = None
        try:
            found = list(workspace().check(options["period"]).breaches())
        except FengqiaoError as error:
            failure = CommandError(render(error, options["lang"]))
        if failure:
            raise failure
        names = dict(Officer.objects.values_list("staff", "name"))
        for one in found:
            self.stdout.write(f"{names.get(one.subject, one.subject)}: {one.entry} {one.actual}")
        self.stdout.write(f"{len(found)} not met")
