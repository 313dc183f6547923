"""The rules of Binhai New Town, Shaoxing, of 2019 as a pack: data only, no code."""
