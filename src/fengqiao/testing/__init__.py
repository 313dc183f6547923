"""What authors of packs, stores and plugins test with: builders, strategies, conformance suites.

Nothing is imported here, so that builders can be had without a test library.
"""

from __future__ import annotations
