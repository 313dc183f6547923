"""The reference names everything that is public: hooks, errors, names, keys, fields, verbs."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from types import ModuleType

import pytest

import fengqiao
from fengqiao.errors import all_codes
from fengqiao.model import KINDS
from fengqiao.packs import hooks
from fengqiao.rules import core_catalogue

ROOMS = (
    "errors", "timing", "model", "rules", "measures", "judging", "planning", "store",
    "packs", "packs.comparing", "packs.coverage", "packs.starting", "simulate", "tables",
    "casework", "workspace", "papers",
)  # fmt: skip
HOOKS = sorted(name for name in vars(hooks) if name.startswith("fengqiao_"))


@pytest.mark.parametrize("hook", HOOKS)
def test_hook_has_its_exact_signature(hook: str, reference: ModuleType) -> None:
    """Each hook stands on the page of hooks with the signature that the source has."""
    page = reference.page_source("reference/hooks")
    stated = str(inspect.signature(getattr(hooks, hook))).replace("'", "")
    assert f"{hook}{stated}" in page


@pytest.mark.parametrize("hook", HOOKS)
def test_hook_is_explained(hook: str, reference: ModuleType) -> None:
    """Each hook has a section of its own, with what it is given and what it returns."""
    page = reference.page_source("reference/hooks")
    section = page.partition(f"## `{hook}`")[2].partition("\n## ")[0]
    assert ("**Args**" in section) == bool(inspect.signature(getattr(hooks, hook)).parameters)
    assert "**Returns**" in section


def test_every_error_code_has_a_section(reference: ModuleType) -> None:
    """A code in a log or in JSON can be looked up."""
    page = reference.page_source("reference/error-codes")
    assert [code for code in all_codes() if f"### `{code}`" not in page] == []


def test_every_error_is_explained_in_both_languages(reference: ModuleType) -> None:
    """The section of a code has a sentence in English and one in Chinese."""
    sections = reference.page_source("reference/error-codes").split("### `")[1:]
    lacking = [
        section.partition("`")[0]
        for section in sections
        if not re.search(r"[a-z]+ [a-z]+ [a-z]+", section)
        or not re.search("[\u4e00-\u9fff]", section)
    ]
    assert lacking == []


def test_every_public_name_is_documented(reference: ModuleType) -> None:
    """Each name of `fengqiao.__all__` has a heading and a directive on the page of the package."""
    page = reference.page_source("reference/api/fengqiao")
    undocumented = [
        name
        for name in fengqiao.__all__
        if f"## `{name}`" not in page or f":: fengqiao.{name}\n" not in page
    ]
    assert undocumented == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_name_of_a_room_is_documented(room: str, reference: ModuleType) -> None:
    """Each name that a room exports is described on its page, or at the top."""
    page = reference.page_source(f"reference/api/{room}")
    names = import_module(f"fengqiao.{room}").__all__
    undocumented = [
        name
        for name in names
        if name not in fengqiao.__all__ and f":: fengqiao.{room}.{name}\n" not in page
    ]
    assert undocumented == []


def test_every_public_name_has_a_docstring() -> None:
    """Nothing public is without a sentence on what it is."""
    mute = [name for name in fengqiao.__all__ if not inspect.getdoc(getattr(fengqiao, name))]
    assert mute == []


def test_every_key_is_in_the_catalogue(reference: ModuleType) -> None:
    """Each key of the core has a section."""
    page = reference.page_source("reference/catalogue")
    assert [key for key in core_catalogue().keys if f"### `{key}`" not in page] == []


def test_every_word_is_in_the_catalogue(reference: ModuleType) -> None:
    """Each word of each closed list stands in a table."""
    page = reference.page_source("reference/catalogue")
    words = {word for one in core_catalogue().vocabularies.values() for word in one.words}
    assert [word for word in sorted(words) if f"| `{word}` |" not in page] == []


def test_every_stored_field_is_in_the_inventory(reference: ModuleType) -> None:
    """Each field of each kind of fact stands under its kind."""
    page = reference.page_source("reference/data-inventory")
    sections = {part.partition("`")[0]: part for part in page.split("### `")[1:]}
    missing = [
        f"{kind.name}.{field}"
        for kind in KINDS.values()
        for field in kind.fields
        if f"| `{field}` |" not in sections[kind.name]
    ]
    assert missing == []


def test_every_field_of_the_pack_format_says_what_it_is_for(reference: ModuleType) -> None:
    """Each table of the format has a section, and no field is left without a meaning."""
    page = reference.page_source("reference/pack-format")
    tables = import_module("fengqiao.packs.rows").TABLES
    assert [name for name in tables if f"[{name}]" not in page] == []


@pytest.mark.parametrize("is_open", [True, False])
def test_every_list_of_words_says_whether_packs_may_add(
    reference: ModuleType, *, is_open: bool
) -> None:
    """Each list stands once, among those that grow or among those that don't."""
    page = reference.page_source("reference/pack-format").partition("## Lists of words")[2]
    growing, _, closed = page.partition("packs can't add to them")
    fixed = import_module("fengqiao.packs.known").CLOSED_TO_PACKS
    wanted = [name for name in core_catalogue().vocabularies if (name not in fixed) == is_open]
    assert [
        name for name in wanted if f"| `{name}` |" not in (growing if is_open else closed)
    ] == []


def test_the_format_says_what_a_measure_may_be_about(reference: ModuleType) -> None:
    """Whoever writes a measure finds the words that the reader takes."""
    page = reference.page_source("reference/pack-format")
    words = import_module("fengqiao.packs.read_words").MEASURED
    (row,) = re.findall(r"^\| `about` \|.*residents.*$", page, flags=re.MULTILINE)
    assert [word for word in words if f"`{word}`" not in row] == []


@pytest.mark.needs("click", "rich")
def test_every_verb_is_on_the_page_of_the_command_line(reference: ModuleType) -> None:
    """Each verb and each of its options stand on the page."""
    page = reference.page_source("reference/command-line")
    from fengqiao.cli.app import VERBS

    assert [verb for verb in VERBS if f"## `fengqiao {verb}`" not in page] == []


@pytest.mark.needs("click", "rich", "fengqiao_wuhai", "fengqiao_cn", "time")
@pytest.mark.parametrize(
    "shape", ["show", "check", "explain", "score", "load", "plan", "burden", "diff"]
)
def test_every_json_shape_has_an_example(shape: str, reference: ModuleType) -> None:
    """Each answer that other programs read is shown."""
    section = reference.page_source("reference/json-shapes").partition(f"## `{shape} ")[2]
    assert '"format": 1' in section.partition("\n## ")[0]


def test_glossary_says_each_identifier_once_a_topic(reference: ModuleType) -> None:
    """Within a topic no identifier has two Chinese terms."""
    page = reference.page_source("reference/glossary").partition("## Fields of facts")[0]
    for topic in page.split("\n## ")[1:]:
        found = re.findall(r"\| `([^`]+)` \|", topic)
        assert len(found) == len(set(found)), topic.partition("\n")[0]
