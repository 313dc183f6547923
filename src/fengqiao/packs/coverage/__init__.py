"""Notice coverage: which entry of a pack carries each number of a notice, and which is missing."""
