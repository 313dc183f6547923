"""How Sphinx builds these pages: ``python -m sphinx -n -W docs docs/_build/html``."""

from __future__ import annotations

from importlib.metadata import version as installed_version

project = "fengqiao"
author = "the fengqiao authors"
copyright = f"2026, {author}"
release = installed_version("fengqiao")
version = release

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
]
exclude_patterns = ["_build", "changelog.d"]

html_theme = "furo"
html_title = f"fengqiao {release}"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_custom_sections = [("Units", "params_style"), ("Source", "notes_style")]

nitpicky = True
# The documentation is built without a network: names of other projects have no page to point to.
nitpick_ignore_regex = [
    (r"py:.*", r"(collections|concurrent|datetime|enum|io|os|pathlib|sqlite3|typing|zoneinfo)\..*"),
    (r"py:.*", r"(attr|attrs|cattrs|click|hypothesis|pluggy|pytest|rich)\..*"),
]
