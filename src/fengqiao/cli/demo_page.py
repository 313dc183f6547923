"""What every part of the demonstration's report is printed with."""

from __future__ import annotations

from attrs import frozen
from rich.console import Console

from fengqiao.cli.demo_texts import say
from fengqiao.cli.screen import ruled
from fengqiao.errors import Lang
from fengqiao.workspace import Workspace


@frozen(kw_only=True, slots=False)
class Page:
    """A console, a language, and the workspace that names what is printed."""

    workspace: Workspace
    console: Console
    lang: Lang

    def say(self, key: str, **facts: object) -> str:
        """A text of the demonstration."""
        return say(key, self.lang, **facts)

    def title(self, key: str, **facts: object) -> None:
        """A heading."""
        self.console.print(ruled(self.say(key, **facts)), style="bold")
