"""The rules and practice of Gongxian county of 2017 as a pack: data only, no code."""
