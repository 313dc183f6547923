"""What all tests share: where the checkout is, and which tests run where.

``@pytest.mark.needs("chinese_calendar")`` names modules that a test imports beyond the core and
the test extra; ``"time"`` and ``"network"`` mark tests that are too slow or too far-reaching for
every run. ``"postgresql"`` marks tests that start a server of their own, which pip can't bring.
``"notices"`` marks tests that read published notices, which are no part of the project:
they run where the variable ``FENGQIAO_NOTICES`` names their folder, and are left out of any other
run that skips nothing. ``"chromium"`` marks tests that print with that browser. The variable
``FENGQIAO_NEEDS`` says what becomes of them:

- ``skip`` (default): what is missing is skipped, with a sentence;
- ``must`` (``dev.py test --all``): nothing is skipped; a skip for any reason is a failure;
- ``later``: they are left to a run with ``must`` (``.ci/run`` makes it).

A test that asks for the fixture ``repository`` reads files beside the package, such as the
documentation; where the tests were copied away from them, to test a wheel, it is left out.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).resolve().parent
NEEDS = os.environ.get("FENGQIAO_NEEDS", "skip")
NOTICES = os.environ.get("FENGQIAO_NOTICES", "")
HOW = {
    "notices": "set FENGQIAO_NOTICES to the folder of the published notices",
    "postgresql": "install the server (Debian: apt-get install postgresql), then the same again",
}

settings.register_profile("fengqiao", deadline=None, print_blob=True)
settings.load_profile("fengqiao")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout: only tests of what stands beside the package ask for it."""
    return ROOT


def find_missing(item: pytest.Item) -> list[str]:
    """Names what the test needs and the environment doesn't offer."""
    wanted = [str(what) for mark in item.iter_markers("needs") for what in mark.args]
    return [what for what in dict.fromkeys(wanted) if is_missing(what)]


def is_missing(what: str) -> bool:
    """Whether the environment lacks a module, a program, or the folder of the notices."""
    if what == "notices":
        return not NOTICES
    if what == "chromium":
        return not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    if what == "postgresql":
        debian = Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")
        return shutil.which("pg_ctl") is None and not any(debian)
    return what in {"time", "network"} or importlib.util.find_spec(what.partition(".")[0]) is None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skips tests that need more, or leaves them to a later run."""
    here = (ROOT / "dev.py").exists()
    later = [
        item for item in items if not here and "repository" in getattr(item, "fixturenames", ())
    ]
    if NEEDS == "must":
        later += [item for item in items if "notices" in find_missing(item) and item not in later]
    elif NEEDS == "later":
        later += [item for item in items if find_missing(item) and item not in later]
    elif NEEDS == "skip":
        for item in items:
            if missing := find_missing(item):
                how = HOW.get(missing[0], "python3 dev.py test --all")
                reason = f"needs {', '.join(missing)}: {how}"
                item.add_marker(pytest.mark.skip(reason=reason))
    if later:
        config.hook.pytest_deselected(items=later)
        items[:] = [item for item in items if item not in later]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turns a skip into a failure where nothing may be skipped."""
    report = yield
    if NEEDS == "must" and report.skipped and not hasattr(report, "wasxfail"):
        fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turns the skip of a whole module into a failure where nothing may be skipped."""
    report = yield
    if NEEDS == "must" and report.skipped:
        fail(report)
    return report


def fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Makes a failure out of a skip, keeping its reason."""
    outcome: Literal["failed"] = "failed"
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = outcome
    report.longrepr = f"Nothing may be skipped in this run. {reason}"
