from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from fengqiao import cli


def test_without_click_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence goes to standard error and names the extra."""
    monkeypatch.setattr(cli, "find_spec", lambda name: None)
    with pytest.raises(SystemExit):
        cli.main()
    assert capsys.readouterr().err.strip() == (
        'The command line needs click and rich; install them with: pip install "fengqiao[cli]"'
    )


def test_without_click_the_exit_code_is_2(monkeypatch: pytest.MonkeyPatch) -> None:
    """It could not answer."""
    monkeypatch.setattr(cli, "find_spec", lambda name: None)
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 2


@pytest.mark.parametrize("module", ["click", "rich", "sqlite3", "fengqiao.workspace"])
def test_importing_the_command_line_loads_nothing_heavy(module: str) -> None:
    """Only calling it does."""
    program = f"import sys, fengqiao.cli; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_listing_one_verbs_options_loads_no_other_verb() -> None:
    """Verbs are loaded one by one."""
    program = (
        "import sys; from fengqiao.cli.app import app\n"
        "try: app.main(['packs', '--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit('fengqiao.cli.check' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert ran.returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--lang", "zh", "packs"], "zh"),
        (["packs", "--lang", "zh"], "zh"),
        (["--lang", "zh", "packs", "--lang", "en"], "en"),
        (["packs"], "en"),
    ],
)
def test_language_may_stand_before_the_verb(
    monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    """It holds for the verb that follows, unless that says otherwise."""
    asked: list[str] = []
    monkeypatch.setenv("FENGQIAO_LANG", "en")
    command = import_module("fengqiao.cli.packs").command
    monkeypatch.setattr(command, "callback", lambda lang, **_rest: asked.append(lang))
    with pytest.raises(SystemExit):
        import_module("fengqiao.cli.app").app.main(words)
    assert asked == [said]
