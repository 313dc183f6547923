"""The rules of Wuhai city of 2018 as a pack: data only, no code."""
