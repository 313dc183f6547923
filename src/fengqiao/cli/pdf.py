"""A page as PDF, printed by a browser that is installed here."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from fengqiao.cli.failures import CannotAnswer

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
"""Programs that print pages without a window, by name; the first that is found prints."""
_SECONDS = 120


def print_pdf(page: str) -> bytes:
    """Print a page of HTML.

    Raises:
        CannotAnswer: There is no such browser, or it printed nothing.
    """
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise CannotAnswer("no_browser", browsers=", ".join(BROWSERS[:3]))
    with tempfile.TemporaryDirectory(prefix="fengqiao-") as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(page, encoding="utf-8")
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={target}",
        ]
        if getattr(os, "geteuid", lambda: 1)() == 0:
            command.append("--no-sandbox")  # Chromium refuses to run as root without it
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(  # noqa: S603  a browser of this machine, on a page of ours
                [*command, source.as_uri()],
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        if target.exists():
            return target.read_bytes()
    raise CannotAnswer("browser_failed", where=browser)
