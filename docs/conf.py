"""How Sphinx builds these pages: ``python -m sphinx -n -W docs docs/_build/html``."""

from __future__ import annotations

import sys
from importlib.metadata import version as installed_version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

project = "fengqiao"
author = "the fengqiao authors"
copyright = f"2026, {author}"
release = installed_version("fengqiao")
version = release

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.graphviz",
    "sphinx.ext.napoleon",
    "_packs",
    "_places",
    "_reference",
    "_terminal",
    "_worked",
]
exclude_patterns = [
    "_build",
    "_packs",
    "_places",
    "_reference",
    "_terminal",
    "_worked",
    "changelog.d",
]

html_theme = "furo"
html_title = f"fengqiao {release}"
html_static_path = ["_static"]
html_css_files = ["style.css"]

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

# Pictures of procedures; where the program `dot` is missing, the pages say the same in text.
graphviz_output_format = "svg"

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
python_maximum_signature_line_length = 88
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_use_rtype = False
napoleon_attr_annotations = False
napoleon_custom_sections = [("Units", "params_style"), ("Source", "notes_style")]

nitpicky = True
# The documentation is built without a network: names of other projects have no page to point to.
_STANDARD = (
    "collections|concurrent|datetime|enum|fractions|importlib|io|os|pathlib|random|sqlite3|typing"
    "|zoneinfo"
)
_OTHERS = "attr|attrs|click|hypothesis|pluggy|pytest|rich"
nitpick_ignore_regex = [("py:.*", rf"({_STANDARD}|{_OTHERS})\..*")]
# Fields of a step, spelt out in the docstring of each method that takes them; a case with its law.
nitpick_ignore = [
    ("py:class", "fengqiao.workspace.case_work.StepFields"),
    ("py:class", "fengqiao.workspace.case_law.HeldCase"),
]
