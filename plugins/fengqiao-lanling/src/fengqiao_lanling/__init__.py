"""The rules of Lanling county of 2017 as a pack: data only, no code."""
